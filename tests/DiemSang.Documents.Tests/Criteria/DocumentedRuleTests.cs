using System.Text.RegularExpressions;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;

namespace DiemSang.Tests.Criteria;

/// <summary>Every rule printed in docs/scoring.md is one the program reads.</summary>
public partial class DocumentedRuleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scoring.md"));

    public static TheoryData<string> Rules => [.. Texts];

    private static IEnumerable<string> Texts =>
        YamlBlocks().Matches(Page).SelectMany(block => RuleStarts().Split(block.Groups[1].Value))
            .Where(text => text.StartsWith("rule:", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Read_DocumentedRule_PassesTheCheck(string rule)
    {
        var indented = rule.ReplaceLineEndings("\n      ");
        var set = CriteriaSetYaml.Read(
            $"code: x\nversion: \"1\"\ntitle: t\ntotal: 2\ncriteria:\n    - code: \"1\"\n      title: t\n      max: 2\n      {indented}");
        CriteriaSetCheck.Run(set).Where(problem => problem.IsError).ShouldBeEmpty();
    }

    [Fact]
    public void Page_Rules_CoverEveryKind()
    {
        var kinds = Texts.Select(rule => KindName().Match(rule).Groups[1].Value).Distinct().Order();
        kinds.ShouldBe(["all_of", "bands", "checklist", "comparison", "count", "deadline", "deduction", "formula", "levels", "manual", "proportional", "survey", "yes_no"]);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlocks();

    [GeneratedRegex("^(?=rule:)", RegexOptions.Multiline)]
    private static partial Regex RuleStarts();

    [GeneratedRegex(@"^rule:\s*(?:\{?\s*kind:\s*)?(\w+)")]
    private static partial Regex KindName();
}
