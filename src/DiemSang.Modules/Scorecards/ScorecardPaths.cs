namespace DiemSang.Modules.Scorecards;

/// <summary>Where notices lead. The pages are in the web project; notices are written without it.</summary>
public static class ScorecardPaths
{
    public static string Round(Guid id) => $"/scorecards/rounds/{id}";

    public static string Queue(Guid round) => $"{Round(round)}/queue";

    public static string Ranking(Guid round) => $"{Round(round)}/ranking";

    public static string Sheet(Guid round, Guid subject) => $"{Round(round)}/sheets/{subject}";
}
