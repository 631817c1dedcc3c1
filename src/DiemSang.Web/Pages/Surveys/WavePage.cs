using DiemSang.Modules.Access;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Surveys;

/// <summary>A page about the wave in its address.</summary>
public abstract class WavePage(SurveyList surveys) : PageModel
{
    public Actor Actor => HttpContext.Actor();
    public OpenedWave Opened { get; private set; } = null!;
    public Wave Wave => Opened.Wave;
    public bool MayKeep => Actor.MayKeepSurveys();
    public string Path => $"/surveys/waves/{Wave.Id}";

    /// <summary>Who opens it: by default those who keep surveys.</summary>
    protected virtual bool IsAllowed => MayKeep;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var wave = context.RouteData.Values["id"] is string text && Guid.TryParse(text, out var id) ? await surveys.FindWaveAsync(Actor, id, HttpContext.RequestAborted) : null;
        if (wave is null)
        {
            context.Result = NotFound();
            return;
        }

        Opened = wave;
        if (IsAllowed)
        {
            await next();
        }
        else
        {
            context.Result = Forbid();
        }
    }

    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
