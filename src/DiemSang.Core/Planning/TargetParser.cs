using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>What a sentence leaves to its surroundings: the index and content of the section it stands in.</summary>
public sealed record TargetScope(string? Index, string? Content, SourcePlace? Source);

/// <summary>
/// Finds the targets in a text (PLN-06, PLN-07): percentages, points, a floor for each listed content, ranks, tiers, top-N, better than last
/// year. "trên 80% trở lên" is read as the stricter "more than 80" and <see cref="IsContradictory"/> says so.
/// </summary>
public sealed partial class TargetParser(IndexNames indices)
{
    /// <summary>True when one phrase is both strict and not: "trên 80% trở lên".</summary>
    public static bool IsContradictory(string targetText) => StrictAndNot().IsMatch(VietnameseText.Fold(targetText));

    public IReadOnlyList<PlanTarget> Find(FoldedText text, TargetScope scope)
    {
        var targets = new List<(int At, PlanTarget Target)>();
        AddFloors(text, scope, targets);
        Add(Score(), text, scope, targets, (_, value) => (TargetKind.Score, value, "điểm"));
        Add(Percent(), text, scope, targets, (match, value) => (PercentKind(match), value, "%"));
        AddRanks(text, scope, targets);
        AddTops(text, scope, targets);
        Add(Tier(), text, scope, targets, (_, _) => (TargetKind.Tier, null, null));
        Add(Better(), text, scope, targets, (_, _) => (TargetKind.BetterThanLastYear, null, null));
        return [.. targets.OrderBy(found => found.At).Select(found => found.Target)];
    }

    private void Add(
        Regex pattern, FoldedText text, TargetScope scope, List<(int, PlanTarget)> targets, Func<Match, decimal?, (string Kind, decimal? Value, string? Unit)> read)
    {
        foreach (Match match in pattern.Matches(text.Folded))
        {
            var (kind, value, unit) = read(match, match.Groups["v"].Success ? Number(match.Groups["v"]) : null);
            AddForEachIndex(match, text, scope, targets, new PlanTarget(null, scope.Content, kind, value, null, unit, Sentence(text, match), scope.Source));
        }
    }

    private void AddFloors(FoldedText text, TargetScope scope, List<(int, PlanTarget)> targets)
    {
        foreach (Match match in Floor().Matches(text.Folded))
        {
            var floor = new PlanTarget(null, scope.Content, TargetKind.Floor, Number(match.Groups["v"]), null, "điểm", Sentence(text, match), scope.Source)
            {
                OutOf = Number(match.Groups["scale"]),
            };
            var listed = ContentList.Find(text).SelectMany(list => list.Items).Select(item => item.Name).ToList();
            if (listed.Count == 0)
            {
                AddForEachIndex(match, text, scope, targets, floor);
            }

            foreach (var content in listed)
            {
                AddForEachIndex(match, text, scope, targets, floor with { Content = content });
            }
        }
    }

    private void AddRanks(FoldedText text, TargetScope scope, List<(int, PlanTarget)> targets)
    {
        foreach (Match match in RankRange().Matches(text.Folded))
        {
            var range = new PlanTarget(
                null, scope.Content, TargetKind.RankRange, Number(match.Groups["v"]), Number(match.Groups["upper"]), "hạng", Sentence(text, match), scope.Source)
            {
                Among = match.Groups["among"] is { Success: true } among ? (int)Number(among) : null,
            };
            AddForEachIndex(match, text, scope, targets, range);
        }
    }

    private void AddTops(FoldedText text, TargetScope scope, List<(int, PlanTarget)> targets)
    {
        foreach (Match match in TopN().Matches(text.Folded))
        {
            decimal? field = match.Groups["among"] is { Success: true } among ? Number(among) : null;
            AddForEachIndex(match, text, scope, targets,
                new PlanTarget(null, scope.Content, TargetKind.TopN, Number(match.Groups["v"]), field, "hạng", Sentence(text, match), scope.Source));
        }
    }

    private void AddForEachIndex(Match match, FoldedText text, TargetScope scope, List<(int, PlanTarget)> targets, PlanTarget target)
    {
        foreach (var index in IndicesFor(text.Folded, match.Index, scope))
        {
            targets.Add((match.Index, target with { Index = index }));
        }
    }

