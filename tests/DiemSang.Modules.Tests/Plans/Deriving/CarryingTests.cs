using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Deriving;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Deriving;

/// <summary>Work drawn into a plan below is asked there and counted above: once each.</summary>
public sealed class CarryingTests : IAsyncLifetime
{
    private static readonly RowDeadline April = new(DeadlineKind.Fixed, "trước 30/4/2026", new DateOnly(2026, 4, 30));
    private WorkingWard _ward = null!;
    private Plan _plan = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        _plan = await _ward.AddIssuedAsync(Row(April, title: "Số hóa hồ sơ", target: "100% hồ sơ", parties: [Lead(_ward.Culture), Lead(_ward.Economy, 2)]));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-20")]
    public async Task OfUnit_ByItsHead_IsCorrectedAndIssuedByThem()
    {
        var plan = await DrawAsync(_ward.CultureHead);

        (await _ward.WithAsync((PlanReview plans) => plans.FindAsync(_ward.CultureHead, plan.Id))).ShouldNotBeNull();
        (await _ward.WithAsync((PlanReview plans) => plans.FindAsync(_ward.EconomyHead, plan.Id))).ShouldBeNull();
        (await RenameAsync(_ward.CultureHead, plan)).ShouldBe(EditStatus.Saved);
        (await RenameAsync(_ward.EconomyHead, plan)).ShouldBe(EditStatus.NotFound);
        (await _ward.IssueAsync(plan, _ward.EconomyHead)).ShouldBe(IssueOutcome.NotFound);
        (await _ward.IssueAsync(plan, _ward.CultureHead)).ShouldBe(IssueOutcome.Issued);
        (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfUnitAsync(_ward.CultureHead, _plan.Id, _ward.Economy.Id))).ShouldBeNull();
    }

    [Fact]
    [Requirement("PLN-20")]
    public async Task Issue_UnitPlanThatOrdersAnotherUnit_IsNotClear()
    {
        var plan = await DrawAsync(_ward.CultureHead);
        await _ward.ReadAsync(db => db.Database.ExecuteSqlAsync($"update plans.party set duty = 'lead' where unit_id = {_ward.Economy.Id} and row_id in (select id from plans.plan_row where plan_id = {plan.Id})"));

        (await _ward.IssueAsync(plan, _ward.CultureHead)).ShouldBe(IssueOutcome.NotClear);
    }

    [Fact]
    [Requirement("PLN-20")]
    public async Task Standing_UnitHasItsOwnPlan_IsAskedBelowAndCountedAbove()
    {
        var (above, below) = await CarryAsync();
        _ward.Clock.MoveTo(new DateOnly(2026, 5, 10));

        var board = (await _ward.WithAsync((BoardSearch search) => search.FindAsync(_ward.Leader, new BoardFilter()))).Lines;
        var units = (await _ward.WithAsync((BoardSearch search) => search.FindAsync(_ward.Leader, new BoardFilter { Plan = below.PlanId }))).Lines;
        var work = await _ward.WithAsync((MyWork mine) => mine.FindAsync(_ward.CultureHead, MyWorkScope.Units));
        var silent = await _ward.WithAsync((BoardReading reading) => reading.SilentUnitsAsync());

        (board.Single().TaskId, board.Single().Light).ShouldBe((above.Id, Light.Late));
        units.Single().TaskId.ShouldBe(below.Id);
        work.Waiting.Single().Standing.TaskId.ShouldBe(below.Id);
        silent.ShouldAllBe(unit => unit.Tasks == 1);
        (await YearAsync()).Where(line => line.UnitId == _ward.Culture.Id).Sum(line => line.Late).ShouldBe(1);
    }

    [Fact]
    [Requirement("PLN-20")]
    public async Task Report_DoneBelow_ShowsAboveAndIsRefusedThere()
    {
        var (above, below) = await CarryAsync();

        (await ReportAsync(above, _ward.CultureHead)).Fault.ShouldBe(ReportFault.AnsweredBelow);
        (await ReportAsync(below, _ward.CultureHead)).Outcome.ShouldBe(ReportOutcome.Taken);
        (await ReportAsync(above, _ward.EconomyHead)).Outcome.ShouldBe(ReportOutcome.Taken);

        var board = (await _ward.WithAsync((BoardSearch search) => search.FindAsync(_ward.Leader, new BoardFilter()))).Lines.Single();
        (board.TaskId, board.Light, board.UnitsAnswered).ShouldBe((above.Id, Light.Done, 2));
    }

    [Fact]
    [Requirement("PLN-20")]
    public async Task Standing_ThreePlansInAChain_ComesFromTheLastAndIsCountedAtTheFirst()
    {
        var year = (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.Focal, _plan.Id, 2026)))!;
        await _ward.IssueAsync(year);
        var unit = await DrawAsync(_ward.CultureHead, year.Id);
        await _ward.IssueAsync(unit, _ward.CultureHead);
        _ward.Clock.MoveTo(new DateOnly(2026, 5, 10));

        var standings = await _ward.ReadAsync(db => Standing.On(db, _ward.Clock.Today()).Where(one => one.UnitId == _ward.Culture.Id).ToListAsync());
        var board = (await _ward.WithAsync((BoardSearch search) => search.FindAsync(_ward.Leader, new BoardFilter()))).Lines;

        standings.Count.ShouldBe(3);
        standings.Count(one => !one.IsCarried).ShouldBe(1);
        standings.ShouldAllBe(one => one.Light == Light.Late && one.Missed == 1);
        board.Single().PlanId.ShouldBe(_plan.Id);
    }

    [Fact]
    public async Task Standing_PlanBelowIsOver_AsksAboveAgainWithoutBlamingTheYearsBetween()
    {
        var fiveYears = await _ward.AddIssuedAsync(Row(new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null), title: "Trực một cửa", parties: Lead(_ward.OneStop)));
        var year = (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.Focal, fiveYears.Id, 2026)))!;
        await _ward.IssueAsync(year);
        _ward.Clock.MoveTo(new DateOnly(2027, 1, 10));
        await _ward.WithAsync((OccurrenceTopUp topUp) => topUp.RunAsync());

        var above = (await _ward.ReadAsync(db => Standing.On(db, _ward.Clock.Today()).Where(one => one.UnitId == _ward.OneStop.Id && !one.IsDetail).ToListAsync()))
            .Single(one => one.FromDate.Year == 2027);

        (above.IsCarried, above.Light, above.Missed).ShouldBe((false, Light.NotStarted, 0));
    }

    private async Task<Plan> DrawAsync(Actor head, Guid? from = null) =>
        (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfUnitAsync(head, from ?? _plan.Id, _ward.Culture.Id)))!;

    private async Task<(PlanTask Above, PlanTask Below)> CarryAsync()
    {
        var plan = await DrawAsync(_ward.CultureHead);
        (await _ward.IssueAsync(plan, _ward.CultureHead)).ShouldBe(IssueOutcome.Issued);
        return await _ward.ReadAsync(async db => (await db.Tasks.SingleAsync(task => task.PlanId == _plan.Id), await db.Tasks.SingleAsync(task => task.PlanId == plan.Id)));
    }

    private Task<EditStatus> RenameAsync(Actor actor, Plan plan) => _ward.WithAsync(async (HeaderEditor editor) =>
    {
        var version = await _ward.ReadAsync(db => db.Plans.Where(one => one.Id == plan.Id).Select(one => one.Version).SingleAsync());
        return await editor.EditAsync(actor, plan.Id, version, new HeaderText { Title = "Kế hoạch của phòng", Period = new PlanPeriod(2026, 2030) });
    });

    private Task<ReportResult> ReportAsync(PlanTask task, Actor actor) => _ward.WithAsync(async (ProgressReporter reporter) =>
    {
        var unit = actor.UnitIds.Single();
        var period = await _ward.ReadAsync(db => db.Occurrences.SingleAsync(one => one.TaskId == task.Id && one.UnitId == unit));
        return await reporter.ReportAsync(actor, new ProgressReport { OccurrenceId = period.Id, SeenVersion = period.Version, State = ProgressState.Done });
    });

    private Task<List<YearRecord>> YearAsync() => _ward.ReadAsync((DiemSangDbContext db) => YearRecord.Between(
        db, _ward.Organisation.Id, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), _ward.Clock.Today()).ToListAsync());
}
