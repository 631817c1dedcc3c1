using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DiemSang.Core.Scoring;

namespace DiemSang.Modules.Scorecards.Data;

/// <summary>
/// Declared data as one JSON object: <c>{"met": true, "count": 3, "level": "tot", "date": {"day": "2026-01-20"}, "done": null}</c>.
/// A day is an object, so that it is never taken for a text.
/// </summary>
public static class DeclaredJson
{
    public const string Nothing = "{}";
    private const string Day = "day";

    public static string Write(IReadOnlyDictionary<string, DeclaredValue> values)
    {
        var json = new JsonObject();
        foreach (var (name, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json[name] = value.Kind switch
            {
                DeclaredKind.YesNo => JsonValue.Create(value.Yes),
                DeclaredKind.Number => JsonValue.Create(value.Number),
                DeclaredKind.Text => JsonValue.Create(value.Text),
                DeclaredKind.Date => new JsonObject { [Day] = value.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
                _ => null,
            };
        }

        return json.ToJsonString();
    }

    public static IReadOnlyDictionary<string, DeclaredValue> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => ValueOf(property.Value));
    }

    private static DeclaredValue ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Object => DateOnly.ParseExact(element.GetProperty(Day).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => DeclaredValue.None,
    };
}
