using System.Globalization;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Documents.Criteria;

/// <summary>Reads the <c>rule</c> of a criterion: a kind alone, or a mapping with its parameters. docs/scoring.md shows each.</summary>
internal static class RuleYaml
{
    private static readonly string[] Kinds =
    [
        "yes_no", "all_of", "levels", "deadline", "checklist", "bands", "proportional", "count", "deduction", "survey", "comparison", "formula",
        "manual",
    ];

    /// <summary>The rule under <c>rule</c>, or null when there is none.</summary>
    public static ScoringRule? Read(YamlMap criterion)
    {
        if (!criterion.Has("rule"))
        {
            return null;
        }

        if (criterion.MapOr("rule") is not { } map)
        {
            return WithoutParameters(criterion, criterion.Text("rule"));
        }

        var rule = ReadKind(map, map.Text("kind"));
        map.Done();
        return rule;
    }

    private static ScoringRule WithoutParameters(YamlMap criterion, string kind) => kind switch
    {
        "yes_no" => new YesNoRule(),
        "manual" => new ManualRule(),
        "survey" => new SurveyRule([]),
        "proportional" => new ProportionalRule(new Quantity(QuantityKind.Ratio)),
        _ => throw criterion.Problem(Kinds.Contains(kind)
            ? $"cách tính “{kind}” cần tham số; viết “rule: {{ kind: {kind}, … }}”."
            : Unknown(kind)),
    };

    private static ScoringRule ReadKind(YamlMap map, string kind) => kind switch
    {
        "yes_no" => new YesNoRule(),
        "all_of" => new AllOfRule(Items(map, "conditions", item => new Condition(item.Text("name"), item.Text("label")))),
        "levels" => new LevelsRule(Items(map, "levels", ReadLevel)),
        "deadline" => new DeadlineRule(Items(map, "steps", ReadStep), map.NumberOr("late") ?? 0, map.NumberOr("never") ?? 0),
        "checklist" =>
            new ChecklistRule(Items(map, "items", item => new ChecklistItem(item.Text("name"), item.Text("label"), item.Number("points")))),
        "bands" => new BandsRule(ReadQuantity(map), ReadBands(map)),
        "proportional" => new ProportionalRule(ReadQuantity(map), map.NumberOr("full_at") ?? 100, map.NumberOr("floor") ?? 0),
        "count" => new CountRule(map.Number("each"), map.TextOr("label")),
        "deduction" => new DeductionRule(Items(map, "items", ReadDeduction), map.NumberOr("floor") ?? 0),
        "survey" =>
            new SurveyRule(Items(map, "answers", item => new SurveyAnswer(item.Text("name"), item.Text("label"), item.Number("percent")))),
        "comparison" => new ComparisonRule(map.Choice("measure", ChangeMeasure.Difference), ReadBands(map)),
        "formula" => new FormulaRule(Items(map, "variables", ReadVariable), Items(map, "cases", ReadCase)),
        "manual" => new ManualRule(map.NumberOr("min") ?? 0, map.NumberOr("step")),
        _ => throw map.Problem(Unknown(kind)),
    };

    private static Level ReadLevel(YamlMap item) =>
        new(item.Text("key"), item.Text("label"), item.NumberOr("points"), item.NumberOr("percent"));

    private static DeductionItem ReadDeduction(YamlMap item) => new(item.Text("name"), item.Text("label"), item.Number("each"));

    private static DeadlineStep ReadStep(YamlMap item)
    {
        var parts = item.Text("by").Split('-');
        if (parts.Length != 2 || !TryWhole(parts[0], out var month) || !TryWhole(parts[1], out var day))
        {
            throw item.Problem($"mốc “{item.Text("by")}” phải viết tháng-ngày, như “01-31”.");
        }

        return new DeadlineStep(new YearlyDate(month, day, item.WholeOr("year_offset", 0)), item.Number("points"));
    }

    private static IReadOnlyList<Band> ReadBands(YamlMap map) => Items(map, "bands", ReadBand);

    private static Band ReadBand(YamlMap item) => Interval.TryParse(item.Text("range"), out var range)
        ? new Band(range, item.Number("points"))
        : throw item.Problem($"khoảng “{item.Text("range")}” không hiểu được; viết như “>= 70, <= 90”.");

    private static Quantity ReadQuantity(YamlMap map)
    {
        if (map.MapOr("of") is not { } of)
        {
            return new Quantity(map.Choice("of", QuantityKind.Ratio));
        }

        var quantity = new Quantity(of.ChoiceOf<QuantityKind>("kind", of.Text("kind")))
        {
            Label = of.TextOr("label"),
            DenominatorLabel = of.TextOr("denominator_label"),
            WhenNothing = of.Choice("when_nothing", ZeroDenominator.Error),
            MayExceedHundred = of.Flag("may_exceed_hundred"),
        };
        of.Done();
        return quantity;
    }

    private static FormulaVariable ReadVariable(YamlMap item)
    {
        var derived = item.TextOr("formula") is { } text ? Formula(item, text, NumberFormula.Parse) : null;
        return new FormulaVariable(item.Text("name"), item.TextOr("label") ?? item.Text("name"), derived)
        {
            IsWhole = item.Flag("whole"),
            Min = item.NumberOr("min"),
            Max = item.NumberOr("max"),
        };
    }

    private static FormulaCase ReadCase(YamlMap item)
    {
        var when = item.TextOr("when") is { } text ? Formula(item, text, ConditionFormula.Parse) : null;
        return new FormulaCase(when, Formula(item, item.Text("then"), NumberFormula.Parse), item.TextOr("text"));
    }

    private static T Formula<T>(YamlMap item, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormulaException problem)
        {
            throw item.Problem(problem.Message);
        }
    }

    /// <summary>Reads every item of a list and refuses the keys nobody asked for.</summary>
    private static IReadOnlyList<T> Items<T>(YamlMap map, string key, Func<YamlMap, T> read)
    {
        var items = new List<T>();
        foreach (var item in map.Maps(key))
        {
            items.Add(read(item));
            item.Done();
        }

        return items;
    }

    private static bool TryWhole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Unknown(string kind) => $"không có cách tính “{kind}”; các cách: {string.Join(", ", Kinds)}.";
}
