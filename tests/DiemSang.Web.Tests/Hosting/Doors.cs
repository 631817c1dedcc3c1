using DiemSang.Modules.Access;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>Who a page opens for.</summary>
public enum Audience
{
    Everyone,
    SignedIn,
    Administrators,
    FocalOfficials,
}

/// <summary>
/// One page: its route, who may open it, and how to reach a sample of it. A new page without a door fails <c>DoorTests</c>;
/// a module adds its doors in <c>Doors.&lt;Module&gt;.cs</c>.
/// </summary>
public sealed record Door(string Template, Audience Audience, Func<WebApp, string>? Sample = null)
{
    public string PathIn(WebApp app) => "/" + (Sample is null ? Template : Sample(app));

    public bool OpensFor(Role role) => Audience switch
    {
        Audience.Administrators => role == Role.Administrator,
        Audience.FocalOfficials => role == Role.Focal,
        _ => true,
    };

    /// <summary>False for addresses that only lead elsewhere.</summary>
    public bool IsPage => Template is not ("" or "dang-xuat" or "dang-nhap" or "dang-nhap/ma-xac-thuc");

    public override string ToString() => Template;
}

public static partial class Doors
{
    public static IReadOnlyList<Door> All { get; } = [.. Shell, .. Access];

    private static IEnumerable<Door> Shell =>
    [
        new("", Audience.SignedIn),
        new("thanh-phan", Audience.Everyone),
    ];
}
