using System.Text.Json;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Offline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace DiemSang.Web.Pages.Surveys.Interview;

/// <summary>
/// The interviewer's page: works without a line once it has been opened, keeps drafts and finished interviews on the device, and tells what
/// waits and what was refused. Each interview is sent with its own key, so however often it is tried it counts once. The only thing posted
/// here is JSON, which no other site can make a browser send, so the seal of forms is not asked for: it would be out of date after an hour off line.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(MostBytes)]
public sealed class IndexModel(SurveyList surveys, CodeChecker codes, ResponseWriter writer, TimeProvider clock, IStringLocalizer texts) : WavePage(surveys)
{
    private const int MostBytes = 64 * 1024;
    private readonly SurveyList _surveys = surveys;

    protected override bool IsAllowed => Actor.MayCollect() && Wave.QuestionnaireId is not null;

    public string Address => $"/surveys/interview/{Wave.Id}";

    public string FormJson { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        FormJson = JsonSerializer.Serialize(InterviewForm.Of(await _surveys.QuestionnaireOfAsync(Opened, cancel), Opened, Actor.PersonId), JsonSerializerOptions.Web);
        HttpContext.MayBeKept();
    }

    /// <summary>Installed, it opens this wave's page, which is kept, and not one that needs a line.</summary>
    public IActionResult OnGetManifest() => new JsonResult(new
    {
        id = Address, name = $"{Opened.Survey.Title} – {Wave.Name}", short_name = texts["Phỏng vấn"].Value, lang = "vi", start_url = Address, scope = "/surveys/interview/",
        display = "standalone", background_color = "#ffffff", theme_color = "#12304f",
        icons = new[] { new { src = "/img/logo.svg", sizes = "any", type = "image/svg+xml" } },
    }) { ContentType = "application/manifest+json" };

    /// <summary>Stores one interview. 200 stored or stored before; 400, 409 and 410 refused, with the reason; 401 not by this person.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Request.HasJsonContentType() || await ReadAsync(cancel) is not { } interview)
        {
            return Tell(StatusCodes.Status400BadRequest, texts["Dữ liệu gửi lên bị hỏng."]);
        }

        // Somebody else has signed in on this device since: the interview waits for the one who made it.
        if (interview.Person != Actor.PersonId)
        {
            return Tell(StatusCodes.Status401Unauthorized, texts["Phiếu này của người khác."]);
        }

        var questionnaire = await _surveys.QuestionnaireOfAsync(Opened, cancel);
        var answers = interview.Answers.ToDictionary(answer => answer.Key, answer => AnswerText.Clean(answer.Value));
        if (AnswerCheck.Problems(questionnaire, answers) is [var problem, ..])
        {
            return Tell(StatusCodes.Status400BadRequest, $"{problem.Variable}: {texts[problem.Sentence, problem.Number!]}");
        }

        if (Opened.Points.All(point => point.Id != interview.Point))
        {
            return Tell(StatusCodes.Status400BadRequest, texts["Nơi phỏng vấn không thuộc khảo sát này."]);
        }

        var code = await CodeAsync(interview, cancel);
        return Wave.NeedsCode && code is null
            ? await RefuseUnknownAsync(interview)
            : await StoreAsync(interview, code, AnswerCheck.Asked(questionnaire, answers));
    }

    private async Task<IActionResult> RefuseUnknownAsync(InterviewInput interview)
    {
        if (interview.Code is { Length: > 0 })
        {
            await CountRefusedAsync(interview, CodeRefusal.Unknown, null);
        }

        return Tell(StatusCodes.Status400BadRequest, texts["Không có mã này. Xem lại mã trên giấy: 10 chữ và số, không phân biệt chữ hoa."]);
    }

    private Task CountRefusedAsync(InterviewInput interview, CodeRefusal reason, Guid? code) =>
        codes.CountRefusedAsync(new RefusedTry(Actor.OrganisationId, Wave.Id, interview.Point, CollectionChannel.Interviewer, reason, code), HttpContext.RequestAborted);

    private async Task<Guid?> CodeAsync(InterviewInput interview, CancellationToken cancel) =>
        Wave.NeedsCode && interview.Code is { Length: > 0 } typed ? (await codes.CheckAsync(Actor.OrganisationId, Wave.Id, typed, cancel)).Id : null;

    private async Task<IActionResult> StoreAsync(InterviewInput interview, Guid? code, Dictionary<string, string> answers)
    {
        var now = clock.GetUtcNow();
        try
        {
            var outcome = await writer.StoreAsync(new Submission
            {
                OrganisationId = Actor.OrganisationId, WaveId = Wave.Id, PointId = interview.Point, Key = interview.Key, Channel = CollectionChannel.Interviewer,
                CodeId = code, HelperId = Actor.PersonId, StartedAt = interview.StartedAt, FinishedAt = interview.FinishedAt > now ? now : interview.FinishedAt, Answers = answers,
            });
            if (code is not null && outcome is (SubmissionOutcome.CodeUsed or SubmissionOutcome.WaveClosed))
            {
                await CountRefusedAsync(interview, outcome == SubmissionOutcome.CodeUsed ? CodeRefusal.Used : CodeRefusal.Expired, code);
            }

            return outcome switch
            {
                SubmissionOutcome.WaveClosed => Tell(StatusCodes.Status410Gone, texts["Đợt đã đóng trước khi cuộc phỏng vấn kết thúc."]),
                SubmissionOutcome.CodeUsed => Tell(StatusCodes.Status409Conflict, texts["Mã này đã dùng cho một phiếu khác. Xem lại mã trên giấy."]),
                _ => Tell(StatusCodes.Status200OK, texts["Đã ghi."]),
            };
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TooManyWaitingException or IOException)
        {
            return Tell(StatusCodes.Status503ServiceUnavailable, texts["Máy chủ đang bận; phiếu vẫn ở trên máy này và sẽ được gửi lại."]);
        }
    }

    private async Task<InterviewInput?> ReadAsync(CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<InterviewInput>(Request.Body, JsonSerializerOptions.Web, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonResult Tell(int status, string said) => new(new { said }) { StatusCode = status };

    /// <summary>An interview as the device sends it.</summary>
    public sealed record InterviewInput(Guid Key, Guid Person, Guid Point, string? Code, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, Dictionary<string, string> Answers);
}
