using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;

namespace DiemSang.Documents.Questionnaires;

/// <summary>
/// PAPI scores from CSV, one line per place with columns of sub-dimensions (SC11, S1.1 or 1.1) or dimensions (D1), or one line per indicator
/// with the columns province, subdimension, value, min, max (min above max for a harmful indicator). Empty, NA and 0 mean "not published".
/// </summary>
public static partial class PapiCsv
{
    private static readonly string[] IndicatorColumns = ["subdimension", "value", "min", "max"];
    private static readonly string[] NameColumns = ["province", "tỉnh", "unit", "name"];
    private static readonly string[] CodeColumns = ["code", "mã"];

    /// <exception cref="SurveyDataException">No column of scores, a score that is no number or outside 0–10, or a double place.</exception>
    public static IReadOnlyList<PapiInput> Read(string path)
    {
        var data = Microdata.ReadFile(path);
        var places = IndicatorColumns.All(data.Headings.Contains) ? ReadIndicators(data) : ReadScores(data);
        var twice = places.GroupBy(place => place.Code).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? places : throw new SurveyDataException($"\"{twice.Key}\" có hai dòng trong {Path.GetFileName(path)}.");
    }

    private static List<PapiInput> ReadScores(Microdata data)
    {
        var columns = data.Headings.Select(heading => (Heading: heading, Match: ScoreHeading().Match(heading))).Where(column => column.Match.Success)
            .Select(column => (column.Heading, Dimension: column.Match.Groups["d"].Value, Code: CodeOf(column.Match))).ToList();
        if (columns.Count == 0)
        {
            throw new SurveyDataException("Không thấy cột điểm nào: cần các cột nội dung thành phần (SC11, S1.1) hoặc trục nội dung (D1).");
        }

        var places = Enumerable.Range(0, data.RowCount);
        return
        [
            .. places.Select(row => new PapiInput(Code(data, row), Name(data, row), columns.GroupBy(column => column.Dimension)
                .ToDictionary(group => group.Key, group => (IReadOnlyDictionary<string, decimal?>)group
                    .ToDictionary(column => column.Code, column => Score(data, column.Heading, row))))),
        ];
    }

    private static List<PapiInput> ReadIndicators(Microdata data)
    {
        var subDimensions = data["subdimension"].Levels.Select(Normalised).Distinct().ToLookup(PapiIndicator.DimensionOf);
        return
        [
            .. Enumerable.Range(0, data.RowCount).GroupBy(row => Code(data, row)).Select(place => new PapiInput(
                place.Key,
                Name(data, place.First()),
                subDimensions.ToDictionary(dimension => dimension.Key, dimension => SubDimensions(data, [.. dimension], [.. place])))),
        ];
    }

    private static IReadOnlyDictionary<string, decimal?> SubDimensions(Microdata data, IReadOnlyList<string> subDimensions, IReadOnlyList<int> rows)
    {
        var bySub = rows.ToLookup(row => Normalised(data["subdimension"].TextAt(row)));
        return subDimensions.ToDictionary(sub => sub, sub => SubDimension(data, [.. bySub[sub]], subDimensions.Count));
    }

    /// <summary>Mean of the rescaled indicators; null when one is missing.</summary>
    private static decimal? SubDimension(Microdata data, IReadOnlyList<int> rows, int components)
    {
        var scores = rows.Select(row => Indicator(data, row, components)).ToList();
        return scores.Count > 0 && scores.TrueForAll(score => score is not null) ? scores.Sum() / scores.Count : null;
    }

    private static decimal? Indicator(Microdata data, int row, int components)
    {
        if (MicrodataColumn.IsMissing(data["value"].TextAt(row)))
        {
            return null;
        }

        var (value, worst, best) = (Number(data, "value", row), Number(data, "min", row), Number(data, "max", row));
        var inside = worst < best ? value >= worst && value <= best : value <= worst && value >= best && worst != best;
        return inside
            ? PapiScale.Rescale(value, worst, best, components)
            : throw new SurveyDataException(FormattableString.Invariant(
                $"Dòng {row + 2}: giá trị {value} nằm ngoài khoảng lý thuyết {worst} đến {best}."));
    }

    private static decimal? Score(Microdata data, string heading, int row)
    {
        if (MicrodataColumn.IsMissing(data[heading].TextAt(row)))
        {
            return null;
        }

        var score = Number(data, heading, row);
        return score is >= 0 and <= 10
            ? (score == 0 ? null : score)
            : throw new SurveyDataException(FormattableString.Invariant($"Cột \"{heading}\", dòng {row + 2}: điểm {score} nằm ngoài 0–10."));
    }

    private static decimal Number(Microdata data, string heading, int row)
    {
        var text = data[heading].TextAt(row);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SurveyDataException($"Cột \"{heading}\", dòng {row + 2}: \"{text}\" không phải là số (viết dấu chấm thập phân).");
    }

    private static string Code(Microdata data, int row) => TextOf(data, CodeColumns, row) ?? Name(data, row);

    private static string Name(Microdata data, int row) =>
        TextOf(data, NameColumns, row) ?? TextOf(data, CodeColumns, row)
        ?? throw new SurveyDataException("Không thấy cột tên tỉnh (province) hoặc mã (code).");

    private static string? TextOf(Microdata data, string[] names, int row)
    {
        var heading = data.Headings.FirstOrDefault(heading => names.Contains(heading.ToLowerInvariant()));
        return heading is null ? null : data[heading].TextAt(row);
    }

    private static string Normalised(string subDimension) => ScoreHeading().Match(subDimension) is { Success: true } match
        ? CodeOf(match)
        : throw new SurveyDataException($"\"{subDimension}\" không phải mã nội dung thành phần như 1.1.");

    private static string CodeOf(Match match) =>
        match.Groups["s"].Success ? $"{match.Groups["d"].Value}.{match.Groups["s"].Value}" : match.Groups["d"].Value;

    [GeneratedRegex(@"^(?:SC(?<d>[1-8])(?<s>\d)|S?(?<d>[1-8])\.(?<s>\d)|D(?<d>[1-8]))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScoreHeading();
}
