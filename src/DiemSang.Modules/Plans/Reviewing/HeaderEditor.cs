using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>The head of a plan as a person wrote it in the form.</summary>
public sealed record HeaderText
{
    public required string Title { get; init; }
    public string? Number { get; init; }
    public string? Symbol { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public string? Place { get; init; }
    public string? Issuer { get; init; }
    public string? Superior { get; init; }
    public required PlanPeriod Period { get; init; }
    public IReadOnlyList<string> Indices { get; init; } = [];
    public PlanSignature? Signature { get; init; }
}

/// <summary>Edits everything of a draft that is not a row: its head, targets, references, recipients, report deadlines.</summary>
public sealed class HeaderEditor(PlanEditing editing, DiemSangDbContext db)
{
    public Task<EditStatus> EditAsync(Actor actor, Guid planId, int version, HeaderText text, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, version, "plans.edit-header", plan =>
        {
            plan.Retitle(text.Title);
            SetIdentity(plan, text.Number, text.Symbol, text.IssuedOn);
            plan.Place = text.Place;
            plan.Issuer = text.Issuer;
            plan.Superior = text.Superior;
            plan.SetPeriod(text.Period);
            plan.Indices = [.. text.Indices];
            plan.Content = plan.Content with { Signature = text.Signature };
        }, cancel);

    /// <summary>A person compared number, symbol and date with the image and says they are right as given here.</summary>
    public Task<EditStatus> ConfirmIdentityAsync(
        Actor actor, Guid planId, int version, string? number, string? symbol, DateOnly? issuedOn, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, version, "plans.confirm-identity", plan =>
        {
            SetIdentity(plan, number, symbol, issuedOn);
            plan.IdentityConfirmed = true;
        }, cancel);

    public Task<EditStatus> SetTargetsAsync(Actor actor, Guid planId, int version, IReadOnlyList<PlanTarget> targets, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, version, "plans.edit-targets", plan => plan.SetTargets(targets), cancel);

    public Task<EditStatus> SetReferencesAsync(
        Actor actor, Guid planId, int version, IReadOnlyList<DocumentReference> parents, IReadOnlyList<DocumentReference> legalBases, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, version, "plans.edit-references", plan => plan.Content = plan.Content with { Parents = parents, LegalBases = legalBases }, cancel);

    public Task<EditStatus> SetRecipientsAsync(
        Actor actor, Guid planId, int version, IReadOnlyList<PlanRecipient> recipients, IReadOnlyList<ReportDeadline> deadlines, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, version, "plans.edit-recipients", plan => plan.Content = plan.Content with { Recipients = recipients, ReportDeadlines = deadlines }, cancel);

    /// <summary>Puts a draft away for good: the wrong file, or a plan that will not be issued.</summary>
    public Task<EditStatus> WithdrawAsync(Actor actor, Guid planId, int version, string? reason, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, version, "plans.withdraw", plan => plan.Withdraw(), cancel, reason);

    private async Task<EditStatus> ChangeAsync(
        Actor actor, Guid planId, int version, string verb, Action<Plan> change, CancellationToken cancel, string? reason = null)
    {
        var (plan, refusal) = await editing.LoadAsync(actor, planId, cancel);
        if (plan is null)
        {
            return refusal;
        }

        await db.Entry(plan).Collection(loaded => loaded.Targets).LoadAsync(cancel);
        editing.Expect(plan, version);
        change(plan);
        return await editing.SaveAsync(actor, verb, cancel, reason);
    }

    private static void SetIdentity(Plan plan, string? number, string? symbol, DateOnly? issuedOn)
    {
        plan.Number = number;
        plan.Symbol = symbol;
        plan.IssuedOn = issuedOn;
    }
}
