namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Surveys =>
    [
        new("surveys", Audience.SignedIn),
        new("surveys/add", Audience.Issuers),
        new("surveys/{id:guid}", Audience.SignedIn, app => $"surveys/{app.Surveys.Survey}"),
        new("surveys/{id:guid}/add-point", Audience.Issuers, app => $"surveys/{app.Surveys.Survey}/add-point"),
        new("surveys/{id:guid}/add-wave", Audience.Issuers, app => $"surveys/{app.Surveys.Survey}/add-wave"),
        new("surveys/points/{id:guid}", Audience.SignedIn, app => $"surveys/points/{app.Surveys.Point}"),
        new("surveys/waves/{id:guid}", Audience.SignedIn, Wave()),
        new("surveys/waves/{id:guid}/results", Audience.SignedIn, Wave("/results")),
        new("surveys/waves/{id:guid}/results.{format:regex(^(xlsx|docx|csv)$)}", Audience.SignedIn, Wave("/results.xlsx")) { IsDownload = true },
        new("surveys/waves/{id:guid}/codes", Audience.Issuers, Wave("/codes")),
        new("surveys/waves/{id:guid}/review", Audience.Issuers, Wave("/review")),
        new("surveys/waves/{id:guid}/back-check", Audience.Issuers, Wave("/back-check")),
        new("surveys/waves/{id:guid}/sample", Audience.Issuers, Wave("/sample")),
        new("surveys/waves/{id:guid}/sample/{sample:guid}", Audience.Issuers, app => $"surveys/waves/{app.Surveys.Wave}/sample/{app.Surveys.Sample}"),
        new("surveys/waves/{id:guid}/settings", Audience.Issuers, Wave("/settings")),
        new("surveys/waves/{id:guid}/paper", Audience.SurveyCollectors, Wave("/paper")),
        new("surveys/waves/{id:guid}/keying", Audience.SurveyCollectors, Wave("/keying")),
        new("surveys/interview/{id:guid}", Audience.SurveyCollectors, app => $"surveys/interview/{app.Surveys.Wave}"),
        new("surveys/outside", Audience.SignedIn),
        new("surveys/outside/add", Audience.FocalOfficials),
        new("surveys/outside/{id:guid}", Audience.SignedIn, Outside()),
        new("surveys/outside/{id:guid}/change", Audience.FocalOfficials, Outside("/change")),
        new("surveys/outside/{id:guid}/add-task", Audience.FocalOfficials, Outside("/add-task")),
        new("surveys/outside/{id:guid}/result", Audience.FocalOfficials, Outside("/result")),
        new("surveys/outside/tasks/{id:guid}", Audience.SignedIn, app => $"surveys/outside/tasks/{app.Surveys.Support}"),
        new("surveys/answer/{code}", Audience.Everyone, app => $"surveys/answer/{app.Surveys.Code}"),
        new("surveys/kiosk/{code}", Audience.Everyone, app => $"surveys/kiosk/{app.Surveys.Code}"),
    ];

    private static Func<WebApp, string> Wave(string rest = "") => app => $"surveys/waves/{app.Surveys.Wave}{rest}";

    private static Func<WebApp, string> Outside(string rest = "") => app => $"surveys/outside/{app.Surveys.Outside}{rest}";
}
