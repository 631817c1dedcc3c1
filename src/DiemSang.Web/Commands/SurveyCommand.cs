using System.CommandLine;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang survey …</c>: drawing samples and computing what answers are worth, without a database.</summary>
public static class SurveyCommand
{
    private const StringSplitOptions Separation = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public static Command Build() => new("survey", "Draw samples and estimate from survey data.")
    {
        SurveyEstimateCommand.Build(),
        SurveySampleCommand.Build(),
    };

    /// <summary>An option that takes several columns: <c>--mean a,b</c> or <c>--mean a b</c>.</summary>
    internal static Option<string[]> Columns(string name, string description) => new(name)
    {
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', Separation))],
        DefaultValueFactory = _ => [],
    };
}
