using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DiemSang.Documents.Reading;

/// <summary>
/// Takes off the Markdown and HTML marks that converters leave in plain text: <c>&lt;p&gt;</c>, <c>&lt;br&gt;</c> and <c>&lt;li&gt;</c> become
/// lines, a <c>&lt;sup&gt;</c> number a superscript digit (a footnote), all other marks go.
/// </summary>
internal static partial class TextMarks
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The lines of a paragraph or cell, without marks, in NFC, without control characters, none empty.</summary>
    public static IReadOnlyList<string> Lines(string raw)
    {
        var text = raw;
        if (raw.Contains('<'))
        {
            text = Footnote().Replace(text, match => Superscript(match.Groups[1].Value));
            text = ListItem().Replace(text, "\n- ");
            text = LineBreak().Replace(text, "\n");
            text = OtherTag().Replace(text, " ");
        }

        if (text.Contains('&'))
        {
            text = WebUtility.HtmlDecode(text);
        }

        return [.. text.Split('\n').Select(Plain).Where(line => line.Length > 0)];
    }

    /// <summary>A Markdown heading, or a line set wholly in bold.</summary>
    public static bool IsEmphasised(string raw)
    {
        var text = raw.Trim();
        return text.StartsWith('#') || (text.StartsWith("**", StringComparison.Ordinal) && text.Length > 4
            && text.IndexOf("**", 2, StringComparison.Ordinal) == text.Length - 2);
    }

    private static string Plain(string line)
    {
        var text = line.Contains('*') || line.Contains('#') || line.Contains('_') ? Emphasis().Replace(HeadingMark().Replace(line, ""), "") : line;
        if (Rule().IsMatch(text))
        {
            return "";
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c) || c == '\u200B';
            if (isSpace && (plain.Length == 0 || plain[^1] == ' '))
            {
                continue;
            }

            if (isSpace || !char.IsControl(c))
            {
                plain.Append(isSpace ? ' ' : c);
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static string Superscript(string digits) => string.Concat(digits.Select(digit => Superscripts[digit - '0']));

    [GeneratedRegex(@"<sup>\s*([0-9]{1,3})\s*</sup>", RegexOptions.IgnoreCase)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"<li\b[^<>]*>\s*[-–•]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"</?(?:p|br|ul|ol|div|tr)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex OtherTag();

    [GeneratedRegex(@"^\s*#{1,6}\s+")]
    private static partial Regex HeadingMark();

    /// <summary>Bold and italic marks; a lone asterisk between spaces is a bullet and stays.</summary>
    [GeneratedRegex(@"\*{2,3}|__|(?<=^|[\s(“""])\*(?=[^\s*])|(?<=[^\s*])\*(?=$|[\s).,;:”""])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^\s*([-*_=])(\s*\1){2,}\s*$")]
    private static partial Regex Rule();
}
