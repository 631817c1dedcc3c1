using System.Text.RegularExpressions;

namespace DiemSang.Documents.Criteria;

/// <summary>Finds the parent of a row from its printed number, in the ways criteria tables are numbered: I → 1 → 1.1 → 1.1.1 → a.</summary>
internal static partial class CriterionCode
{
    private const int Letter = 9;

    /// <summary>"1.1." and "a)" without their closing mark; empty for a dash or another list mark.</summary>
    public static string Clean(string code) => code.Any(char.IsLetterOrDigit) ? code.Trim().TrimEnd('.', ')', ':').Trim() : "";

    /// <summary>Whether <paramref name="code"/> stands below <paramref name="above"/>.</summary>
    public static bool IsBelow(string code, string above)
    {
        if (code.StartsWith(above + ".", StringComparison.Ordinal))
        {
            return true;
        }

        return Depth(code) > Depth(above) && !(IsDotted(code) && IsNumbered(above));
    }

    /// <summary>Capital letters and Roman numerals 0, "1" 1, "1.1" 2, "1.1.1" 3, small letters last.</summary>
    private static int Depth(string code) =>
        IsNumbered(code) ? 1 + code.Count(c => c == '.') : SmallLetter().IsMatch(code) ? Letter : code.Count(c => c == '.');

    private static bool IsNumbered(string code) => code.Length > 0 && char.IsAsciiDigit(code[0]);

    private static bool IsDotted(string code) => IsNumbered(code) && code.Contains('.');

    [GeneratedRegex(@"^\p{Ll}\d*$", RegexOptions.CultureInvariant)]
    private static partial Regex SmallLetter();
}
