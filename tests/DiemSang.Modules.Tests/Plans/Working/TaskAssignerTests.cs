using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Working;

public sealed class TaskAssignerTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;
    private Assignment _lead = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        var plan = await _ward.AddIssuedAsync(Row(parties: [Lead(_ward.Culture), Cooperator(_ward.Economy)]));
        _lead = await _ward.ReadAsync(db => db.Assignments.SingleAsync(part => part.Duty == Duty.Lead && db.Tasks.Any(task => task.Id == part.TaskId && task.PlanId == plan.Id)));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-18")]
    public async Task Assign_ByTheHeadToAnOfficial_NamesThePersonAndKeepsTheUnitAccountable()
    {
        (await AssignAsync(_ward.CultureHead, _ward.CultureMember.PersonId)).ShouldBe(AssignOutcome.Assigned);

        var saved = await _ward.ReadAsync(db => db.Assignments.SingleAsync(part => part.Id == _lead.Id));
        (saved.PersonId, saved.UnitId, saved.IsAccountable).ShouldBe((_ward.CultureMember.PersonId, _ward.Culture.Id, true));
        (await _ward.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Verb == "plans.assign"))).ShouldBe(1);
    }

    [Fact]
    public async Task Assign_ByEveryoneElse_IsRefused()
    {
        (await AssignAsync(_ward.CultureMember, _ward.CultureMember.PersonId)).ShouldBe(AssignOutcome.NotAllowed);
        (await AssignAsync(_ward.EconomyHead, _ward.EconomyHead.PersonId)).ShouldBe(AssignOutcome.NotAllowed);
        (await AssignAsync(_ward.OneStopHead, _ward.OneStopHead.PersonId)).ShouldBe(AssignOutcome.NotFound);
        (await AssignAsync(_ward.Focal, _ward.CultureMember.PersonId)).ShouldBe(AssignOutcome.NotAllowed);
        (await AssignAsync(_ward.Viewer, _ward.CultureMember.PersonId)).ShouldBe(AssignOutcome.NotAllowed);
    }

    [Fact]
    public async Task Assign_ToSomebodyOfAnotherUnit_IsRefused() =>
        (await AssignAsync(_ward.CultureHead, _ward.EconomyHead.PersonId)).ShouldBe(AssignOutcome.NotOfTheUnit);

    [Fact]
    public async Task Assign_AfterTheDeputyDid_TellsTheHead()
    {
        var deputy = await _ward.HireAsync("Lường Thị Phó", Role.Deputy, _ward.Culture);
        (await AssignAsync(deputy, _ward.CultureMember.PersonId)).ShouldBe(AssignOutcome.Assigned);

        (await AssignAsync(_ward.CultureHead, _ward.CultureHead.PersonId)).ShouldBe(AssignOutcome.ChangedMeanwhile);
    }

    private Task<AssignOutcome> AssignAsync(Actor actor, Guid personId) =>
        _ward.WithAsync((TaskAssigner assigner) => assigner.AssignAsync(actor, _lead.Id, personId, _lead.Version));
}
