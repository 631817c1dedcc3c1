using DiemSang.Core.Statistics;

namespace DiemSang.Documents.Questionnaires;

/// <summary>What to estimate from a data file, as written on the command line: a mean, a total or a ratio A/B of columns.</summary>
public sealed class SurveyVariable
{
    private readonly Func<Microdata, SurveyEstimator, IEnumerable<Part>> _parts;

    private SurveyVariable(string[] columns, Func<Microdata, SurveyEstimator, IEnumerable<Part>> parts) => (Columns, _parts) = (columns, parts);

    /// <summary>Columns needed from the file.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Mean of a number column; of a text column, the share of each text among those who gave one.</summary>
    public static SurveyVariable Mean(string column) =>
        new([column], (data, estimator) => Indicators(data[column]).Select(part => new Part(part.Name, rows => estimator.Mean(part.Values, rows))));

    /// <summary>Total of a number column; of a text column, how many gave each text.</summary>
    public static SurveyVariable Total(string column) =>
        new([column], (data, estimator) => Indicators(data[column]).Select(part => new Part(part.Name, rows => estimator.Total(part.Values, rows))));

    /// <summary>Ratio of two number columns, written A/B.</summary>
    /// <exception cref="SurveyDataException">Not of the form A/B.</exception>
    public static SurveyVariable Ratio(string text)
    {
        var sides = text.Split('/', StringSplitOptions.TrimEntries);
        if (sides.Length != 2 || sides.Contains(""))
        {
            throw new SurveyDataException($"--ratio cần dạng A/B, đang là \"{text}\".");
        }

        return new(sides, (data, estimator) =>
        {
            var (above, below) = (data[sides[0]].Numbers(), data[sides[1]].Numbers());
            return [new Part(text, rows => estimator.Ratio(above, below, rows))];
        });
    }

    /// <summary>The figures this variable gives: one, or one per text of a text column.</summary>
    public IEnumerable<Part> Parts(Microdata data, SurveyEstimator estimator) => _parts(data, estimator);

    private static IEnumerable<(string Name, double[] Values)> Indicators(MicrodataColumn column)
    {
        if (!column.IsText)
        {
            return [(column.Name, column.Numbers())];
        }

        var codes = column.Codes;
        var missing = column.Levels.Select(MicrodataColumn.IsMissing).ToArray();
        return Enumerable.Range(0, column.Levels.Count)
            .Where(level => !missing[level])
            .OrderBy(level => column.Levels[level], StringComparer.Ordinal)
            .Select(level => (
                $"{column.Name}={column.Levels[level]}",
                Array.ConvertAll(codes, code => missing[code] ? double.NaN : code == level ? 1.0 : 0.0)));
    }

    /// <summary>One figure and how to estimate it for a domain (null rows: everybody).</summary>
    public sealed record Part(string Name, Func<int[]?, Estimate> Estimate);
}
