using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.Navigation;

/// <summary>One door of the application: at the side on a desk, at the bottom on a phone.</summary>
public sealed record MenuItem(string Path, string Title, string Icon)
{
    /// <summary>A door stays lit on every page behind it; the nearest one, where one lies behind another.</summary>
    public bool IsOpenAt(PathString path) =>
        path.StartsWithSegments(Path) && !MainMenu.Staff.Any(other => other.Path.Length > Path.Length && path.StartsWithSegments(other.Path));
}

public static class MainMenu
{
    public static IReadOnlyList<MenuItem> Staff { get; } =
    [
        new("/plans/my-work", Key("Công việc của tôi"), "list"),
        new("/plans/board", Key("Bảng nhiệm vụ"), "board"),
        new("/plans", Key("Kế hoạch"), "document"),
        new("/co-quan", Key("Cơ quan"), "building"),
    ];
}
