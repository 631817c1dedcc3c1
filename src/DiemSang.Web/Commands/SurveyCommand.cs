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
        CustomParser = result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            {
                result.AddError($"Unrecognized option '{option.Value}' after {name}.");
            }

            return [.. result.Tokens.SelectMany(token => token.Value.Split(',', Separation))];
        },
        DefaultValueFactory = _ => [],
    };

    /// <summary>An option that takes one of the words of an enumeration, in lower case.</summary>
    internal static Option<T> Choice<T>(string name, string description) where T : struct, Enum => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            var words = Enum.GetNames<T>().Select(known => known.ToLowerInvariant()).ToList();
            if (words.Contains(word.ToLowerInvariant()))
            {
                return Enum.Parse<T>(word, ignoreCase: true);
            }

            result.AddError($"{name} '{word}' is not one of: {string.Join(", ", words)}.");
            return default;
        },
    };
}
