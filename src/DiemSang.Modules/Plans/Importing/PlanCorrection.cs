using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>A corrected file beside the plan it corrects.</summary>
public sealed record ComparedPlan(Plan Plan, PlanDraft Draft, PlanDifference Difference);

/// <summary>Compares a corrected file with its plan, and takes into the draft what a person chose, as one act.</summary>
public sealed class PlanCorrection(DiemSangDbContext db, PlanEditing editing, UnitDirectory units, TimeProvider clock)
{
    /// <returns>Null when this import is not a finished reading for a plan this person may edit.</returns>
    public async Task<ComparedPlan?> CompareAsync(Actor actor, Guid importId, CancellationToken cancel = default)
    {
        var import = await FindAsync(actor, importId, cancel);
        if (import is null || !actor.MayEditPlans())
        {
            return null;
        }

        var plan = await db.Plans.AsSplitQuery()
            .Include(found => found.Targets)
            .Include(found => found.Rows).ThenInclude(row => row.Measures)
            .Include(found => found.Rows).ThenInclude(row => row.Parties)
            .SingleAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == import.PlanId, cancel);
        return new ComparedPlan(plan, import.Draft!, PlanDifference.Between(plan, import.Draft!));
    }

    /// <summary>The read file is not a new plan but a corrected copy of this one.</summary>
    public async Task<bool> CompareWithAsync(Actor actor, Guid importId, Guid planId, CancellationToken cancel = default)
    {
        var import = await db.PlanImports.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == importId, cancel);
        var isOwn = actor.MayEditPlans() && await db.Plans.AnyAsync(plan => plan.OrganisationId == actor.OrganisationId && plan.Id == planId, cancel);
        if (import is not { State: PlanImportState.Read } || !isOwn)
        {
            return false;
        }

        import.PlanId = planId;
        await db.SaveAsync(actor.To("plans.compare"), cancel);
        return true;
    }

    /// <param name="stamp">Of the difference the person saw: when the plan has changed since, nothing is taken.</param>
    /// <param name="taken">Keys of the row changes, and names of head fields, to take.</param>
    public async Task<EditStatus> ApplyAsync(Actor actor, Guid importId, string stamp, IReadOnlySet<string> taken, CancellationToken cancel = default)
    {
        if (await CompareAsync(actor, importId, cancel) is not { } compared)
        {
            return EditStatus.NotFound;
        }

        if (compared.Plan.State != PlanState.Draft)
        {
            return EditStatus.NotDraft;
        }

        if (compared.Difference.Stamp != stamp)
        {
            return EditStatus.Conflict;
        }

        TakeHead(compared, taken);
        TakeRows(compared, taken, await units.MatcherAsync(actor.OrganisationId, cancel));
        (await FindAsync(actor, importId, cancel))!.Apply(compared.Plan.Id);
        return await editing.SaveAsync(actor, "plans.apply-correction", cancel);
    }

    private Task<PlanImport?> FindAsync(Actor actor, Guid importId, CancellationToken cancel) =>
        db.PlanImports.SingleOrDefaultAsync(
            import => import.OrganisationId == actor.OrganisationId && import.Id == importId && import.State == PlanImportState.Read && import.PlanId != null, cancel);

    private static void TakeHead(ComparedPlan compared, IReadOnlySet<string> taken)
    {
        foreach (var change in compared.Difference.Head.Where(change => taken.Contains(change.Field.ToString())))
        {
            Take(change.Field, compared.Plan, compared.Draft);
        }
    }

    private static void Take(PlanField field, Plan plan, PlanDraft draft)
    {
        switch (field)
        {
            case PlanField.Title when draft.Title is { } title: plan.Retitle(title); break;
            case PlanField.Number: plan.Number = draft.Number; break;
            case PlanField.Symbol: plan.Symbol = draft.Symbol; break;
            case PlanField.IssuedOn: plan.IssuedOn = draft.IssuedOn; break;
            case PlanField.Place: plan.Place = draft.Place; break;
            case PlanField.Issuer: plan.Issuer = draft.Issuer; break;
            case PlanField.Superior: plan.Superior = draft.Superior; break;
            case PlanField.Period when draft.Period is { } period: plan.SetPeriod(period); break;
            case PlanField.Indices: plan.Indices = [.. draft.Indices]; break;
            case PlanField.Targets: plan.SetTargets(draft.Targets); break;
            default: plan.Content = TakeText(field, plan.Content, draft); break;
        }
    }

    private static PlanText TakeText(PlanField field, PlanText text, PlanDraft draft) => field switch
    {
        PlanField.Parents => text with { Parents = draft.Parents },
        PlanField.LegalBases => text with { LegalBases = draft.LegalBases },
        PlanField.Sections => text with { Sections = draft.Sections, Contents = draft.Contents },
        PlanField.ReportDeadlines => text with { ReportDeadlines = draft.ReportDeadlines },
        PlanField.Recipients => text with { Recipients = draft.Recipients },
        PlanField.Signature => text with { Signature = draft.Signature },
        _ => text,
    };

    private void TakeRows(ComparedPlan compared, IReadOnlySet<string> taken, UnitMatcher matcher)
    {
        var (plan, draft, difference) = compared;
        var changed = difference.Rows.Where(change => taken.Contains(change.Key)).ToLookup(change => change.Kind);
        foreach (var removed in changed[RowChangeKind.Removed])
        {
            plan.Rows.Single(row => row.Id == removed.RowId).WithdrawnAt = clock.GetUtcNow();
        }

        var order = new List<PlanRow>();
        for (var number = 0; number < draft.Rows.Count; number++)
        {
            if (Taken(plan, draft.Rows[number], difference.Matches[number], changed, number, matcher) is { } row)
            {
                order.Add(row);
            }
        }

        Order(plan, order);
    }

    /// <summary>The plan's row for a row of the document, changed as chosen; null for an added one that was not taken.</summary>
    private static PlanRow? Taken(Plan plan, PlanDraftRow read, PlanRow? match, ILookup<RowChangeKind, RowChange> changes, int number, UnitMatcher matcher)
    {
        if (match is null)
        {
            return changes[RowChangeKind.Added].Any(change => change.Number == number) ? Add(plan, read, matcher) : null;
        }

        if (changes[RowChangeKind.Changed].Any(change => change.RowId == match.Id))
        {
            match.Write(read, matcher);
        }

        match.Source = read.Source;
        return match;
    }

    private static PlanRow Add(Plan plan, PlanDraftRow read, UnitMatcher matcher)
    {
        var row = PlanDrafts.ToRow(read, plan, 0, matcher);
        plan.Rows.Add(row);
        return row;
    }

    /// <summary>The order of the new document; rows it does not have stay behind the row they followed. Untouched where the order already is so.</summary>
    private static void Order(Plan plan, List<PlanRow> order)
    {
        foreach (var row in plan.Rows.Where(row => !order.Contains(row)).OrderBy(row => row.Position).ToList())
        {
            var previous = order.FindLastIndex(other => other.Position > 0 && other.Position < row.Position);
            row.Source = null;
            order.Insert(previous + 1, row);
        }

        if (!order.SequenceEqual(order.OrderBy(row => row.Position)) || order.Exists(row => row.Position == 0))
        {
            PlanRow.Renumber(order);
        }
    }
}
