using System.Globalization;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Documents.Reading;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

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
            Index = map.CapitalsOr<MeasuredIndex>("index"),
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

    /// <summary>Writes a set so that <see cref="Read"/> reads the same set back.</summary>
    public static string Write(CriteriaSet set) => YamlBuilder.Block
        .Word("code", set.Code).Text("version", set.Version).Text("title", set.Title).Word("index", set.Index?.Code()).Text("source", set.Source).Text("note", set.Note)
        .Word("effective_from", set.EffectiveFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Number("total", set.Total)
        .Map("rounding", YamlBuilder.Flow.Number("decimals", set.Rounding.Decimals).Flag("each_step", set.Rounding.EachStep).Node)
        .Flag("may_exceed_maximum", set.MayExceedMaximum)
        .ChoiceUnless("missing", set.Missing, MissingTreatment.Zero)
        .List("criteria", set.Criteria.Select(YamlNode (criterion) => WriteCriterion(criterion, Inherited.Nothing)), SequenceStyle.Block)
        .Print();

    /// <summary>The rule of one criterion as it stands in a set, under its key "rule".</summary>
    public static string WriteRule(ScoringRule rule) => YamlBuilder.Block.Map("rule", RuleYamlWriter.Write(rule)).Print();

    /// <summary>Reads what <see cref="WriteRule"/> writes; null when the text has no rule.</summary>
    /// <exception cref="UnreadableDocumentException">Not YAML, or not a rule; one Vietnamese line with the line number.</exception>
    public static ScoringRule? ReadRule(string text)
    {
        var map = YamlMap.Load(text);
        var rule = RuleYaml.Read(map);
        map.Done();
        return rule;
    }

    private static YamlMappingNode WriteCriterion(Criterion criterion, Inherited above)
    {
        var own = new Inherited(criterion.ScoredBy, criterion.Evidence, criterion.AppraisingUnit);
        return YamlBuilder.Block
            .Text("code", criterion.Code).Text("title", criterion.Title).Number("max", criterion.Max)
            .ChoiceUnless("kind", criterion.Kind, CriterionKind.Scored)
            .ChoiceUnless("scored_by", own.ScoredBy, above.ScoredBy)
            .ChoiceUnless("evidence", own.Evidence, above.Evidence)
            .Text("evidence_text", criterion.EvidenceText).Text("guidance", criterion.Guidance)
            .Text("appraising_unit", own.AppraisingUnit == above.AppraisingUnit ? null : own.AppraisingUnit)
            .Word("figure", criterion.Figure)
            .ChoiceUnless("not_applicable", criterion.NotApplicable, NotApplicableTreatment.Forbidden)
            .Texts("previous", criterion.Previous)
            .Texts("feeds", criterion.Feeds.Select(fed => fed.ToString()))
            .Text("source", criterion.Source)
            .Map("rule", criterion.Rule is { } rule ? RuleYamlWriter.Write(rule) : null)
            .List("children", criterion.Children.Select(YamlNode (child) => WriteCriterion(child, own)), SequenceStyle.Block)
            .Node;
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
            map.Choice("scored_by", above.ScoredBy), map.Choice("evidence", above.Evidence), map.TextOr(
                "appraising_unit") ?? above.AppraisingUnit);
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
            Figure = map.TextOr("figure"),
            NotApplicable = map.Choice("not_applicable", NotApplicableTreatment.Forbidden),
            Previous = map.Texts("previous"),
            Feeds = map.References("feeds"),
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
