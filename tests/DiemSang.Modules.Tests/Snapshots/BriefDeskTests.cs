using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Snapshots;
using DiemSang.Modules.Snapshots.Briefs;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Snapshots;

public sealed class BriefDeskTests : IAsyncLifetime
{
    private static readonly RowDeadline March = new(DeadlineKind.Fixed, "31/3/2026", new DateOnly(2026, 3, 31));
    private WorkingWard _ward = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        await _ward.AddIssuedAsync(
            Row(March, "Công khai danh sách hộ nghèo", parties: Lead(_ward.Culture)),
            Row(March, "Giám sát đầu tư của cộng đồng", "PAR", parties: Lead(_ward.Front)));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("BRD-03")]
    public async Task Draft_AfterASnapshot_PutsRedFirstSaysWhatChangedAndNamesTheSilentHead()
    {
        await _ward.WithAsync((SnapshotTaker taker) => taker.TakeAsync(Act.BySystem(_ward.Organisation.Id, SnapshotTaker.Verb), SnapshotKind.Monthly));
        _ward.Clock.MoveTo(new DateOnly(2026, 4, 2));

        var brief = await _ward.WithAsync((BriefDesk desk) => desk.DraftAsync(_ward.Focal));

        brief.Since.ShouldBe(new DateOnly(2026, 2, 2));
        brief.Red.Single().Name.ShouldBe("PAPI 1.1 Công khai danh sách hộ nghèo");
        brief.Changes.Single().Movement.ShouldBe(Movement.NewlyLate);
        brief.Silent.ShouldBe([new SilentUnit("Phòng Văn hóa - Xã hội phường", "Ma Văn Vĩnh", 1, null)], "partners are asked, not ordered");
        brief.Counts.Late.ShouldBe(1);
    }

    [Fact]
    [Requirement("BRD-03")]
    public async Task Papers_OfABrief_SayTheSameInTheSameOrder()
    {
        _ward.Clock.MoveTo(new DateOnly(2026, 4, 2));
        var brief = await _ward.WithAsync((BriefDesk desk) => desk.DraftAsync(_ward.Focal));
        using var docx = new MemoryStream();

        BriefPaper.WriteDocx(brief, _ward.Organisation, docx);

        using var document = WordprocessingDocument.Open(docx, false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        text.ShouldContain("BÁO CÁO NHANH");
        foreach (var line in BriefPaper.Text(brief).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            text.ShouldContain(line);
        }

        text.IndexOf("Công khai danh sách hộ nghèo", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Ma Văn Vĩnh", StringComparison.Ordinal), "red stands first");
    }

    [Fact]
    [Requirement("BRD-03")]
    public async Task Send_ToTheLeaders_IsKeptAndTheirFirstLookIsNoted()
    {
        var sent = await _ward.WithAsync((BriefDesk desk) => desk.SendAsync(_ward.Focal));

        await _ward.WithAsync((BriefDesk desk) => desk.OpenAsync(_ward.Focal, sent!.Id));
        (await ReadersAsync()).ShouldBe([(_ward.Leader.PersonId, false)]);
        (await _ward.WithAsync((BriefDesk desk) => desk.OpenAsync(_ward.Leader, sent!.Id)))!.Content.Day.ShouldBe(new DateOnly(2026, 2, 2));
        (await ReadersAsync()).ShouldBe([(_ward.Leader.PersonId, true)]);
    }

    [Fact]
    [Requirement("BRD-02")]
    public async Task Appoint_AnotherKeeper_EndsTheFormerAndLeavesOne()
    {
        (await AppointAsync(_ward.Leader, _ward.CultureMember, KeeperDuty.Keeper)).ShouldBe(KeeperOutcome.Appointed);
        (await AppointAsync(_ward.Leader, _ward.CultureMember, KeeperDuty.Deputy)).ShouldBe(KeeperOutcome.HoldsTheOtherDuty);
        (await AppointAsync(_ward.Leader, _ward.EconomyHead, KeeperDuty.Deputy)).ShouldBe(KeeperOutcome.Appointed);
        (await AppointAsync(_ward.Leader, _ward.OneStopHead, KeeperDuty.Keeper)).ShouldBe(KeeperOutcome.Appointed);
        (await AppointAsync(_ward.CultureHead, _ward.CultureHead, KeeperDuty.Keeper)).ShouldBe(KeeperOutcome.NotAllowed);

        (await MayKeepAsync(_ward.CultureMember), await MayKeepAsync(_ward.OneStopHead), await MayKeepAsync(_ward.EconomyHead)).ShouldBe((false, true, true));
        (await _ward.ReadAsync(db => db.BoardKeepers.CountAsync(held => held.ToDate == null))).ShouldBe(2);
    }

    private Task<KeeperOutcome> AppointAsync(Actor by, Actor person, KeeperDuty duty) =>
        _ward.WithAsync((KeeperRoster roster) => roster.AppointAsync(by, person.PersonId, duty, "12/QĐ-UBND"));

    private Task<bool> MayKeepAsync(Actor actor) => _ward.WithAsync((KeeperRoster roster) => roster.MayKeepAsync(actor));

    private async Task<List<(Guid, bool)>> ReadersAsync() =>
        await _ward.ReadAsync(async db => (await db.BriefReaders.ToListAsync()).ConvertAll(reader => (reader.PersonId, reader.ReadAt is not null)));
}
