using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;

namespace DiemSang.Tests.Criteria;

/// <summary>Every example printed in docs/scoring.md gives what the page says it gives.</summary>
public partial class DocumentedRuleTests
{
    private const string Subject = "thu";

    /// <summary>Each rule and criterion of the chapter "Rules" as YAML, with the comments that follow it.</summary>
    private static readonly IReadOnlyList<string> Texts = [.. YamlBlocks().Matches(Chapter("Rules")).SelectMany(block => Starts().Split(block.Groups[1].Value)).Where(text => text.Length > 0)];

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var text in Texts.Where(text => !IsAboutNotApplicable(text)))
            {
                var examples = ExamplePattern().Matches(text);
                examples.Count.ShouldBeGreaterThan(0, $"an example of {text}");
                foreach (Match example in examples)
                {
                    data.Add(text, example.Groups["input"].Value, example.Groups["points"].Value.Replace('−', '-'));
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Removals => [.. Texts.Where(IsAboutNotApplicable)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Score_DocumentedExample_GivesThePrintedPoints(string text, string input, string points) =>
        Score(text, input).Find(Subject)!.Points.ShouldBe(decimal.Parse(points, CultureInfo.InvariantCulture));

    [Theory]
    [MemberData(nameof(Removals))]
    public void Score_DocumentedTreatmentOfNotApplicable_LeavesThePrintedMaximum(string text)
    {
        var result = Score(text, """{ "notApplicable": true, "reason": "không được giao" }""");

        FormattableString.Invariant($"{result.Points:0.##} of {result.ApplicableMax:0.##}").ShouldBe(RemovalPattern().Match(text).Groups[1].Value);
    }

    [Fact]
    public void Page_Rules_CoverEveryKindAndTreatment()
    {
        var criteria = Texts.Select(text => SetWith(text).Find(Subject)!).ToList();
        criteria.Select(criterion => criterion.Rule!.Kind).Distinct().Order().ShouldBe(
            ["all_of", "bands", "checklist", "comparison", "count", "deadline", "deduction", "formula", "levels", "manual", "proportional", "survey", "yes_no"]);
        criteria.Select(criterion => criterion.Kind).Distinct().Order().ShouldBe(Enum.GetValues<CriterionKind>().Order());
        criteria.Select(criterion => criterion.NotApplicable).Distinct().Order().ShouldBe(Enum.GetValues<NotApplicableTreatment>().Order());
    }

    private static bool IsAboutNotApplicable(string text) => text.Contains("not_applicable", StringComparison.Ordinal) && text.StartsWith('-');

    private static ScoreSheetResult Score(string text, string input)
    {
        var set = SetWith(text);
        var result = new ScoringEngine(set).Score(SheetDeclarationJson.Read($$"""{ "year": 2026, "declarations": { "khac": true, "{{Subject}}": {{input}} } }""", set));
        result.Invalid.ShouldBeEmpty();
        return result;
    }

    /// <summary>A set of the criterion, of 2 points where the page prints a rule alone, beside another of 2 points.</summary>
    private static CriteriaSet SetWith(string text)
    {
        var criterion = text.StartsWith("rule:", StringComparison.Ordinal)
            ? $"- code: {Subject}\n  title: t\n  max: 2\n  {text.ReplaceLineEndings("\n  ")}"
            : CodePattern().Replace(text, $"- {{ code: {Subject},");
        var set = CriteriaSetYaml.Read($"code: x\nversion: \"1\"\ntitle: t\ntotal: 2\ncriteria:\n- {{ code: khac, title: t, max: 2, rule: yes_no }}\n{criterion}");
        return set with { Total = set.Criteria.Where(one => one.Kind == CriterionKind.Scored).Sum(one => one.Max) };
    }

    private static string Chapter(string name)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scoring.md"));
        var from = page.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        return page[from..page.IndexOf("\n## ", from + 1, StringComparison.Ordinal)];
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlocks();

    [GeneratedRegex("^(?=rule:|- )", RegexOptions.Multiline)]
    private static partial Regex Starts();

    [GeneratedRegex(@"# (?<input>[^→\n]+?) → (?:[^\n]* → )?(?<points>−?[\d.]+)$", RegexOptions.Multiline)]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"# → (\d+ of \d+)$", RegexOptions.Multiline)]
    private static partial Regex RemovalPattern();

    [GeneratedRegex(@"^- \{ code: \w+,")]
    private static partial Regex CodePattern();
}
