using DiemSang.Core.Statistics;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Known population counts, read from a CSV with the columns variable, level, total.</summary>
public sealed class PopulationMargins
{
    private readonly List<(string Variable, string Level, double Total)> _lines;

    private PopulationMargins(List<(string Variable, string Level, double Total)> lines) => _lines = lines;

    /// <summary>Variables with a known distribution.</summary>
    public IEnumerable<string> Variables => _lines.Select(line => line.Variable).Distinct();

    /// <exception cref="SurveyDataException">A column is absent or a total is not a positive number.</exception>
    public static PopulationMargins ReadFile(string path)
    {
        var file = Microdata.ReadFile(path, ["variable", "level", "total"]);
        var totals = file["total"].CompleteNumbers();
        var lines = totals.Select((total, row) => (file["variable"].TextAt(row), file["level"].TextAt(row), total)).ToList();
        return totals.All(total => total > 0)
            ? new PopulationMargins(lines)
            : throw new SurveyDataException($"Tệp {Path.GetFileName(path)}: cột \"total\" phải lớn hơn 0 ở mọi dòng.");
    }

    /// <summary>Post-stratification for one variable, raking for several.</summary>
    /// <exception cref="SurveyDataException">The data hold a category without a known total, or the reverse.</exception>
    public SurveyDesign Calibrate(SurveyDesign design, Microdata data)
    {
        var margins = Variables.Select(variable => Margin(data[variable])).ToList();
        return design.With(margins is [var only] ? new PostStratification(design, only) : new Raking(design, margins));
    }

    private Margin Margin(MicrodataColumn column)
    {
        var known = _lines.Where(line => line.Variable == column.Name).ToList();
        var categories = known.ConvertAll(line => line.Level);
        var categoryOfLevel = column.Levels.Select(level => categories.IndexOf(level)).ToArray();
        var unknown = Array.IndexOf(categoryOfLevel, -1);
        return unknown < 0
            ? new Margin(column.Name, categories, [.. known.Select(line => line.Total)], Array.ConvertAll(column.Codes, code => categoryOfLevel[code]))
            : throw new SurveyDataException($"Dữ liệu có nhóm \"{column.Levels[unknown]}\" của \"{column.Name}\" mà tệp tổng thể không nêu số dân.");
    }
}
