namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Snapshots =>
    [
        new("snapshots", Audience.WholeBoard),
        new("snapshots/compare", Audience.WholeBoard),
        new("snapshots/below", Audience.WholeBoard),
        new("snapshots/keeper", Audience.Issuers),
        new("snapshots/brief", Audience.WholeBoard),
        new("snapshots/{id:guid}", Audience.WholeBoard, app => $"snapshots/{app.Meetings.Snapshot}"),
        new("snapshots/brief/{id:guid}", Audience.WholeBoard, app => $"snapshots/brief/{app.Meetings.Brief}"),
    ];

    private static IEnumerable<Door> Meetings =>
    [
        new("meetings", Audience.SignedIn),
        new("meetings/add", Audience.Issuers),
        new("meetings/conclusions", Audience.SignedIn),
        new("meetings/conclusions/{id:guid}", Audience.SignedIn, app => $"meetings/conclusions/{app.Meetings.Conclusion}"),
        new("meetings/{id:guid}", Audience.SignedIn, Meeting()),
        new("meetings/{id:guid}/invitations", Audience.SignedIn, Meeting("/invitations")),
        new("meetings/{id:guid}/agenda", Audience.Issuers, Meeting("/agenda")),
        new("meetings/{id:guid}/guests", Audience.Issuers, Meeting("/guests")),
        new("meetings/{id:guid}/hold", Audience.Issuers, Meeting("/hold")),
        new("meetings/{id:guid}/conclude", Audience.Issuers, Meeting("/conclude")),
        new("meetings/{id:guid}/propose", Audience.Issuers, Meeting("/propose")),
        new("meetings/{id:guid}/proposals/{proposalId:guid}", Audience.SignedIn, app => $"meetings/{app.Meetings.Meeting}/proposals/{app.Meetings.Proposal}"),
        new("meetings/forum/{code}", Audience.Everyone, app => $"meetings/forum/{app.Ward.Code}"),
    ];

    private static Func<WebApp, string> Meeting(string rest = "") => app => $"meetings/{app.Meetings.Meeting}{rest}";
}
