using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Following;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Returning;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Following;

public sealed class TaskFollowingTests : IAsyncLifetime
{
    private static readonly RowDeadline Continuous = new(DeadlineKind.Continuous, "Thường xuyên", null);
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Issue_RowWhoseResultIsADocument_AsksForItWhenDone()
    {
        var (task, period) = await WorkAsync("Báo cáo kết quả rà soát");
        task.NeedsEvidence.ShouldBeTrue();

        (await ReportAsync(period, ProgressState.InProgress)).Outcome.ShouldBe(ReportOutcome.Taken);
        (await ReportAsync(period, ProgressState.Done)).Fault.ShouldBe(ReportFault.EvidenceMissing);
        (await ReportAsync(period, ProgressState.Done, document: "12/BC-UBND")).Outcome.ShouldBe(ReportOutcome.Taken);
        (await ReportAsync(period, ProgressState.Done)).Outcome.ShouldBe(ReportOutcome.Taken, "the proof is known by now");
    }

    [Fact]
    public async Task Report_DoneAgainAfterAReturn_NeedsBetterProof()
    {
        var (_, period) = await WorkAsync("Báo cáo kết quả rà soát");
        await ReportAsync(period, ProgressState.Done, document: "12/BC-UBND");
        var update = await _ward.ReadAsync(db => db.ProgressUpdates.SingleAsync(said => said.OccurrenceId == period));
        await _ward.WithAsync((UpdateReturner returner) => returner.ReturnAsync(_ward.Focal, update.Id, "Sai báo cáo"));

        (await ReportAsync(period, ProgressState.Done)).Fault.ShouldBe(ReportFault.EvidenceMissing);
    }

    [Fact]
    [Requirement("BRD-07")]
    public async Task Report_BarePercentageOfARate_IsRefused()
    {
        var (_, period) = await WorkAsync("Tăng tỷ lệ người dân tham gia");

        (await ReportAsync(period, ProgressState.InProgress, percent: 60)).Fault.ShouldBe(ReportFault.BarePercent);
    }

    [Fact]
    [Requirement("BRD-06")]
    public async Task SetBase_OfAnIncrease_LetsMyWorkJudgeTheNumber()
    {
        var (task, period) = await WorkAsync("Tăng tỷ lệ người dân tham gia");
        task.Direction.ShouldBe(Direction.Up);
        var part = await _ward.ReadAsync(db => db.Assignments.SingleAsync(one => one.TaskId == task.Id));
        var before = new DatedNumber(new CountedNumber(25, 40), new DateOnly(2025, 12, 31), "Báo cáo 210/BC-UBND");

        (await SetBaseAsync(_ward.CultureMember, part, before)).ShouldBe(FollowingOutcome.NotAllowed);
        (await SetBaseAsync(_ward.CultureHead, part, before)).ShouldBe(FollowingOutcome.Set);
        (await SetBaseAsync(_ward.Focal, part, before)).ShouldBe(FollowingOutcome.ChangedMeanwhile);
        await ReportAsync(period, ProgressState.InProgress, numerator: 30, denominator: 40);

        var card = (await _ward.WithAsync((MyWork work) => work.FindAsync(_ward.CultureHead, MyWorkScope.Mine))).Waiting.Single();
        card.Direction!.Value.Judge(card.Part.Base, card.Standing.Counted).ShouldBe(Trend.RightWay);
    }

    [Fact]
    public async Task Demand_WeeklyCheckIns_BeginNextMondayAndKeepTheRunningMonth()
    {
        var (task, _) = await WorkAsync("Người dân hài lòng", Continuous);

        (await DemandAsync(_ward.Focal, task, Rhythm.Weekly)).ShouldBe(FollowingOutcome.Set);

        var periods = await PeriodsAsync(task.Id);
        periods[0].ToDate.ShouldBe(new DateOnly(2026, 2, 28), "the running month stays");
        (periods[1].FromDate, periods[1].DueOn).ShouldBe((new DateOnly(2026, 2, 9), new DateOnly(2026, 2, 15)));
        periods.Count.ShouldBe(1 + 47, "47 weeks begin between 9 February and the end of 2026");
        (await _ward.WithAsync((OccurrenceTopUp topUp) => topUp.RunAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Demand_BackToMonthly_KeepsWhatWasAnswered()
    {
        var (task, _) = await WorkAsync("Người dân hài lòng", Continuous);
        await DemandAsync(_ward.Focal, task, Rhythm.Weekly);
        _ward.Clock.Pass(TimeSpan.FromDays(9));
        var week = (await PeriodsAsync(task.Id)).Single(period => period.FromDate == new DateOnly(2026, 2, 9));
        await ReportAsync(week.Id, ProgressState.InProgress);

        await DemandAsync(_ward.Focal, await _ward.ReadAsync(db => db.Tasks.SingleAsync(one => one.Id == task.Id)), Rhythm.Monthly);

        (await PeriodsAsync(task.Id)).Select(period => period.FromDate).Take(6)
            .ShouldBe([new(2026, 2, 1), new(2026, 2, 9), new(2026, 2, 16), new(2026, 2, 23), new(2026, 3, 1), new(2026, 4, 1)]);
    }

    [Fact]
    public async Task Demand_ByTheUnit_IsNotAllowed()
    {
        var (task, _) = await WorkAsync("Người dân hài lòng", Continuous);

        (await DemandAsync(_ward.CultureHead, task, Rhythm.Weekly)).ShouldBe(FollowingOutcome.NotAllowed);
    }

    private async Task<(PlanTask Task, Guid Period)> WorkAsync(string target, RowDeadline? deadline = null)
    {
        var plan = await _ward.AddIssuedAsync(Row(deadline, target: target, parties: Lead(_ward.Culture)));
        var task = await _ward.ReadAsync(db => db.Tasks.SingleAsync(task => task.PlanId == plan.Id));
        return (task, (await PeriodsAsync(task.Id))[0].Id);
    }

    private Task<List<Occurrence>> PeriodsAsync(Guid task) => _ward.ReadAsync(db => db.Occurrences.Where(one => one.TaskId == task).OrderBy(one => one.FromDate).ToListAsync());

    private Task<ReportResult> ReportAsync(Guid period, ProgressState state, string? document = null, int? percent = null, decimal? numerator = null, decimal? denominator = null) =>
        _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(_ward.CultureMember, new ProgressReport
        {
            OccurrenceId = period, SeenVersion = 1, State = state, DocumentNumber = document, Percent = percent, Numerator = numerator, Denominator = denominator,
        }));

    private Task<FollowingOutcome> SetBaseAsync(Actor actor, Assignment part, DatedNumber before) =>
        _ward.WithAsync((TaskFollowing following) => following.SetBaseAsync(actor, part.Id, before, part.Version));

    private Task<FollowingOutcome> DemandAsync(Actor actor, PlanTask task, Rhythm rhythm) =>
        _ward.WithAsync((TaskFollowing following) => following.DemandAsync(actor, task.Id, new TaskDemands(task.NeedsEvidence, task.Direction, rhythm), task.Version));
}
