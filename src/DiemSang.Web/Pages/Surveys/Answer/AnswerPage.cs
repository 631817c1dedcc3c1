using System.Globalization;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
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
public abstract class AnswerPage(FormDirectory forms, CodeChecker codes, ResponseWriter writer, AnswerSeal seal, AnswerThrottle throttle, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    protected abstract CollectionChannel Channel { get; }

    /// <summary>First part of the address: "/surveys/answer".</summary>
    protected abstract string Root { get; }

    public SurveyForm? Form { get; private set; }
    public FormWave Wave => Form!.Wave!;
    public AnswerView View { get; private set; } = AnswerView.Questions;
    public AnswerState State { get; private set; } = null!;
    public string SealedState => seal.Seal(State);
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
    public bool IsLast => NextPage(State.Answers) is null;
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
            context.Result = Say(AnswerView.Closed, HttpMethods.IsPost(Request.Method) ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
        }
        else
        {
            await next();
        }
    }

    public virtual IActionResult OnGet(string? c, bool done)
    {
        TypedCode = c;
        StartAgain();
        return done ? Say(AnswerView.Thanks) : Show();
    }

    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = await PostedAnswers.FormOfAsync(Request, cancel);
        if (seal.Open(form["state"]) is not { } state || state.WaveId != Wave.Id || state.Page >= Wave.Pages.Count)
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
    protected void StartAgain() => State = new AnswerState(Wave.Id, Form!.PointId, Guid.CreateVersion7(), Guid.NewGuid(), clock.GetUtcNow(), null, 0, []);

    protected virtual IActionResult Show(int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        State = State with { Step = Guid.NewGuid() };
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
        State = State with { Page = Enumerable.Range(0, State.Page).LastOrDefault(page => Wave.Pages[page].Asked(State.Answers).Count > 0) };
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
        var answers = With(typed);
        var here = Items.SelectMany(item => item.Variables).ToHashSet();
        Problems = AnswerCheck.Problems(Wave.Questionnaire, answers).Where(problem => here.Contains(problem.Variable)).ToLookup(problem => problem.Variable);
        if (AsksForCode && await RefuseCodeAsync(code, cancel) is { } refused)
        {
            return refused;
        }

        if (Problems.Count > 0)
        {
            return Show(StatusCodes.Status400BadRequest);
        }

        if (NextPage(answers) is not { } next)
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
        var code = await codes.CheckAsync(Form!.OrganisationId, Wave, typed, cancel);
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
        if (!throttle.Allows(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", device))
        {
            return Wait(StatusCodes.Status429TooManyRequests, Key("Quá nhiều phiếu vừa gửi từ thiết bị hoặc mạng này. Phiếu vẫn còn đây: chờ một phút rồi bấm gửi lại."));
        }

        try
        {
            return Told(await writer.StoreAsync(SubmissionOf(answers, device)));
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TooManyWaitingException or IOException)
        {
            return Wait(StatusCodes.Status503ServiceUnavailable, Key("Máy chủ chưa ghi được phiếu. Phiếu vẫn còn đây: chờ một lát rồi bấm gửi lại; gửi nhiều lần cũng chỉ tính một phiếu."));
        }
    }

    private IActionResult Told(SubmissionOutcome outcome) => outcome switch
    {
        SubmissionOutcome.CodeUsed => Say(AnswerView.CodeUsed, StatusCodes.Status409Conflict),
        SubmissionOutcome.WaveClosed => Say(AnswerView.Closed, StatusCodes.Status410Gone),
        _ => Redirect($"{Address}?done=true&lang={CultureInfo.CurrentUICulture.Name}"),
    };

    private IActionResult Wait(int status, string sentence)
    {
        Response.Headers.RetryAfter = "60";
        Notice = texts[sentence];
        return Show(status);
    }

    private Submission SubmissionOf(Dictionary<string, string> answers, string device) => new()
    {
        OrganisationId = Form!.OrganisationId, WaveId = Wave.Id, PointId = Form.PointId, Key = State.Key, Channel = Channel, CodeId = State.CodeId,
        Device = device, Language = Language, StartedAt = State.StartedAt, FinishedAt = clock.GetUtcNow(), Answers = answers,
    };

    /// <summary>The answers with this page's put in; those that are no longer asked fall away.</summary>
    private Dictionary<string, string> With(Dictionary<string, string> typed)
    {
        var here = Items.SelectMany(item => item.Variables).ToHashSet();
        return AnswerCheck.Asked(Wave.Questionnaire, State.Answers.Where(answer => !here.Contains(answer.Key)).Concat(typed).ToDictionary());
    }

    /// <summary>Going back keeps what is right and forgets what is wrong: nothing has to be put right on the way out.</summary>
    private Dictionary<string, string> Sound(Dictionary<string, string> typed)
    {
        var answers = With(typed);
        var wrong = AnswerCheck.Problems(Wave.Questionnaire, answers).Select(problem => problem.Variable).ToHashSet();
        return answers.Where(answer => !wrong.Contains(answer.Key)).ToDictionary();
    }

    private int? NextPage(IReadOnlyDictionary<string, string> answers)
    {
        var next = Enumerable.Range(State.Page + 1, Wave.Pages.Count - State.Page - 1).Where(page => Wave.Pages[page].Asked(answers).Count > 0);
        return next.Select(page => (int?)page).FirstOrDefault();
    }
}
