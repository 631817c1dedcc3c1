using DiemSang.Modules.Access;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>Who a page opens for.</summary>
public enum Audience
{
    Everyone,
    SignedIn,
    Administrators,
    FocalOfficials,

    /// <summary>Who imports and corrects plans: the focal official and the administrator.</summary>
    PlanEditors,

    /// <summary>Who draws plans from issued ones: plan editors, and heads for their units.</summary>
    PlanDrawers,

    /// <summary>Who may issue a plan: the focal official and the leader.</summary>
    Issuers,

    /// <summary>People of the unit that the sample belongs to.</summary>
    UnitPeople,

    /// <summary>Its head and deputy.</summary>
    UnitHeads,

    /// <summary>Its head and deputy, the focal official and the leader.</summary>
    UnitHeadsAndIssuers,

    /// <summary>Everybody but those who only read.</summary>
    Workers,

    /// <summary>Who interviews and keys paper: people of units, the focal official and the leader.</summary>
    SurveyCollectors,

    /// <summary>Organisation-wide roles, and whoever keeps the board.</summary>
    WholeBoard,
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
        Audience.PlanEditors => role is Role.Focal or Role.Administrator,
        Audience.PlanDrawers => role is Role.Focal or Role.Administrator or Role.Head or Role.Deputy,
        Audience.Issuers => role is Role.Focal or Role.Leader,
        Audience.UnitPeople => role is Role.Head or Role.Deputy or Role.Member,
        Audience.SurveyCollectors => role is not (Role.Administrator or Role.Viewer),
        Audience.UnitHeads => role is Role.Head or Role.Deputy,
        Audience.UnitHeadsAndIssuers => role is Role.Head or Role.Deputy or Role.Focal or Role.Leader,
        Audience.Workers => role != Role.Viewer,
        Audience.WholeBoard => Appointment.IsOrganisationWide(role),
        _ => true,
    };

    /// <summary>Of those it opens for, the role that finds most on it: forms that only those see who do the work.</summary>
    public Role SeesMost => new[] { Role.Focal, Role.Head, Role.Leader, Role.Administrator }.First(OpensFor);

    /// <summary>True for an address that answers with a file.</summary>
    public bool IsDownload { get; init; }

    /// <summary>False for files and for addresses that only lead elsewhere.</summary>
    public bool IsPage => !IsDownload && Template is not ("" or "access/sign-out" or "access/sign-in" or "access/sign-in/code");

    public override string ToString() => Template;
}

public static partial class Doors
{
    public static IReadOnlyList<Door> All { get; } = [.. Shell, .. Access, .. Work, .. Plans, .. Change, .. Snapshots, .. Meetings, .. Reminders, .. Evidence, .. Surveys, .. Scorecards];

    private static IEnumerable<Door> Shell =>
    [
        new("", Audience.SignedIn),
        new("components", Audience.Everyone),
    ];
}
