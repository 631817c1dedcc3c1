using DiemSang.Modules.Access;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>A page about the outside survey in its address: it opens for those who may see it, its forms for those who plan the support.</summary>
public abstract class OutsidePage(OutsideSurveyList surveys) : PageModel
{
    public Actor Actor => HttpContext.Actor();
    public OutsideFile Opened { get; private set; } = null!;
    public OutsideSurvey Survey => Opened.Survey;
    public bool MayPlan => Actor.MayPlanSupport();
    public string Path => OutsideLinks.Survey(Survey.Id);

    /// <summary>Somebody else changed the survey after this form was shown; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>The page is a form: only those who plan the support open it.</summary>
    protected virtual bool IsForm => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var file = context.RouteData.Values["id"] is string text && Guid.TryParse(text, out var id) ? await surveys.OpenAsync(Actor, id, HttpContext.RequestAborted) : null;
        if (file is null)
        {
            context.Result = NotFound();
            return;
        }

        Opened = file;
        if (IsForm && !MayPlan)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    /// <summary>Reads the survey again to show what the other editor saved.</summary>
    protected async Task ReadTheirsAsync()
    {
        Opened = (await surveys.OpenAsync(Actor, Survey.Id, HttpContext.RequestAborted))!;
        HasMovedOn = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
    }

    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
