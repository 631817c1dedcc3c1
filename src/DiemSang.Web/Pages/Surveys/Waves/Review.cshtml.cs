using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>What looks odd in a wave's answers, explained; a person decides whether they count, and the reason is kept. Draws back-check lists.</summary>
public sealed class ReviewModel(SurveyList surveys, ReviewDesk desk, IStringLocalizer texts) : WavePage(surveys)
{
    private const int MostShown = 60;

    /// <summary>Null for a wave that never opened.</summary>
    public ReviewedWave? Reviewed { get; private set; }
    public IEnumerable<DiemSang.Core.Surveys.Integrity.IntegrityFinding> Findings => Reviewed!.Review.Findings.Take(MostShown);
    public int LeftOut => Reviewed!.Answers.Answers.Count(answer => answer.IsLeftOut);

    [BindProperty]
    public DrawInput Draw { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) => Reviewed = await desk.OpenAsync(Actor, Wave.Id, cancel);

    public async Task<IActionResult> OnPostDecideAsync(string responses, ReviewDecision decision, string? reason, CancellationToken cancel)
    {
        ModelState.Clear();
        await OnGetAsync(cancel);
        var known = Reviewed?.Answers.Answers.Select(answer => answer.Id).ToHashSet() ?? [];
        var chosen = responses.Split(' ').Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(known.Contains).Distinct().ToList();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Review.ReasonMaxLength || chosen.Count == 0)
        {
            ModelState.AddModelError("", texts["Ghi lý do (tối đa 500 ký tự): quyết định nào cũng phải giải thích được."]);
            return Refused();
        }

        await desk.DecideAsync(Actor, Wave.Id, chosen, decision, reason.Trim(), cancel);
        this.Say(decision == ReviewDecision.LeftOut ? texts["Đã ghi: {0} phiếu không tính vào kết quả. Phiếu vẫn được giữ nguyên.", chosen.Count] : texts["Đã ghi: {0} phiếu được tính lại.", chosen.Count]);
        return Redirect($"{Path}/review");
    }

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Reviewed is null || !ModelState.IsValid)
        {
            return Refused();
        }

        await desk.DrawAsync(Actor, Reviewed, Draw.Size!.Value, Draw.Seed!, cancel);
        this.Say(texts["Đã rút danh sách phúc tra. Số gieo được lưu để ai cũng rút lại được."]);
        return Redirect($"{Path}/review#back-check");
    }

    public sealed class DrawInput
    {
        [Display(Name = "Số phiếu cần hỏi lại"), Required(ErrorMessage = "Nhập số phiếu."), Range(1, 1000, ErrorMessage = "Từ 1 đến 1.000 phiếu.")]
        public int? Size { get; set; }

        [Display(Name = "Chữ gieo"), Required(ErrorMessage = "Nhập chữ gieo."), StringLength(100, ErrorMessage = "Dài tối đa 100 ký tự.")]
        public string? Seed { get; set; }
    }
}
