using System.Text.RegularExpressions;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Documentation;

/// <summary>docs/requirements.md and the [Requirement] attributes of the tests say the same.</summary>
public sealed partial class RequirementsTableTests
{
    [Fact]
    public void Table_NamedTests_AreExactlyThoseThatCarryTheAttribute()
    {
        var promised = Table().ToDictionary(line => line.Id, line => line.Tests);
        var proved = Attributes().ToLookup(pair => pair.Id, pair => pair.Test);

        var disagreeing = promised.Keys.Union(proved.Select(group => group.Key))
            .Where(id => !promised.GetValueOrDefault(id, []).Order().SequenceEqual(proved[id].Distinct().Order()))
            .Select(id => $"{id}: the table says [{string.Join(", ", promised.GetValueOrDefault(id, []))}], the tests say [{string.Join(", ", proved[id].Distinct())}]");

        disagreeing.ShouldBeEmpty("Write the table again with: tests/requirements-table");
    }

    [Fact]
    public void Table_WithoutTest_IsNotCalledServed() =>
        Table().Where(line => line.Tests.Count == 0).ShouldAllBe(line => line.State == "not yet");

    private static IEnumerable<(string Id, string State, List<string> Tests)> Table() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "requirements.md"))
            .Where(line => TableLine().IsMatch(line))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[3], cells[5].Split("<br>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(test => test.Trim('`')).ToList()));

    /// <summary>Read from the sources, so that one test project can answer for all four.</summary>
    private static IEnumerable<(string Id, string Test)> Attributes() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        let text = File.ReadAllText(file)
        let name = Path.GetFileNameWithoutExtension(file)
        from Match attribute in Attribute().Matches(text)
        let method = Method().Match(text, attribute.Index)
        let test = method.Groups["class"].Success ? method.Groups["class"].Value : $"{name}.{method.Groups["name"].Value}"
        from Match id in Identifier().Matches(attribute.Value)
        select (id.Value, test);

    [GeneratedRegex(@"^\| [A-Z]{3}-\d\d \|")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"^\s*\[(?:[^\]\n]*,\s*)?Requirement\([^)]*\)", RegexOptions.Multiline)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"public (?:async |static |sealed |partial )*(?:class (?<class>\w+)|[\w<>\[\]?]+ (?<name>\w+)\()")]
    private static partial Regex Method();

    [GeneratedRegex(@"[A-Z]{3}-\d\d")]
    private static partial Regex Identifier();
}