    /// <summary>
    /// The indices a figure is about: those its sentence names before it (up to "góp phần", after which come others that only profit), else those
    /// the text names, else that of the section.
    /// </summary>
    private IReadOnlyList<string?> IndicesFor(string folded, int at, TargetScope scope)
    {
        var sentence = folded[SentenceStart(folded, at)..at];
        var aside = sentence.IndexOf("gop phan", StringComparison.Ordinal);
        var subject = indices.In(aside > 0 ? sentence[..aside] : sentence);
        var named = subject.Count > 0 ? subject : indices.In(sentence);
        if (named.Count == 0 && indices.OnlyIn(folded) is { } only)
        {
            named = [only];
        }

        return named.Count > 0 ? [.. named] : [scope.Index];
    }

    private static string Sentence(FoldedText text, Match match)
    {
        var start = SentenceStart(text.Folded, match.Index);
        var stop = SentenceBreak().Match(text.Folded, match.Index + match.Length);
        var end = stop.Success ? stop.Index : text.Folded.Length;
        return text.Under(start, end - start).TrimEnd('.', ';').TrimStart('-', ' ');
    }

    private static int SentenceStart(string folded, int at)
    {
        var stop = folded.LastIndexOf(". ", Math.Max(0, at - 1), StringComparison.Ordinal);
        return stop < 0 ? 0 : stop + 2;
    }

    private static string PercentKind(Match match)
    {
        var isUpTo = match.Groups["down"].Success || match.Groups["word"].Value is "duoi" or "khong qua" or "toi da" or "<" or "<=" or "≤";
        if (isUpTo)
        {
            return TargetKind.AtMost;
        }

        return match.Groups["word"].Value is "tren" or "hon" or "vuot" or "vuot muc" or "lon hon" or ">" ? TargetKind.MoreThan : TargetKind.AtLeast;
    }

    private static decimal Number(Group group) =>
        decimal.Parse(group.ValueSpan.ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<v>\d{1,3}(?:[.,]\d{1,2})?) ?/ ?(?<scale>\d{1,3}) diem\b")]
    private static partial Regex Floor();

    [GeneratedRegex(@"(?<![\d/.,])(?<v>\d{1,3}(?:[.,]\d{1,2})?) diem\b(?! phan tram)")]
    private static partial Regex Score();

    [GeneratedRegex(@"(?<!\b(?:tang|giam|them) )(?:(?<word>lon hon|vuot muc|tren|hon|vuot|it nhat|toi thieu|khong duoi|khong qua|toi da|duoi|dat|>=|<=|≥|≤|>|<) ?)?(?<![\d.,])(?<v>\d{1,3}(?:[.,]\d{1,2})?) ?%(?:(?<up> tro len)|(?<down> tro xuong))?")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(?:xep hang|thu hang|hang|vi tri|xep thu)\b[^.;%]{0,30}?\btu (?:thu )?(?<v>\d{1,4}) den (?:thu )?(?<upper>\d{1,4})(?: ?/ ?(?<among>\d{1,4}))?")]
    private static partial Regex RankRange();

    [GeneratedRegex(@"\b(?:top|nhom|trong so) (?<v>\d{1,3})\b(?: ?/ ?(?<among>\d{1,4}))?[^.;%]{0,60}?\b(?:dan dau|dung dau|cao nhat|tot nhat)\b|\btop (?<v>\d{1,3})\b(?: ?/ ?(?<among>\d{1,4}))?")]
    private static partial Regex TopN();

    [GeneratedRegex(@"\b(?:trung binh cao|(?:nhom|loai|xep loai|muc) (?:diem )?(?:kha|tot|xuat sac|cao nhat|cao|trung binh))\b(?: tro len)?")]
    private static partial Regex Tier();

    [GeneratedRegex(@"\b(?:cai thien|nang cao|tang|cao|tot|tang hang|tang bac)\b[^.;%\d]{0,60}?\b(?:hon|so voi) (?:ket qua )?(?:nam )?(?:20\d\d|truoc|lien truoc)")]
    private static partial Regex Better();

    [GeneratedRegex(@"\b(?:tren|hon|vuot) \d{1,3}(?:[.,]\d+)? ?(?:%|diem) tro len")]
    private static partial Regex StrictAndNot();

    [GeneratedRegex(@"[.;](?= |$)")]
    private static partial Regex SentenceBreak();
}
