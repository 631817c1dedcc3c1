using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>Splits the text of a cell into its bullets: each one is a measure of its own (PLN-10).</summary>
internal sealed partial class Bullets(IReadOnlyList<HyphenPair> hyphenPairs)
{
    private const string Marks = "-–—•*+●▪◦·\uF0B7\uF02D";

    public static bool IsBullet(string line) => line.Length > 1 && Marks.Contains(line[0]) && (line[1] == ' ' || char.IsUpper(line[1]));

    /// <summary>Items in order; an item knows whether a bullet stood before it.</summary>
    public IReadOnlyList<(string Text, bool IsBullet)> Split(IEnumerable<string> lines)
    {
        var items = new List<(string, bool)>();
        foreach (var line in lines)
        {
            SplitLine(line, items);
        }

        return items;
    }

    /// <summary>The introducing line ("… như:"), if any, and the measures.</summary>
    public (string? Intro, IReadOnlyList<string> Measures) Measures(IEnumerable<string> lines)
    {
        var items = Split(lines);
        var hasIntro = items.Count > 1 && !items[0].IsBullet && items[0].Text.EndsWith(':');
        return (hasIntro ? items[0].Text : null, [.. items.Skip(hasIntro ? 1 : 0).Select(item => item.Text)]);
    }

    /// <summary>Several items as lines with "- ", one item as it stands.</summary>
    public string? Text(IEnumerable<string> lines)
    {
        var items = Split(lines);
        return items.Count switch
        {
            0 => null,
            1 => items[0].Text,
            _ => string.Join("\n", items.Select(item => item.IsBullet ? "- " + item.Text : item.Text)),
        };
    }

    private void SplitLine(string line, List<(string, bool)> items)
    {
        var isBullet = IsBullet(line);
        var start = isBullet ? 1 : 0;
        foreach (Match dash in InlineDash().Matches(line))
        {
            if (dash.Index <= start || !StartsItem(line, dash, isBullet))
            {
                continue;
            }

            Add(line[start..dash.Index], isBullet, items);
            start = dash.Index + dash.Length;
            isBullet = true;
        }

        Add(line[start..], isBullet, items);
    }

    /// <summary>
    /// After a full stop, semicolon or colon a dash begins an item; inside a list it does so too before a capital or a figure, unless the dash holds
    /// a name together ("Văn hóa - Xã hội").
    /// </summary>
    private bool StartsItem(string line, Match dash, bool isInList)
    {
        var before = line.AsSpan(0, dash.Index).TrimEnd();
        if (before.Length == 0)
        {
            return false;
        }

        if (before[^1] is '.' or ';' or ':')
        {
            return true;
        }

        return isInList && !char.IsDigit(before[^1]) && !IsHyphenPair(before, line[(dash.Index + dash.Length)..]);
    }

    private bool IsHyphenPair(ReadOnlySpan<char> before, string after)
    {
        var word = VietnameseText.Fold(before[(before.LastIndexOf(' ') + 1)..].ToString());
        var next = VietnameseText.Fold(after.Length > 40 ? after[..40] : after);
        return hyphenPairs.Any(pair => pair.Before == word && next.StartsWith(pair.After, StringComparison.Ordinal));
    }

    private static void Add(string text, bool isBullet, List<(string, bool)> items)
    {
        var item = text.Trim();
        if (item.Length > 0)
        {
            items.Add((item, isBullet));
        }
    }

    [GeneratedRegex(@"\s[-–—+•]\s+(?=[\p{Lu}\d“""])")]
    private static partial Regex InlineDash();
}
