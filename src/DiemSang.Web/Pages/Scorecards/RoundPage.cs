using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>A page about the round in its address: for its keeper and those who take part; others find nothing there.</summary>
public abstract class RoundPage(RoundReader rounds) : PageModel
{
    public Actor Actor => HttpContext.Actor();
    public RoundFile Opened { get; private set; } = null!;
    public Round Round => Opened.Round;
    public string Path => ScorecardLinks.Round(Round.Id);
    public bool IsKeeper => Opened.IsKeptBy(Actor);
    public bool ReadsAll => Opened.IsReadBy(Actor);
    public bool MayKeep => IsKeeper && Actor.MayKeepRounds();

    /// <summary>The page is a form of those who keep the round.</summary>
    protected virtual bool IsForKeepers => false;

    /// <summary>Only people of the keeping organisation and of its appraising agencies open the page.</summary>
    protected virtual bool IsInside => IsForKeepers;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var file = context.RouteData.Values["id"] is string text && Guid.TryParse(text, out var id) ? await rounds.OpenAsync(id, HttpContext.RequestAborted) : null;
        if (file is null || (IsInside && !file.IsReadBy(Actor)))
        {
            context.Result = NotFound();
            return;
        }

        Opened = file;
        if (IsForKeepers && !IsKeeper)
        {
            context.Result = NotFound();
            return;
        }

        if (IsForKeepers && !MayKeep)
        {
            context.Result = Forbid();
            return;
        }

        context.Result = await RefusalAsync(context.RouteData);
        if (context.Result is null)
        {
            await next();
        }
    }

    /// <summary>Opens what else the page needs; null when all is there.</summary>
    protected virtual Task<IActionResult?> RefusalAsync(RouteData route) => Task.FromResult<IActionResult?>(null);

    protected PageResult Refused(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }
}

/// <summary>A page about one unit's sheet: for the unit itself and the keeper of the round.</summary>
public abstract class SheetPage(RoundReader rounds, SheetReader sheets) : RoundPage(rounds)
{
    public SheetFile Sheet { get; private set; } = null!;
    public Guid Subject => Sheet.Participant.SubjectId;
    public bool IsOwn => Sheet.IsOf(Actor);
    public string SheetPath => ScorecardLinks.Sheet(Round.Id, Subject);
    public ScoreRounding Rounding => Opened.Set.Rounding;

    protected override async Task<IActionResult?> RefusalAsync(RouteData route)
    {
        var subject = Guid.TryParse(route.Values["subject"] as string, out var id) ? id : Guid.Empty;
        var sheet = await sheets.OpenAsync(Actor, Opened, subject, HttpContext.RequestAborted);
        if (sheet is null)
        {
            return NotFound();
        }

        Sheet = sheet;
        return null;
    }
}
