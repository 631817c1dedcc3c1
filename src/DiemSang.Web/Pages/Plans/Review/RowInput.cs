using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>The form of a row, for a new one and for one that is edited.</summary>
public sealed class RowInput
{
    private const int EmptyLines = 1;

    public int Version { get; set; }

    [Display(Name = "Chỉ số")]
    public string? IndexCode { get; set; }

    [Display(Name = "STT của nội dung"), StringLength(20, ErrorMessage = "STT dài tối đa 20 ký tự.")]
    public string? ContentCode { get; set; }

    [Display(Name = "Nội dung"), StringLength(PlanRow.TitleMaxLength, ErrorMessage = "Viết tối đa 2.000 ký tự.")]
    public string? Content { get; set; }

    [Display(Name = "STT của dòng"), StringLength(20, ErrorMessage = "STT dài tối đa 20 ký tự.")]
    public string? Code { get; set; }

    [Display(Name = "Chỉ số/nội dung của dòng"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập tên của dòng."), StringLength(PlanRow.TitleMaxLength, ErrorMessage = "Viết tối đa 2.000 ký tự.")]
    public string? Title { get; set; }

    [Display(Name = "Chỉ tiêu/kết quả"), DataType(DataType.MultilineText), StringLength(5000, ErrorMessage = "Viết tối đa 5.000 ký tự.")]
    public string? Target { get; set; }

    [Display(Name = "Nhiệm vụ/giải pháp"), DataType(DataType.MultilineText), StringLength(50000, ErrorMessage = "Viết tối đa 50.000 ký tự.")]
    public string? Measures { get; set; }

    [Display(Name = "Câu dẫn của nhiệm vụ"), StringLength(5000, ErrorMessage = "Viết tối đa 5.000 ký tự.")]
    public string? MeasuresIntro { get; set; }

    public List<string?> Leads { get; set; } = [];

    public List<string?> Cooperators { get; set; } = [];

    [Display(Name = "Thời gian hoàn thành"), StringLength(500, ErrorMessage = "Viết tối đa 500 ký tự.")]
    public string? DeadlineText { get; set; }

    /// <summary>Names and a few empty lines to write more.</summary>
    public static IEnumerable<string?> WithEmptyLines(IEnumerable<string?> names) =>
        names.Where(name => !string.IsNullOrWhiteSpace(name)).Concat(Enumerable.Repeat<string?>(null, EmptyLines));

    public static RowInput From(PlanRow row) => From(PlanDrafts.ToDraftRow(row, party => party.PrintedName), row.Version);

    public static RowInput From(PlanDraftRow text, int version = 0) => new()
    {
        Version = version,
        IndexCode = text.Index,
        ContentCode = text.ContentCode,
        Content = text.Content,
        Code = text.Code,
        Title = text.Title,
        Target = text.Target,
        Measures = string.Join('\n', text.Measures.Select(measure => measure.ReplaceLineEndings(" "))),
        MeasuresIntro = text.MeasuresIntro,
        Leads = [.. text.Leads],
        Cooperators = [.. text.Cooperators],
        DeadlineText = text.Deadline.Text,
    };

    public PlanDraftRow ToText() => new()
    {
        Index = IndexCode,
        ContentCode = ContentCode,
        Content = Content,
        Code = Code,
        Title = Title ?? "",
        Target = Target,
        Measures = Lines(Measures),
        MeasuresIntro = MeasuresIntro,
        Leads = Names(Leads),
        Cooperators = Names(Cooperators),
        Deadline = new RowDeadline(DeadlineKind.None, DeadlineText ?? "", null),
    };

    /// <summary>One measure a line; a dash or bullet typed in front is not part of it.</summary>
    private static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n').Select(line => line.Trim().TrimStart('-', '–', '+', '•', '*').Trim()).Where(line => line.Length > 0)];

    private static IReadOnlyList<string> Names(IEnumerable<string?> names) => [.. names.OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 0).Distinct()];
}
