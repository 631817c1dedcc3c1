using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DiemSang.Web.Infrastructure.Navigation;

/// <summary>One sentence shown on the next page: what was just done.</summary>
public static class Flash
{
    private const string Key = "Flash";

    public static void Say(this PageModel page, string sentence) => page.TempData[Key] = sentence;

    public static string? Said(this ITempDataDictionary tempData) => tempData[Key] as string;
}
