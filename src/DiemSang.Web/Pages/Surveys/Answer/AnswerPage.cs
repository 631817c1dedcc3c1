using System.Globalization;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Web.Infrastructure.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Npgsql;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>What the visitor sees.</summary>
public enum AnswerView { Questions, Thanks, Closed, NotStarted, Unknown, CodeUsed }

/// <summary>
/// A survey form, page by page, without scripts and without an account. The answers so far travel in the sealed state of each page; the last
/// page sends them all at once. Nobody is signed in, so there is no authority to borrow: the seal takes the place of the antiforgery token,
/// and the form works on phones that refuse cookies.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class AnswerPage(FormDirectory forms, CodeChecker codes, ResponseWriter writer, AnswerThrottle throttle, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    protected abstract CollectionChannel Channel { get; }

    /// <summary>First part of the address: "/surveys/answer".</summary>
    protected abstract string Root { get; }

    public SurveyForm? Form { get; private set; }
    public FormWave Wave => Form!.Wave!;
    public AnswerView View { get; private set; } = AnswerView.Questions;
    public AnswerState State { get; private set; } = null!;
    public string SealedState => AnswerSeal.Seal(State, Wave.SealKey);
    public FormPage CurrentPage => Wave.Pages[State.Page];
    public IReadOnlyList<FormItem> Items => CurrentPage.Asked(State.Answers);

    /// <summary>What stands in the fields: as typed when something has to be put right, else the answers given before.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();
    public ILookup<string, AnswerProblem> Problems { get; private set; } = Array.Empty<AnswerProblem>().ToLookup(problem => problem.Variable);

    /// <summary>A sentence above the questions: the line is busy, the page was out of date.</summary>
    public string? Notice { get; private set; }
    public string? TypedCode { get; private set; }
    public string? CodeProblem { get; private set; }

    public bool IsFirst => State.Page == 0;
    public bool IsLast => Wave.Walk.Next(State.Page, State.Answers) is null;
    public bool AsksForCode => Wave.NeedsCode && IsFirst && State.CodeId is null;
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    public string Address => $"{Root}/{RouteData.Values["code"]}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Form = await forms.FindAsync((string)RouteData.Values["code"]!, HttpContext.RequestAborted);
        var today = clock.Today();
        if (Form is null)
        {
            context.Result = Say(AnswerView.Unknown, StatusCodes.Status404NotFound);
        }
        else if (Form.Wave is null || (Form.Wave.State == WaveState.Open && today < Form.Wave.From))
        {
            context.Result = Say(AnswerView.NotStarted);
        }
        else if (Form.HasEnded || !Form.Wave.TakesAnswers(today, Channel))
        {
            context.Result = HttpMethods.IsPost(Request.Method) ? await RefuseLateAsync() : Say(AnswerView.Closed);
        }
        else
        {
            await next();
        }
    }

    /// <summary>Where a form that was stored leads: nothing of it stands in the address.</summary>
    public static string ThanksAt(string address, string language) => $"{address}?done=true&lang={(language == "en" ? LocalisationSetup.English : LocalisationSetup.Vietnamese)}";

    public virtual IActionResult OnGet(string? c, bool done)
    {
        TypedCode = c;
        StartAgain();
        return done ? Say(AnswerView.Thanks) : Show();
    }

    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = await PostedAnswers.FormOfAsync(Request, cancel);
        if (AnswerSeal.Open(form["state"], Wave.SealKey) is not { } state)
        {
            StartAgain();
            Notice = texts["Trang này đã cũ hoặc bị hỏng, nên phiếu được mở lại từ đầu. Chưa có câu trả lời nào được gửi."];
            return Show(StatusCodes.Status400BadRequest);
        }

        State = state;
        var typed = PostedAnswers.Read(form, Wave.Questionnaire, Items);
        return form["go"].ToString() switch
        {
            "back" => Back(typed),
            "language" => Stay(typed),
            _ => await ForwardAsync(typed, form["code"].ToString(), cancel),
        };
    }

    /// <summary>A visitor's form on its first page.</summary>
    protected void StartAgain() => State = new AnswerState(Guid.CreateVersion7(), Guid.NewGuid(), clock.GetUtcNow(), null, 0, Language, []);

    protected virtual IActionResult Show(int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        State = State with { Step = Guid.NewGuid(), Language = Language };
        Values = Values.Count > 0 ? Values : State.Answers;
        return Page();
    }

    private PageResult Say(AnswerView view, int status = StatusCodes.Status200OK)
    {
        View = view;
        Response.StatusCode = status;
        return Page();
    }

    private IActionResult Back(Dictionary<string, string> typed)
    {
        State = State with { Answers = Sound(typed) };
        State = State with { Page = Wave.Walk.Previous(State.Page, State.Answers) };
        return Show();
    }

    private IActionResult Stay(Dictionary<string, string> typed)
    {
        Values = typed;
        return Show();
    }

    private async Task<IActionResult> ForwardAsync(Dictionary<string, string> typed, string code, CancellationToken cancel)
    {
        Values = typed;
        var answers = Wave.Walk.With(State.Answers, Items, typed);
        Problems = Wave.Walk.Problems(Items, answers).ToLookup(problem => problem.Variable);
        if (AsksForCode && await RefuseCodeAsync(code, cancel) is { } refused)
        {
            return refused;
        }

        if (Problems.Count > 0)
        {
            return Show(StatusCodes.Status400BadRequest);
        }

        if (Wave.Walk.Next(State.Page, answers) is not { } next)
        {
            return await SendAsync(answers);
        }

        State = State with { Answers = answers, Page = next };
        Values = State.Answers;
        return Show();
    }

    private async Task<IActionResult?> RefuseCodeAsync(string typed, CancellationToken cancel)
    {
        TypedCode = typed;
        var code = await codes.CheckAsync(Form!.OrganisationId, Wave.Id, typed, cancel);
        if (code.IsUsed || (code.Id is null && typed.Length > 0))
        {
            await CountRefusedAsync(code.IsUsed ? CodeRefusal.Used : CodeRefusal.Unknown, code.Id);
        }

        if (code.IsUsed)
        {
            return Say(AnswerView.CodeUsed, StatusCodes.Status409Conflict);
        }

        CodeProblem = code.Id is null ? texts["Không có mã này. Xem lại mã trên giấy: 10 chữ và số, không phân biệt chữ hoa."].Value : null;
        State = State with { CodeId = code.Id };
        return CodeProblem is null ? null : Show(StatusCodes.Status400BadRequest);
    }

    private async Task<IActionResult> SendAsync(Dictionary<string, string> answers)
    {
        var device = DeviceMark.Of(HttpContext, Wave.Secret);
        if (!throttle.Allows(HttpContext, device))
        {
            return Wait(StatusCodes.Status429TooManyRequests, Key("Quá nhiều phiếu vừa gửi từ thiết bị hoặc mạng này. Phiếu vẫn còn đây: chờ một phút rồi bấm gửi lại."));
        }

        try
        {
            return await ToldAsync(await writer.StoreAsync((State with { Answers = answers }).SubmissionTo(Form!, Channel, device, clock.GetUtcNow())));
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TooManyWaitingException or IOException)
        {
            return Wait(StatusCodes.Status503ServiceUnavailable, Key("Máy chủ chưa ghi được phiếu. Phiếu vẫn còn đây: chờ một lát rồi bấm gửi lại; gửi nhiều lần cũng chỉ tính một phiếu."));
        }
    }

    private async Task<IActionResult> ToldAsync(SubmissionOutcome outcome)
    {
        switch (outcome)
        {
            case SubmissionOutcome.CodeUsed:
                await CountRefusedAsync(CodeRefusal.Used, State.CodeId);
                return Say(AnswerView.CodeUsed, StatusCodes.Status409Conflict);
            case SubmissionOutcome.WaveClosed:
                return await RefuseLateAsync();
            default:
                return Redirect(ThanksAt(Address, Language));
        }
    }

    /// <summary>The wave closed while the form was open: what is sent now is not stored, and a code sent with it is counted.</summary>
    private async Task<IActionResult> RefuseLateAsync()
    {
        var form = await PostedAnswers.FormOfAsync(Request, HttpContext.RequestAborted);
        if (AnswerSeal.Open(form["state"], Wave.SealKey) is { CodeId: { } code })
        {
            await CountRefusedAsync(CodeRefusal.Expired, code);
        }

        return Say(AnswerView.Closed, StatusCodes.Status410Gone);
    }

    private Task CountRefusedAsync(CodeRefusal reason, Guid? code) =>
        codes.CountRefusedAsync(new RefusedTry(Form!.OrganisationId, Wave.Id, Form.PointId, Channel, reason, code), HttpContext.RequestAborted);

    private IActionResult Wait(int status, string sentence)
    {
        Response.Headers.RetryAfter = "60";
        Notice = texts[sentence];
        return Show(status);
    }

    /// <summary>Going back keeps what is right and forgets what is wrong: nothing has to be put right on the way out.</summary>
    private Dictionary<string, string> Sound(Dictionary<string, string> typed)
    {
        var answers = Wave.Walk.With(State.Answers, Items, typed);
        var wrong = Wave.Walk.Problems(Items, answers).Select(problem => problem.Variable).ToHashSet();
        return answers.Where(answer => !wrong.Contains(answer.Key)).ToDictionary();
    }
}
