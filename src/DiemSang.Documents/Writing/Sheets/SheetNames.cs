using System.Globalization;

namespace DiemSang.Documents.Writing.Sheets;

/// <summary>Names Excel accepts: at most 31 characters, none of []:*?/\, not empty, each once.</summary>
internal static class SheetNames
{
    private const int Longest = 31;

    public static IReadOnlyList<string> For(IReadOnlyList<XlsxSheet> sheets)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. sheets.Select(sheet => Unique(Clean(sheet.Name), taken))];
    }

    private static string Clean(string name)
    {
        var clean = string.Concat(PrintableText.Of(name).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\n' or '\t' ? ' ' : c)).Trim().Trim('\'');
        return clean.Length == 0 ? "Bảng" : Shorten(clean, Longest);
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var candidate = name;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            candidate = Shorten(name, Longest - suffix.Length) + suffix;
        }

        return candidate;
    }

    private static string Shorten(string name, int length) => name.Length <= length ? name : name[..length].TrimEnd();
}
