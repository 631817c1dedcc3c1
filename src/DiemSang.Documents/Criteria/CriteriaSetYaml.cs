using DiemSang.Core.Scoring;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>Criteria sets as YAML files, as in <c>catalog/criteria</c>; docs/scoring.md describes the format.</summary>
public static class CriteriaSetYaml
{
    /// <summary>Reads a set. It still has to pass <see cref="CriteriaSetCheck"/>, which the scoring engine runs.</summary>
    /// <exception cref="UnreadableDocumentException">Not YAML, or not a criteria set; one Vietnamese line with the line number.</exception>
    public static CriteriaSet Read(string text)
    {
        var map = YamlMap.Load(text);
        var set = new CriteriaSet
        {
            Code = map.Text("code"),
            Version = map.Text("version"),
            Title = map.Text("title"),
            Source = map.TextOr("source"),
            Note = map.TextOr("note"),
            EffectiveFrom = map.DateOr("effective_from"),
            Total = map.Number("total"),
            Rounding = ReadRounding(map),
            MayExceedMaximum = map.Flag("may_exceed_maximum"),
            Missing = map.Choice("missing", MissingTreatment.Zero),
            Criteria = [.. map.Maps("criteria").Select(item => ReadCriterion(item, Inherited.Nothing))],
        };
        map.Done();
        return set;
    }

    private static ScoreRounding ReadRounding(YamlMap map)
    {
        if (map.MapOr("rounding") is not { } rounding)
        {
            return new ScoreRounding(2, EachStep: false);
        }

        var value = new ScoreRounding(rounding.WholeOr("decimals", 2), rounding.Flag("each_step"));
        rounding.Done();
        return value;
    }

    private static Criterion ReadCriterion(YamlMap map, Inherited above)
    {
        var own = new Inherited(
            map.Choice("scored_by", above.ScoredBy), map.Choice("evidence", above.Evidence), map.TextOr("appraising_unit") ?? above.AppraisingUnit);
        var criterion = new Criterion
        {
            Code = map.Text("code"),
            Title = map.Text("title"),
            Max = map.Number("max"),
            Kind = map.Choice("kind", CriterionKind.Scored),
            Rule = RuleYaml.Read(map),
            ScoredBy = own.ScoredBy,
            Evidence = own.Evidence,
            EvidenceText = map.TextOr("evidence_text"),
            Guidance = map.TextOr("guidance"),
            AppraisingUnit = own.AppraisingUnit,
            NotApplicable = map.Choice("not_applicable", NotApplicableTreatment.Forbidden),
            Previous = map.Texts("previous"),
            Source = map.TextOr("source"),
            Children = [.. map.Maps("children").Select(child => ReadCriterion(child, own))],
        };
        map.Done();
        return criterion;
    }

    /// <summary>What children take from their parent unless they say otherwise.</summary>
    private sealed record Inherited(ScoredBy ScoredBy, EvidenceDemand Evidence, string? AppraisingUnit)
    {
        public static Inherited Nothing { get; } = new(ScoredBy.SelfAndAppraisal, EvidenceDemand.Optional, null);
    }
}
