using System.CommandLine;
using System.Text.Json;
using DiemSang.Tests;
using DiemSang.Web.Commands;

namespace DiemSang.Web.Tests.Commands;

/// <summary><c>diemsang score</c> and <c>diemsang rank</c> as a caller sees them: exit status, JSON, one line of complaint.</summary>
[Requirement("SCR-01", "RNK-08")]
public sealed class ScoreAndRankCommandTests : IDisposable
{
    private const string Set = """
        code: thu
        version: "1"
        title: Bộ thử
        total: 10
        criteria:
          - { code: "1", title: Kế hoạch, max: 4, rule: yes_no, evidence: required }
          - { code: "2", title: Tỷ lệ, max: 6, rule: { kind: formula, variables: [{ name: a, label: A }], cases: [{ then: "6 / a" }] } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("score-command").FullName;

    [Fact]
    public async Task Score_Sheet_GivesIndexPointsAndHow()
    {
        var (exit, output, _) = await RunAsync("score", "--set", File("bo.yaml", Set), "--input", File("phieu.json", """{ "declarations": { "1": true, "2": 3 } }"""), "--json");
        exit.ShouldBe(0);
        var json = JsonDocument.Parse(output).RootElement;
        (json.GetProperty("index").GetDecimal(), json.GetProperty("points").GetDecimal(), json.GetProperty("maxApplicable").GetDecimal())
            .ShouldBe((60m, 6m, 10m));
        json.GetProperty("nodes").EnumerateArray()
            .Select(node => (node.GetProperty("code").GetString(), node.GetProperty("how").GetString())).ShouldBe(
            [("1", "Đạt: được đủ 4 điểm."), ("2", "Công thức 6 / a với A = 3: 2 điểm.")]);
        json.GetProperty("flags").EnumerateArray().Single().GetProperty("kind").GetString().ShouldBe("noEvidence");
    }

    [Theory]
    [InlineData("total: 10", "total: 100", "{}", "Bộ tiêu chí ghi 100 điểm nhưng 2 mục con cộng lại là 10.")]
    [InlineData("6 / a", "6 / b", "{}", "không có biến “b”")]
    [InlineData("6 / a", "6 / (a", "{}", "cần “)”, gặp hết công thức")]
    [InlineData("Bộ thử", "Bộ thử", """{ "declarations": { "2": 0 } }""", "chia cho 0, vì “a” bằng 0")]
    [InlineData("Bộ thử", "Bộ thử", """{ "declarations": { "2": 0.5 } }""", "Kết quả 12 điểm nằm ngoài khoảng từ 0 đến 6.")]
    [InlineData("Bộ thử", "Bộ thử", """{ "declarations": { "3": 1 } }""", "không có tiêu chí “3”")]
    public async Task Score_BadInput_ExitsTwoWithOneLine(string part, string replacement, string sheet, string complaint)
    {
        var (exit, output, error) = await RunAsync(
            "score", "--set", File("bo.yaml", Set.Replace(part, replacement)), "--input", File("phieu.json", sheet), "--json");
        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(complaint);
        error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Score_ExportedTable_ScoresTheSame()
    {
        var table = Path.Combine(_folder, "bo.xlsx");
        (await RunAsync("score", "--set", File("bo.yaml", Set), "--export", table)).Exit.ShouldBe(0);
        var (exit, output, _) = await RunAsync("score", "--set", table, "--input", File("phieu.json", """{ "declarations": { "1": true, "2": 3 } }"""));
        exit.ShouldBe(0);
        output.ShouldContain("chỉ số 60 %");
    }

    [Fact]
    public async Task Rank_TiesGroupsAndParts_AreReported()
    {
        var file = File(
            "xep-hang.csv", "unit,a,b,index,peer,ranked\nX,50,40,90,xã,\nY,45,45,90,xã,\nZ,40,40,80.5,xã,\nSở,60,35,95,sở,no\nT,,,,xã,\n");
        var (exit, output, _) = await RunAsync(
            "rank", "--input", file, "--ties", "dense", "--groups", "A>90; B>=80; C<80", "--parts", "a,b", "--json");
        exit.ShouldBe(0);
        var json = JsonDocument.Parse(output).RootElement;
        json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("unit")} {row.GetProperty("rank")} {row.GetProperty("group")}")
            .ShouldBe(["X 1 B", "Y 1 B", "Z 2 B", "T  ", "Sở  A"]);
        json.GetProperty("flags").EnumerateArray().Single().GetProperty("unit").GetString().ShouldBe("Z");
    }

    [Theory]
    [InlineData("C<80", "Giá trị trên “< 80” không thuộc khoảng nào")]
    [InlineData("cao", "Không hiểu nhóm “cao”")]
    public async Task Rank_BadGroups_ExitsTwoWithOneLine(string groups, string complaint)
    {
        var (exit, _, error) = await RunAsync("rank", "--input", File("a.csv", "unit,index\nX,90\n"), "--groups", groups);
        exit.ShouldBe(2);
        error.ShouldContain(complaint);
    }

    [Fact]
    public async Task Rank_UnknownTieRule_ExitsTwoWithOneLine()
    {
        var (exit, _, error) = await RunAsync("rank", "--input", File("a.csv", "unit,index\nX,90\n"), "--ties", "best");
        exit.ShouldBe(2);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("Competition");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
