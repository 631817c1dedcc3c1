using System.Security.Claims;
using DiemSang.Modules.Reminders.Links;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>
/// Lets the holder of a one-tap link use the one form it was made for, and nothing else: the cookie goes only to that form's address, and is
/// checked like the link itself on every request. Somebody who is signed in is always themselves. The report sent, the pass is over.
/// </summary>
public sealed class OneTapGate(RequestDelegate next)
{
    private const string CookieName = "diemsang.one-tap";
    private const string ThanksPath = "/reminders/thanks";

    /// <summary>Long enough to write a report on a bad line.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void Admit(HttpContext context, string token, OneTapTicket ticket) =>
        context.Response.Cookies.Append(CookieName, token, Options(context, FormOf(ticket), Lifetime));

    public async Task InvokeAsync(HttpContext context, OneTapLinks links)
    {
        if (context.User.Identity?.IsAuthenticated == true
            || context.Request.Cookies[CookieName] is not { Length: > 0 } token
            || await links.OpenAsync(token, context.RequestAborted) is not { OpensForm: true, AccountId: { } account } link
            || !IsItsForm(context.Request, link.Ticket))
        {
            await next(context);
            return;
        }

        context.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.ToString()), new Claim(PersonClaims.PersonName, link.PersonName)], authenticationType: CookieName));
        await next(context);
        if (HttpMethods.IsPost(context.Request.Method) && context.Response is { StatusCode: StatusCodes.Status302Found, HasStarted: false })
        {
            context.Response.Cookies.Delete(CookieName, Options(context, FormOf(link.Ticket), null));
            context.Response.Headers.Location = ThanksPath;
        }
    }

    private static bool IsItsForm(HttpRequest request, OneTapTicket ticket) =>
        request.Path.Equals(FormOf(ticket), StringComparison.OrdinalIgnoreCase)
        && request.Query["occurrence"] is [var occurrence] && Guid.TryParse(occurrence, out var asked) && asked == ticket.OccurrenceId;

    private static PathString FormOf(OneTapTicket ticket) => $"/plans/tasks/{ticket.TaskId}/update";

    private static CookieOptions Options(HttpContext context, string path, TimeSpan? lifetime) => new()
    {
        Path = path, MaxAge = lifetime, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
    };
}
