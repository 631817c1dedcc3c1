using System.Text.RegularExpressions;

namespace DiemSang.Documents.Plans;

/// <summary>Numbering of headings and items: "I.", "1.", "1.1.", "a)" and bullets.</summary>
internal static partial class SectionMarks
{
    /// <summary>Vietnamese list order: đ after d, no f, j, w, z (admin_rules §7.5).</summary>
    public const string Letters = "abcdđeghiklmnopqrstuvxy";

    public static bool StartsItem(string text) => Bullets.IsBullet(text) || Read(text) is not null;

    /// <summary>Level (1 Roman, 2 number, 3 dotted number, letter or bracketed number), the mark as printed without its stop, and the text after it.</summary>
    public static (int Level, string Code, string Text)? Read(string text)
    {
        var match = Mark().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var rest = match.Groups["rest"].Value.Trim();
        return match switch
        {
            _ when match.Groups["roman"] is { Success: true } roman => (1, roman.Value, rest),
            _ when match.Groups["dotted"] is { Success: true } dotted => (3, dotted.Value, rest),
            _ when match.Groups["number"] is { Success: true } number => (match.Groups["bracket"].Success ? 3 : 2, number.Value, rest),
            _ => (3, match.Groups["letter"].Value, rest),
        };
    }

    [GeneratedRegex(@"^(?:(?<roman>[IVX]{1,5})\s?[.)]\s*(?=\S)|(?<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\D)|(?<number>\d{1,2})(?:\.|(?<bracket>\)))\s*(?=[^\d\s])|(?<letter>[a-zđ¢])\)\s*)(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
