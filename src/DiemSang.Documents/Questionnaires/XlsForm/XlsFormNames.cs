using System.Text.RegularExpressions;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>
/// Names here have no dots or dashes, and rows of a table carry the table's name: conditions that use an old name are told the new one.
/// </summary>
internal sealed partial class XlsFormNames
{
    private readonly Dictionary<string, string> _renamed = [];

    /// <summary>Letters, digits and underscores, a letter first: Kobo makes “_1st_choice” of “1st choice”.</summary>
    public static string Code(string name)
    {
        var code = UnusablePattern().Replace(name, "_");
        return code.Length > 0 && !char.IsAsciiLetter(code[0]) ? $"c{(code[0] == '_' ? "" : "_")}{code}" : code;
    }

    public string Renamed(string name)
    {
        var code = Code(name);
        Rename(name, code);
        return code;
    }

    public void Rename(string name, string code)
    {
        if (name != code)
        {
            _renamed[name] = code;
        }
    }

    /// <summary>The row's condition in today's names; null when it has none.</summary>
    public Condition? ConditionOf(XlsFormRow row)
    {
        if (row["relevant"] is not { Length: > 0 } text)
        {
            return null;
        }

        var renamed = ReferencePattern().Replace(text, match => $"${{{Today(match.Groups[1].Value)}}}");
        return Condition.TryParse(renamed, out var problem) ?? throw At(row, problem!);
    }

    public static UnreadableDocumentException At(XlsFormRow row, string message) => new($"Trang survey, dòng {row.Number}: {message}");

    /// <summary>A name may have changed twice: a dash replaced, then put into a table.</summary>
    private string Today(string name)
    {
        var once = _renamed.GetValueOrDefault(name, name);
        return _renamed.GetValueOrDefault(once, once);
    }

    [GeneratedRegex(@"\$\{\s*([^}]+?)\s*\}", RegexOptions.CultureInvariant)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex("[^A-Za-z0-9_]", RegexOptions.CultureInvariant)]
    private static partial Regex UnusablePattern();
}
