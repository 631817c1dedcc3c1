using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DiemSang.Core.Scoring;

namespace DiemSang.Documents.Criteria;

/// <summary>
/// A scored sheet as JSON. Indices are rounded for print as the set says; points and maxima are exact, and so are the numbers under
/// <c>exact</c>, which ranking must use.
/// </summary>
public static class ScoreSheetJson
{
    public static JsonSerializerOptions Options { get; } = new(
        ) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ScoreSheetResult result) => new JsonObject
    {
        ["set"] = result.Set.Code,
        ["version"] = result.Set.Version,
        ["unit"] = result.Sheet.Unit,
        ["index"] = result.PrintedIndex,
        ["points"] = Plain(result.Points),
        ["maxApplicable"] = Plain(result.ApplicableMax),
        ["max"] = Plain(result.Set.Total),
        ["how"] = result.Root.How,
        ["exact"] = new JsonObject { ["index"] = Plain(result.Index), ["rebasedPoints"] = Plain(result.RebasedPoints) },
        ["nodes"] = new JsonArray([.. result.Nodes.Select(node => WriteNode(node, result.Set.Rounding))]),
        ["flags"] = new JsonArray([.. SheetFlags.Of(result).Select(WriteFlag)]),
        ["lost"] = new JsonArray([.. LostPoints.Of(result).Select(WriteLost)]),
    }.ToJsonString(Options);

    private static JsonNode WriteNode(NodeResult node, ScoreRounding rounding) => new JsonObject
    {
        ["code"] = node.Criterion.Code,
        ["title"] = node.Criterion.Title,
        ["points"] = Plain(node.Points),
        ["max"] = Plain(node.Criterion.Max),
        ["maxApplicable"] = Plain(node.ApplicableMax),
        ["index"] = node.Index is { } index ? rounding.Print(index) : null,
        ["state"] = CamelCase(node.State),
        ["how"] = node.How,
    };

    private static JsonNode WriteFlag(SheetFlag flag) => new JsonObject
    {
        ["code"] = flag.Code,
        ["kind"] = CamelCase(flag.Kind),
        ["message"] = flag.Message,
    };

    private static JsonNode WriteLost(LostPoint lost) => new JsonObject
    {
        ["code"] = lost.Node.Criterion.Code,
        ["points"] = Plain(lost.Points),
        ["cause"] = CamelCase(lost.Cause),
    };

    /// <summary>Drops the trailing zeros decimal carries along ("2.50" → 2.5).</summary>
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    private static string CamelCase<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
