using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Modules.Scorecards.Sets;

namespace DiemSang.Modules.Scorecards.Figures;

/// <summary>A criterion of a published set that asks a survey for its figure.</summary>
/// <param name="Percent">The survey's figure, 0–100.</param>
/// <param name="Points">What the set's rule makes of it.</param>
public sealed record SurveyCriterion(CriteriaEdition Edition, Criterion Criterion, decimal Percent, decimal Points)
{
    public decimal Lost => Criterion.Max - Points;
}

/// <summary>Which criteria an index of a survey feeds, and how many points each loses by it.</summary>
public sealed class SurveyCriteria(SetLibrary library, EngineShelf shelf)
{
    /// <summary>Of the newest published edition of each set, most points lost first.</summary>
    /// <param name="percents">0–100 by figure name (<see cref="SurveyFigures.NameOf"/>).</param>
    public async Task<IReadOnlyList<SurveyCriterion>> FedByAsync(IReadOnlyDictionary<string, decimal> percents, int year, CancellationToken cancel = default)
    {
        var editions = (await library.ListAsync(cancel)).Where(edition => edition.State == EditionState.Published).DistinctBy(edition => (edition.OrganisationId, edition.Code));
        return
        [
            .. from edition in editions
               from node in shelf.Of(edition).Set.All()
               let criterion = node.Criterion
               where criterion is { Figure: not null, Rule: not null } && percents.ContainsKey(criterion.Figure)
               let percent = percents[criterion.Figure!]
               let points = Points(criterion, percent, year)
               where points is not null
               orderby criterion.Max - points descending
               select new SurveyCriterion(edition, criterion, percent, points.Value),
        ];
    }

    /// <summary>Null where the rule asks for more than this figure.</summary>
    private static decimal? Points(Criterion criterion, decimal percent, int year) =>
        new Figure(percent, null, "").For(criterion.Rule!) is { } values && criterion.Rule!.Score(new RuleInput(criterion.Max, new Declaration { Values = values }, year)) is { Kind: OutcomeKind.Scored } outcome
            ? outcome.Points
            : null;
}
