using System.Globalization;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>The screen's words, tones and numbers for scoring.</summary>
public static class ScorecardWords
{
    public static string Of(this IStringLocalizer texts, RoundStage stage) => texts[stage switch
    {
        RoundStage.SelfScoring => Key("Tự chấm điểm"),
        RoundStage.Appraisal1 => Key("Thẩm định lần 1"),
        RoundStage.Explanation => Key("Giải trình"),
        RoundStage.Appraisal2 => Key("Thẩm định lần 2"),
        RoundStage.Council => Key("Hội đồng thẩm định"),
        RoundStage.Publication => Key("Chờ công bố"),
        RoundStage.Published => Key("Đã công bố"),
        _ => Key("Đang chuẩn bị"),
    }];

    public static string Of(this IStringLocalizer texts, SheetStage stage) => texts[stage switch
    {
        SheetStage.Appraisal1 => Key("Thẩm định 1"),
        SheetStage.Appraisal2 => Key("Thẩm định 2"),
        SheetStage.Final => Key("Kết luận"),
        _ => Key("Tự chấm"),
    }];

    public static string Of(this IStringLocalizer texts, EditionState state) => texts[state switch
    {
        EditionState.Published => Key("Đã ban hành"),
        EditionState.Withdrawn => Key("Đã rút"),
        _ => Key("Bản nháp"),
    }];

    public static string Of(this IStringLocalizer texts, QueueView view) => texts[view switch
    {
        QueueView.Undecided => Key("Chưa thẩm định"),
        QueueView.Flagged => Key("Có cờ"),
        QueueView.Explained => Key("Đã giải trình"),
        QueueView.NotSubmitted => Key("Chưa nộp phiếu"),
        _ => Key("Mọi đơn vị"),
    }];

    public static string Of(this IStringLocalizer texts, VerdictBasis basis) => texts[basis switch
    {
        VerdictBasis.Corrected => Key("Sửa số liệu"),
        VerdictBasis.Overridden => Key("Ấn định điểm"),
        VerdictBasis.NotApplicable => Key("Không áp dụng"),
        VerdictBasis.Imported => Key("Từ số liệu"),
        _ => Key("Đồng ý số liệu của đơn vị"),
    }];

    public static string Of(this IStringLocalizer texts, LossCause cause) => texts[cause switch
    {
        LossCause.NotDeclared => Key("Chưa kê khai"),
        LossCause.NotDone => Key("Chưa thực hiện"),
        LossCause.Late => Key("Muộn hạn"),
        LossCause.BelowThreshold => Key("Dưới ngưỡng"),
        LossCause.Survey => Key("Kết quả khảo sát"),
        LossCause.Deducted => Key("Bị trừ điểm"),
        LossCause.NoImprovement => Key("Không tăng so với năm trước"),
        LossCause.Appraised => Key("Thẩm định hạ điểm"),
        _ => Key("Thực hiện một phần"),
    }];

    public static string Of(this IStringLocalizer texts, FlagKind kind) => texts[kind switch
    {
        FlagKind.NotDeclared => Key("Chưa kê khai"),
        FlagKind.NoEvidence => Key("Không có tài liệu"),
        FlagKind.EvidenceOutsideYear => Key("Tài liệu ngoài năm"),
        FlagKind.EqualToLastYear => Key("Bằng năm trước"),
        FlagKind.BelowLastYearsMaximum => Key("Mất điểm tối đa"),
        FlagKind.SelfAboveAppraisal => Key("Tự chấm cao hơn"),
        FlagKind.Overridden => Key("Ấn định"),
        FlagKind.NotApplicable => Key("Không áp dụng"),
        FlagKind.BelowTarget => Key("Dưới mục tiêu"),
        _ => Key("Có lỗi"),
    }];

    public static string Of(this IStringLocalizer texts, TargetOutcome outcome) => texts[outcome switch
    {
        TargetOutcome.Reached => Key("Đạt"),
        TargetOutcome.Missed => Key("Chưa đạt"),
        _ => Key("Chưa so được"),
    }];

    /// <summary>“2026”, “2026–2030”.</summary>
    public static string Years(this IStringLocalizer texts, int from, int to) => from == to ? texts["Năm {0}", from] : $"{from}–{to}";

    public static string Of(this IStringLocalizer texts, ScoredBy scoredBy) => texts[scoredBy switch
    {
        ScoredBy.AppraisalOnly => Key("Chỉ thẩm định"),
        ScoredBy.Survey => Key("Điều tra xã hội học"),
        ScoredBy.Figures => Key("Tính từ số liệu"),
        _ => Key("Tự chấm và thẩm định"),
    }];

