using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>The one JSON form of a draft: camelCase, Vietnamese unescaped, days as yyyy-MM-dd, unknown parts of a place left out.</summary>
public static class PlanDraftJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutUnknownPlaceParts } },
    };

    public static string Write(PlanDraft draft) => JsonSerializer.Serialize(draft, Options);

    public static PlanDraft Read(string json) =>
        JsonSerializer.Deserialize<PlanDraft>(json, Options) ?? throw new JsonException("A draft was expected, null was found.");

    private static void LeaveOutUnknownPlaceParts(JsonTypeInfo type)
    {
        if (type.Type != typeof(SourcePlace))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = (_, value) => value is not null;
        }
    }
}
