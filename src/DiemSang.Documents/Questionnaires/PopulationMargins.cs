using DiemSang.Core.Statistics;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Known population counts, read from a CSV with the columns variable, level, total.</summary>
public sealed class PopulationMargins
{
    private static readonly string[] Columns = ["variable", "level", "total"];

    private readonly List<(string Variable, string Level, double Total)> _lines;

    private PopulationMargins(List<(string Variable, string Level, double Total)> lines) => _lines = lines;

    /// <summary>Variables with a known distribution.</summary>
    public IEnumerable<string> Variables => _lines.Select(line => line.Variable).Distinct();

    /// <exception cref="SurveyDataException">A column is absent or a total is not a positive number.</exception>
    public static PopulationMargins ReadFile(string path)
    {
        return Of(Microdata.ReadFile(path, Columns), Path.GetFileName(path));
    }

    /// <summary>As <see cref="ReadFile"/>, from a text.</summary>
    public static PopulationMargins Read(TextReader source, string name) => Of(Microdata.Read(source, name, Columns), name);

    private static PopulationMargins Of(Microdata table, string name)
    {
        var totals = table["total"].CompleteNumbers();
        return totals.All(total => total > 0)
            ? new PopulationMargins([.. totals.Select((total, row) => (table["variable"].TextAt(row), table["level"].TextAt(row), total))])
            : throw new SurveyDataException($"Tệp {name}: cột \"total\" phải lớn hơn 0 ở mọi dòng.");
    }

    /// <summary>
    /// Post-stratification for one variable, raking for several. Respondents who left a variable blank keep their share of the weights: the known counts
    /// say nothing about them.
    /// </summary>
    /// <exception cref="SurveyDataException">The data hold a category without a known total, or the reverse.</exception>
    public SurveyDesign Calibrate(SurveyDesign design, Microdata data)
    {
        var margins = Variables.Select(variable => MarginOf(data[variable], design)).ToList();
        return design.With(margins is [var only] ? new PostStratification(design, only) : new Raking(design, margins));
    }

    private Margin MarginOf(MicrodataColumn column, SurveyDesign design)
    {
        var known = _lines.Where(line => line.Variable == column.Name).ToList();
        var unknown = column.Levels.FirstOrDefault(level => !MicrodataColumn.IsMissing(level) && !known.Exists(line => line.Level == level));
        if (unknown is not null)
        {
            throw new SurveyDataException($"Dữ liệu có nhóm \"{unknown}\" của \"{column.Name}\" mà tệp tổng thể không nêu số dân.");
        }

        var silent = SilentShare(column, design);
        var categories = known.ConvertAll(line => line.Level);
        var totals = known.ConvertAll(line => line.Total * (1 - silent));
        if (silent > 0)
        {
            categories.Add("");
            totals.Add(known.Sum(line => line.Total) * silent);
        }

        var categoryOfLevel = column.Levels.Select(level => categories.IndexOf(MicrodataColumn.IsMissing(level) ? "" : level)).ToArray();
        return new Margin(column.Name, categories, [.. totals], Array.ConvertAll(column.Codes, code => categoryOfLevel[code]));
    }

    /// <summary>Share of the weights, 0–1, of those who left the variable blank.</summary>
    private static double SilentShare(MicrodataColumn column, SurveyDesign design)
    {
        var (silent, all) = (0.0, 0.0);
        for (var row = 0; row < design.RowCount; row++)
        {
            all += design.Weights[row];
            silent += MicrodataColumn.IsMissing(column.TextAt(row)) ? design.Weights[row] : 0;
        }

        return silent / all;
    }
}
