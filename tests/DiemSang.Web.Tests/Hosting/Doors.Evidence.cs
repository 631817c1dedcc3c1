namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Evidence =>
    [
        new("evidence", Audience.SignedIn),
        new("evidence/missing", Audience.SignedIn),
        new("evidence/add", Audience.Workers),
        new("evidence/{id:guid}", Audience.SignedIn, Proof()),
        new("evidence/{id:guid}/change", Audience.FocalOfficials, Proof("/change")),
        new("evidence/{id:guid}/file", Audience.SignedIn, Proof("/file")) { IsDownload = true },
        new("evidence/{id:guid}/pages/{number:int}", Audience.SignedIn, Proof("/pages/1")) { IsDownload = true },
    ];

    private static Func<WebApp, string> Proof(string rest = "") => app => $"evidence/{app.Work.Proof}{rest}";
}
