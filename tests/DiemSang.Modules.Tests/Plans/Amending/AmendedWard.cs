using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Plans.Amending;

/// <summary>Steps of an amendment, as the people of the working ward take them.</summary>
internal static class AmendedWard
{
    public const string Reason = "Không kịp theo tiến độ dự án";

    public static Task<PlanRow> RowAsync(this WorkingWard ward, Plan plan, string title) => ward.ReadAsync(db => db.PlanRows.AsNoTracking()
        .Include(row => row.Measures).Include(row => row.Parties).SingleAsync(row => row.PlanId == plan.Id && row.Title == title && row.LastEdition == null));

    /// <summary>The row with some of its words changed.</summary>
    public static async Task<Proposed> ProposeAsync(this WorkingWard ward, Actor actor, PlanRow row, Func<PlanDraftRow, PlanDraftRow> change) =>
        await ward.WithAsync((RowProposer proposer) => proposer.ProposeAsync(actor, row.PlanId, new ProposedRow(ProposalKind.Change, row.Id, change(AmendedRow.TextOf(row)), Reason)));

    public static Task<Proposed> ProposeDropAsync(this WorkingWard ward, Actor actor, PlanRow row) =>
        ward.WithAsync((RowProposer proposer) => proposer.ProposeAsync(actor, row.PlanId, new ProposedRow(ProposalKind.Drop, row.Id, null, Reason)));

    public static Task<Proposed> ProposeNewAsync(this WorkingWard ward, Actor actor, Plan plan, Guid? after, PlanDraftRow wording) =>
        ward.WithAsync((RowProposer proposer) => proposer.ProposeAsync(actor, plan.Id, new ProposedRow(ProposalKind.Add, after, wording, Reason)));

    public static RowDeadline Words(string deadline) => new(DeadlineKind.None, deadline, null);

    public static Task<AmendOutcome> AcceptAsync(this WorkingWard ward, Guid proposal, Actor? by = null, int version = 1) =>
        ward.WithAsync((AmendmentDesk desk) => desk.AcceptAsync(by ?? ward.Focal, proposal, version, "Đúng thực tế"));

    public static Task<Amendment> AmendmentAsync(this WorkingWard ward, Plan plan) =>
        ward.ReadAsync(db => db.Amendments.AsNoTracking().Where(amendment => amendment.PlanId == plan.Id).OrderByDescending(amendment => amendment.Edition == null).ThenByDescending(amendment => amendment.Edition).FirstAsync());

    public static async Task<AmendOutcome> SubmitAsync(this WorkingWard ward, Plan plan)
    {
        var amendment = await ward.AmendmentAsync(plan);
        return await ward.WithAsync((AmendmentDesk desk) => desk.SubmitAsync(ward.Focal, amendment.Id, amendment.Version));
    }

    public static async Task<AmendOutcome> ApproveAsync(this WorkingWard ward, Plan plan, Actor? by = null, DateOnly? on = null)
    {
        var amendment = await ward.AmendmentAsync(plan);
        return await ward.WithAsync((AmendmentApprover approver) => approver.ApproveAsync(by ?? ward.Leader, amendment.Id, amendment.Version, new DecisionIdentity("31", "QĐ-UBND", on ?? new DateOnly(2026, 7, 15))));
    }

    /// <summary>Accepts, submits and approves what was proposed.</summary>
    public static async Task DecideAsync(this WorkingWard ward, Plan plan, params Proposed[] proposed)
    {
        foreach (var proposal in proposed)
        {
            proposal.Outcome.ShouldBe(AmendOutcome.Done);
            (await ward.AcceptAsync(proposal.ProposalId!.Value)).ShouldBe(AmendOutcome.Done);
        }

        (await ward.SubmitAsync(plan)).ShouldBe(AmendOutcome.Done);
        (await ward.ApproveAsync(plan)).ShouldBe(AmendOutcome.Done);
    }

    public static Task<PlanTask> TaskAsync(this WorkingWard ward, Guid taskId) => ward.ReadAsync(db => db.Tasks.AsNoTracking()
        .Include(task => task.Row).Include(task => task.Assignments).Include(task => task.Occurrences.OrderBy(period => period.FromDate)).SingleAsync(task => task.Id == taskId));

    public static Task<Guid> TaskOfAsync(this WorkingWard ward, PlanRow row) => ward.ReadAsync(db => db.Tasks.Where(task => task.RowId == row.Id).Select(task => task.Id).SingleAsync());
}
