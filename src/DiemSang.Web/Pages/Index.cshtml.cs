using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages;

/// <summary>The front door leads to what the person came for: their own work.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => Redirect("/viec-cua-toi");
}
