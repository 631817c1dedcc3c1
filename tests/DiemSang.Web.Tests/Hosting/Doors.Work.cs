namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Work =>
    [
        new("plans/my-work", Audience.SignedIn),
        new("plans/board", Audience.SignedIn),
        new("plans/board/export.xlsx", Audience.SignedIn) { IsDownload = true },
        new("plans/{id:guid}/issue", Audience.Issuers, app => $"plans/{app.Work.Draft}/issue"),
        new("plans/{id:guid}/export.docx", Audience.SignedIn, app => $"plans/{app.Work.Plan}/export.docx") { IsDownload = true },
        new("plans/tasks/{id:guid}", Audience.SignedIn, app => $"plans/tasks/{app.Work.Task}"),
        new("plans/tasks/{id:guid}/update", Audience.UnitPeople, app => $"plans/tasks/{app.Work.Task}/update?occurrence={app.Work.Occurrence}"),
        new("plans/tasks/{id:guid}/assign", Audience.UnitHeads, app => $"plans/tasks/{app.Work.Task}/assign?unit={app.Division.Id}"),
        new("plans/tasks/{id:guid}/due-day", Audience.UnitHeadsAndIssuers, app => $"plans/tasks/{app.Work.Task}/due-day?occurrence={app.Work.Occurrence}"),
        new("plans/tasks/{id:guid}/follow", Audience.Issuers, app => $"plans/tasks/{app.Work.Task}/follow"),
        new("plans/tasks/{id:guid}/base", Audience.UnitHeadsAndIssuers, app => $"plans/tasks/{app.Work.Task}/base?unit={app.Division.Id}"),
        new("plans/tasks/{id:guid}/return", Audience.UnitHeadsAndIssuers, app => $"plans/tasks/{app.Work.Task}/return?update={app.Work.Update}"),
        new("plans/decisions", Audience.SignedIn),
        new("plans/decisions/{id:guid}", Audience.SignedIn, app => $"plans/decisions/{app.Work.Obstacle}"),
        new("plans/requests/new", Audience.Issuers, app => $"plans/requests/new?task={app.Work.Task}&unit={app.Division.Id}&kind=Explanation"),
        new("plans/requests/{id:guid}", Audience.SignedIn, app => $"plans/requests/{app.Work.Request}"),
        new("plans/tasks/{id:guid}/files/{fileId:guid}", Audience.SignedIn, app => $"plans/tasks/{app.Work.Task}/files/{app.Work.File}") { IsDownload = true },
    ];
}
