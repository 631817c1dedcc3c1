using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>What the person who issues a plan adds to it: an issued copy never prints blanks (ORG-08).</summary>
public sealed record IssueOrder
{
    public const int NumberMaxLength = 20;
    public const int SymbolMaxLength = 50;

    public required Guid PlanId { get; init; }
    public required string Number { get; init; }
    public required string Symbol { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Row → the lead that answers for it, where a row has several (PLN-11).</summary>
    public IReadOnlyDictionary<Guid, Guid> Accountable { get; init; } = new Dictionary<Guid, Guid>();
}

public enum IssueOutcome { Issued, AlreadyIssued, NotClear, NotFound }

/// <summary>Turns a clear draft into running work: tasks, who does them, and the periods up to the end of the year, in one audited act.</summary>
public sealed class PlanIssuer(DiemSangDbContext db, PlanReadiness readiness, TimeProvider clock)
{
    /// <summary>A second click, or a second node, finds the plan issued and makes nothing twice.</summary>
    public async Task<IssueOutcome> IssueAsync(Actor actor, IssueOrder order, CancellationToken cancel = default)
    {
        var clarity = await readiness.CheckAsync(actor, order.PlanId, order.Accountable, cancel);
        if (clarity is not { Plan: { State: not PlanState.Withdrawn } plan })
        {
            return IssueOutcome.NotFound;
        }

        if (plan.State == PlanState.Issued)
        {
            return IssueOutcome.AlreadyIssued;
        }

        if (!clarity.IsClear)
        {
            return IssueOutcome.NotClear;
        }

        await FillBlanksAsync(plan, order, cancel);
        plan.Issue(clock.GetUtcNow(), actor.PersonId);
        var units = await readiness.UnitsAsync(actor.OrganisationId, cancel);
        db.Tasks.AddRange(clarity.Rows.Select(row => TaskMaker.Make(plan, row, units, clock)));
        try
        {
            await db.SaveAsync(actor.To("plans.issue"), cancel);
            return IssueOutcome.Issued;
        }
        catch (DbUpdateException exception) when (IsIssuedElsewhere(exception))
        {
            return IssueOutcome.AlreadyIssued;
        }
    }

    /// <summary>An issued copy never prints blanks (ORG-08): what the draft did not say, the organisation says.</summary>
    private async Task FillBlanksAsync(Plan plan, IssueOrder order, CancellationToken cancel)
    {
        (plan.Number, plan.Symbol, plan.IssuedOn) = (order.Number, order.Symbol, order.IssuedOn);
        if (plan.Place is null || plan.Issuer is null)
        {
            var organisation = await db.Organisations.SingleAsync(own => own.Id == plan.OrganisationId, cancel);
            plan.Place ??= organisation.Place;
            plan.Issuer ??= organisation.Name;
        }
    }

    /// <summary>Another request was quicker: the plan has moved on, or its rows have their tasks (one for each row, the database sees to it).</summary>
    private static bool IsIssuedElsewhere(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
