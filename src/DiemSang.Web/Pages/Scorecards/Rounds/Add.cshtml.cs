using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Ranking;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>A new round: set, units, days. It is looked over once more before it opens.</summary>
public sealed class AddModel(SetLibrary library, RoundKeeper keeper, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public RoundInput Input { get; set; } = new();

    [BindProperty]
    public DatesInput Dates { get; set; } = new();

    public IReadOnlyList<SelectListItem> Editions { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    public IReadOnlyList<SelectListItem> TieRules =>
    [
        new(texts["1, 2, 2, 4: đồng hạng thì bỏ hạng sau"], nameof(TieRule.Competition)), new(texts["1, 2, 2, 3: đồng hạng không bỏ hạng"], nameof(TieRule.Dense)),
        new(texts["1, 2, 3, 4: theo thứ tự danh sách"], nameof(TieRule.Ordinal)),
    ];

    public async Task OnGetAsync()
    {
        var sets = (await library.ListAsync(HttpContext.RequestAborted)).Where(set => set.State == EditionState.Published);
        Editions = [.. sets.Select(set => new SelectListItem($"{set.Title} ({set.Edition})", set.Id.ToString()))];
        Candidates = [.. (await keeper.CandidatesAsync(HttpContext.Actor(), HttpContext.RequestAborted)).Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && !Dates.ToDates().AreInOrder)
        {
            ModelState.AddModelError("Dates.SelfScoreTo", texts["Các ngày phải theo thứ tự: tự chấm, thẩm định 1, giải trình, thẩm định 2, Hội đồng, công bố."]);
        }

        if (Input.Grades is { } grades && GradeScale.Parse(grades, out var problem) is null)
        {
            ModelState.AddModelError("Input.Grades", problem!);
        }

        var round = ModelState.IsValid
            ? await keeper.AddAsync(HttpContext.Actor(), new RoundOrder(Input.Edition!.Value, Input.Title!, Input.Year!.Value, Dates.ToDates(), Input.Subjects, Input.Grades!) { Ties = Input.Ties })
            : null;
        if (round is not null)
        {
            this.Say(texts["Đã tạo kỳ chấm. Kiểm tra lại các ngày và đơn vị rồi bấm Mở cho các đơn vị."]);
            return Redirect(ScorecardLinks.Round(round.Id));
        }

        await OnGetAsync();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public sealed class RoundInput
    {
        [Display(Name = "Bộ tiêu chí"), Required(ErrorMessage = "Chọn bộ tiêu chí.")]
        public Guid? Edition { get; set; }

        [Display(Name = "Tên kỳ chấm"), Required(ErrorMessage = "Nhập tên kỳ chấm."), StringLength(Round.TitleMaxLength, ErrorMessage = "Tên dài tối đa 300 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Năm"), Required(ErrorMessage = "Nhập năm."), Range(2012, 2100, ErrorMessage = "Năm từ 2012 đến 2100.")]
        public int? Year { get; set; }

        [Display(Name = "Xếp loại"), Required(ErrorMessage = "Nhập các ngưỡng xếp loại."), StringLength(300, ErrorMessage = "Dài tối đa 300 ký tự.")]
        public string? Grades { get; set; }

        [Display(Name = "Khi bằng điểm")]
        public TieRule Ties { get; set; }

        [Display(Name = "Đơn vị được chấm"), MinLength(1, ErrorMessage = "Chọn ít nhất một đơn vị.")]
        public List<Guid> Subjects { get; set; } = [];
    }
}
