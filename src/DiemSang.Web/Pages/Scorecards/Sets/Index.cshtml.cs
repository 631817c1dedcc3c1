using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>Sets of the own organisation and those published above it.</summary>
public sealed class IndexModel(SetLibrary library) : PageModel
{
    public IReadOnlyList<CriteriaEdition> Sets { get; private set; } = [];
    public Actor Actor => HttpContext.Actor();
    public bool MayKeep => Actor.MayKeepRounds();

    public async Task OnGetAsync() => Sets = await library.ListAsync(HttpContext.RequestAborted);
}
