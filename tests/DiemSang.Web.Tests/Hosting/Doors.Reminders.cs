namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Reminders =>
    [
        new("reminders", Audience.SignedIn),
        new("reminders/log", Audience.SignedIn),
        new("reminders/preferences", Audience.SignedIn),
        new("reminders/settings", Audience.Issuers),
        new("reminders/letters", Audience.Administrators),
        new("reminders/urge", Audience.UnitHeadsAndIssuers, app => $"reminders/urge?occurrence={app.Work.Occurrence}"),
        new("reminders/open/{token}", Audience.Everyone, _ => "reminders/open/khong-phai-lien-ket"),
        new("reminders/thanks", Audience.Everyone),
    ];
}
