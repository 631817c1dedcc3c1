using System.Text;
using DiemSang.Core.Language;

namespace DiemSang.Documents.Reading;

/// <summary>The one cleaning every reader applies: NFC, no control or invisible characters, plain spaces and hyphens.</summary>
internal static class SourceText
{
    /// <summary>Cleans a paragraph; "\n" and "\t" stay, runs of spaces become one, ends are trimmed.</summary>
    public static string Clean(string raw)
    {
        var text = VietnameseText.Normalize(WellFormedText.Of(raw));
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            AppendClean(clean, c);
        }

        return clean.ToString().Trim();
    }

    /// <summary>Cleans and splits at line breaks, leaving out empty lines; tabs inside a line become spaces.</summary>
    public static IEnumerable<string> Lines(string raw) =>
        Clean(raw).Replace('\t', ' ').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AppendClean(StringBuilder clean, char c)
    {
        switch (c)
        {
            case '\n' or '\t':
                clean.Append(c);
                break;
            case '\u2010' or '\u2011':
                clean.Append('-');
                break;
            case '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E'):
                break;
            case >= '\uF000' and <= '\uF0FF':
                clean.Append(Symbol(c));
                break;
            default:
                AppendVisible(clean, c);
                break;
        }
    }

    private static void AppendVisible(StringBuilder clean, char c)
    {
        if (!char.IsWhiteSpace(c))
        {
            if (!char.IsControl(c))
            {
                clean.Append(c);
            }
        }
        else if (clean.Length > 0 && clean[^1] is not ' ' and not '\n')
        {
            clean.Append(' ');
        }
    }

    /// <summary>Symbol and Wingdings glyphs live at U+F0xx: a hyphen stays one, every other ornament is a bullet.</summary>
    private static char Symbol(char c) => c switch
    {
        '\uF02D' => '-',
        '\uF02B' => '+',
        _ => '•',
    };
}
