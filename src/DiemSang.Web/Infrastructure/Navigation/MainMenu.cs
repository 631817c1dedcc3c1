using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.Navigation;

/// <summary>One door of the application: at the side on a desk, at the bottom on a phone.</summary>
public sealed record MenuItem(string Path, string Title, string Icon)
{
    /// <summary>A door stays lit on every page behind it.</summary>
    public bool IsOpenAt(PathString path) => path.StartsWithSegments(Path);
}

public static class MainMenu
{
    public static IReadOnlyList<MenuItem> Staff { get; } =
    [
        new("/viec-cua-toi", Key("Công việc của tôi"), "list"),
        new("/nhiem-vu", Key("Bảng nhiệm vụ"), "board"),
        new("/ke-hoach", Key("Kế hoạch"), "document"),
        new("/co-quan", Key("Cơ quan"), "building"),
    ];
}
