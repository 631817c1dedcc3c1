using System.Globalization;
using DiemSang.Core.Statistics;

namespace DiemSang.Documents.Questionnaires;

/// <summary>One column of a data file: the distinct texts found, and which of them each row holds.</summary>
public sealed class MicrodataColumn(string name)
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly Dictionary<string, int> _codes = [];
    private readonly List<string> _levels = [];
    private readonly List<int> _rows = [];

    public string Name { get; } = name;

    /// <summary>Distinct texts, in order of first appearance.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>Per row, an index into <see cref="Levels"/>.</summary>
    public int[] Codes => [.. _rows];

    /// <summary>True when every text present is a number.</summary>
    public bool IsNumeric => _levels.All(level => IsMissing(level) || TryNumber(level, out _));

    /// <summary>
    /// True when there are texts and none of them is a number. A slip of the pen among numbers, or decimal commas, must not turn a column into categories.
    /// </summary>
    public bool IsText => _levels.Exists(level => !IsMissing(level)) && !_levels.Exists(level => !IsMissing(level) && TryNumber(level.Replace(',', '.'), out _));

    /// <summary>The text of a row, as in the file.</summary>
    public string TextAt(int row) => _levels[_rows[row]];

    /// <summary>Empty, or NA as R writes it.</summary>
    public static bool IsMissing(string text) => text is "" or "NA";

    /// <summary>The column as numbers with a decimal point, NaN where missing.</summary>
    /// <exception cref="SurveyDataException">A text is not a number; the message names column and line.</exception>
    public double[] Numbers()
    {
        var values = new double[_levels.Count];
        for (var code = 0; code < values.Length; code++)
        {
            if (IsMissing(_levels[code]))
            {
                values[code] = double.NaN;
            }
            else if (!TryNumber(_levels[code], out values[code]))
            {
                throw new SurveyDataException($"Cột \"{Name}\", dòng {LineOf(code)}: \"{_levels[code]}\" không phải là số (viết dấu chấm thập phân).");
            }
        }

        return [.. _rows.Select(code => values[code])];
    }

    /// <summary>As <see cref="Numbers"/>, for a column that describes the sample and may have no gap.</summary>
    public double[] CompleteNumbers()
    {
        CheckComplete();
        return Numbers();
    }

    /// <summary>As <see cref="Codes"/>, for a column that describes the sample and may have no gap.</summary>
    public int[] CompleteCodes()
    {
        CheckComplete();
        return Codes;
    }

    /// <summary>Rows that hold each text, missing ones left out, ordered by number or else by text.</summary>
    public IEnumerable<(string Level, int[] Rows)> Groups()
    {
        var rows = _levels.Select(_ => new List<int>()).ToList();
        for (var row = 0; row < _rows.Count; row++)
        {
            rows[_rows[row]].Add(row);
        }

        var groups = _levels.Zip(rows, (level, members) => (level, members.ToArray())).Where(group => !IsMissing(group.level));
        return IsNumeric
            ? groups.OrderBy(group => double.Parse(group.level, CultureInfo.InvariantCulture))
            : groups.OrderBy(group => group.level, StringComparer.Ordinal);
    }

    internal void Add(string text)
    {
        var trimmed = text.Trim();
        if (!_codes.TryGetValue(trimmed, out var code))
        {
            _codes[trimmed] = code = _levels.Count;
            _levels.Add(trimmed);
        }

        _rows.Add(code);
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, Number, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private void CheckComplete()
    {
        var missing = _levels.FindIndex(IsMissing);
        if (missing >= 0)
        {
            throw new SurveyDataException($"Cột \"{Name}\", dòng {LineOf(missing)}: ô trống; cột mô tả mẫu phải có đủ giá trị.");
        }
    }

    /// <summary>Line in the file of the first row with this text: the heading is line 1.</summary>
    private int LineOf(int code) => _rows.IndexOf(code) + 2;
}
