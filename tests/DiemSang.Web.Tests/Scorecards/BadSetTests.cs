using System.CommandLine;
using System.Text;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Tests.TestData;
using DiemSang.Web.Commands;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Scorecards;

/// <summary>A set that cannot be used is refused alike by the command line, by the import and by the editor: each says what and where, and nothing is saved.</summary>
public sealed class BadSetTests(BadSetTests.Province province) : IClassFixture<BadSetTests.Province>
{
    private const int Hostile = 10_000;
    private const string GoodRule = "rule: { kind: count, each: 2.5 }";

    public static TheoryData<string, string> Rules => new()
    {
        { "rule: { kind: formula, variables: [{ name: a, formula: b }, { name: b, formula: a }], cases: [{ then: a }] }", "Các biến gọi vòng quanh nhau: a → b → a." },
        { "rule: { kind: formula, variables: [{ name: a, formula: a + 1 }], cases: [{ then: a }] }", "Các biến gọi vòng quanh nhau: a → a." },
        { "rule: { kind: formula, variables: [{ name: a }], cases: [{ when: a > 0, then: a + khong_co }] }", "Công thức “a + khong_co”, vị trí 5: không có biến “khong_co”; các biến đã khai: a, max_points." },
        { "rule: { kind: formula, variables: [{ name: a }], cases: [{ then: a / 0 }] }", "Công thức “a / 0”, vị trí 3: chia cho 0, vì “0” bằng 0." },
        { "rule: { kind: formula, variables: [{ name: a }, { name: b, formula: a ÷ (1 - 1) }], cases: [{ then: b }] }", "chia cho 0, vì “1 - 1” bằng 0." },
        { "rule: { kind: formula, variables: [{ name: a }], cases: [{ when: 1 / (2 / 0) > a, then: a }] }", "chia cho 0, vì “0” bằng 0." },
        { $"rule: {{ kind: formula, variables: [], cases: [{{ then: \"{new string('(', Hostile)}1{new string(')', Hostile)}\" }}] }}", "lồng sâu quá 64 cấp" },
        { $"rule: {{ kind: formula, variables: [], cases: [{{ then: \"{new string('-', Hostile)}1\" }}] }}", "công thức dài quá 2000 phần; tách thành nhiều biến." },
        { "rule: { kind: bands, of: percent, bands: [{ range: \">= 90\", points: 5 }, { range: \"<= 90\", points: 0 }] }", "Khoảng “≤ 90” và “≥ 90” chồng lên nhau." },
        { "rule: { kind: bands, of: percent, bands: [{ range: \"> 90\", points: 5 }, { range: \"< 90\", points: 0 }] }", "Giữa khoảng “< 90” và “> 90” còn giá trị không thuộc khoảng nào." },
        { "rule: { kind: count, each: 10/0 }", "“each” là “10/0”, chia cho 0." },
        { "rule: { kind: levels, levels: [{ points: 5, label: Tốt, key: &a tot }] }", "không dùng “&” và “*” của YAML" },
        { $"rule: {new string('[', Hostile)}", "lồng sâu quá 40 cấp" },
    };

    public static TheoryData<string, string, string> Changes => new()
    {
        { "total: 30", "total: 35", "Bộ tiêu chí ghi 35 điểm nhưng 2 mục con cộng lại là 30." },
        { "Sáng kiến, max: 5", "Sáng kiến, max: 4", "Tiêu chí 1: mục này ghi 20 điểm nhưng 3 mục con cộng lại là 19." },
        { "kế hoạch, max: 5", "kế hoạch, max: 21", "Tiêu chí 1.1: điểm tối đa 21 lớn hơn 20 của mục 1." },
        { "max: 20", "max: 20/0", "Dòng 9: “max” là “20/0”, chia cho 0." },
        { "code: \"1.2\"", "code: \"1.1\"", "Tiêu chí 1.1: mã bị trùng." },
        { "title: Bộ tiêu chí thử", "title: &a [x, x]\nnote: *a", "Dòng 3: không dùng “&” và “*” của YAML" },
        { "title: Bộ tiêu chí thử", Laughs, "Dòng 3: không dùng “&” và “*” của YAML" },
        { "title: Bộ tiêu chí thử", "title: " + new string('[', Hostile), "Dòng 3: lồng sâu quá 40 cấp." },
    };

