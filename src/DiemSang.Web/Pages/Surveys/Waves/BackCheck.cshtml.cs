using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>Responses drawn at random to be asked about again, what was said the second time, and how far it agrees.</summary>
public sealed class BackCheckModel(SurveyList surveys, BackCheckDesk desk, IStringLocalizer texts) : WavePage(surveys)
{
    /// <summary>Null for a wave that never opened.</summary>
    public BackCheckedWave? Checked { get; private set; }

    [BindProperty]
    public DrawInput Draw { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) => Checked = await desk.OpenAsync(Actor, Wave.Id, cancel);

    /// <summary>The responses of a list, in its order.</summary>
    public IEnumerable<GivenAnswer> Drawn(BackCheck list) => list.Responses.Join(Checked!.Answers.Answers, id => id, answer => answer.Id, (_, answer) => answer);

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (Checked is null || !ModelState.IsValid)
        {
            return Refused();
        }

        var list = await desk.DrawAsync(Actor, Checked.Answers, Draw.Size!.Value, Draw.OnlyHelped, Draw.Seed!, cancel);
        this.Say(texts["Đã rút danh sách phúc tra. Số gieo được lưu để ai cũng rút lại được."]);
        return Redirect($"{Path}/back-check#{list.Id}");
    }

    public async Task<IActionResult> OnPostRecordAsync(Guid list, List<NoteInput> notes, CancellationToken cancel)
    {
        ModelState.Clear();
        await OnGetAsync(cancel);
        if (Checked?.Lists.FirstOrDefault(one => one.Id == list) is not { } found)
        {
            return NotFound();
        }

        if (notes.Exists(note => note.Note?.Length > BackCheckAnswer.NoteMaxLength))
        {
            ModelState.AddModelError("", texts["Ghi chú dài tối đa 500 ký tự."]);
            return Refused();
        }

        var kept = await desk.RecordAsync(Actor, Checked, found, notes.Where(note => note.Outcome is not null).Select(note => new BackCheckNote(note.Response, note.Outcome!.Value, note.Note)), cancel);
        this.Say(texts["Đã ghi kết quả phúc tra của {0} phiếu.", kept]);
        return Redirect($"{Path}/back-check#{list}");
    }

    /// <summary>Outcome is null while nobody was asked again.</summary>
    public sealed record NoteInput(Guid Response, BackCheckOutcome? Outcome, string? Note);

    public sealed class DrawInput
    {
        [Display(Name = "Số phiếu cần hỏi lại"), Required(ErrorMessage = "Nhập số phiếu."), Range(1, 1000, ErrorMessage = "Từ 1 đến 1.000 phiếu.")]
        public int? Size { get; set; }

        [Display(Name = "Chỉ trong các phiếu có người hỏi hoặc nhập giúp")]
        public bool OnlyHelped { get; set; }

        [Display(Name = "Chữ gieo"), Required(ErrorMessage = "Nhập chữ gieo."), StringLength(100, ErrorMessage = "Dài tối đa 100 ký tự.")]
        public string? Seed { get; set; }
    }
}
