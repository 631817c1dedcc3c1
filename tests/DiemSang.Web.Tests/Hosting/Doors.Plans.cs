namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Plans =>
    [
        new("plans", Audience.SignedIn),
        new("plans/new", Audience.PlanEditors),
        new("plans/import", Audience.PlanEditors),
        new("plans/import/{id:guid}", Audience.PlanEditors, app => $"plans/import/{app.Imports.Read}"),
        new("plans/import/{id:guid}/difference", Audience.PlanEditors, app => $"plans/import/{app.Imports.Corrected}/difference"),
        new("plans/import/{id:guid}/pages/{number:int}", Audience.PlanEditors, app => $"plans/import/{app.Imports.Image}/pages/1") { IsDownload = true },
        new("plans/{id:guid}", Audience.SignedIn, app => $"plans/{app.Work.Plan}"),
        new("plans/{id:guid}/withdraw", Audience.PlanEditors, Draft("withdraw")),
        new("plans/{id:guid}/review", Audience.PlanEditors, Draft("review")),
        new("plans/{id:guid}/review/rows/new", Audience.PlanEditors, Draft("review/rows/new")),
        new("plans/{id:guid}/review/rows/{rowId:guid}", Audience.PlanEditors, app => $"plans/{app.Imports.Plan}/review/rows/{app.Imports.Row}"),
        new("plans/{id:guid}/review/header", Audience.PlanEditors, Draft("review/header")),
        new("plans/{id:guid}/review/identity", Audience.PlanEditors, Draft("review/identity")),
        new("plans/{id:guid}/review/targets", Audience.PlanEditors, Draft("review/targets")),
        new("plans/{id:guid}/review/references", Audience.PlanEditors, Draft("review/references")),
        new("plans/{id:guid}/review/recipients", Audience.PlanEditors, Draft("review/recipients")),
        new("plans/{id:guid}/review/proofs", Audience.PlanEditors, Draft("review/proofs")),
        new("plans/{id:guid}/review/units", Audience.PlanEditors, Draft("review/units")),
        new("plans/{id:guid}/review/paste", Audience.PlanEditors, Draft("review/paste")),
    ];

    private static Func<WebApp, string> Draft(string rest) => app => $"plans/{app.Imports.Plan}/{rest}";
}
