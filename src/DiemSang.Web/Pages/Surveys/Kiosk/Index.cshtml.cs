using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Web.Pages.Surveys.Answer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Kiosk;

/// <summary>
/// The form on a shared screen. Every page is good once: after finishing, waiting, going back, reloading or a power cut the next visitor
/// finds the first page, and nothing of the one before. With scripts the visitor never leaves one address, so Back has nowhere to go;
/// without them a session cookie names the one page that may be sent, and the page returns to the start by itself.
/// </summary>
public sealed class IndexModel(
    FormDirectory forms, CodeChecker codes, ResponseWriter writer, AnswerThrottle throttle, KioskSettings settings, TimeProvider clock, IStringLocalizer texts)
    : AnswerPage(forms, codes, writer, throttle, clock, texts)
{
    private const string CookieName = "diemsang.kiosk";

    public KioskSettings Settings => settings;

    protected override CollectionChannel Channel => CollectionChannel.Kiosk;

    protected override string Root => "/surveys/kiosk";

    public override IActionResult OnGet(string? c, bool done)
    {
        LeaveNothing();
        if (done)
        {
            Response.Cookies.Delete(CookieName, CookieOptions());
        }

        return base.OnGet(null, done);
    }

    public override async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        LeaveNothing();
        var form = await PostedAnswers.FormOfAsync(Request, cancel);
        var isPresentPage = AnswerSeal.Open(form["state"], Wave.SealKey) is { } state && Request.Cookies[CookieName] == state.Step.ToString("N");
        return isPresentPage ? await base.OnPostAsync(cancel) : Redirect(Address);
    }

    protected override IActionResult Show(int status = StatusCodes.Status200OK)
    {
        var page = base.Show(status);
        Response.Cookies.Append(CookieName, State.Step.ToString("N"), CookieOptions());
        return page;
    }

    private void LeaveNothing() => Response.Headers.CacheControl = "no-store, no-cache, must-revalidate";

    private CookieOptions CookieOptions() => new()
    {
        Path = Address, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = Request.IsHttps,
    };
}
