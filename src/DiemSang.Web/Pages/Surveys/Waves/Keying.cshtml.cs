using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Paper;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Surveys.Answer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>Keys paper sheets by the codes printed on them. Two clerks key each sheet; what they differ on is settled by looking at the paper.</summary>
public sealed class KeyingModel(SurveyList surveys, CodeChecker codes, PaperDesk desk, IStringLocalizer texts) : WavePage(surveys)
{
    private readonly SurveyList _surveys = surveys;

    protected override bool IsAllowed => Actor.MayCollect();

    [BindProperty]
    public SheetInput Input { get; set; } = new();

    public Questionnaire Questionnaire { get; private set; } = null!;
    public IReadOnlyList<PaperForm> Unsettled { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();
    public ILookup<string, AnswerProblem> Problems { get; private set; } = Array.Empty<AnswerProblem>().ToLookup(problem => problem.Variable);

    /// <summary>Set when two clerks differ: the page then asks for what the paper says.</summary>
    public PaperForm? Disputed { get; private set; }

    public IReadOnlyList<SelectListItem> Points => [.. Opened.Points.Select(point => new SelectListItem(point.Name, point.Id.ToString()))];

    public async Task OnGetAsync(Guid? point, DateOnly? day, int? sheet, CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        Input = new SheetInput { PointId = point, FilledOn = day };
        Disputed = sheet is { } number && await desk.FindAsync(Wave, number, cancel) is { IsSettled: false, SecondAnswers: not null } form ? form : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        Values = TypedCodes();
        Problems = AnswerCheck.Problems(Questionnaire, Values).ToLookup(problem => problem.Variable);
        var code = await CodeAsync(cancel);
        if (!ModelState.IsValid || Problems.Count > 0 || Opened.Points.All(point => point.Id != Input.PointId))
        {
            return Refused();
        }

        var outcome = await desk.KeyAsync(Actor, Wave, new KeyedSheet(Input.Number!.Value, Input.PointId!.Value, Input.FilledOn!.Value, code, AnswerCheck.Asked(Questionnaire, Values)), cancel);
        if (outcome is not (KeyingOutcome.FirstKept or KeyingOutcome.Stored or KeyingOutcome.Differs))
        {
            ModelState.AddModelError(outcome is KeyingOutcome.OtherCode or KeyingOutcome.CodeUsed ? "Input.Code" : "Input.Number", Sentence(outcome));
            return Refused();
        }

        this.Say(Sentence(outcome));
        return Redirect(outcome == KeyingOutcome.Differs ? $"{Path}/keying?sheet={Input.Number}" : $"{Path}/keying?point={Input.PointId}&day={Input.FilledOn:yyyy-MM-dd}");
    }

    /// <summary>Takes, for each question the two clerks differ on, the one that the paper confirms.</summary>
    public async Task<IActionResult> OnPostSettleAsync(int sheet, CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        if (await desk.FindAsync(Wave, sheet, cancel) is not { IsSettled: false, SecondAnswers: { } second } form)
        {
            return Redirect($"{Path}/keying");
        }

        var answers = new Dictionary<string, string>(form.FirstAnswers);
        foreach (var variable in form.Differences.Where(variable => Request.Form[PostedAnswers.FieldOf(variable)] == "second"))
        {
            answers.Remove(variable);
            if (second.TryGetValue(variable, out var code))
            {
                answers[variable] = code;
            }
        }

        this.Say(Sentence(await desk.SettleAsync(Actor, Wave, form, AnswerCheck.Asked(Questionnaire, answers), cancel)));
        return Redirect($"{Path}/keying");
    }

    /// <summary>The code on the sheet; the model state says what is wrong with it.</summary>
    private async Task<Guid?> CodeAsync(CancellationToken cancel)
    {
        if (!Wave.NeedsCode)
        {
            return null;
        }

        var code = await codes.CheckAsync(Actor.OrganisationId, Wave.Id, Input.Code ?? "", cancel);
        if (code.Id is null || code.IsUsed)
        {
            await CountRefusedAsync(code, cancel);
            ModelState.AddModelError("Input.Code", code.IsUsed ? Sentence(KeyingOutcome.CodeUsed) : texts["Không có mã này. Xem lại mã trên giấy: 10 chữ và số, không phân biệt chữ hoa."]);
        }

        return code.Id;
    }

    private Task CountRefusedAsync(CheckedCode code, CancellationToken cancel) =>
        Input is { Code: not null, PointId: { } place } && Opened.Points.Any(point => point.Id == place)
            ? codes.CountRefusedAsync(new RefusedTry(Actor.OrganisationId, Wave.Id, place, CollectionChannel.Paper, code.IsUsed ? CodeRefusal.Used : CodeRefusal.Unknown, code.Id), cancel)
            : Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancel)
    {
        Questionnaire = await _surveys.QuestionnaireOfAsync(Opened, cancel);
        Unsettled = await desk.UnsettledAsync(Wave, cancel);
    }

    private Dictionary<string, string> TypedCodes() => Questionnaire.Questions.SelectMany(question => question.Variables)
        .Select(variable => (variable, Code: AnswerText.Clean(Request.Form[PostedAnswers.FieldOf(variable)].ToString())))
        .Where(typed => typed.Code.Length > 0).ToDictionary(typed => typed.variable, typed => typed.Code);

    private string Sentence(KeyingOutcome outcome) => outcome switch
    {
        KeyingOutcome.FirstKept => texts["Đã giữ lần nhập thứ nhất. Một người khác nhập lại phiếu này."],
        KeyingOutcome.Stored => texts["Hai lần nhập khớp nhau: phiếu đã được ghi."],
        KeyingOutcome.Differs => texts["Hai lần nhập khác nhau. Xem tờ giấy và chọn ý đúng dưới đây."],
        KeyingOutcome.SameClerk => texts["Bạn đã nhập phiếu số này lần thứ nhất; lần thứ hai phải do người khác nhập."],
        KeyingOutcome.SettledBefore => texts["Phiếu số này đã nhập xong từ trước. Xem lại số ghi trên tờ giấy."],
        KeyingOutcome.OtherCode => texts["Lần nhập thứ nhất ghi mã khác cho phiếu số này. Xem lại số phiếu và mã trên tờ giấy."],
        KeyingOutcome.CodeUsed => texts["Mã này đã dùng cho một phiếu khác. Xem lại mã trên giấy."],
        _ => texts["Phiếu ghi ngày sau khi đợt đã đóng, nên không nhận."],
    };

    public sealed class SheetInput
    {
        [Display(Name = "Số phiếu"), Required(ErrorMessage = "Nhập số ghi trên tờ phiếu."), Range(1, 1_000_000, ErrorMessage = "Số phiếu từ 1 đến 1.000.000.")]
        public int? Number { get; set; }

        [Display(Name = "Nơi phát phiếu"), Required(ErrorMessage = "Chọn nơi phát phiếu.")]
        public Guid? PointId { get; set; }

        [Display(Name = "Ngày điền phiếu"), Required(ErrorMessage = "Nhập ngày ghi trên phiếu.")]
        public DateOnly? FilledOn { get; set; }

        [Display(Name = "Mã một lần"), StringLength(20, ErrorMessage = "Mã gồm 10 chữ và số.")]
        public string? Code { get; set; }
    }
}
