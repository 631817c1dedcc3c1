using DiemSang.Modules.Scorecards;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>Addresses of the pages about criteria sets, rounds and sheets.</summary>
public static class ScorecardLinks
{
    public const string All = "/scorecards";
    public const string Sets = "/scorecards/sets";
    public const string AddSet = "/scorecards/sets/add";
    public const string AddRound = "/scorecards/rounds/add";
    public const string ImportResults = "/scorecards/results/import";

    public static string Set(Guid id) => $"/scorecards/sets/{id}";

    public static string Criterion(Guid set, string code) => $"/scorecards/sets/{set}/criterion?code={Uri.EscapeDataString(code)}";

    public static string Rule(Guid set, string code) => $"/scorecards/sets/{set}/rule?code={Uri.EscapeDataString(code)}";

    public static string Table(Guid set) => $"/scorecards/sets/{set}/table";

    public static string Head(Guid set) => $"/scorecards/sets/{set}/head";

    public static string Feeding(Guid set) => $"/scorecards/sets/{set}/feeding";

    public static string NewCriterion(Guid set, string? parent) => $"/scorecards/sets/{set}/criterion?parent={Uri.EscapeDataString(parent ?? "")}";

    public static string Round(Guid id) => ScorecardPaths.Round(id);

    public static string Queue(Guid round, string? code = null) => ScorecardPaths.Queue(round) + (code is null ? "" : $"?code={Uri.EscapeDataString(code)}");

    public static string Ranking(Guid round) => ScorecardPaths.Ranking(round);

    public static string Criteria(Guid round, string code) => $"{Round(round)}/criteria?Code={Uri.EscapeDataString(code)}";

    public static string Sheet(Guid round, Guid subject) => ScorecardPaths.Sheet(round, subject);

    public static string Self(Guid round, Guid subject, string code) => $"{Sheet(round, subject)}/self?code={Uri.EscapeDataString(code)}";

    public static string Explain(Guid round, Guid subject, string code) => $"{Sheet(round, subject)}/explain?code={Uri.EscapeDataString(code)}";

    public static string Appraise(Guid round, Guid subject, string code) => $"{Sheet(round, subject)}/appraise?code={Uri.EscapeDataString(code)}";

    public static string Gains(Guid round, Guid subject) => $"{Sheet(round, subject)}/gains";

    public static string Years(Guid round, Guid subject) => $"{Sheet(round, subject)}/years";

    public static string File(Guid round, Guid subject, Guid file) => $"{Sheet(round, subject)}/files/{file}";
}
