using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Core.Scoring;

namespace DiemSang.Core.Ranking;

/// <summary>What a unit has in one year: published, or as it runs.</summary>
/// <param name="Index">Percent, 0–100 and more with bonus points, unrounded; null while there is none.</param>
/// <param name="Points">On the index's own scale (PAPI 80, its contents 10, PAR INDEX and SIPAS 100), unrounded.</param>
/// <param name="Rank">From 1; null when not ranked, or not yet.</param>
/// <param name="RankOf">How many units of the peer group are ranked.</param>
public sealed record MeasuredResult(decimal? Index, decimal? Points, int? Rank = null, int RankOf = 0)
{
    public decimal? IndexBefore { get; init; }
    public int? RankBefore { get; init; }

    /// <summary>Named groups by fixed thresholds; null where the round has none.</summary>
    public GradeScale? Grades { get; init; }

    /// <summary>PAPI's four groups among the units of the peer group; null where too few results are known.</summary>
    public GradeScale? Quartiles { get; init; }
}

public enum TargetOutcome { Reached, Missed, NotComparable }

/// <param name="Reason">One Vietnamese sentence.</param>
public sealed record TargetJudgement(TargetOutcome Outcome, string Reason)
{
    public static TargetJudgement NotComparable(string reason) => new(TargetOutcome.NotComparable, reason);

    internal static TargetJudgement Of(bool reached, string reason) => new(reached ? TargetOutcome.Reached : TargetOutcome.Missed, reason);
}

/// <summary>Holds a result of an index against a target of a plan: value, tier, rank, better than last year.</summary>
public static class ResultJudge
{
    /// <summary>A rank among two says less than who of the two is ahead.</summary>
    private const int FewestRanked = 3;

    private static readonly string[] WordsBeforeGroup = ["nhom", "loai", "muc", "diem", "hang", "dat"];

    public static TargetJudgement Judge(this PlanTarget target, MeasuredResult result) => target.Kind switch
    {
        TargetKind.RankRange or TargetKind.TopN => Rank(target, result),
        TargetKind.Tier => Tier(target, result),
        TargetKind.BetterThanLastYear => Better(target, result),
        _ => Number(target, result),
    };

    private static TargetJudgement Number(PlanTarget target, MeasuredResult result)
    {
        var isPoints = target.Kind is TargetKind.Score or TargetKind.Floor || target.Unit == "điểm";
        if ((isPoints ? result.Points : result.Index) is not { } now)
        {
            return TargetJudgement.NotComparable("Chưa có kết quả để so.");
        }

        if (target.Value is not { } value || target.IsReachedBy(new CountedNumber(now, null), null) is not { } reached)
        {
            return TargetJudgement.NotComparable("Mục tiêu không ghi con số.");
        }

        var unit = isPoints ? "điểm" : "%";
        var wanted = target.Kind switch { TargetKind.MoreThan => "trên", TargetKind.AtMost => "không quá", _ => "từ" };
        var edge = target.Kind == TargetKind.MoreThan && now == value ? ", đúng bằng mốc nên chưa trên mốc" : "";
        return TargetJudgement.Of(reached, $"Kết quả {ScoreText.Number(now)} {unit}, mục tiêu {wanted} {ScoreText.Number(value)} {unit}{edge}.");
    }

    private static TargetJudgement Rank(PlanTarget target, MeasuredResult result)
    {
        if ((target.Kind == TargetKind.TopN ? target.Value : target.Upper) is not { } worst)
        {
            return TargetJudgement.NotComparable("Mục tiêu không ghi hạng cuối của khoảng.");
        }

        if (result.Rank is not { } rank)
        {
            return TargetJudgement.NotComparable("Chưa có thứ hạng để so.");
        }

        if (result.RankOf < FewestRanked || worst >= result.RankOf)
        {
            return TargetJudgement.NotComparable($"Hạng {rank}, nhưng nhóm chỉ xếp hạng {result.RankOf} đơn vị nên hạng không nói lên mục tiêu {Wanted(target)}.");
        }

        var beyond = target.Kind == TargetKind.RankRange && rank < target.Value ? ", tốt hơn khoảng này" : "";
        var among = target.Among is { } all && all != result.RankOf ? $" (kế hoạch tính trên {all} đơn vị)" : "";
        return TargetJudgement.Of(rank <= worst, $"Hạng {rank}/{result.RankOf}, mục tiêu {Wanted(target)}{among}{beyond}.");
    }

    private static string Wanted(PlanTarget target) =>
        target.Kind == TargetKind.TopN ? $"{target.Value:0} hạng đầu" : $"hạng {target.Value:0}–{target.Upper:0}";

    private static TargetJudgement Tier(PlanTarget target, MeasuredResult result)
    {
        var labels = (result.Grades?.Grades ?? []).Select(grade => grade.Label).Concat(QuartileScale.Labels);
        var text = VietnameseText.Fold(target.Text);
        if (labels.Where(label => Names(text, label)).MaxBy(label => label.Length) is not { } named)
        {
            return TargetJudgement.NotComparable("Kỳ chấm không có nhóm nào tên như trong mục tiêu.");
        }

        var scale = result.Grades?.Grades.Any(grade => grade.Label == named) == true ? result.Grades : result.Quartiles;
        if (scale is null)
        {
            return TargetJudgement.NotComparable($"Nhóm “{named}” tính theo kết quả của các đơn vị cùng khối; chưa biết đủ kết quả để chia nhóm.");
        }

        if (scale.Of(result.Index) is not { } achieved)
        {
            return TargetJudgement.NotComparable("Chưa có kết quả để so.");
        }

        var order = scale.Grades.Select(grade => grade.Label).ToList();
        return TargetJudgement.Of(order.IndexOf(achieved) <= order.IndexOf(named), $"Thuộc nhóm “{achieved}”, mục tiêu nhóm “{named}”.");
    }

    /// <summary>A group of one word stands behind a word such as "loại": "cao" is also in "nâng cao".</summary>
    private static bool Names(string folded, string label)
    {
        var name = VietnameseText.Fold(label);
        var before = name.Contains(' ') ? @"\b" : $@"\b(?:{string.Join('|', WordsBeforeGroup)}) ";
        return Regex.IsMatch(folded, $@"{before}{Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant);
    }

    private static TargetJudgement Better(PlanTarget target, MeasuredResult result)
    {
        var isRank = target.Unit == "hạng";
        if ((isRank ? result.Rank : result.Index) is not { } now)
        {
            return TargetJudgement.NotComparable("Chưa có kết quả để so.");
        }

        if ((isRank ? result.RankBefore : result.IndexBefore) is not { } before)
        {
            return TargetJudgement.NotComparable("Chưa có kết quả năm trước để so.");
        }

        var reached = target.IsReachedBy(new CountedNumber(now, null), new CountedNumber(before, null)) == true;
        return TargetJudgement.Of(reached, isRank ? $"Hạng {now}, năm trước hạng {before}." : $"Kết quả {ScoreText.Number(now)} %, năm trước {ScoreText.Number(before)} %.");
    }
}
