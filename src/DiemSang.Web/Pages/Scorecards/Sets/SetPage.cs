using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>A page about the criteria set in its address; forms open for those who keep rounds, and only on their own drafts.</summary>
public abstract class SetPage(SetLibrary library) : PageModel
{
    public Actor Actor => HttpContext.Actor();
    public CriteriaEdition Edition { get; private set; } = null!;
    public CriteriaSet Set { get; private set; } = null!;
    public string Path => ScorecardLinks.Set(Edition.Id);
    public bool IsOwn => Edition.OrganisationId == Actor.OrganisationId;
    public bool MayKeep => IsOwn && Actor.MayKeepRounds();
    public bool MayEdit => MayKeep && Edition.State == EditionState.Draft;

    /// <summary>Somebody else saved while this person was typing.</summary>
    public bool HasMovedOn { get; private set; }

    protected virtual bool IsForm => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var edition = context.RouteData.Values["id"] is string text && Guid.TryParse(text, out var id) ? await library.FindAsync(id, HttpContext.RequestAborted) : null;
        if (edition is null)
        {
            context.Result = NotFound();
            return;
        }

        Edition = edition;
        Set = CriteriaSetYaml.Read(edition.Yaml);
        if (IsForm && !MayEdit)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    /// <summary>Where an edit leads: on, or back to the form with what is wrong.</summary>
    protected IActionResult After(SetEdit edit)
    {
        if (edit.Outcome == SetEditOutcome.Saved)
        {
            return Redirect(Path);
        }

        HasMovedOn = edit.Outcome == SetEditOutcome.MovedOn;
        foreach (var problem in edit.Problems)
        {
            ModelState.AddModelError("", problem);
        }

        Response.StatusCode = HasMovedOn ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
