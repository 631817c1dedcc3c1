namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Scorecards =>
    [
        new("scorecards", Audience.SignedIn),
        new("scorecards/results/import", Audience.Issuers),
        new("scorecards/sets", Audience.SignedIn),
        new("scorecards/sets/add", Audience.Issuers),
        new("scorecards/sets/{id:guid}", Audience.SignedIn, app => $"scorecards/sets/{app.Scorecards.Draft}"),
        new("scorecards/sets/{id:guid}/feeding", Audience.SignedIn, app => $"scorecards/sets/{app.Scorecards.Fed}/feeding"),
        new("scorecards/sets/{id:guid}/clone", Audience.Issuers, app => $"scorecards/sets/{app.Scorecards.Draft}/clone"),
        new("scorecards/sets/{id:guid}/maxima", Audience.Issuers, app => $"scorecards/sets/{app.Scorecards.Draft}/maxima"),
        new("scorecards/sets/{id:guid}/head", Audience.Issuers, app => $"scorecards/sets/{app.Scorecards.Draft}/head"),
        new("scorecards/sets/{id:guid}/rule", Audience.Issuers, app => $"scorecards/sets/{app.Scorecards.Draft}/rule?code=1.2"),
        new("scorecards/sets/{id:guid}/table", Audience.Issuers, app => $"scorecards/sets/{app.Scorecards.Draft}/table"),
        new("scorecards/sets/{id:guid}/criterion", Audience.Issuers, app => $"scorecards/sets/{app.Scorecards.Draft}/criterion?code=1.2"),
        new("scorecards/rounds/add", Audience.Issuers),
        new("scorecards/rounds/{id:guid}", Audience.SignedIn, Round()),
        new("scorecards/rounds/{id:guid}/dates", Audience.Issuers, Round("/dates")),
        new("scorecards/rounds/{id:guid}/figures", Audience.Issuers, Round("/figures")),
        new("scorecards/rounds/{id:guid}/agencies", Audience.Issuers, Round("/agencies")),
        new("scorecards/rounds/{id:guid}/publish", Audience.Issuers, Round("/publish")),
        new("scorecards/rounds/{id:guid}/units/{subject:guid}", Audience.Issuers, app => $"scorecards/rounds/{app.Scorecards.Round}/units/{app.Ward.Id}"),
        new("scorecards/rounds/{id:guid}/queue", Audience.SignedIn, Round("/queue?code=1.2")),
        new("scorecards/rounds/{id:guid}/ranking", Audience.SignedIn, Round("/ranking")),
        new("scorecards/rounds/{id:guid}/criteria", Audience.SignedIn, Round("/criteria")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}", Audience.SignedIn, ScoreSheet()),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/self", Audience.SignedIn, ScoreSheet("/self?code=1.2")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/explain", Audience.SignedIn, ScoreSheet("/explain?code=1.2")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/appraise", Audience.SignedIn, ScoreSheet("/appraise?code=1.2")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/gains", Audience.SignedIn, ScoreSheet("/gains?full=1.2")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/gains/task", Audience.PlanEditors, ScoreSheet("/gains/task?code=1.2")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/duties", Audience.FocalOfficials, ScoreSheet("/duties")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/years", Audience.SignedIn, ScoreSheet("/years")),
        new("scorecards/rounds/{id:guid}/sheets/{subject:guid}/files/{fileId:guid}", Audience.SignedIn, app => $"scorecards/rounds/{app.Scorecards.Round}/sheets/{app.Ward.Id}/files/{app.Scorecards.File}") { IsDownload = true },
    ];

    private static Func<WebApp, string> Round(string rest = "") => app => $"scorecards/rounds/{app.Scorecards.Round}{rest}";

    private static Func<WebApp, string> ScoreSheet(string rest = "") => app => $"scorecards/rounds/{app.Scorecards.Round}/sheets/{app.Ward.Id}{rest}";
}
