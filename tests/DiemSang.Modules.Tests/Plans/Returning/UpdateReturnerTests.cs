using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Returning;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Returning;

public sealed class UpdateReturnerTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("LDR-09")]
    public async Task Return_TheLastWord_KeepsItInHistoryAndOpensThePeriodAgain()
    {
        var period = await PeriodAsync(Yearly, _ward.Culture);
        var empty = await ReportAsync(_ward.CultureMember, period, ProgressState.Done);

        (await ReturnAsync(_ward.Focal, empty)).ShouldBe(ReturnOutcome.Returned);

        var saved = await FindAsync(period.Id);
        (saved.State, saved.AnsweredAt, saved.DoneOn, saved.ReturnedAt is null).ShouldBe((ProgressState.NotStarted, null, null, false));
        var said = (await _ward.WithAsync((TaskReader reader) => reader.OpenAsync(_ward.Focal, period.TaskId)))!.History.Single();
        (said.State, said.Return!.PersonName, said.Return.Reason).ShouldBe((ProgressState.Done, "Nguyễn Thị Khánh", "Chưa có số liệu"));
    }

    [Fact]
    public async Task Return_ASecondWord_LetsTheFirstHoldAgain()
    {
        var period = await PeriodAsync(Yearly, _ward.Culture);
        await ReportAsync(_ward.CultureMember, period, ProgressState.Blocked, "Thiếu kinh phí");
        _ward.Clock.Pass(TimeSpan.FromMinutes(1));
        var second = await ReportAsync(_ward.CultureMember, period, ProgressState.Done);

        await ReturnAsync(_ward.CultureHead, second);

        (await FindAsync(period.Id)).State.ShouldBe(ProgressState.Blocked);
    }

    [Fact]
    public async Task Return_ByEachRole_OnlyWhoDirectsTheUnitMay()
    {
        var period = await PeriodAsync(Yearly, _ward.Culture);
        var update = await ReportAsync(_ward.CultureMember, period, ProgressState.Done);

        (await ReturnAsync(_ward.CultureMember, update)).ShouldBe(ReturnOutcome.NotAllowed);
        (await ReturnAsync(_ward.Viewer, update)).ShouldBe(ReturnOutcome.NotAllowed);
        (await ReturnAsync(_ward.EconomyHead, update)).ShouldBe(ReturnOutcome.NotFound);
        (await ReturnAsync(_ward.Leader, update)).ShouldBe(ReturnOutcome.Returned);
        (await ReturnAsync(_ward.Focal, update)).ShouldBe(ReturnOutcome.NotTheLast);
    }

    [Fact]
    public async Task Return_TwoInTheSameMoment_SendsItBackOnce()
    {
        var period = await PeriodAsync(Yearly, _ward.Culture);
        var update = await ReportAsync(_ward.CultureMember, period, ProgressState.Done);

        var outcomes = await Task.WhenAll(ReturnAsync(_ward.Focal, update), ReturnAsync(_ward.Leader, update));

        outcomes.Order().ShouldBe([ReturnOutcome.Returned, ReturnOutcome.NotTheLast]);
        (await _ward.ReadAsync(db => db.UpdateReturns.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task MyWork_OfTheSender_ShowsTheReasonFirstUntilAnsweredAnew()
    {
        var period = await PeriodAsync(Yearly, _ward.Culture);
        await PeriodAsync(new RowDeadline(DeadlineKind.Fixed, "31/01/2026", new DateOnly(2026, 1, 31)), _ward.Culture);
        await ReturnAsync(_ward.Leader, await ReportAsync(_ward.CultureMember, period, ProgressState.Done));

        var first = (await WorkAsync()).Waiting[0];
        (first.Standing.TaskId, first.Return!.PersonName, first.Return.Reason).ShouldBe((period.TaskId, "Nông Văn Thành", "Chưa có số liệu"));

        await ReportAsync(_ward.CultureMember, period, ProgressState.Done);
        (await WorkAsync()).Settled.Single().Return.ShouldBeNull();
    }

    [Fact]
    public async Task YearRecord_OfAYear_CountsOnTimeLateEvidenceAndReturns()
    {
        var onTime = await PeriodAsync(new RowDeadline(DeadlineKind.Fixed, "15/02/2026", new DateOnly(2026, 2, 15)), _ward.Culture);
        await PeriodAsync(new RowDeadline(DeadlineKind.Fixed, "20/02/2026", new DateOnly(2026, 2, 20)), _ward.Culture);
        await PeriodAsync(new RowDeadline(DeadlineKind.Fixed, "20/02/2026", new DateOnly(2026, 2, 20)), _ward.Front);
        await ReturnAsync(_ward.Focal, await ReportAsync(_ward.CultureMember, onTime, ProgressState.Done));
        await ReportAsync(_ward.CultureMember, onTime, ProgressState.Done, document: "12/BC-UBND");
        _ward.Clock.Pass(TimeSpan.FromDays(30));

        var lines = await _ward.ReadAsync(db => YearRecord.Between(db, _ward.Organisation.Id, new(2026, 1, 1), new(2026, 12, 31), new(2026, 3, 4)).ToListAsync());

        var culture = lines.Single(line => line.UnitId == _ward.Culture.Id);
        (culture.Led, culture.Asked, culture.OnTime, culture.Late, culture.Done, culture.WithEvidence, culture.Returned).ShouldBe((2, 2, 1, 1, 1, 1, 1));
        lines.Single(line => line.UnitId == _ward.Front.Id).Late.ShouldBe(0, "a partner is asked, not ordered");
    }

    [Fact]
    public async Task YearRecord_CheckIns_AreOnTimeWhenAnsweredInTheirMonth()
    {
        var first = await PeriodAsync(new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null), _ward.Culture);
        await _ward.WithAsync((TaskAssigner assigner) => GiveAsync(assigner, first.TaskId, _ward.CultureMember.PersonId));
        await ReportAsync(_ward.CultureMember, first, ProgressState.InProgress);

        var lines = await _ward.ReadAsync(db => YearRecord.Between(db, _ward.Organisation.Id, new(2026, 1, 1), new(2026, 12, 31), new(2026, 4, 2)).ToListAsync());

        var line = lines.Single();
        (line.PersonId, line.Asked, line.OnTime, line.Late).ShouldBe((_ward.CultureMember.PersonId, 2, 1, 1));
    }

    private static RowDeadline Yearly => new(DeadlineKind.Yearly, "31/12 hằng năm", null) { Month = 12, Day = 31 };

    private async Task<Occurrence> PeriodAsync(RowDeadline deadline, Unit lead)
    {
        var plan = await _ward.AddIssuedAsync(Row(deadline, parties: Lead(lead)));
        return await _ward.ReadAsync(db => db.Occurrences.Where(occurrence => occurrence.Task.PlanId == plan.Id).OrderBy(occurrence => occurrence.FromDate).FirstAsync());
    }

    private async Task<Guid> ReportAsync(Actor actor, Occurrence period, ProgressState state, string? note = null, string? document = null)
    {
        var seen = (await FindAsync(period.Id)).Version;
        await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport { OccurrenceId = period.Id, SeenVersion = seen, State = state, Note = note, DocumentNumber = document }));
        return await _ward.ReadAsync(db => db.ProgressUpdates.Where(said => said.OccurrenceId == period.Id).OrderByDescending(said => said.OccurrenceVersion).Select(said => said.Id).FirstAsync());
    }

    private async Task<AssignOutcome> GiveAsync(TaskAssigner assigner, Guid task, Guid person)
    {
        var part = await _ward.ReadAsync(db => db.Assignments.SingleAsync(one => one.TaskId == task));
        return await assigner.AssignAsync(_ward.CultureHead, part.Id, person, part.Version);
    }

    private Task<ReturnOutcome> ReturnAsync(Actor actor, Guid update) => _ward.WithAsync((UpdateReturner returner) => returner.ReturnAsync(actor, update, "Chưa có số liệu"));

    private Task<WorkList> WorkAsync() => _ward.WithAsync((MyWork work) => work.FindAsync(_ward.CultureMember, MyWorkScope.Mine));

    private Task<Occurrence> FindAsync(Guid id) => _ward.ReadAsync(db => db.Occurrences.SingleAsync(occurrence => occurrence.Id == id));
}
