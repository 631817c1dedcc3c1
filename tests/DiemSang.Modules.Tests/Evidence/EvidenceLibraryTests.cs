using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Evidence;

public sealed class EvidenceLibraryTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 31);
    private TestDatabase _database = null!;
    private Organisation _ward = null!;
    private Act _act = null!;

    private Actor Seer => new(_ward.Id, Guid.NewGuid(), "Nguyễn Thị Khánh", [new HeldRole(Role.Focal, null, IsActing: false)]);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ward = await _database.AddOrganisationAsync();
        _act = Act.BySystem(_ward.Id, "test.evidence");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    [Requirement("SCR-12")]
    public async Task TakeIn_SameDocumentNumberTwice_IsOneProofUsedTwice()
    {
        var first = await TakeInAsync(Report("12", "Ủy ban nhân dân phường Bình Minh"));
        var second = await TakeInAsync(Report("12", "Uỷ ban nhân dân phường Bình Minh"));

        second.WasKnown.ShouldBeTrue();
        second.Id.ShouldBe(first.Id);
        (await CountAsync(db => db.EvidenceUses)).ShouldBe(2);
    }

    [Theory]
    [InlineData("05/BC-UBND", "5/BC-UBND")]
    [InlineData("Báo cáo số 05/BC-UBND ngày 31/3/2026", "số 05/bc-ubnd ngày 31/3/2026")]
    [InlineData("05/BC-UBND ngày 31/03/2026", "05/BC-UBND ngày 31 tháng 3 năm 2026")]
    public async Task TakeIn_SameNumberTypedOtherwise_IsOneProof(string first, string second)
    {
        var one = await TakeInAsync(new EvidenceDescription(first, Day).WithDocument(first));
        var other = await TakeInAsync(new EvidenceDescription(second, Day).WithDocument(second));

        other.ShouldBe((one.Id, true));
    }

    [Fact]
    public async Task TakeIn_FileOfADocumentKnownByNumber_JoinsIt()
    {
        var known = await TakeInAsync(Report("12", null));

        var joined = await TakeInFileAsync("bao-cao.txt", "Nội dung báo cáo", Report("12", null));

        joined.ShouldBe(known.Id);
        (await FindAsync(new EvidenceQuery("noi dung"))).Single().FileName.ShouldBe("bao-cao.txt");
    }

    [Fact]
    public async Task TakeIn_SameNumberOfAnotherIssuer_IsAnotherProof()
    {
        var first = await TakeInAsync(Report("12", "UBND phường Bình Minh"));
        var second = await TakeInAsync(Report("12", "UBND tỉnh Trường Sơn"));

        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task TakeIn_SameFileUnderAnotherName_IsOneProof()
    {
        var first = await TakeInFileAsync("bien-ban.txt", "Biên bản họp tổ dân phố số 4");
        var second = await TakeInFileAsync("ban-sao.txt", "Biên bản họp tổ dân phố số 4");

        second.ShouldBe(first);
    }

    [Theory]
    [InlineData("bien ban")]
    [InlineData("BIÊN BẢN họp")]
    [InlineData("to dan pho")]
    public async Task Find_WordsWithoutDiacritics_FindsTheProof(string words)
    {
        await TakeInFileAsync("a.txt", "Biên bản họp tổ dân phố số 4");
        await TakeInAsync(Report("12", null));

        (await FindAsync(new EvidenceQuery(words))).Single().FileName.ShouldBe("a.txt");
    }

    [Fact]
    public async Task Find_ProofUsedForAnotherYear_IsMarked()
    {
        await TakeInAsync(Report("12", null), yearOfUse: 2025);
        await TakeInAsync(Report("13", null), yearOfUse: 2026);

        var outOfYear = await FindAsync(new EvidenceQuery(Filter: EvidenceFilter.OutOfYear));

        outOfYear.Single().Item.Number.ShouldBe("12");
        outOfYear.Single().IsOutOfYear.ShouldBeTrue();
    }

    private static EvidenceDescription Report(string number, string? issuer) =>
        new("Báo cáo công tác cải cách hành chính quý I", Day) { DocumentKind = "Báo cáo", Number = number, Symbol = "BC-UBND", IssuedOn = Day, Issuer = issuer };

    private async Task<(Guid Id, bool WasKnown)> TakeInAsync(EvidenceDescription description, int yearOfUse = 2026)
    {
        await using var scope = _database.Scope(_ward.Id);
        var library = scope.ServiceProvider.GetRequiredService<EvidenceLibrary>();
        var (item, known) = await library.TakeInAsync(description, null, _act);
        await library.UseAsync(item, EvidenceSubject.Occurrence, Guid.NewGuid(), yearOfUse, _act);
        await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().SaveAsync(_act);
        return (item.Id, known);
    }

    private async Task<Guid> TakeInFileAsync(string name, string text, EvidenceDescription? description = null)
    {
        await using var scope = _database.Scope(_ward.Id);
        var (file, _) = await scope.ServiceProvider.GetRequiredService<FileStore>().TakeInAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, _act);
        var (item, _) = await scope.ServiceProvider.GetRequiredService<EvidenceLibrary>().TakeInAsync((description ?? new EvidenceDescription(name, Day)) with { Text = text }, file, _act);
        await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().SaveAsync(_act);
        return item.Id;
    }

    private async Task<IReadOnlyList<EvidenceLine>> FindAsync(EvidenceQuery query)
    {
        await using var scope = _database.Scope(_ward.Id);
        return (await scope.ServiceProvider.GetRequiredService<EvidenceSearch>().FindAsync(Seer, query)).Lines;
    }

    private async Task<int> CountAsync<T>(Func<DiemSangDbContext, DbSet<T>> set)
        where T : class
    {
        await using var scope = _database.Scope(_ward.Id);
        return await set(scope.ServiceProvider.GetRequiredService<DiemSangDbContext>()).CountAsync();
    }
}
