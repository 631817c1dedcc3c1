using DiemSang.Core.Scoring.Rules;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DiemSang.Documents.Criteria;

/// <summary>Writes a rule so that <see cref="RuleYaml"/> reads the same rule back.</summary>
internal static class RuleYamlWriter
{
    public static YamlMappingNode Write(ScoringRule rule)
    {
        var map = YamlBuilder.Flow.Word("kind", rule.Kind);
        return (rule switch
        {
            AllOfRule all => Items(map, "conditions", all.Conditions, item => Named(item.Name, item.Label)),
            LevelsRule levels => Items(map, "levels", levels.Levels, Level),
            DeadlineRule deadline =>
                Items(map, "steps", deadline.Steps, Step).NumberUnless("late", deadline.Late, 0).NumberUnless("never", deadline.Never, 0),
            ChecklistRule checklist =>
                Items(map, "items", checklist.Items, item => Named(item.Name, item.Label).Number("points", item.Points)),
            BandsRule bands => Bands(map.Map("of", Quantity(bands.Of)), bands.Bands),
            ProportionalRule share =>
                map.Map("of", Quantity(share.Of)).NumberUnless("full_at", share.FullAt, 100).NumberUnless("floor", share.Floor, 0),
            CountRule count => map.Number("each", count.Each).Text("label", count.Label),
            DeductionRule deduction => Items(map.NumberUnless("floor", deduction.Floor, 0), "items", deduction.Items, Deduction),
            SurveyRule survey =>
                Items(map, "answers", survey.Answers, answer => Named(answer.Name, answer.Label).Number("percent", answer.Percent)),
            ComparisonRule comparison => Bands(map.ChoiceUnless("measure", comparison.Measure, ChangeMeasure.Difference), comparison.Bands),
            FormulaRule formula => Items(Items(map, "variables", formula.Variables, Variable), "cases", formula.Cases, Case),
            ManualRule manual => map.NumberUnless("min", manual.Min, 0).Number("step", manual.Step),
            _ => map,
        }).Node;
    }

    private static YamlBuilder Items<T>(YamlBuilder map, string key, IEnumerable<T> items, Func<T, YamlBuilder> write) =>
        map.List(key, items.Select(YamlNode (item) => write(item).Node), SequenceStyle.Flow);

    private static YamlBuilder Bands(YamlBuilder map, IEnumerable<Band> bands) =>
        Items(map, "bands", bands, band => YamlBuilder.Flow.Text("range", band.Range.ToString()).Number("points", band.Points));

    private static YamlBuilder Level(Level level) =>
        YamlBuilder.Flow.Word("key", level.Key).Text("label", level.Label).Number("points", level.Points).Number("percent", level.Percent);

    private static YamlBuilder Step(DeadlineStep step) => YamlBuilder.Flow
        .Text("by", FormattableString.Invariant($"{step.By.Month:00}-{step.By.Day:00}"))
        .NumberUnless("year_offset", step.By.YearOffset, 0).Number("points", step.Points);

    private static YamlBuilder Deduction(DeductionItem item) => Named(item.Name, item.Label).Number("each", item.Each);

    private static YamlBuilder Variable(FormulaVariable variable) => Named(variable.Name, variable.Label)
        .Text("formula", variable.Derived?.ToString()).Flag("whole", variable.IsWhole).Number("min", variable.Min)
            .Number("max", variable.Max);

    private static YamlBuilder Case(FormulaCase each) =>
        YamlBuilder.Flow.Text("when", each.When?.ToString()).Text("then", each.Then.ToString()).Text("text", each.Text);

    private static YamlBuilder Named(string name, string label) => YamlBuilder.Flow.Word("name", name).Text("label", label);

    private static YamlMappingNode Quantity(Quantity quantity) => YamlBuilder.Flow
        .Word("kind", YamlMap.SnakeCase(quantity.Kind.ToString())).Text("label", quantity.Label)
            .Text("denominator_label", quantity.DenominatorLabel)
        .ChoiceUnless("when_nothing", quantity.WhenNothing, ZeroDenominator.Error).Flag("may_exceed_hundred", quantity.MayExceedHundred)
            .Node;
}
