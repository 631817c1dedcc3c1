using System.Globalization;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Modules.Surveys.Sampling;

/// <summary>Writes the command line of <c>diemsang survey sample</c> that repeats a draw.</summary>
internal static class DrawCommand
{
    public static string Of(string file, FrameColumns columns, SampleOrder order) => string.Join(' ',
    [
        "./diemsang survey sample", .. Option("frame", file), .. Option("id", columns.Id), .. Option("strata", columns.Stratum), .. Option("clusters", string.Join(',', columns.Clusters)),
        .. Option("size", columns.Size), .. Option("day", columns.Day), .. Option("from", Day(columns.From)), .. Option("to", Day(columns.To)),
        .. Option("take", order.Take), .. Option("margin", order.Take is null ? order.Margin : null), .. Flag("yamane", order.IsYamane), .. Flag("per-stratum", order.IsPerStratum),
        .. Option("deff", Unless(order.DesignEffect, 1)), .. Option("response-rate", Unless(order.ResponseRate, 1)),
        .. Option("per-unit", string.Join(',', order.PerUnit)), .. Option("method", order.Method.ToString().ToLowerInvariant()), .. Option("reserve", order.Reserve), .. Option("seed", order.Seed),
    ]);

    private static IEnumerable<string> Option(string name, object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? [$"--{name} {Quoted(text)}"] : [];

    private static IEnumerable<string> Flag(string name, bool isSet) => isSet ? [$"--{name}"] : [];

    private static double? Unless(double value, double usual) => value == usual ? null : value;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a shell takes it word for word.</summary>
    private static string Quoted(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or ',') ? text : $"'{text.Replace("'", "'\\''")}'";
}
