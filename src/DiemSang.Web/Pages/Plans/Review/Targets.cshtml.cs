using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Targets of every kind, for an index or one content of it (PLN-06, PLN-07).</summary>
public sealed class TargetsModel(PlanReview plans, HeaderEditor editor, IStringLocalizer texts) : DraftPage(plans)
{
    private static readonly string[] KindCodes =
    [
        TargetKind.AtLeast, TargetKind.MoreThan, TargetKind.AtMost, TargetKind.Score, TargetKind.Floor, TargetKind.RankRange, TargetKind.Tier, TargetKind.TopN, TargetKind.BetterThanLastYear,
    ];

    [BindProperty]
    public List<TargetInput> Targets { get; set; } = [];

    public IReadOnlyList<SelectListItem> Kinds => [.. KindCodes.Select(kind => new SelectListItem(texts.TargetKindName(kind), kind))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        Targets = [.. Plan.Targets.OrderBy(target => target.Position).Select(target => TargetInput.From(target.ToTarget())), new TargetInput(), new TargetInput()];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var targets = Targets.Where(target => target.Text is not null).Select(target => target.ToTarget()).ToList();
        var status = await editor.SetTargetsAsync(HttpContext.Actor(), id, Version, targets, cancel);
        return status == EditStatus.Conflict ? await ShowTheirsAsync(id, cancel) : this.After(status, id, PlanLinks.Review(id), texts["Đã lưu {0} mục tiêu.", targets.Count], texts);
    }

    public sealed class TargetInput
    {
        [Display(Name = "Lời của kế hoạch"), DataType(DataType.MultilineText), StringLength(2000, ErrorMessage = "Viết tối đa 2.000 ký tự.")]
        public string? Text { get; set; }

        [Display(Name = "Chỉ số")]
        public string? Index { get; set; }

        [Display(Name = "Nội dung"), StringLength(500, ErrorMessage = "Viết tối đa 500 ký tự.")]
        public string? Content { get; set; }

        [Display(Name = "Loại mục tiêu"), AllowedValues(
            TargetKind.AtLeast, TargetKind.MoreThan, TargetKind.AtMost, TargetKind.Score, TargetKind.Floor, TargetKind.RankRange, TargetKind.Tier, TargetKind.TopN, TargetKind.BetterThanLastYear,
            ErrorMessage = "Chọn một loại mục tiêu.")]
        public string Kind { get; set; } = TargetKind.AtLeast;

        [Display(Name = "Giá trị")]
        public decimal? Value { get; set; }

        [Display(Name = "Đến (với khoảng hạng)")]
        public decimal? Upper { get; set; }

        [Display(Name = "Đơn vị tính"), StringLength(50, ErrorMessage = "Viết tối đa 50 ký tự.")]
        public string? Unit { get; set; }

        public int? Among { get; set; }

        public decimal? OutOf { get; set; }

        public static TargetInput From(PlanTarget target) => new()
        {
            Text = target.Text, Index = target.Index, Content = target.Content, Kind = target.Kind, Value = target.Value, Upper = target.Upper, Unit = target.Unit, Among = target.Among, OutOf = target.OutOf,
        };

        public PlanTarget ToTarget() => new(Index, Content, Kind, Value, Upper, Unit, Text!) { Among = Among, OutOf = OutOf };
    }
}
