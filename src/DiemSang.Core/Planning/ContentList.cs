using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>"08 nội dung: …": a number claimed and the items that follow it.</summary>
/// <param name="Claimed">The number printed.</param>
/// <param name="Unit">"nội dung", "tiêu chí" … as printed.</param>
/// <param name="Items">Number (null where the list is not numbered) and name of each item.</param>
public sealed partial record ContentList(int Claimed, string Unit, IReadOnlyList<(string? Number, string Name)> Items)
{
    /// <summary>All such lists in a text. A list ends with its sentence.</summary>
    public static IReadOnlyList<ContentList> Find(FoldedText text)
    {
        var lists = new List<ContentList>();
        foreach (Match claim in Claim().Matches(text.Folded))
        {
            var start = claim.Index + claim.Length;
            var end = SentenceEnd().Match(text.Folded, start) is { Success: true } stop ? stop.Index : text.Folded.Length;
            var items = Split(text.Under(start, end - start));
            if (items.Count > 1)
            {
                lists.Add(new ContentList(int.Parse(claim.Groups["n"].ValueSpan, CultureInfo.InvariantCulture), text.Under(claim.Groups["unit"]), items));
            }
        }

        return lists;
    }

    private static List<(string?, string)> Split(string list)
    {
        var numbers = ItemNumber().Matches(list);
        if (numbers.Count > 1)
        {
            return [.. numbers.Select((number, i) => ((string?)number.Groups[1].Value,
                Trim(list[(number.Index + number.Length)..(i + 1 < numbers.Count ? numbers[i + 1].Index : list.Length)])))];
        }

        var parts = list.Split(list.Contains(';') ? ';' : ',').Select(Trim).Where(part => part.Length > 0).ToList();
        if (parts.Count > 1 && LastTwo().Match(parts[^1]) is { Success: true } last)
        {
            parts[^1] = Trim(last.Groups[1].Value);
            parts.Add(Trim(last.Groups[2].Value));
        }

        return [.. parts.Where(part => part.Length > 0).Select(part => ((string?)null, part))];
    }

    private static string Trim(string item) => item.Trim(' ', ',', ';', '.', ':');

    [GeneratedRegex(@"\b(?<n>\d{1,2}) (?<unit>noi dung|tieu chi|chi so thanh phan|linh vuc|nhom nhiem vu|nhiem vu)(?: thanh phan| chinh| cu the)? ?:")]
    private static partial Regex Claim();

    [GeneratedRegex(@"\.(?= |$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\((\d{1,2})\)")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^(?:và )?(.+?)\s+và\s+(.+)$")]
    private static partial Regex LastTwo();
}
