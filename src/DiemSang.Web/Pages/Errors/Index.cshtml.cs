using DiemSang.Web.Infrastructure.Errors;
using DiemSang.Web.Infrastructure.Observability;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DiemSang.Web.Pages.Errors;

/// <summary>What a person sees instead of the page they asked for: what happened, what to do, and a code to report. Never a stack trace.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, DisableRateLimiting, ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Code { get; set; }

    public Problem Problem { get; private set; } = Problem.For(StatusCodes.Status500InternalServerError);

    public string TraceId => HttpContext.TraceId();

    /// <summary>Any method: the page stands in for the request that failed.</summary>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        var status = Code ?? (Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound);
        Problem = Problem.For(status);
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
    }
}
