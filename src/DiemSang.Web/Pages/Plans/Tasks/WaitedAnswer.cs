using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>What the queue of a phone (wwwroot/js/queue.js) hears about an update that waited for a line: 200 taken, 400 refused, 409 others spoke meanwhile.</summary>
internal static class WaitedAnswer
{
    /// <param name="result">Null when the form itself was refused.</param>
    public static JsonResult Of(ModelStateDictionary form, ReportResult? result, IStringLocalizer texts)
    {
        string[] said = result?.Outcome == ReportOutcome.MovedOn
            ? [.. result.SaidSince.Select(one => $"{one.PersonName}, {one.At.Moment()}: {texts.Of(one.State)}{(one.Note is null ? "" : $" – {one.Note}")}")]
            : [.. form.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage)];
        return new JsonResult(new { said }) { StatusCode = StatusOf(form, result) };
    }

    private static int StatusOf(ModelStateDictionary form, ReportResult? result) =>
        !form.IsValid ? StatusCodes.Status400BadRequest
        : result?.Outcome == ReportOutcome.MovedOn ? StatusCodes.Status409Conflict
        : StatusCodes.Status200OK;
}
