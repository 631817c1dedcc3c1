using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>Checks of head, signature, period and appendices.</summary>
internal static partial class DocumentChecks
{
    public static IEnumerable<PlanWarning> Run(PlanDraft draft, PlanWords words) =>
    [
        .. Blank(draft),
        .. OcrConfirmation(draft),
        .. Period(draft),
        .. IndicesOutsideTitle(draft, words.Indices),
        .. Signature(draft),
        .. AbsentAppendix(draft),
        .. AppendixIssuer(draft),
        .. Parent(draft),
    ];

    private static IEnumerable<PlanWarning> Blank(PlanDraft draft)
    {
        if (draft.Title is null)
        {
            yield return new PlanWarning("plan.noTitle", null, "Không tìm thấy tên kế hoạch; hãy nhập trích yếu, hoặc kiểm tra lại có đúng là tệp kế hoạch không.");
        }

        if (draft.Number is null)
        {
            yield return new PlanWarning("plan.numberBlank", null, "Số văn bản còn để trống; hãy điền số khi ban hành.", Severity: "note");
        }

        if (draft.IssuedOn is null)
        {
            var printed = draft.IssuedOnText is null ? "không có" : $"mới ghi “{draft.IssuedOnText}”";
            yield return new PlanWarning("plan.dateBlank", null, $"Ngày ban hành {printed}; hãy điền đủ ngày, tháng, năm khi ban hành.", Severity: "note");
        }
    }

    private static IEnumerable<PlanWarning> OcrConfirmation(PlanDraft draft)
    {
        if (!draft.IsOcr)
        {
            yield break;
        }

        yield return new PlanWarning("ocr.text", null,
            "Văn bản được nhận dạng từ ảnh quét hoặc đã mất dấu; hãy đối chiếu từng dòng với bản gốc trước khi chấp nhận.");
        yield return Confirm("number", "Số văn bản", draft.Number);
        yield return Confirm("symbol", "Ký hiệu", draft.Symbol);
        yield return Confirm("date", "Ngày ban hành", draft.IssuedOn is { } day ? VietnameseDates.Show(day) : draft.IssuedOnText);
    }

    private static PlanWarning Confirm(string what, string label, string? read) =>
        new($"ocr.confirm.{what}", null, $"{label} đọc từ ảnh là “{read ?? "(không đọc được)"}”; hãy xem ảnh và xác nhận hoặc sửa lại.");

    private static IEnumerable<PlanWarning> Period(PlanDraft draft)
    {
        if (draft.Period is not { } period)
        {
            yield return new PlanWarning("plan.noPeriod", null, "Không thấy năm hoặc giai đoạn thực hiện trong tên kế hoạch; hãy chọn năm.");
            yield break;
        }

        if (period.Text is { } text && draft.Title is { } title
            && !VietnameseText.Fold(title).Contains(VietnameseText.Fold(text), StringComparison.Ordinal))
        {
            yield return new PlanWarning("period.conflict", null,
                $"Tên kế hoạch ghi năm {period.From} nhưng phần kết ghi “{text}”; hãy chọn khoảng thời gian đúng.");
        }

        if (draft.IssuedOn is { } issued && issued.Year > period.To)
        {
            yield return new PlanWarning("period.past", null,
                $"Kế hoạch ký ngày {VietnameseDates.Show(issued)}, sau khi giai đoạn {period.From}–{period.To} đã hết; hãy kiểm tra năm.");
        }
    }

    private static IEnumerable<PlanWarning> IndicesOutsideTitle(PlanDraft draft, IndexNames indices)
    {
        if (draft.Indices.Count == 0)
        {
            yield return new PlanWarning("plan.noIndex", null,
                "Không thấy tên chỉ số nào (PAR INDEX, SIPAS, PAPI) trong kế hoạch; hãy chọn chỉ số mà kế hoạch nhằm nâng cao.");
            yield break;
        }

        var others = indices.All.Select(index => index.Code).Except(draft.Indices).ToList();
        foreach (var section in draft.Sections)
        {
            var mentioned = others.Intersect(indices.In(VietnameseText.Fold(section.Heading + " " + section.Text))).ToList();
            foreach (var index in mentioned)
            {
                others.Remove(index);
                yield return new PlanWarning("index.notInTitle", null,
                    $"Mục {section.Path} nhắc đến {index} nhưng tên kế hoạch không có chỉ số này; hãy xác nhận kế hoạch có gồm {index} hay không.",
                    section.Source, "note");
            }
        }
    }

    private static IEnumerable<PlanWarning> Signature(PlanDraft draft)
    {
        if (draft.Signature is not { } signature)
        {
            yield return new PlanWarning("signature.absent", null, "Không thấy chức vụ và tên người ký; hãy bổ sung.", Severity: "note");
            yield break;
        }

        var isCommittee = draft.Issuer is { } issuer && VietnameseText.Fold(issuer).StartsWith("uy ban nhan dan", StringComparison.Ordinal);
        if (isCommittee && signature.Authority?.Contains("TM", StringComparison.Ordinal) != true)
        {
            yield return new PlanWarning("signature.noTm", null,
                "Kế hoạch của Ủy ban nhân dân nhưng khối chữ ký không có “TM. ỦY BAN NHÂN DÂN”; hãy kiểm tra thẩm quyền ký.", signature.Source);
        }

        if (signature.Name is null)
        {
            yield return new PlanWarning("signature.noName", null, "Không đọc được họ tên người ký; hãy bổ sung.", signature.Source, "note");
        }
    }

    private static IEnumerable<PlanWarning> AbsentAppendix(PlanDraft draft)
    {
        if (draft.Appendices.Count > 0)
        {
            yield break;
        }

        var announcing = draft.Sections.FirstOrDefault(section => AnnouncedAppendix().IsMatch(VietnameseText.Fold(section.Text)));
        if (announcing is not null)
        {
            yield return new PlanWarning("appendix.absent", null,
                $"Mục {announcing.Path} nói có phụ lục kèm theo nhưng trong tệp không có bảng phụ lục nào; hãy gửi kèm phụ lục, "
                + "hoặc duyệt các nhiệm vụ đề xuất từ phần lời.", announcing.Source);
        }
    }

    private static IEnumerable<PlanWarning> AppendixIssuer(PlanDraft draft)
    {
        foreach (var appendix in draft.Appendices)
        {
            var isOfChairman = VietnameseText.Fold(appendix.Title).Contains("cua chu tich uy ban nhan dan", StringComparison.Ordinal);
            if (isOfChairman && draft.Signature?.Authority?.Contains("TM", StringComparison.Ordinal) == true)
            {
                yield return new PlanWarning("appendix.issuerDiffers", null,
                    $"Phụ lục {appendix.Number} ghi kèm theo kế hoạch của Chủ tịch Ủy ban nhân dân, trong khi kế hoạch ký thay mặt (TM.) "
                    + "Ủy ban nhân dân; hãy sửa cho thống nhất.",
                    appendix.Source, "note");
            }
        }
    }

    private static IEnumerable<PlanWarning> Parent(PlanDraft draft)
    {
        if (draft.Parents.Count == 0)
        {
            yield return new PlanWarning("parent.none", null,
                "Không thấy kế hoạch cấp trên mà kế hoạch này thực hiện; nếu có, hãy bổ sung số, ngày và cơ quan ban hành.", Severity: "note");
        }
    }

    [GeneratedRegex(@"\b(?:co|tai|chi tiet tai|cac) (?:cac )?phu l[uy]c\b|\bphu l[uy]c [^.;]{0,60}kem theo")]
    private static partial Regex AnnouncedAppendix();
}
