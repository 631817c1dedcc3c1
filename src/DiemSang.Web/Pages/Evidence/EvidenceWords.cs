using System.Globalization;
using DiemSang.Modules.Evidence;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>The screen's words for proofs and what happened to them.</summary>
public static class EvidenceWords
{
    public static string Of(this IStringLocalizer texts, EvidenceFilter filter) => texts[filter switch
    {
        EvidenceFilter.OutOfYear => Key("Dùng cho năm khác"),
        EvidenceFilter.Unused => Key("Chưa dùng cho việc nào"),
        _ => Key("Tất cả"),
    }];

    public static string Of(this IStringLocalizer texts, EvidenceSubject kind) => texts[kind switch
    {
        EvidenceSubject.Criterion => Key("Tiêu chí chấm điểm"),
        EvidenceSubject.Conclusion => Key("Kết luận cuộc họp"),
        EvidenceSubject.Entry => Key("Mục sổ theo dõi"),
        EvidenceSubject.Request => Key("Trả lời yêu cầu giải trình, phối hợp"),
        _ => Key("Nhiệm vụ"),
    }];

    /// <param name="verb">As the audit log names the act.</param>
    public static string Act(this IStringLocalizer texts, string verb) => texts[verb switch
    {
        "evidence.change" => Key("Sửa thông tin"),
        "evidence.withdraw" => Key("Rút khỏi kho"),
        "plans.answer-request" => Key("Gửi cùng một câu trả lời"),
        "plans.report-progress" => Key("Gửi cùng một cập nhật tiến độ"),
        _ => Key("Đưa vào kho"),
    }];

    /// <summary>“Báo cáo số 12/BC-UBND ngày 31/03/2026, UBND phường”, or null for a file without a number.</summary>
    public static string? Document(this IStringLocalizer texts, EvidenceItem item)
    {
        if (item.DocumentNumber is not { } number)
        {
            return null;
        }

        var named = item.DocumentKind is { } kind ? texts["{0} số {1}", kind, number] : texts["Số {0}", number];
        var dated = item.IssuedOn is { } day ? texts["{0} ngày {1}", named, day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)] : named;
        return item.Issuer is { } issuer ? $"{dated}, {issuer}" : dated;
    }

    /// <summary>“1,4 MB”.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024m * 1024m):0.#} MB");
}
