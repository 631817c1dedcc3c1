using System.Globalization;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>One sentence on how the figures were reckoned: a Vietnamese sentence with places, and what stands in them.</summary>
public sealed record DesignNote(string Sentence, params object[] Parts)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public override string ToString() => string.Format(Vietnamese, Sentence, Parts);
}
