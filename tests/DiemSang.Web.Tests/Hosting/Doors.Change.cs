using DiemSang.Modules.Access;

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
        new("plans/{id:guid}/derive", Audience.PlanDrawers, Amended("derive")),
        new("plans/{id:guid}/aims", Audience.PlanEditors, Amended("aims")),
        new("plans/{id:guid}/cover", Audience.SignedIn, Amended("cover")),
        new("plans/{id:guid}/cover/export.xlsx", Audience.SignedIn, Amended("cover/export.xlsx")) { IsDownload = true },
        new("plans/{id:guid}/targets", Audience.SignedIn, app => $"plans/{app.Work.Plan}/targets"),
        new("plans/{id:guid}/targets/{targetId:guid}", Audience.Issuers, app => $"plans/{app.Work.Plan}/targets/{app.Work.Target}?before=true"),
        new("plans/year-end", Audience.SignedIn),
        new("plans/year-end/export.xlsx", Audience.SignedIn) { IsDownload = true },
        new("plans/year-end/units/{unitId:guid}", Audience.UnitHeadsAndIssuers, app => $"plans/year-end/units/{app.Division.Id}"),
        new("plans/year-end/people/{personId:guid}", Audience.UnitHeadsAndIssuers, app => $"plans/year-end/people/{app.PersonWith(Role.Deputy).Id}"),
    ];

    private static Func<WebApp, string> Amended(string rest) => app => $"plans/{app.Amendment.Plan}/{rest}";
}
