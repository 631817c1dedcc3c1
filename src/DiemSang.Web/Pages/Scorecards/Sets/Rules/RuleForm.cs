using System.Globalization;
using System.Text.Json;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Web.Pages.Scorecards.Sets.Rules;

/// <summary>A rule as boxes and rows of text, the way it is typed; <see cref="RuleFormReader"/> reads it.</summary>
public sealed class RuleForm
{
    public const int MostRows = 60;
    private const int Spare = 2;

    public string? Kind { get; set; }
    public Dictionary<string, string?> Fields { get; set; } = [];
    public List<Dictionary<string, string?>> Rows { get; set; } = [];
    public List<Dictionary<string, string?>> Cases { get; set; } = [];

    /// <summary>Leaves room for two more rows in each table that the rule has.</summary>
    public RuleForm WithRoom()
    {
        var shape = RuleShape.Of(Kind);
        foreach (var (rows, columns) in new[] { (Rows, shape.Rows), (Cases, shape.Cases) })
        {
            for (var i = 0; columns.Count > 0 && i < Spare && rows.Count < MostRows; i++)
            {
                rows.Add([]);
            }
        }

        return this;
    }

    public static RuleForm Of(ScoringRule rule)
    {
        var form = new RuleForm { Kind = rule.Kind };
        form.Fields = FieldsOf(rule);
        form.Rows = [.. RowsOf(rule)];
        form.Cases = rule is FormulaRule formula ? [.. formula.Cases.Select(each => Row((RuleShape.When, each.When?.ToString()), (RuleShape.Then, each.Then.ToString()), (RuleShape.Meaning, each.Text)))] : [];
        return form;
    }

    private static Dictionary<string, string?> FieldsOf(ScoringRule rule) => rule switch
    {
        BandsRule bands => Quantity(bands.Of),
        ProportionalRule share => Quantity(share.Of, ("full_at", Typed(share.FullAt)), ("floor", Typed(share.Floor))),
        CountRule count => Row((RuleShape.Each, Typed(count.Each)), (RuleShape.Caption, count.Label)),
        DeadlineRule deadline => Row(("late", Typed(deadline.Late)), ("never", Typed(deadline.Never))),
        DeductionRule deduction => Row(("floor", Typed(deduction.Floor))),
        ComparisonRule comparison => Row(("measure", JsonNamingPolicy.SnakeCaseLower.ConvertName(comparison.Measure.ToString()))),
        ManualRule manual => Row(("min", Typed(manual.Min)), ("step", Typed(manual.Step))),
        _ => [],
    };

    private static IEnumerable<Dictionary<string, string?>> RowsOf(ScoringRule rule) => rule switch
    {
        AllOfRule all => all.Conditions.Select(item => Named(item.Name, item.Label)),
        LevelsRule levels => levels.Levels.Select(level => Named(level.Key, level.Label, (RuleShape.Points, Typed(level.Points)), (RuleShape.Percent, Typed(level.Percent)))),
        DeadlineRule deadline => deadline.Steps.Select(step => Row((RuleShape.By, $"{step.By.Day:00}/{step.By.Month:00}"), (RuleShape.IsYearBefore, step.By.YearOffset < 0 ? "true" : null), (RuleShape.Points, Typed(step.Points)))),
        ChecklistRule checklist => checklist.Items.Select(item => Named(item.Name, item.Label, (RuleShape.Points, Typed(item.Points)))),
        BandsRule bands => bands.Bands.Select(BandRow),
        ComparisonRule comparison => comparison.Bands.Select(BandRow),
        DeductionRule deduction => deduction.Items.Select(item => Named(item.Name, item.Label, (RuleShape.Each, Typed(item.Each)))),
        SurveyRule survey => survey.Answers.Select(answer => Named(answer.Name, answer.Label, (RuleShape.Percent, Typed(answer.Percent)))),
        FormulaRule formula => formula.Variables.Select(variable => Named(
            variable.Name, variable.Label, ("formula", variable.Derived?.ToString()), ("whole", variable.IsWhole ? "true" : null), ("min", Typed(variable.Min)), ("max", Typed(variable.Max)))),
        _ => [],
    };

    private static Dictionary<string, string?> Quantity(Quantity of, params (string, string?)[] more) => Row(
    [
        ("of", JsonNamingPolicy.SnakeCaseLower.ConvertName(of.Kind.ToString())), ("quantity_label", of.Label), ("denominator_label", of.DenominatorLabel), ("when_nothing", JsonNamingPolicy.SnakeCaseLower.ConvertName(of.WhenNothing.ToString())),
        ("may_exceed_hundred", of.MayExceedHundred ? "true" : null), .. more,
    ]);

    private static Dictionary<string, string?> BandRow(Band band) => Row((RuleShape.Span, band.Range.ToSentence()), (RuleShape.Points, Typed(band.Points)));

    private static Dictionary<string, string?> Named(string name, string label, params (string, string?)[] more) => Row([(RuleShape.Name, name), (RuleShape.Caption, label), .. more]);

    private static Dictionary<string, string?> Row(params (string Name, string? Text)[] cells) => cells.ToDictionary(cell => cell.Name, cell => cell.Text);

    private static string? Typed(decimal? number) => number?.ToString("0.############", CultureInfo.GetCultureInfo("vi-VN"));
}
