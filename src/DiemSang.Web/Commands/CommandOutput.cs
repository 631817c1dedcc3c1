using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiemSang.Core.Scoring;
using DiemSang.Core.Statistics;
using DiemSang.Documents.Reading;

namespace DiemSang.Web.Commands;

/// <summary>What verbs print: JSON that reads as typed, and one plain line when the input cannot be used.</summary>
internal static class CommandOutput
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new FiniteOrNull() },
    };

    public static void WriteJson<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Runs a verb; data it cannot use ends in exit status 2 and one line on standard error.</summary>
    public static int Guard(ParseResult invoked, Action<TextWriter> run)
    {
        try
        {
            run(invoked.InvocationConfiguration.Output);
            return 0;
        }
        catch (Exception e) when (e is SurveyDataException or UnreadableDocumentException or InvalidCriteriaSetException or IOException or InvalidDataException
            or UnauthorizedAccessException)
        {
            invoked.InvocationConfiguration.Error.WriteLine(Complaint(e).ReplaceLineEndings(" "));
            return CommandLine.BadInput;
        }
    }

    private static string Complaint(Exception trouble) => trouble switch
    {
        FileNotFoundException { FileName: { } file } => $"Không tìm thấy tệp: {file}",
        DirectoryNotFoundException or UnauthorizedAccessException => $"Không đọc được tệp: {trouble.Message}",
        _ => trouble.Message,
    };

    /// <summary>JSON has no NaN: what could not be computed is null.</summary>
    private sealed class FiniteOrNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