    public static TheoryData<string, string> Tables => new()
    {
        { "1|Chỉ đạo|5; 1.1|Kế hoạch|x", "Dòng 4 của bảng: điểm tối đa “x” không phải số." },
        { "1|Chỉ đạo|5; 1.1|Kế hoạch|", "Dòng 4 của bảng: điểm tối đa “” không phải số." },
        { "1|Chỉ đạo|5; 1.1||5", "Dòng 4 của bảng: mục “1.1” có điểm 5 nhưng chưa có tên tiêu chí." },
        { "1|Chỉ đạo|5; 1.1|Kế hoạch|5/0", "Dòng 4 của bảng: điểm tối đa “5/0” chia cho 0." },
        { "A. Khối chung|^|5; 1|Kế hoạch|5", "Dòng 3 của bảng: ô “A. Khối chung” gộp cột mã với cột tiêu chí; tách thành hai ô." },
        { "1|Chỉ đạo|5; 1.1|Kế hoạch|4; Tổng cộng|^|5", "Tiêu chí 1: mục này ghi 5 điểm nhưng 1 mục con cộng lại là 4." },
        { "1|Chỉ đạo|5; Tổng cộng|^|6", "Bộ tiêu chí ghi 6 điểm nhưng 1 mục con cộng lại là 5." },
    };

