using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Working;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Modules.Tests.Plans.Amending.AmendedWard;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Amending;

/// <summary>What an amendment does to work that is under way.</summary>
[Requirement("PLN-25")]
public sealed class TaskFollowerTests : IAsyncLifetime
{
    private static readonly RowDeadline Continuous = new(DeadlineKind.Continuous, "Thường xuyên", null);
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    public async Task Approve_NewDeadline_MovesWhatIsOpenAndKeepsWhatIsDone()
    {
        var june = new RowDeadline(DeadlineKind.Fixed, "trước ngày 30/6/2026", new DateOnly(2026, 6, 29));
        var (plan, row, task) = await IssuedAsync(june, Lead(_ward.Culture), Lead(_ward.Economy, 2));
        await ReportAsync(_ward.EconomyHead, task, ProgressState.Done);
        _ward.Clock.MoveTo(new DateOnly(2026, 7, 15));

        await _ward.DecideAsync(plan, await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Deadline = Words("trước ngày 30/9/2026") }));

        var periods = (await _ward.TaskAsync(task)).Occurrences;
        var open = periods.Single(period => period.UnitId == _ward.Culture.Id);
        (open.FromDate, open.DueOn).ShouldBe((new DateOnly(2026, 7, 15), new DateOnly(2026, 9, 29)));
        var done = periods.Single(period => period.UnitId == _ward.Economy.Id);
        (done.State, done.DueOn).ShouldBe((ProgressState.Done, new DateOnly(2026, 6, 29)));
        (await StandingsAsync(task)).ShouldAllBe(standing => standing.Light != Light.Late);
        (await _ward.WithAsync((OccurrenceTopUp topUp) => topUp.RunAsync())).ShouldBe(0, "the nightly round asks for nothing twice");
    }

    [Fact]
    public async Task Approve_ContinuousBecomesDated_KeepsTheAnswersAndAsksOnceMore()
    {
        var (plan, row, task) = await IssuedAsync(Continuous, Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, task, ProgressState.InProgress);
        _ward.Clock.MoveTo(new DateOnly(2026, 4, 10));

        await _ward.DecideAsync(plan, await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Deadline = Words("31/12 hằng năm") }));

        var periods = (await _ward.TaskAsync(task)).Occurrences;
        periods.Select(period => period.IsCheckIn).ShouldBe([true, false]);
        periods[0].AnsweredAt.ShouldNotBeNull();
        periods[1].DueOn.ShouldBe(new DateOnly(2026, 12, 31));
        (await _ward.ReadAsync(db => db.Occurrences.IgnoreQueryFilters().CountAsync(period => period.TaskId == task && period.WithdrawnAt != null))).ShouldBe(9, "asked for, and no longer");
        (await _ward.WithAsync((OccurrenceTopUp topUp) => topUp.RunAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Approve_OtherLead_AsksTheNewUnitFromThatDayAndKeepsTheFormersAnswers()
    {
        var (plan, row, task) = await IssuedAsync(Continuous, Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, task, ProgressState.InProgress, "Đã họp với các tổ dân phố");
        _ward.Clock.MoveTo(new DateOnly(2026, 7, 15));

        await _ward.DecideAsync(plan, await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Leads = [_ward.Economy.Name] }));

        var changed = await _ward.TaskAsync(task);
        changed.Assignments.Single(part => part.Duty == Duty.Lead).UnitId.ShouldBe(_ward.Economy.Id);
        changed.Occurrences.Where(period => period.UnitId == _ward.Economy.Id).Min(period => period.FromDate).ShouldBe(new DateOnly(2026, 7, 1), "the month of the decision, not of the plan");
        var record = (await _ward.WithAsync((TaskReader reader) => reader.OpenAsync(_ward.Leader, task)))!;
        record.History.Single().Note.ShouldBe("Đã họp với các tổ dân phố");
        record.UnitName(record.Occurrences[0].UnitId).ShouldBe(_ward.Culture.Name);
        (await StandingsAsync(task)).Single().LateSince.ShouldBeNull();
    }

    [Fact]
    public async Task Approve_OnlyWordsChanged_KeepsPeriodsPersonAndSearch()
    {
        var (plan, row, task) = await IssuedAsync(Continuous, Lead(_ward.Culture));
        var part = (await _ward.TaskAsync(task)).Assignments.Single();
        await _ward.WithAsync((TaskAssigner assigner) => assigner.AssignAsync(_ward.CultureHead, part.Id, _ward.CultureMember.PersonId, part.Version));
        var before = (await _ward.TaskAsync(task)).Occurrences.Select(period => (period.Id, period.Version)).ToList();
        _ward.Clock.MoveTo(new DateOnly(2026, 7, 15));

        await _ward.DecideAsync(plan, await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Measures = ["Phát thanh hằng tuần"] }));

        var after = await _ward.TaskAsync(task);
        after.Occurrences.Select(period => (period.Id, period.Version)).ShouldBe(before);
        after.Assignments.Single().PersonId.ShouldBe(_ward.CultureMember.PersonId);
        after.SearchFolded.ShouldContain("phat thanh hang tuan");
    }

    [Fact]
    public async Task Approve_RowDropped_TakesTheTaskOffTheBoardAndKeepsItsHistory()
    {
        var (plan, row, task) = await IssuedAsync(Continuous, Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, task, ProgressState.InProgress, "Đã làm một phần");

        await _ward.DecideAsync(plan, await _ward.ProposeDropAsync(_ward.CultureHead, row));

        (await _ward.WithAsync((BoardSearch board) => board.FindAsync(_ward.Leader, new BoardFilter()))).Found.ShouldBe(0);
        var record = (await _ward.WithAsync((TaskReader reader) => reader.OpenAsync(_ward.CultureHead, task)))!;
        record.Task.WithdrawnAt.ShouldNotBeNull();
        record.History.Single().Note.ShouldBe("Đã làm một phần");
        var spoken = (await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(
            _ward.CultureHead, new ProgressReport { OccurrenceId = record.Occurrences[1].Id, SeenVersion = 1, State = ProgressState.Done }))).Outcome;
        spoken.ShouldBe(ReportOutcome.NotFound, "nobody reports on work that is gone");
    }

    private async Task<(Plan Plan, PlanRow Row, Guid Task)> IssuedAsync(RowDeadline deadline, params Party[] parties)
    {
        var plan = await _ward.AddIssuedAsync(Row(deadline, parties: parties));
        var row = await _ward.RowAsync(plan, "Cơ hội tham gia");
        return (plan, row, await _ward.TaskOfAsync(row));
    }

    private async Task ReportAsync(Actor actor, Guid task, ProgressState state, string? note = null)
    {
        var period = (await _ward.TaskAsync(task)).Occurrences.First(one => actor.WorksIn(one.UnitId));
        (await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport { OccurrenceId = period.Id, SeenVersion = period.Version, State = state, Note = note })))
            .Outcome.ShouldBe(ReportOutcome.Taken);
    }

    private Task<List<Standing>> StandingsAsync(Guid task) => _ward.ReadAsync(db => Standing.On(db, new DateOnly(2026, 7, 15)).Where(standing => standing.TaskId == task).ToListAsync());
}
