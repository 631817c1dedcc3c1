using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Web.Infrastructure.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Scorecards.Sets.Rules;

/// <summary>Makes the rule that a form describes; what cannot be read, and what the rule itself objects to, is an error at its box.</summary>
internal sealed partial class RuleFormReader(RuleForm form, string prefix, ModelStateDictionary state, IStringLocalizer texts)
{
    private const string Rows = nameof(RuleForm.Rows), Cases = nameof(RuleForm.Cases);
    private readonly HashSet<string> _names = [];
    private readonly ModelStateDictionary _state = state;
    private readonly IStringLocalizer _texts = texts;

    /// <param name="max">Maximum of the criterion, which the parameters are checked against.</param>
    public ScoringRule? Read(decimal max)
    {
        var rule = RuleOf(form.Kind);
        if (!_state.IsValid)
        {
            return null;
        }

        foreach (var problem in rule.Check(max).Where(problem => problem.IsError))
        {
            _state.AddModelError($"{prefix}.{Rows}", problem.Message);
        }

        return _state.IsValid ? rule : null;
    }

    private ScoringRule RuleOf(string? kind)
    {
        var fields = new Cells(this, $"{prefix}.{nameof(RuleForm.Fields)}", form.Fields);
        return kind switch
        {
            "all_of" => new AllOfRule(Each(Rows, row => new Condition(row.Name(), row.Text(RuleShape.Caption)))),
            "levels" => new LevelsRule(Each(Rows, row => new Level(row.Name(), row.Text(RuleShape.Caption), row.NumberOr(RuleShape.Points), row.NumberOr(RuleShape.Percent)))),
            "deadline" => new DeadlineRule(Each(Rows, row => new DeadlineStep(row.Day(RuleShape.By), row.Number(RuleShape.Points))), fields.NumberOr("late") ?? 0, fields.NumberOr("never") ?? 0),
            "checklist" => new ChecklistRule(Each(Rows, row => new ChecklistItem(row.Name(), row.Text(RuleShape.Caption), row.Number(RuleShape.Points)))),
            "bands" => new BandsRule(QuantityOf(fields), Each(Rows, BandOf)),
            "proportional" => new ProportionalRule(QuantityOf(fields), fields.NumberOr("full_at") ?? 100, fields.NumberOr("floor") ?? 0),
            "count" => new CountRule(fields.Number(RuleShape.Each), fields.TextOr(RuleShape.Caption)),
            "deduction" => new DeductionRule(Each(Rows, row => new DeductionItem(row.Name(), row.Text(RuleShape.Caption), row.Number(RuleShape.Each))), fields.NumberOr("floor") ?? 0),
            "survey" => new SurveyRule(Each(Rows, row => new SurveyAnswer(row.Name(), row.Text(RuleShape.Caption), row.Number(RuleShape.Percent)))),
            "comparison" => new ComparisonRule(fields.Choice<ChangeMeasure>("measure"), Each(Rows, BandOf)),
            "formula" => new FormulaRule(Each(Rows, VariableOf), Each(Cases, CaseOf)),
            "manual" => new ManualRule(fields.NumberOr("min") ?? 0, fields.NumberOr("step")),
            _ => new YesNoRule(),
        };
    }

    /// <summary>Rows in which something stands; rows left empty are no rows.</summary>
    private List<T> Each<T>(string table, Func<Cells, T> read)
    {
        var rows = table == Rows ? form.Rows : form.Cases;
        return [.. rows.Index().Where(row => row.Item.Any(cell => cell.Key != RuleShape.Name && !string.IsNullOrWhiteSpace(cell.Value)))
            .Take(RuleForm.MostRows).Select(row => read(new Cells(this, $"{prefix}.{table}[{row.Index}]", row.Item)))];
    }

    private static Quantity QuantityOf(Cells fields) => new(fields.Choice<QuantityKind>("of"))
    {
        Label = fields.TextOr("quantity_label"), DenominatorLabel = fields.TextOr("denominator_label"), WhenNothing = fields.Choice<ZeroDenominator>("when_nothing"), MayExceedHundred = fields.Tick("may_exceed_hundred"),
    };

    private static Band BandOf(Cells row) => new(row.Range(RuleShape.Span), row.Number(RuleShape.Points));

