using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.Navigation;

/// <summary>One door of the application: at the side on a desk, at the bottom on a phone.</summary>
/// <param name="AlsoPaths">Pages that lie elsewhere but behind this door.</param>
public sealed record MenuItem(string Path, string Title, string Icon, params string[] AlsoPaths)
{
    /// <summary>A door stays lit on every page behind it; the nearest one, where one lies behind another.</summary>
    public bool IsOpenAt(PathString path) => Depth(path) > 0 && Depth(path) == MainMenu.Staff.Max(door => door.Depth(path));

    private int Depth(PathString path) => AlsoPaths.Append(Path).Where(own => path.StartsWithSegments(own)).Select(own => own.Length).DefaultIfEmpty(0).Max();
}

public static class MainMenu
{
    /// <summary>How many doors have room at the bottom of a phone; the others open from "Thêm".</summary>
    public const int OnAPhone = 4;

    /// <summary>The most used first.</summary>
    public static IReadOnlyList<MenuItem> Staff { get; } =
    [
        new("/plans/my-work", Key("Công việc của tôi"), "list"),
        new("/plans/board", Key("Bảng nhiệm vụ"), "board", "/plans/tasks"),
        new("/plans", Key("Kế hoạch"), "document"),
        new("/scorecards", Key("Chấm điểm"), "medal"),
        new("/meetings", Key("Họp, báo cáo"), "people", "/snapshots"),
        new("/evidence", Key("Tài liệu kiểm chứng"), "proof"),
        new("/surveys", Key("Khảo sát"), "speech"),
        new("/access/units", Key("Cơ quan"), "building", "/access/people", "/access/mandates"),
    ];
}
