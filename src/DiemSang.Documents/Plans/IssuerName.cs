using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Documents.Plans;

/// <summary>
/// The issuing committee's full name. A head in capitals gives it; where a copy has lost its head, the sentence "Ủy ban nhân dân xã …
/// ban hành Kế hoạch" does, with the place from the title when that sentence leaves it out.
/// </summary>
internal static partial class IssuerName
{
    private const string Committee = "Ủy ban nhân dân";

    public static string? Find(string? header, IEnumerable<FoldedText> preamble, string title, string? place)
    {
        if (header is not null)
        {
            return InSentenceCase(header);
        }

        // The last one: an earlier "UBND huyện … ban hành Kế hoạch" tells of the parent plan.
        var found = preamble.SelectMany(text => Issues().Matches(text.Folded).Select(match => (Text: text, Match: match))).LastOrDefault();
        if (found.Match is not { } match)
        {
            return null;
        }

        var level = found.Text.Under(match.Groups["level"]).ToLowerInvariant();
        var name = match.Groups["name"] is { Success: true } own ? found.Text.Under(own) : null;
        name ??= NameInTitle(title, level) ?? place;
        return name is null ? $"{Committee} {level}" : $"{Committee} {level} {name}";
    }

    /// <summary>"ỦY BAN NHÂN DÂN PHƯỜNG AN TƯỜNG" → "Ủy ban nhân dân phường An Tường"; other bodies stay as printed.</summary>
    private static string InSentenceCase(string header)
    {
        var text = FoldedText.Of(header);
        var match = CommitteeName().Match(text.Folded);
        if (!match.Success)
        {
            return header;
        }

        var level = text.Under(match.Groups["level"]).ToLowerInvariant();
        var name = text.Under(match.Groups["name"]);
        return $"{Committee} {level} {(name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()))}";
    }

    private static string? NameInTitle(string title, string level)
    {
        var match = Regex.Match(title, $@"\b{Regex.Escape(level)}\s+(?<name>\p{{Lu}}\p{{Ll}}*(?:\s\p{{Lu}}\p{{Ll}}*){{0,4}})");
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"\b(?:uy ban nhan dan|ubnd) (?<level>xa|phuong|thi tran|dac khu|huyen|quan|thanh pho|thi xa|tinh)(?: (?<name>(?!ban hanh|xay dung)[a-z]+(?: (?!ban hanh|xay dung)[a-z]+){0,4}))? (?:ban hanh|xay dung)")]
    private static partial Regex Issues();

    [GeneratedRegex(@"^(?:uy ban nhan dan|ubnd) (?<level>xa|phuong|thi tran|dac khu|huyen|quan|thanh pho|thi xa|tinh) (?<name>.+)$")]
    private static partial Regex CommitteeName();
}
