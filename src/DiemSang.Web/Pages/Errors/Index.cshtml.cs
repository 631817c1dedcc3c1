using DiemSang.Web.Infrastructure.Errors;
using DiemSang.Web.Infrastructure.Observability;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DiemSang.Web.Pages.Errors;

/// <summary>What a person sees instead of the page they asked for: what happened, what to do, and a code to report. Never a stack trace.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, DisableRateLimiting]
public sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public Problem Problem => Problem.For(Code);

    public string TraceId => HttpContext.TraceId();

    /// <summary>Any method: the page stands in for the request that failed.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
}
