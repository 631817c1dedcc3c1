using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Web.Infrastructure.Observability;
using Npgsql;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>
/// Stores the last page of a web form ahead of the machinery of pages (sign-in, languages, views, the many services of one request): when a
/// form is complete and right there is nothing to show but thanks. Everything else, and everything that goes wrong here, is left to the page, which
/// says so in words; it may send the same form again, because the form's key makes it one response.
/// </summary>
public sealed class AnswerLane(RequestDelegate next, FormDirectory forms, ResponseWriter writer, AnswerThrottle throttle, TimeProvider clock)
{
    private const string Root = "/surveys/answer/";

    /// <summary>More than a page of any questionnaire takes; a larger one goes the long way, where it is measured and refused.</summary>
    private const int MostBytes = 64 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (CodeOf(context.Request) is { } code
            && await forms.FindAsync(code, context.RequestAborted) is { HasEnded: false, Wave: { } wave } form
            && wave.TakesAnswers(clock.Today(), CollectionChannel.Web)
            && await LastPageAsync(context.Request, wave) is { } last
            && await IsStoredAsync(context, form, wave, last))
        {
            RequestLog.RememberRoute(context, Root + "{code}");
            context.Response.Redirect(AnswerPage.ThanksAt(Root + code, last.Language));
            return;
        }

        await next(context);
    }

    private static string? CodeOf(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.ContentLength <= MostBytes && request.Path.Value is { } path && path.StartsWith(Root, StringComparison.Ordinal)
            ? path[Root.Length..]
            : null;

    /// <summary>Null when there is another page to show first.</summary>
    private static async Task<AnswerState?> LastPageAsync(HttpRequest request, FormWave wave)
    {
        var form = await PostedAnswers.FormOfAsync(request, request.HttpContext.RequestAborted);
        if (form["go"] != "next" || AnswerSeal.Open(form["state"], wave.SealKey) is not { } state || (wave.NeedsCode && state.CodeId is null))
        {
            return null;
        }

        var items = wave.Pages[state.Page].Asked(state.Answers);
        var answers = wave.Walk.With(state.Answers, items, PostedAnswers.Read(form, wave.Questionnaire, items));
        return wave.Walk.Problems(items, answers).Count == 0 && wave.Walk.Next(state.Page, answers) is null ? state with { Answers = answers } : null;
    }

    private async Task<bool> IsStoredAsync(HttpContext context, SurveyForm form, FormWave wave, AnswerState state)
    {
        var device = DeviceMark.Of(context, wave.Secret);
        if (!throttle.Allows(context, device))
        {
            return false;
        }

        try
        {
            return await writer.StoreAsync(state.SubmissionTo(form, CollectionChannel.Web, device, clock.GetUtcNow())) is SubmissionOutcome.Stored or SubmissionOutcome.StoredBefore;
        }
        catch (Exception trouble) when (trouble is NpgsqlException or TooManyWaitingException or IOException)
        {
            return false;
        }
    }
}
