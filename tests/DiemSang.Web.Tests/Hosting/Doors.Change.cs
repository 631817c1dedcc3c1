namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Change =>
    [
        new("plans/{id:guid}/amendments", Audience.SignedIn, Amended("amendments")),
        new("plans/{id:guid}/amendments/propose/{rowId:guid?}", Audience.UnitHeadsAndIssuers, app => $"plans/{app.Amendment.Plan}/amendments/propose/{app.Amendment.Row}"),
        new("plans/{id:guid}/amendments/drop/{rowId:guid}", Audience.UnitHeadsAndIssuers, app => $"plans/{app.Amendment.Plan}/amendments/drop/{app.Amendment.Row}"),
        new("plans/{id:guid}/amendments/{amendmentId:guid}", Audience.SignedIn, app => $"plans/{app.Amendment.Plan}/amendments/{app.Amendment.Amendment}"),
        new("plans/{id:guid}/amendments/{amendmentId:guid}/decision.docx", Audience.SignedIn, app => $"plans/{app.Amendment.Plan}/amendments/{app.Amendment.Amendment}/decision.docx") { IsDownload = true },
        new("plans/{id:guid}/editions/{number:int}", Audience.SignedIn, Amended("editions/1")),
        new("plans/{id:guid}/editions/compare", Audience.SignedIn, Amended("editions/compare")),
    ];

    private static Func<WebApp, string> Amended(string rest) => app => $"plans/{app.Amendment.Plan}/{rest}";
}
