using System.CommandLine;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang papi score</c>: dimensions, totals, ranks and quartile groups of a CSV of PAPI scores or indicators.</summary>
public static class PapiCommand
{
    private const string Above = "above";
    private const string AtOrAbove = "at-or-above";

    private static readonly Option<string> Data = new("--data") { Description = "CSV (docs/surveys.md): columns SC11 or S1.1 or D1 per place, or one line per indicator.", Required = true };
    private static readonly Option<string> Boundary = new("--boundary") { Description = $"Side of a score equal to a quartile: {Above} (2023) or {AtOrAbove} (2020).", DefaultValueFactory = _ => Above };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Write JSON." };

    public static Command Build()
    {
        Boundary.AcceptOnlyFromAmong(Above, AtOrAbove);
        var score = new Command("score", "Add up PAPI sub-dimensions, rank places and form quartile groups.") { Data, Boundary, AsJson };
        score.SetAction(result => CommandOutput.Guard(result, output => Run(result, output)));
        return new Command("papi", "Work with PAPI scores.") { score };
    }

    private static void Run(ParseResult options, TextWriter output)
    {
        var scores = PapiScores.Of(PapiCsv.Read(options.GetValue(Data)!), options.GetValue(Boundary) == AtOrAbove);
        if (options.GetValue(AsJson))
        {
            CommandOutput.WriteJson(output, scores.Select(Row));
            return;
        }

        foreach (var score in scores.OrderBy(score => score.Rank ?? int.MaxValue))
        {
            output.WriteLine(FormattableString.Invariant($"{score.Rank,4} {score.Name,-24}{score.Total,10:F4}  {score.Group}"));
        }
    }

    private static PapiRow Row(PapiScore score) => new(
        score.Code, score.Name, Named(score.Dimensions), score.Total, score.Rank, score.Group, Named(score.DimensionGroups));

    private static Dictionary<string, T> Named<T>(IReadOnlyDictionary<string, T> byDimension) =>
        byDimension.ToDictionary(dimension => $"D{dimension.Key}", dimension => dimension.Value);

    /// <summary>One line of the answer; the names are the JSON's.</summary>
    private sealed record PapiRow(
        string Code, string Province, Dictionary<string, decimal?> Dimensions, decimal? Total, int? Rank, string? Group, Dictionary<string, string?> DimensionGroups);
}
