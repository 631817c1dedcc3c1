using System.Text.RegularExpressions;

namespace DiemSang.Documents.Plans;

/// <summary>What a section is for, told from its headings.</summary>
internal static partial class SectionTitles
{
    public static bool IsTargets(SectionPart section) => section.Headings.Any(heading => Targets().IsMatch(heading.Folded));

    [GeneratedRegex(@"\bmuc tieu\b|\bchi tieu\b|\bmuc dich\b")]
    private static partial Regex Targets();
}
