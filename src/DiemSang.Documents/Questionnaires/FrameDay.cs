using System.Globalization;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Days as frames write them: 31/12/2026, 2026-12-31, with or without an hour behind.</summary>
public static class FrameDay
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>Null for an empty text and for one that is no day.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact((text ?? "").Trim().Split(' ', 'T')[0], Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
