using System.Globalization;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.SelfScoring;

/// <summary>A figure the product keeps itself, offered before anybody types it. It is never filled in by itself: a person takes it over.</summary>
/// <param name="Source">Where it comes from and of which day, as a sentence.</param>
public sealed record FigureOffer(IReadOnlyDictionary<string, DeclaredValue> Values, string Source);

/// <summary>
/// Figures of the product for a criterion: <c>plan_tasks</c>, tasks of issued plans done of all; <c>linked_tasks</c>, those linked to the
/// criterion. The criterion names its figure in the set.
/// </summary>
public sealed class FigureOffers(DiemSangDbContext db)
{
    public const string PlanTasks = "plan_tasks";
    public const string LinkedTasks = "linked_tasks";
    private const string Numerator = "numerator";
    private const string Denominator = "denominator";

    /// <summary>Null where the set names no figure, the rule asks for something else, or there is nothing to count yet.</summary>
    public async Task<FigureOffer?> ForAsync(Actor actor, RoundFile file, Criterion criterion, CancellationToken cancel = default)
    {
        if (criterion.Figure is not (PlanTasks or LinkedTasks) || criterion.Rule is not { } rule || !rule.Inputs.Any(field => field.Name == Denominator))
        {
            return null;
        }

        var lights = await LightsAsync(actor, file, criterion, cancel);
        if (lights.Count == 0)
        {
            return null;
        }

        var done = lights.Count(light => light == "done");
        var what = criterion.Figure == PlanTasks ? "nhiệm vụ của kế hoạch" : "nhiệm vụ gắn với tiêu chí";
        return new FigureOffer(
            new Dictionary<string, DeclaredValue> { [Numerator] = (decimal)done, [Denominator] = (decimal)lights.Count },
            $"Bảng nhiệm vụ ngày {file.Today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}: {done} trên {lights.Count} {what} đã hoàn thành");
    }

    private Task<List<string>> LightsAsync(Actor actor, RoundFile file, Criterion criterion, CancellationToken cancel) => criterion.Figure == PlanTasks
        ? db.Database.SqlQuery<string>($"select light as \"Value\" from plans.board({file.Today}, null, null) where organisation_id = {actor.OrganisationId}").ToListAsync(cancel)
        : db.Database.SqlQuery<string>($"""
            select b.light as "Value" from plans.board({file.Today}, null, null) b
            join plans.task t on (t.organisation_id, t.id) = (b.organisation_id, b.task_id)
            join scorecards.criterion_link l on (l.organisation_id, l.row_id) = (t.organisation_id, t.row_id)
            where b.organisation_id = {actor.OrganisationId} and l.set_code = {file.Set.Code} and l.code = {criterion.Code}
            """).ToListAsync(cancel);
}
