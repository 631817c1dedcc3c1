using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;

namespace DiemSang.Modules.Plans;

/// <summary>Between what a reader understood (<see cref="PlanDraft"/>) and what the product keeps (<see cref="Plan"/>), both ways, losing nothing.</summary>
public static class PlanDrafts
{
    /// <summary>A new plan with the draft's parts and rows. Title and period come from a person where the document has none.</summary>
    public static Plan ToPlan(PlanDraft draft, string title, PlanPeriod period, Guid organisationId, UnitMatcher units, DateTimeOffset createdAt)
    {
        var plan = new Plan(organisationId, title, period, createdAt);
        TakeHeader(plan, draft);
        plan.IsOcr = draft.IsOcr;
        plan.IdentityConfirmed = !draft.IsOcr;
        plan.SetTargets(draft.Targets);
        plan.Rows.AddRange(draft.Rows.Select((row, index) => ToRow(row, plan, (index + 1) * PlanRow.PositionStep, units)));
        return plan;
    }

    /// <summary>Number, date, indices and the parts kept as a whole; title and period are set by themselves.</summary>
    public static void TakeHeader(Plan plan, PlanDraft draft)
    {
        plan.Number = draft.Number;
        plan.Symbol = draft.Symbol;
        plan.IssuedOn = draft.IssuedOn;
        plan.Place = draft.Place;
        plan.Issuer = draft.Issuer;
        plan.Superior = draft.Superior;
        plan.Indices = [.. draft.Indices];
        plan.Content = new PlanText(draft.Parents, draft.LegalBases, draft.Sections, draft.ReportDeadlines, draft.Recipients, draft.Signature)
        {
            Contents = draft.Contents,
            Appendices = draft.Appendices,
            IssuedOnText = draft.IssuedOnText,
            PeriodText = draft.Period?.Text,
        };
    }

    public static PlanRow ToRow(PlanDraftRow draft, Plan plan, int position, UnitMatcher units)
    {
        var row = new PlanRow { OrganisationId = plan.OrganisationId, PlanId = plan.Id, Position = position, Source = draft.Source };
        row.Write(draft, units);
        return row;
    }

    /// <summary>The plan as a draft: for the checks and for printing. Rows that were withdrawn are left out.</summary>
    /// <param name="plan">With its targets and rows, measures and parties.</param>
    /// <param name="nameOf">How a party is called: as printed, or by its unit.</param>
    public static PlanDraft ToDraft(Plan plan, Func<Party, string>? nameOf = null) => new()
    {
        Title = plan.Title,
        Number = plan.Number,
        Symbol = plan.Symbol,
        IssuedOn = plan.IssuedOn,
        Place = plan.Place,
        Issuer = plan.Issuer,
        Superior = plan.Superior,
        Period = new PlanPeriod(plan.PeriodFrom, plan.PeriodTo, plan.Content.PeriodText),
        Indices = plan.Indices,
        Parents = plan.Content.Parents,
        LegalBases = plan.Content.LegalBases,
        Sections = plan.Content.Sections,
        ReportDeadlines = plan.Content.ReportDeadlines,
        Recipients = plan.Content.Recipients,
        Signature = plan.Content.Signature,
        Contents = plan.Content.Contents,
        Appendices = plan.Content.Appendices,
        IssuedOnText = plan.IssuedOn is null ? plan.Content.IssuedOnText : null,
        IsOcr = plan.IsOcr,
        Targets = [.. plan.Targets.OrderBy(target => target.Position).Select(target => target.ToTarget())],
        Rows = [.. plan.CurrentRows().Select(row => ToDraftRow(row, nameOf ?? (party => party.PrintedName)))],
    };

    /// <summary>Rows in force, in the order of the plan.</summary>
    public static IEnumerable<PlanRow> CurrentRows(this Plan plan) =>
        plan.Rows.Where(row => row.WithdrawnAt is null).OrderBy(row => row.Position);

    public static PlanDraftRow ToDraftRow(PlanRow row, Func<Party, string> nameOf) => new()
    {
        Index = row.IndexCode,
        ContentCode = row.ContentCode,
        Content = row.Content,
        Code = row.Code,
        Title = row.Title,
        Target = row.Target,
        MeasuresIntro = row.MeasuresIntro,
        Measures = [.. row.Measures.OrderBy(measure => measure.Position).Select(measure => measure.Text)],
        Leads = [.. row.Leads.Select(nameOf)],
        Cooperators = [.. row.Cooperators.Select(nameOf)],
        Deadline = row.Deadline,
        Appendix = row.Appendix,
        Proposed = row.Proposed,
        Source = row.Source,
    };
}
