using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Issuing;

public sealed class PlanIssuerTests : IAsyncLifetime
{
    private static readonly RowDeadline Continuous = new(DeadlineKind.Continuous, "Thường xuyên", null);
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("SCR-12")]
    public async Task Issue_ProofsDemandedInTheReview_AreWhatTheTasksAskFor()
    {
        var plan = await _ward.AddDraftAsync(
            Row(title: "Số hóa", target: "100% hồ sơ", parties: Lead(_ward.Culture)), Row(title: "Tổng kết", target: "Báo cáo tổng kết", parties: Lead(_ward.Culture)),
            Row(title: "Họp", target: "Biên bản họp", parties: Lead(_ward.Culture)));
        Guid[] proved = [.. plan.Rows.Where(row => row.Title != "Họp").Select(row => row.Id)];
        (await _ward.WithAsync((RowEditor editor) => editor.DemandProofsAsync(_ward.Focal, plan.Id, plan.Version, proved))).ShouldBe(EditStatus.Saved);
        (await _ward.WithAsync((RowEditor editor) => editor.DemandProofsAsync(_ward.Focal, plan.Id, plan.Version, []))).ShouldBe(EditStatus.Conflict, "somebody else was quicker");

        await _ward.IssueAsync(plan);

        var tasks = await _ward.ReadAsync(db => db.Tasks.Include(task => task.Row).OrderBy(task => task.Row.Position).ToListAsync());
        tasks.Select(task => task.NeedsEvidence).ShouldBe([true, true, false]);
        tasks.Select(task => task.Row.NeedsEvidence).ShouldBe([true, null, false], "what the words say stays with the words");
    }

    [Fact]
    [Requirement("PLN-11", "PLN-17")]
    public async Task Issue_ClearDraft_MakesTasksPartsAndPeriodsInOneAct()
    {
        var plan = await _ward.AddDraftAsync(Row(parties: [Lead(_ward.Front), Lead(_ward.Culture, 2), Cooperator(_ward.Economy)]), Row(Continuous, parties: Lead(_ward.OneStop)));

        (await _ward.IssueAsync(plan)).ShouldBe(IssueOutcome.Issued);

        var tasks = await TasksAsync(plan);
        tasks.Count.ShouldBe(2);
        tasks[0].Assignments.Count(part => part.Duty == Duty.Lead).ShouldBe(2);
        tasks[0].Assignments.Single(part => part.IsAccountable).UnitId.ShouldBe(_ward.Culture.Id);
        tasks[0].Assignments.Single(part => part.Duty == Duty.Cooperate).UnitId.ShouldBe(_ward.Economy.Id);
        tasks[0].Occurrences.Count.ShouldBe(2);
        tasks[0].Occurrences.ShouldAllBe(occurrence => occurrence.DueOn == new DateOnly(2026, 12, 31));
        tasks[1].Occurrences.Count.ShouldBe(11, "from February, when the plan was issued here, to December");
        var issued = await _ward.ReadAsync(db => db.Plans.SingleAsync(saved => saved.Id == plan.Id));
        (issued.State, issued.Number, issued.IssuedOn).ShouldBe((PlanState.Issued, "05", new DateOnly(2026, 1, 20)));
        (await _ward.ReadAsync(db => db.AuditEntries.Where(entry => entry.Verb == "plans.issue").Select(entry => entry.PersonName).Distinct().ToListAsync())).ShouldBe(["Nguyễn Thị Khánh"]);
    }

    [Fact]
    [Requirement("PLN-13")]
    public async Task Issue_RowForAllUnits_AsksEveryOfficeButNotPartners()
    {
        var plan = await _ward.AddIssuedAsync(Row(parties: AllUnits()));

        var task = (await TasksAsync(plan)).Single();

        task.IsForAllUnits.ShouldBeTrue();
        task.Assignments.Select(part => part.UnitId).ShouldBe([_ward.Culture.Id, _ward.Economy.Id, _ward.OneStop.Id], ignoreOrder: true);
        task.Occurrences.Select(occurrence => occurrence.UnitId).ShouldBe([_ward.Culture.Id, _ward.Economy.Id, _ward.OneStop.Id], ignoreOrder: true);
    }

    [Fact]
    [Requirement("PLN-12")]
    public async Task Issue_CooperationOfAllUnits_LeavesTheLeadOut()
    {
        var plan = await _ward.AddIssuedAsync(Row(parties: [Lead(_ward.Culture), AllUnits(Duty.Cooperate)]));

        var parts = (await TasksAsync(plan)).Single().Assignments;

        parts.Where(part => part.Duty == Duty.Cooperate).Select(part => part.UnitId).ShouldBe([_ward.Economy.Id, _ward.OneStop.Id], ignoreOrder: true);
    }

    [Fact]
    [Requirement("PLN-14", "PLN-17")]
    public async Task Issue_RowWithoutDeadline_IsRefusedAndNothingIsMade()
    {
        var plan = await _ward.AddDraftAsync(Row(parties: Lead(_ward.Culture)), Row(RowDeadline.None, parties: Lead(_ward.Culture)));

        (await _ward.IssueAsync(plan)).ShouldBe(IssueOutcome.NotClear);

        (await TasksAsync(plan)).ShouldBeEmpty();
        (await _ward.ReadAsync(db => db.Plans.SingleAsync(saved => saved.Id == plan.Id))).State.ShouldBe(PlanState.Draft);
    }

    [Fact]
    public async Task Issue_TwoNodesAtOnce_MakesTasksOnce()
    {
        var plan = await _ward.AddDraftAsync([.. Enumerable.Range(1, 20).Select(_ => Row(parties: Lead(_ward.Culture)))]);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => _ward.IssueAsync(plan)));

        outcomes.Count(outcome => outcome == IssueOutcome.Issued).ShouldBe(1);
        outcomes.ShouldAllBe(outcome => outcome == IssueOutcome.Issued || outcome == IssueOutcome.AlreadyIssued);
        (await TasksAsync(plan)).Count.ShouldBe(20);
        (await _ward.IssueAsync(plan)).ShouldBe(IssueOutcome.AlreadyIssued);
    }

    [Fact]
    public async Task Issue_ByAnyoneButFocalAndLeader_FindsNoSuchPlan()
    {
        var plan = await _ward.AddDraftAsync(Row(parties: Lead(_ward.Culture)));

        foreach (var actor in new[] { _ward.CultureHead, _ward.CultureMember, _ward.FrontHead, _ward.Viewer })
        {
            (await _ward.IssueAsync(plan, actor)).ShouldBe(IssueOutcome.NotFound);
        }

        (await _ward.IssueAsync(plan, _ward.Leader)).ShouldBe(IssueOutcome.Issued);
    }

    [Fact]
    [Requirement("MYR-04")]
    public async Task TopUp_NextYearAndTwiceAtOnce_ReopensYearlyTasksOnce()
    {
        var plan = await _ward.AddIssuedAsync(Row(parties: Lead(_ward.Culture)), Row(Continuous, parties: AllUnits()));
        _ward.Clock.MoveTo(new DateOnly(2027, 1, 1));

        var added = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => _ward.WithAsync((OccurrenceTopUp topUp) => topUp.RunAsync())));

        added.Order().ShouldBe([0, 0, 1 + (12 * 3)]);
        (await TasksAsync(plan))[0].Occurrences.Select(occurrence => occurrence.DueOn!.Value.Year).ShouldBe([2026, 2027], ignoreOrder: true);
    }

    [Fact]
    public async Task TopUp_AsScheduled_VisitsEveryOrganisationWithAnIssuedPlan()
    {
        var plan = await _ward.AddIssuedAsync(Row(parties: Lead(_ward.Culture)));
        _ward.Clock.MoveTo(new DateOnly(2028, 1, 1));
        await using var scope = _ward.Database.Scope();
        var round = scope.ServiceProvider.GetRequiredService<OrganisationRound>();

        (await round.VisitAsync<OccurrenceTopUp>(PlansModule.OrganisationsWithIssuedPlans, (topUp, _, cancel) => topUp.RunAsync(cancel), CancellationToken.None)).ShouldBe(1);

        (await TasksAsync(plan)).Single().Occurrences.Count.ShouldBe(3);
    }

    private Task<List<PlanTask>> TasksAsync(Plan plan) => _ward.ReadAsync(db => db.Tasks
        .Include(task => task.Assignments).Include(task => task.Occurrences).Include(task => task.Row)
        .Where(task => task.PlanId == plan.Id).OrderBy(task => task.Row.Position).ToListAsync());
}