    public static string Of(this IStringLocalizer texts, EvidenceDemand demand) => texts[demand switch
    {
        EvidenceDemand.Required => Key("Bắt buộc"),
        EvidenceDemand.None => Key("Không yêu cầu"),
        _ => Key("Có thì tốt"),
    }];

    public static string Of(this IStringLocalizer texts, NotApplicableTreatment treatment) => texts[treatment switch
    {
        NotApplicableTreatment.Rebase => Key("Bỏ ra, quy về thang đủ"),
        NotApplicableTreatment.SmallerMaximum => Key("Bỏ ra, tính trên thang nhỏ hơn"),
        NotApplicableTreatment.WithoutBlock => Key("Bỏ cả khối khảo sát"),
        NotApplicableTreatment.FullMarks => Key("Được đủ điểm"),
        _ => Key("Không được phép"),
    }];

    public static string OfFigure(this IStringLocalizer texts, string name) => SurveyFigures.Listed.TryGetValue(name, out var heard) ? texts["Khảo sát: {0} ({1})", heard, name] : texts[name switch
    {
        FigureNames.PlanDone => Key("Nhiệm vụ của kế hoạch đã hoàn thành"),
        FigureNames.PlanOnTime => Key("Kỳ của nhiệm vụ trong kế hoạch đúng hạn"),
        FigureNames.LinkedDone => Key("Nhiệm vụ gắn với tiêu chí đã hoàn thành"),
        FigureNames.LinkedOnTime => Key("Kỳ của nhiệm vụ gắn với tiêu chí đúng hạn"),
        _ => Key("Số liệu đo được của nhiệm vụ gắn với tiêu chí"),
    }];

    public static string Of(this IStringLocalizer texts, CriterionKind kind) => texts[kind switch
    {
        CriterionKind.Bonus => Key("Điểm cộng"),
        CriterionKind.Penalty => Key("Điểm trừ"),
        _ => Key("Điểm thường"),
    }];

    public static Tone ToneOf(RoundStage stage) => stage switch
    {
        RoundStage.Published => Tone.Done, RoundStage.Preparing => Tone.Neutral, RoundStage.Publication => Tone.Due, _ => Tone.Doing,
    };

    public static Tone ToneOf(FlagKind kind) => kind switch
    {
        FlagKind.NoEvidence or FlagKind.Invalid => Tone.Late, FlagKind.NotDeclared or FlagKind.NotApplicable => Tone.Neutral, FlagKind.Overridden => Tone.Blocked, _ => Tone.Due,
    };

    public static Tone ToneOf(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Reached => Tone.Done, TargetOutcome.Missed => Tone.Due, _ => Tone.Neutral,
    };

    public static Tone ToneOf(string? light) => light switch
    {
        "done" => Tone.Done, "late" => Tone.Late, "blocked" => Tone.Blocked, "in_progress" => Tone.Doing, _ => Tone.Neutral,
    };

    public static string OfLight(this IStringLocalizer texts, string? light) => texts[light switch
    {
        "done" => Key("Hoàn thành"),
        "late" => Key("Quá hạn"),
        "blocked" => Key("Vướng mắc"),
        "in_progress" => Key("Đang thực hiện"),
        "not_started" => Key("Chưa bắt đầu"),
        _ => Key("Kế hoạch chưa ban hành"),
    }];

    public static string Day(this DateTimeOffset at) => at.VietnameseDay().ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Percent, 0–100, for a progress bar.</summary>
    public static decimal Share(int part, int of) => of == 0 ? 0 : part * 100m / of;

    /// <summary>Rounded once, for the eye, as the set says; a dash for what is not there.</summary>
    public static string Show(this ScoreRounding rounding, decimal? value) =>
        value is { } number ? rounding.Print(number).ToString("0.######", CultureInfo.CurrentCulture) : "–";

    /// <summary>With its sign: "+1,5", "−0,2".</summary>
    public static string ShowChange(this ScoreRounding rounding, decimal change) => (change > 0 ? "+" : change < 0 ? "−" : "") + rounding.Show(Math.Abs(change));

    /// <summary>As many decimals as it has, up to four: maxima and gains.</summary>
    public static string Plain(decimal? value) => value is { } number ? decimal.Round(number, 4).ToString("0.####", CultureInfo.CurrentCulture) : "–";
}
