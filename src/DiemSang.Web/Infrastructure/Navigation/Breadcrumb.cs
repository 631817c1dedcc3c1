using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DiemSang.Web.Infrastructure.Navigation;

/// <summary>A step of the way to the page shown; the page itself is not one of them.</summary>
public sealed record Crumb(string Title, string Path);

public static class Breadcrumb
{
    private const string Key = "Breadcrumb";

    /// <summary>Called at the top of a view: <c>ViewData.ComesFrom(new(T["Kế hoạch"], "/ke-hoach"))</c>.</summary>
    public static void ComesFrom(this ViewDataDictionary viewData, params Crumb[] way) => viewData[Key] = way;

    public static IReadOnlyList<Crumb> Way(this ViewDataDictionary viewData) => viewData[Key] as Crumb[] ?? [];
}
