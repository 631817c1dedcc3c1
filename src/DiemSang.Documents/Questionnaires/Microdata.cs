using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DiemSang.Core.Statistics;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Columns of a CSV file with a heading line, UTF-8; the separator (comma, semicolon, tab) is the one the heading uses.</summary>
public sealed class Microdata
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, MicrodataColumn> _columns;
    private readonly IReadOnlyList<string> _headings;

    private Microdata(IReadOnlyList<string> headings, Dictionary<string, MicrodataColumn> columns, int rowCount) =>
        (_headings, _columns, RowCount) = (headings, columns, rowCount);

    /// <summary>Data lines.</summary>
    public int RowCount { get; }

    /// <summary>All headings of the file, in its order.</summary>
    public IReadOnlyList<string> Headings => _headings;

    /// <summary>A column that was asked for.</summary>
    /// <exception cref="SurveyDataException">The file has no such column.</exception>
    public MicrodataColumn this[string name] => _columns.TryGetValue(name, out var column)
        ? column
        : throw new SurveyDataException($"Tệp không có cột \"{name}\"; các cột có: {string.Join(", ", _headings)}.");

    /// <summary>Reads the named columns, or all of them; the rest of a wide file costs no memory.</summary>
    /// <exception cref="SurveyDataException">The file is empty, a column is absent or double, or a line has too many or too few cells.</exception>
    public static Microdata Read(TextReader source, string fileName, IReadOnlyCollection<string>? names = null)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            BadDataFound = bad => throw new SurveyDataException($"Tệp {fileName}, dòng {bad.Context.Parser?.RawRow}: dấu ngoặc kép không đi thành cặp."),
        };
        using var parser = new CsvParser(source, configuration);
        var headings = ReadHeadings(parser, fileName);
        var wanted = (names ?? headings).Distinct()
            .Select(name => (Index: IndexOf(headings, name, fileName), Column: new MicrodataColumn(name))).ToList();
        var rows = 0;
        while (parser.Read())
        {
            CheckWidth(parser, headings.Count, fileName);
            wanted.ForEach(column => column.Column.Add(parser[column.Index]));
            rows++;
        }

        return rows > 0
            ? new Microdata(headings, wanted.ToDictionary(column => column.Column.Name, column => column.Column), rows)
            : throw new SurveyDataException($"Tệp {fileName} không có dòng dữ liệu nào.");
    }

    /// <summary>As <see cref="Read(TextReader, string, IReadOnlyCollection{string})"/>, from a file.</summary>
    public static Microdata ReadFile(string path, IReadOnlyCollection<string>? names = null)
    {
        using var reader = new StreamReader(path, StrictUtf8);
        try
        {
            return Read(reader, Path.GetFileName(path), names);
        }
        catch (DecoderFallbackException)
        {
            throw new SurveyDataException($"Tệp {Path.GetFileName(path)} không phải chữ UTF-8: trong Excel, lưu lại dạng “CSV UTF-8”.");
        }
    }

    private static List<string> ReadHeadings(CsvParser parser, string fileName)
    {
        if (!parser.Read())
        {
            throw new SurveyDataException($"Tệp {fileName} trống.");
        }

        var headings = (parser.Record ?? []).Select(heading => heading.Trim()).ToList();
        var twice = headings.GroupBy(heading => heading).FirstOrDefault(group => group.Key.Length > 0 && group.Count() > 1);
        return twice is null ? headings : throw new SurveyDataException($"Tệp {fileName} có hai cột cùng tên \"{twice.Key}\".");
    }

    private static int IndexOf(List<string> headings, string name, string fileName)
    {
        var index = headings.IndexOf(name);
        return index >= 0
            ? index
            : throw new SurveyDataException($"Tệp {fileName} không có cột \"{name}\"; các cột có: {string.Join(", ", headings)}.");
    }

    private static void CheckWidth(CsvParser parser, int expected, string fileName)
    {
        if (parser.Count != expected)
        {
            throw new SurveyDataException($"Tệp {fileName}, dòng {parser.RawRow}: có {parser.Count} ô, trong khi dòng tiêu đề có {expected}.");
        }

        // Cells are parsed when asked for. A quote left open swallows the rest of the file into the last cell of its line.
        _ = parser[expected - 1];
    }
}