    private static string Laughs => string.Join('\n', Enumerable.Range(0, 9).Select(i => $"l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat(i == 0 ? "cười" : $"*l{i - 1}", 9))}]"));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task BadRule_IsRefusedByCommandImportAndEditor(string rule, string said)
    {
        await ShouldBeRefusedAsync(Encoding.UTF8.GetBytes(ScoredProvince.SetYaml.Replace(GoodRule, rule)), "bo.yaml", said);

        var edit = await province.EditAsync((editor, draft) => editor.WriteAsync(province.Of.Focal, draft, draft.Version, "1.3", null, new CriterionText("1.3", "Sáng kiến", 5, rule)));
        edit.Outcome.ShouldBe(SetEditOutcome.Refused);
        edit.Problems.ShouldContain(problem => problem.Contains(said));
        (await province.DraftAsync()).ShouldBe(province.DraftBefore);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public Task BadFile_IsRefusedByCommandAndImport(string good, string bad, string said) =>
        ShouldBeRefusedAsync(Encoding.UTF8.GetBytes(ScoredProvince.SetYaml.Replace(good, bad)), "bo.yaml", said);

    [Theory]
    [MemberData(nameof(Tables))]
    public Task BadTable_IsRefusedByCommandAndImport(string rows, string said) => ShouldBeRefusedAsync(Table(rows), "bo.xlsx", said);

    /// <summary>The product's own figures belong to the product: the command line scores without them.</summary>
    [Fact]
    public async Task UnknownFigure_IsRefusedByTheImport()
    {
        var taken = await province.ImportAsync(Encoding.UTF8.GetBytes(ScoredProvince.SetYaml.Replace("par-thu", "par-so").Replace("plan.done", "plan.dnoe")), "bo.yaml");

        taken.EditionId.ShouldBeNull();
        taken.Problems.ShouldHaveSingleItem().ShouldStartWith("Tiêu chí 1.2: hệ thống không có số liệu “plan.dnoe”");
    }

    /// <summary>A code merged over the rows of its guidance, and the total over two columns, are how officials write.</summary>
    [Fact]
    public async Task GoodTable_WithMergedAndEmptyCells_IsReadWhole()
    {
        var (exit, output, _) = await ScoreAsync(Table("1|Chỉ đạo|5; ||; 1.1|Kế hoạch|5; ^|Trong tháng 01|5; ^|Từ tháng 02|0; Tổng cộng|^|5"), "bo.xlsx");

        exit.ShouldBe(0);
        output.ShouldContain("1 tiêu chí chấm điểm, tổng 5 điểm, hợp lệ.");
    }

    private async Task ShouldBeRefusedAsync(byte[] file, string name, string said)
    {
        var (exit, output, error) = await ScoreAsync(file, name);
        exit.ShouldBe(CommandLine.BadInput);
        output.ShouldBeEmpty();
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(said);

        var taken = await province.ImportAsync(file, name);
        taken.EditionId.ShouldBeNull();
        taken.Problems.ShouldContain(problem => problem.Contains(said));
        (await province.SetsAsync()).ShouldBe(2, "the published one and the draft, as before");
    }

    private static async Task<(int Exit, string Output, string Error)> ScoreAsync(byte[] set, string name)
    {
        var folder = Directory.CreateTempSubdirectory("bad-set");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(path, set);
            using var output = new StringWriter();
            using var error = new StringWriter();
            var exit = await CommandLine.RunAsync(["score", "--set", path], new InvocationConfiguration { Output = output, Error = error });
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A sheet under a title and the usual headings; a semicolon ends a row, "^" merges a cell with the one above it, or in the second column with the first.</summary>
    private static byte[] Table(string rows)
    {
        string[][] cells = [["Bộ tiêu chí thử"], ["STT", "Tiêu chí", "Điểm tối đa"], .. rows.Split("; ").Select(row => row.Split('|'))];
        var merges = new List<MergeCell>();
        var written = cells.Select((row, r) => new Row(row.Select((text, c) =>
        {
            if (text == "^")
            {
                merges.Add(new MergeCell { Reference = c == 0 ? $"A{r}:A{r + 1}" : $"A{r + 1}:B{r + 1}" });
            }

            return new Cell { CellReference = $"{(char)('A' + c)}{r + 1}", DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text == "^" ? "" : text)) };
        })) { RowIndex = (uint)r + 1 }).ToList();
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(written));
            if (merges.Count > 0)
            {
                part.Worksheet.Append(new MergeCells(merges));
            }

            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "Bộ tiêu chí" }));
        }

        return buffer.ToArray();
    }

    /// <summary>One province for all: nothing of what is tried here may change it.</summary>
    public sealed class Province : IAsyncLifetime
    {
        private Guid _draft;

        public ScoredProvince Of { get; private set; } = null!;
        public (int Version, string Yaml) DraftBefore { get; private set; }

        public async Task InitializeAsync()
        {
            Of = await ScoredProvince.CreateAsync();
            var set = CriteriaSetYaml.Read(ScoredProvince.SetYaml) with { Version = "2027" };
            _draft = (await Of.AsAsync(Of.Focal, (SetLibrary library) => library.AddAsync(Of.Focal, set))).EditionId!.Value;
            DraftBefore = await DraftAsync();
        }

        public async Task DisposeAsync() => await Of.DisposeAsync();

        public Task<TakenSet> ImportAsync(byte[] file, string name) =>
            Of.AsAsync(Of.Focal, (SetLibrary library) => library.ImportAsync(Of.Focal, new MemoryStream(file), name, "par-bang", "2026"));

        public Task<SetEdit> EditAsync(Func<SetEditor, CriteriaEdition, Task<SetEdit>> use) => Of.AsAsync(Of.Focal, async (IServiceProvider services) =>
            await use(services.GetRequiredService<SetEditor>(), (await services.GetRequiredService<SetLibrary>().FindAsync(_draft))!));

        public Task<int> SetsAsync() => Of.ReadAsync(Of.Focal, db => db.CriteriaEditions.CountAsync());

        public Task<(int Version, string Yaml)> DraftAsync() => Of.ReadAsync(Of.Focal, async db =>
        {
            var draft = await db.CriteriaEditions.AsNoTracking().SingleAsync(one => one.Id == _draft);
            return (draft.Version, draft.Yaml);
        });
    }
}
