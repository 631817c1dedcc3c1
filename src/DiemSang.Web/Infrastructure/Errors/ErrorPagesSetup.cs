using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Infrastructure.Errors;

public static class ErrorPagesSetup
{
    /// <summary>Every failure ends on one of our pages with its own status code; only the log knows more.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        var page = ((IApplicationBuilder)app).New();
        page.UseSecurityHeaders();
        page.UseRequestLocalization();
        page.Run(FailurePage.WriteAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = page.Build(), StatusCodeSelector = StatusOf });
    }

    /// <summary>Placed after the security headers, so that error pages carry them as well.</summary>
    public static void UseStatusPages(this WebApplication app) => app.UseStatusCodePagesWithReExecute("/errors/{0}");

    /// <summary>Unknown addresses answer 404 to everyone, signed in or not.</summary>
    public static void MapUnknownAddresses(this WebApplication app) =>
        app.MapFallback("{*path}", () => Results.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous();

    private static int StatusOf(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
