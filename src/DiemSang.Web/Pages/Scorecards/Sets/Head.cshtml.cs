using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>What holds for a draft as a whole: title, source, rounding, what silence means.</summary>
public sealed class HeadModel(SetLibrary library, SetEditor editor, IStringLocalizer texts) : SetPage(library)
{
    [BindProperty]
    public HeadInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Treatments => [new(texts["Tính 0 điểm"], nameof(MissingTreatment.Zero)), new(texts["Không có điểm, không xếp hạng"], nameof(MissingTreatment.Unscored))];

    public IReadOnlyList<SelectListItem> Indices => [new(texts["Không đo chỉ số nào trong ba chỉ số"], ""), .. Enum.GetValues<MeasuredIndex>().Select(index => new SelectListItem(WorkWords.IndexName(index.Code()), index.ToString()))];

    public void OnGet() => Input = new HeadInput
    {
        Seen = Edition.Version, Title = Set.Title, Index = Set.Index, Source = Set.Source, Note = Set.Note, EffectiveFrom = Set.EffectiveFrom, Decimals = Set.Rounding.Decimals, EachStep = Set.Rounding.EachStep,
        MayExceedMaximum = Set.MayExceedMaximum, Missing = Set.Missing,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return After(await editor.WriteHeadAsync(Actor, Edition, Input.Seen, Input.On));
    }

    public sealed class HeadInput
    {
        public int Seen { get; set; }

        [Display(Name = "Tên bộ tiêu chí"), Required(ErrorMessage = "Nhập tên bộ tiêu chí."), StringLength(500, ErrorMessage = "Tên dài tối đa 500 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Chỉ số mà bộ này đo")]
        public MeasuredIndex? Index { get; set; }

        [Display(Name = "Nguồn"), StringLength(500, ErrorMessage = "Dài tối đa 500 ký tự.")]
        public string? Source { get; set; }

        [Display(Name = "Ghi chú"), DataType(DataType.MultilineText), StringLength(2000, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Note { get; set; }

        [Display(Name = "Áp dụng từ ngày")]
        public DateOnly? EffectiveFrom { get; set; }

        [Display(Name = "Số chữ số thập phân"), Required(ErrorMessage = "Nhập số chữ số thập phân."), Range(0, 6, ErrorMessage = "Từ 0 đến 6 chữ số.")]
        public int? Decimals { get; set; }

        [Display(Name = "Làm tròn ở từng bước")]
        public bool EachStep { get; set; }

        [Display(Name = "Điểm cộng được vượt điểm tối đa")]
        public bool MayExceedMaximum { get; set; }

        [Display(Name = "Tiêu chí chưa kê khai")]
        public MissingTreatment Missing { get; set; }

        public CriteriaSet On(CriteriaSet set) => set with
        {
            Title = Title!, Index = Index, Source = Source, Note = Note, EffectiveFrom = EffectiveFrom, Rounding = new ScoreRounding(Decimals!.Value, EachStep), MayExceedMaximum = MayExceedMaximum, Missing = Missing,
        };
    }
}
