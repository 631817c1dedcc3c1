using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Covering;

/// <summary>An issued plan that others may carry out: of the own organisation or of a superior.</summary>
public sealed record ParentPlan(
    Guid OrganisationId, string OrganisationName, Guid Id, string Title, string? Number, string? Symbol, DateOnly? IssuedOn, string? Issuer, int PeriodFrom, int PeriodTo);

public sealed record ParentRow(Guid LineId, int Position, string? IndexCode, string? Content, string? Code, string Title, string? Target, string DeadlineText, string Leads);

public sealed record ParentTarget(Guid Id, int Position, string? IndexCode, string? Content, string Kind, decimal? Value, string? Unit, string Text);

/// <summary>
/// Reads plans through the published functions <c>plans.parent_plans</c>, <c>parent_rows</c> and <c>parent_targets</c>: issued plans of the own
/// organisation and its superiors, and nothing else of these.
/// </summary>
internal static class ParentPlans
{
    public static Task<List<ParentPlan>> ParentPlansAsync(this DiemSangDbContext db, CancellationToken cancel) =>
        db.Database.SqlQuery<ParentPlan>($"""
            select organisation_id as "OrganisationId", organisation_name as "OrganisationName", id as "Id", title as "Title", number as "Number", symbol as "Symbol",
              issued_on as "IssuedOn", issuer as "Issuer", period_from as "PeriodFrom", period_to as "PeriodTo"
            from plans.parent_plans()
            """).OrderByDescending(plan => plan.PeriodFrom).ThenBy(plan => plan.Title).ToListAsync(cancel);

    /// <summary>Plans that may stand above a plan: not itself, and none that carries it out, directly or through others.</summary>
    public static async Task<List<ParentPlan>> PlansAboveAsync(this DiemSangDbContext db, Guid organisation, Guid plan, CancellationToken cancel)
    {
        var links = await db.Plans.Where(own => own.OrganisationId == organisation && own.ParentPlanId != null)
            .Select(own => new { own.Id, Above = own.ParentPlanId!.Value }).ToListAsync(cancel);
        var below = new HashSet<Guid> { plan };
        while (links.Any(link => below.Contains(link.Above) && below.Add(link.Id)))
        {
        }

        return [.. (await db.ParentPlansAsync(cancel)).Where(parent => !below.Contains(parent.Id))];
    }

    public static Task<List<ParentRow>> ParentRowsAsync(this DiemSangDbContext db, Guid plan, CancellationToken cancel) =>
        db.Database.SqlQuery<ParentRow>($"""
            select line_id as "LineId", position as "Position", index_code as "IndexCode", content as "Content", code as "Code", title as "Title", target as "Target",
              deadline_text as "DeadlineText", leads as "Leads"
            from plans.parent_rows({plan})
            """).OrderBy(row => row.Position).ToListAsync(cancel);

    public static Task<List<ParentTarget>> ParentTargetsAsync(this DiemSangDbContext db, Guid plan, CancellationToken cancel) =>
        db.Database.SqlQuery<ParentTarget>($"""
            select id as "Id", position as "Position", index_code as "IndexCode", content as "Content", kind as "Kind", value as "Value", unit as "Unit", text as "Text"
            from plans.parent_targets({plan})
            """).OrderBy(target => target.Position).ToListAsync(cancel);
}