    private static FormulaVariable VariableOf(Cells row) => new(row.Text(RuleShape.Name), row.TextOr(RuleShape.Caption) ?? row.Text(RuleShape.Name), row.Formula("formula", NumberFormula.Parse))
    {
        IsWhole = row.Tick("whole"), Min = row.NumberOr("min"), Max = row.NumberOr("max"),
    };

    private static FormulaCase CaseOf(Cells row) => new(row.Formula(RuleShape.When, ConditionFormula.Parse), row.Needed(RuleShape.Then, row.Formula(RuleShape.Then, NumberFormula.Parse)) ?? NumberFormula.Parse("0"), row.TextOr(RuleShape.Meaning));

    [GeneratedRegex(@"\s*(?:\bvà\b|;|,(?=\s*[<>=≥≤]))\s*")]
    private static partial Regex BetweenEnds();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();

    /// <summary>The cells of one row, or the single boxes; each knows where its error belongs.</summary>
    private sealed class Cells(RuleFormReader reader, string place, IReadOnlyDictionary<string, string?> typed)
    {
        public string? TextOr(string name) => StrictInput.Normalise(typed.GetValueOrDefault(name)) is { Length: > 0 } text ? text : null;

        public string Text(string name) => Needed(name, TextOr(name)) ?? "";

        public bool Tick(string name) => TextOr(name) == "true";

        public decimal Number(string name) => Needed(name, NumberOr(name)) ?? 0;

        public decimal? NumberOr(string name) => TextOr(name) is not { } text ? null
            : StrictInput.TryReadDecimal(text, out var number) ? number
            : Wrong<decimal?>(name, Key("“{0}” không phải là số. Nhập ví dụ 80,5; không dùng dấu phân cách hàng nghìn."), text);

        /// <summary>Two ends joined by "và", ";" or a comma before a sign; a comma elsewhere is a decimal one.</summary>
        public Interval Range(string name)
        {
            var text = Text(name);
            var ends = BetweenEnds().Split(text).Select(end => end.Replace(',', '.'));
            return text.Length == 0 ? default : Interval.TryParse(string.Join(", ", ends), out var range) ? range
                : Wrong<Interval>(name, Key("Khoảng “{0}” không hiểu được; viết như “≥ 70 và ≤ 90”."), text);
        }

        public YearlyDate Day(string name)
        {
            var text = Text(name);
            var offset = Tick(RuleShape.IsYearBefore) ? -1 : 0;
            return DateOnly.TryParseExact($"{text}/2024", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new YearlyDate(day.Month, day.Day, offset)
                : text.Length == 0 ? new YearlyDate(1, 1) : Wrong(name, Key("“{0}” không phải ngày/tháng, ví dụ 31/01."), text, new YearlyDate(1, 1));
        }

        public T Choice<T>(string name)
            where T : struct, Enum =>
            Enum.GetValues<T>().FirstOrDefault(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == TextOr(name));

        public T? Formula<T>(string name, Func<string, T> parse)
            where T : class
        {
            try
            {
                return TextOr(name) is { } text ? parse(text) : null;
            }
            catch (FormulaException problem)
            {
                reader._state.AddModelError(FieldOf(name), problem.Message);
                return null;
            }
        }

        /// <summary>The key under which a unit's answer is kept: the one it has, else made of the caption.</summary>
        public string Name()
        {
            var stem = TextOr(RuleShape.Name) ?? NotInNames().Replace(VietnameseText.Fold(Text(RuleShape.Caption)), "_").Trim('_');
            stem = stem.Length == 0 || char.IsDigit(stem[0]) ? $"n_{stem}" : stem[..Math.Min(stem.Length, 40)];
            var name = stem;
            for (var number = 2; !reader._names.Add(name); number++)
            {
                name = $"{stem}_{number}";
            }

            return name;
        }

        public T? Needed<T>(string name, T? value)
        {
            if (value is null && !reader._state.ContainsKey(FieldOf(name)))
            {
                reader._state.AddModelError(FieldOf(name), reader._texts["Ô này chưa có gì."]);
            }

            return value;
        }

        private T Wrong<T>(string name, string message, string text, T instead = default!)
        {
            reader._state.AddModelError(FieldOf(name), reader._texts[message, text]);
            return instead;
        }

        private string FieldOf(string name) => $"{place}[{name}]";
    }
}
