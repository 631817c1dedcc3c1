using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Snapshots;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Snapshots;

[Requirement("BRD-01")]
public sealed class SnapshotTakerTests : IAsyncLifetime
{
    private static readonly RowDeadline March = new(DeadlineKind.Fixed, "31/3/2026", new DateOnly(2026, 3, 31));
    private WorkingWard _ward = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        await _ward.AddIssuedAsync(
            Row(March, "Công khai danh sách hộ nghèo", parties: Lead(_ward.Culture)),
            Row(title: "Trách nhiệm giải trình", index: "SIPAS", parties: Lead(_ward.Economy)));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Theory]
    [InlineData("2026-02-02", SnapshotKind.Weekly, "2026-02-02", "2026-02-08")]
    [InlineData("2026-03-01", SnapshotKind.Weekly, "2026-02-23", "2026-03-01")]
    [InlineData("2028-02-10", SnapshotKind.Monthly, "2028-02-01", "2028-02-29")]
    public void Period_OfADay_IsItsWeekOrMonth(string day, SnapshotKind kind, string from, string to) =>
        SnapshotPeriod.Of(kind, DateOnly.Parse(day)).ShouldBe(new SnapshotPeriod(kind, DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public async Task Take_TwiceInAWeek_KeepsTheFirstAndItsLines()
    {
        var first = await TakeAsync(SnapshotKind.Weekly);
        _ward.Clock.MoveTo(new DateOnly(2026, 2, 6));
        var second = await TakeAsync(SnapshotKind.Weekly);
        _ward.Clock.MoveTo(new DateOnly(2026, 2, 9));
        var third = await TakeAsync(SnapshotKind.Weekly);

        (first.IsNew, second.IsNew, third.IsNew).ShouldBe((true, false, true));
        second.Snapshot.Id.ShouldBe(first.Snapshot.Id);
        (await LinesAsync(first.Snapshot)).Select(line => line.Title).ShouldBe(["Công khai danh sách hộ nghèo", "Trách nhiệm giải trình"]);
    }

    [Fact]
    public async Task Take_TwoNodesAtOnce_MakesOneSnapshot()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAsync(SnapshotKind.Monthly)));

        taken.Count(one => one.IsNew).ShouldBe(1);
        taken.Select(one => one.Snapshot.Id).Distinct().Count().ShouldBe(1);
        (await LinesAsync(taken[0].Snapshot)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("update snapshots.snapshot_line set light = 'done'")]
    [InlineData("delete from snapshots.snapshot_line")]
    [InlineData("update snapshots.snapshot set day = from_date")]
    [InlineData("insert into snapshots.snapshot_line select * from snapshots.board_lines(date '2026-05-01', (select id from snapshots.snapshot limit 1))")]
    public async Task Change_AfterwardsByAnybody_IsRefused(string sql)
    {
        await TakeAsync(SnapshotKind.Weekly);

        await Should.ThrowAsync<PostgresException>(() => _ward.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        await Should.ThrowAsync<PostgresException>(() => _ward.Database.ExecuteAsOwnerAsync($"set app.organisation_id = '{_ward.Organisation.Id}'; {sql}"));
    }

    [Fact]
    public async Task Take_Anyhow_LeavesAnAct()
    {
        await TakeAsync(SnapshotKind.Weekly);

        (await _ward.ReadAsync(db => db.AuditEntries.Where(entry => entry.Verb == SnapshotTaker.Verb).Select(entry => entry.PersonName).ToListAsync())).ShouldBe(["Hệ thống"]);
    }

    [Theory]
    [InlineData(SnapshotKind.Monthly)]
    [InlineData(SnapshotKind.Weekly)]
    [Requirement("BRD-01")]
    public async Task Compare_AMonthWithALaterMonthOrWeek_SaysWhatBecameLate(SnapshotKind other)
    {
        var march = await TakeAsync(SnapshotKind.Monthly);
        _ward.Clock.MoveTo(new DateOnly(2026, 4, 2));
        var april = await TakeAsync(other);

        var moved = BoardComparison.Between(await LinesAsync(march.Snapshot), await LinesAsync(april.Snapshot)).Single();

        (moved.Movement, moved.Line.Title, moved.Line.LateSince).ShouldBe((Movement.NewlyLate, "Công khai danh sách hộ nghèo", new DateOnly(2026, 3, 31)));
        moved.Before!.Light.ShouldBe(Light.NotStarted);
    }

    private Task<TakenSnapshot> TakeAsync(SnapshotKind kind) =>
        _ward.WithAsync((SnapshotTaker taker) => taker.TakeAsync(Act.BySystem(_ward.Organisation.Id, SnapshotTaker.Verb), kind));

    private Task<IReadOnlyList<SnapshotLine>> LinesAsync(Snapshot snapshot) => _ward.WithAsync((BoardReading board) => board.FrozenAsync(snapshot));
}
