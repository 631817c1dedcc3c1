using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Obstacles;

public sealed class ObstacleDeskTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-32")]
    public async Task Raise_ByAnOfficial_IsAskedOfTheHeadAndDecidedOnRecord()
    {
        var period = await PeriodAsync();
        await BlockAsync(_ward.CultureMember, period);

        var waiting = (await WaitingAsync(_ward.CultureHead)).Single();
        (waiting.RaisedName, waiting.AskedName, waiting.Obstacle.Text).ShouldBe(("Ma Thị Dung", "Ma Văn Vĩnh", "Thiếu kinh phí"));
        (await DecideAsync(_ward.CultureHead, waiting)).ShouldBe(DecisionOutcome.Decided);

        (await WaitingAsync(_ward.CultureHead)).ShouldBeEmpty();
        var card = (await _ward.WithAsync((MyWork work) => work.FindAsync(_ward.CultureMember, MyWorkScope.Mine))).Waiting.Single();
        (card.Obstacle!.DecidedName, card.Obstacle.Obstacle.Decision).ShouldBe(("Ma Văn Vĩnh", "Chi từ nguồn thường xuyên"));
        (await _ward.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Verb == "plans.decide-obstacle"))).ShouldBe(1);
    }

    [Fact]
    [Requirement("LDR-07")]
    public async Task Raise_ByTheHead_IsAskedOfTheLeader()
    {
        await BlockAsync(_ward.CultureHead, await PeriodAsync());

        (await WaitingAsync(_ward.Leader)).Single().AskedName.ShouldBe("Nông Văn Thành");
    }

    [Fact]
    public async Task Raise_AskingANamedPerson_AsksThatPersonOnly()
    {
        await BlockAsync(_ward.CultureMember, await PeriodAsync(), asked: _ward.Leader.PersonId);

        (await WaitingAsync(_ward.Leader)).Count.ShouldBe(1);
        (await WaitingAsync(_ward.CultureHead)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Raise_AskingAStranger_AsksTheHeadInstead()
    {
        await BlockAsync(_ward.CultureMember, await PeriodAsync(), asked: _ward.EconomyHead.PersonId);

        (await WaitingAsync(_ward.CultureHead)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Decide_ByOthers_IsRefused()
    {
        await BlockAsync(_ward.CultureMember, await PeriodAsync());
        var waiting = (await WaitingAsync(_ward.CultureHead)).Single();

        (await DecideAsync(_ward.CultureMember, waiting)).ShouldBe(DecisionOutcome.NotAllowed);
        (await DecideAsync(_ward.Focal, waiting)).ShouldBe(DecisionOutcome.NotAllowed);
        (await DecideAsync(_ward.EconomyHead, waiting)).ShouldBe(DecisionOutcome.NotFound);
        (await DecideAsync(_ward.Leader, waiting)).ShouldBe(DecisionOutcome.Decided);
        (await DecideAsync(_ward.CultureHead, waiting)).ShouldBe(DecisionOutcome.NoLongerOpen, "decided once");
    }

    [Fact]
    public async Task Decide_TwoInTheSameMoment_KeepsOneDecision()
    {
        await BlockAsync(_ward.CultureMember, await PeriodAsync());
        var waiting = (await WaitingAsync(_ward.CultureHead)).Single();

        var outcomes = await Task.WhenAll(DecideAsync(_ward.CultureHead, waiting), DecideAsync(_ward.Leader, waiting));

        outcomes.Order().ShouldBe([DecisionOutcome.Decided, DecisionOutcome.NoLongerOpen]);
    }

    [Fact]
    public async Task Report_WhenWorkGoesOn_LiftsTheObstacle()
    {
        var period = await PeriodAsync();
        await BlockAsync(_ward.CultureMember, period);

        await ReportAsync(_ward.CultureMember, period, ProgressState.InProgress, null, null);

        (await WaitingAsync(_ward.CultureHead)).ShouldBeEmpty();
        (await _ward.ReadAsync(db => db.Obstacles.SingleAsync())).LiftedAt.ShouldNotBeNull();
    }

    private async Task<Guid> PeriodAsync()
    {
        var plan = await _ward.AddIssuedAsync(Row(parties: Lead(_ward.Culture)));
        return await _ward.ReadAsync(db => db.Occurrences.Where(one => one.Task.PlanId == plan.Id).Select(one => one.Id).SingleAsync());
    }

    private Task<ReportResult> BlockAsync(Actor actor, Guid period, Guid? asked = null) => ReportAsync(actor, period, ProgressState.Blocked, "Thiếu kinh phí", asked);

    private Task<ReportResult> ReportAsync(Actor actor, Guid period, ProgressState state, string? note, Guid? asked) =>
        _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport { OccurrenceId = period, SeenVersion = 1, State = state, Note = note, AskedPersonId = asked }));

    private Task<IReadOnlyList<RaisedObstacle>> WaitingAsync(Actor actor) => _ward.WithAsync((ObstacleDesk desk) => desk.WaitingForAsync(actor));

    private Task<DecisionOutcome> DecideAsync(Actor actor, RaisedObstacle raised) =>
        _ward.WithAsync((ObstacleDesk desk) => desk.DecideAsync(actor, raised.Obstacle.Id, "Chi từ nguồn thường xuyên"));
}
