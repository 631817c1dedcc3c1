using System.Text.RegularExpressions;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Reading.Sheets;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>A sheet whose first row names its columns.</summary>
internal sealed class XlsFormSheet
{
    public XlsFormSheet(IReadOnlyList<SheetRow> rows)
    {
        var headings = rows.Count == 0 ? [] : Cells(rows[0]);
        Headings = [.. headings.Values.Select(Normalised)];
        Rows =
        [
            .. rows.Skip(1).Select(row => new XlsFormRow(row.Number + 1, Cells(row)
                .Where(cell => headings.ContainsKey(cell.Key))
                .GroupBy(cell => Normalised(headings[cell.Key]))
                .ToDictionary(cell => cell.Key, cell => cell.First().Value))),
        ];
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<XlsFormRow> Rows { get; }

    private static Dictionary<int, string> Cells(SheetRow row) =>
        row.Cells.GroupBy(cell => cell.Column).ToDictionary(cell => cell.Key, cell => string.Join('\n', cell.First().Lines).Trim());

    /// <summary>"list name" and "list_name" are both in use, and so are capitals.</summary>
    private static string Normalised(string heading) => heading.Trim().ToLowerInvariant().Replace("list name", "list_name", StringComparison.Ordinal);
}

/// <summary>A row, with its number in the sheet from 1.</summary>
internal sealed partial record XlsFormRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>Kobo leaves the name to be made from the label, and keeps what it made beside it.</summary>
    public string Name => this["name"] is { Length: > 0 } name ? name : this["$autoname"] is { Length: > 0 } made ? made : this["$autovalue"];

    public bool IsYes(string column) => this[column].ToLowerInvariant() is "yes" or "true" or "true()" or "1" or "có" or "co";

    /// <summary>A text column in a language that questionnaires have here.</summary>
    public static bool IsKept(string column) => TextColumn().Match(column) is { Success: true } text && LanguageOf(text.Groups["language"].Value) is "" or "vi" or "en";

    /// <summary>A text in the languages given: <c>label</c>, <c>label::Tiếng Việt (vi)</c>, <c>label::English (en)</c>.</summary>
    public LocalText? Text(string column)
    {
        var languages = Cells.Where(cell => cell.Value.Length > 0).Select(cell => (Match: TextColumn().Match(cell.Key), cell.Value))
            .Where(cell => cell.Match.Success && cell.Match.Groups["column"].Value == column)
            .Select(cell => (Language: LanguageOf(cell.Match.Groups["language"].Value), cell.Value)).ToList();
        var english = languages.Find(text => text.Language == "en").Value;
        var vietnamese = languages.Find(text => text.Language == "vi").Value ?? languages.Find(text => text.Language == "").Value;
        return vietnamese is not null ? new LocalText(vietnamese, english) : languages.Count > 0 ? new LocalText(languages[0].Value) : null;
    }

    private static string LanguageOf(string name) => name.Trim() switch
    {
        "" or "default" => "",
        "en" or "english" => "en",
        "vi" or "vietnamese" or "tiếng việt" => "vi",
        var other => other.EndsWith("(vi)", StringComparison.Ordinal) ? "vi" : other.EndsWith("(en)", StringComparison.Ordinal) ? "en" : other,
    };

    [GeneratedRegex("^(?<column>label|hint)(?:::?(?<language>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex TextColumn();
}
