using System.Text;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Evidence.Reading;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Evidence;

public sealed class FileTextReadingTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await WorkingWard.CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Theory]
    [InlineData("niem yet cong khai")]
    [InlineData("NIÊM YẾT danh sách")]
    [Requirement("SCR-12")]
    public async Task Run_WorkbookPutIn_IsFoundByItsCells(string words)
    {
        await PutInAsync(Workbook("Đã niêm yết công khai danh sách hộ nghèo"), "so-lieu.xlsx");
        (await FindAsync(words)).ShouldBeEmpty("nobody has read it yet");

        (await RunAsync()).ShouldBe(1);

        var line = (await FindAsync(words)).ShouldHaveSingleItem();
        line.Excerpt.ShouldNotBeNull().ShouldContain("niêm yết công khai danh sách hộ nghèo");
        (await RunAsync()).ShouldBe(0, "a file is read once");
    }

    [Fact]
    public async Task Run_FileThatCannotBeRead_SaysWhyAndKeepsTheProof()
    {
        var id = await PutInAsync([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3], "anh-hong.png");

        await RunAsync();

        var record = (await _ward.WithAsync((EvidenceReader reader) => reader.OpenAsync(_ward.Focal, id)))!;
        record.Text!.Text.ShouldBeNull();
        record.Text.Failure.ShouldNotBeNullOrEmpty();
        (await FindAsync("anh-hong.png")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_AnyFile_LeavesVersionAndHistoryOfTheProofAlone()
    {
        var id = await PutInAsync(Encoding.UTF8.GetBytes("Biên bản họp tổ dân phố"), "bien-ban.txt");
        var before = await _ward.ReadAsync(db => db.AuditEntries.CountAsync());

        await RunAsync();

        (await _ward.ReadAsync(db => db.EvidenceItems.SingleAsync(item => item.Id == id))).Version.ShouldBe(1);
        (await _ward.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Describe_AfterTheReading_IsStillFoundByTheFile()
    {
        var id = await PutInAsync(Encoding.UTF8.GetBytes("Biên bản họp tổ dân phố"), "bien-ban.txt");
        await RunAsync();

        await _ward.ReadAsync(async db =>
        {
            var item = await db.EvidenceItems.SingleAsync(one => one.Id == id);
            await new EvidenceDesk(db, new EvidenceLibrary(db, _ward.Clock), _ward.Clock).DescribeAsync(item, new EvidenceDescription("Biên bản tổ 4", new DateOnly(2026, 1, 15)));
            await db.SaveAsync(_ward.Focal.To("evidence.change"));
            return true;
        });

        (await FindAsync("to 4 hop to dan pho")).ShouldHaveSingleItem();
    }

    private static byte[] Workbook(string text)
    {
        using var file = new MemoryStream();
        XlsxWriter.Write(file, new XlsxSheet("Số liệu", [new XlsxColumn("Nội dung", 40)], [new XlsxRow([XlsxCell.Text(text)])]));
        return file.ToArray();
    }

    private Task<int> RunAsync() => _ward.WithAsync((FileTextReading reading) => reading.RunAsync());

    private async Task<IReadOnlyList<EvidenceLine>> FindAsync(string words) =>
        (await _ward.WithAsync((EvidenceSearch search) => search.FindAsync(_ward.Focal, new EvidenceQuery(words)))).Lines;

    private async Task<Guid> PutInAsync(byte[] content, string name) => await _ward.ReadAsync(async db =>
    {
        var files = new EvidenceFiles(new Modules.Shared.Files.FileStore(db, new(_ward.Database.FilesFolder), _ward.Clock), db);
        var (file, _) = await files.TakeInAsync(_ward.Focal, new MemoryStream(content), name);
        var desk = new EvidenceDesk(db, new EvidenceLibrary(db, _ward.Clock), _ward.Clock);
        return (await desk.AddAsync(_ward.Focal, new EvidenceDescription(name, new DateOnly(2026, 1, 15)), file, proves: null, isAnother: false)).ShouldBeOfType<Addition.Added>().ItemId;
    });
}
