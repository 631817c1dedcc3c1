using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Targets;

/// <summary>A target with the numbers said about it: the base and the last one reached hold, the earlier ones are its history.</summary>
/// <param name="Figures">The newest first.</param>
public sealed record FollowedTarget(PlanTargetRow Target, IReadOnlyList<SaidFigure> Figures)
{
    public TargetFigure? Base => Last(isBase: true);
    public TargetFigure? Reached => Last(isBase: false);

    /// <summary>Null where numbers do not tell, or none was said.</summary>
    public bool? IsReached => Reached is { } now ? Target.ToTarget().IsReachedBy(now.Number, Base?.Number) : null;

    public Direction? Direction => Target.ToTarget().Direction();

    public TargetFigure? Last(bool isBase) => Figures.FirstOrDefault(said => said.Figure.IsBase == isBase)?.Figure;
}

public sealed record SaidFigure(TargetFigure Figure, string PersonName);

public enum FigureOutcome { Said, NotFound, NotAllowed, SaidMeanwhile }

/// <summary>Keeps the base and the reached numbers of an issued plan's own targets.</summary>
public sealed class TargetBook(DiemSangDbContext db, TimeProvider clock)
{
    /// <returns>The issued plan and its targets in order; null when this person sees no such plan.</returns>
    public async Task<(Plan Plan, IReadOnlyList<FollowedTarget> Targets)?> OpenAsync(Actor actor, Guid planId, CancellationToken cancel = default)
    {
        var plan = await db.Plans.AsNoTracking().VisibleTo(actor).Include(found => found.Targets)
            .SingleOrDefaultAsync(found => found.Id == planId && found.State == PlanState.Issued, cancel);
        if (plan is null)
        {
            return null;
        }

        var ids = plan.Targets.Select(target => target.Id).ToArray();
        var said = await db.TargetFigures.AsNoTracking()
            .Where(figure => figure.OrganisationId == plan.OrganisationId && ids.Contains(figure.TargetId))
            .Join(db.People, figure => new { figure.OrganisationId, Id = figure.SaidBy }, person => new { person.OrganisationId, person.Id }, (figure, person) => new SaidFigure(figure, person.FullName))
            .ToListAsync(cancel);
        var byTarget = said.OrderByDescending(one => one.Figure.SaidAt).ThenByDescending(one => one.Figure.Id).ToLookup(one => one.Figure.TargetId);
        return (plan, [.. plan.Targets.OrderBy(target => target.Position).Select(target => new FollowedTarget(target, [.. byTarget[target.Id]]))]);
    }

    /// <param name="seen">The figure of this sort that the person was shown as the last one; null when there was none.</param>
    public async Task<FigureOutcome> SayAsync(Actor actor, Guid planId, Guid targetId, bool isBase, DatedNumber number, Guid? seen, CancellationToken cancel = default)
    {
        if (await OpenAsync(actor, planId, cancel) is not { } opened || opened.Targets.FirstOrDefault(one => one.Target.Id == targetId) is not { } followed)
        {
            return FigureOutcome.NotFound;
        }

        if (!MaySay(actor, opened.Plan))
        {
            return FigureOutcome.NotAllowed;
        }

        if (followed.Last(isBase)?.Id != seen)
        {
            return FigureOutcome.SaidMeanwhile;
        }

        db.TargetFigures.Add(new TargetFigure
        {
            OrganisationId = actor.OrganisationId, TargetId = targetId, IsBase = isBase, Numerator = number.Number.Numerator, Denominator = number.Number.Denominator,
            OnDate = number.On, Source = number.Source, SaidBy = actor.PersonId, SaidAt = clock.GetUtcNow(),
        });
        await db.SaveAsync(actor.To(isBase ? "plans.say-target-base" : "plans.say-target-number"), cancel);
        return FigureOutcome.Said;
    }

    /// <summary>Those who direct the plan; of a unit's own plan its head too.</summary>
    public static bool MaySay(Actor actor, Plan plan) => actor.MayFollow() || (plan.UnitId is { } unit && actor.Leads(unit));
}
