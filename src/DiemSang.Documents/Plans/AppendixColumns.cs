using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Plans;

/// <summary>Which column of an appendix table holds what, found from its header whatever the order and wording.</summary>
internal sealed partial class AppendixColumns
{
    private const int LongestHeaderCell = 70;
    private const int FewestRoles = 3;

    private readonly SortedDictionary<int, AppendixRole> _roles;

    private AppendixColumns(SortedDictionary<int, AppendixRole> roles, int count)
    {
        _roles = roles;
        Count = count;
    }

    /// <summary>Columns of the grid, merged ones counted fully.</summary>
    public int Count { get; }

    public bool Has(AppendixRole role) => _roles.ContainsValue(role);

    /// <summary>The columns a header row announces, or null when the row is not a header.</summary>
    public static AppendixColumns? Find(SourceRow row, IReadOnlyList<AppendixColumn> words)
    {
        if (!MayBeHeader(row))
        {
            return null;
        }

        var roles = RolesIn(row, words);
        var distinct = roles.Values.Distinct().ToList();
        var isHeader = distinct.Count >= FewestRoles
            && distinct.Any(role => role is AppendixRole.Leads or AppendixRole.Deadline or AppendixRole.Measures or AppendixRole.Cooperators)
            && distinct.Any(role => role is AppendixRole.Title or AppendixRole.Measures)
            && IsMostlyRecognised(row, roles.Count);
        return isHeader ? new AppendixColumns(WithTitle(roles), CountColumns(row)) : null;
    }

    /// <summary>A second header line under merged ones ("Cơ quan thực hiện" over "Chủ trì | Phối hợp") names its columns more exactly.</summary>
    public AppendixColumns WithSecondLine(SourceRow row, IReadOnlyList<AppendixColumn> words)
    {
        var roles = new SortedDictionary<int, AppendixRole>(_roles);
        foreach (var (column, role) in RolesIn(row, words))
        {
            roles[column] = role;
        }

        return new AppendixColumns(roles, Math.Max(Count, CountColumns(row)));
    }

    /// <summary>True for a line of short, recognised cells directly under the header; one alone ("Chỉ số PAPI") is a heading.</summary>
    public static bool IsSecondLine(SourceRow row, IReadOnlyList<AppendixColumn> words)
    {
        var roles = RolesIn(row, words);
        return roles.Count > 1 && roles.Count == row.Cells.Count(cell => cell.Text.Length > 0) && MayBeHeader(row);
    }

    /// <summary>True for the line "(1) (2) (3) …" under a header.</summary>
    public static bool IsNumbering(SourceRow row)
    {
        var filled = row.Cells.Where(cell => cell.Text.Length > 0).ToList();
        return filled.Count >= FewestRoles && filled.All(cell => ColumnNumber().IsMatch(cell.Text));
    }

    /// <summary>All cells of a role in a row, left to right.</summary>
    public IEnumerable<SourceCell> Cells(SourceRow row, AppendixRole role) => row.Cells.Where(cell => RoleOf(cell) == role);

    public AppendixRole? RoleOf(SourceCell cell) => _roles.TryGetValue(cell.Column, out var role) ? role : null;

    public static int CountColumns(SourceRow row) => row.Cells.Count == 0 ? 0 : row.Cells.Max(cell => cell.Column + cell.ColumnSpan);

    private static SortedDictionary<int, AppendixRole> RolesIn(SourceRow row, IReadOnlyList<AppendixColumn> words)
    {
        var roles = new SortedDictionary<int, AppendixRole>();
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length is > 0 and <= LongestHeaderCell && RoleOf(VietnameseText.Fold(cell.Text), words) is { } role)
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    roles[column] = role;
                }
            }
        }

        return roles;
    }

    private static AppendixRole? RoleOf(string folded, IReadOnlyList<AppendixColumn> words)
    {
        AppendixRole? best = null;
        var bestLength = 0;
        foreach (var column in words)
        {
            if (column.Exact.Contains(folded))
            {
                return column.Role;
            }

            foreach (var wording in column.Wordings)
            {
                if (wording.Length > bestLength && folded.Contains(wording, StringComparison.Ordinal))
                {
                    best = column.Role;
                    bestLength = wording.Length;
                }
            }
        }

        return best;
    }

    /// <summary>Short cells, no number in front, no bullets: spares the thousands of other rows a closer look.</summary>
    private static bool MayBeHeader(SourceRow row)
    {
        var filled = 0;
        foreach (var cell in row.Cells)
        {
            var text = cell.Text;
            if (text.Length > LongestHeaderCell || Bullets.IsBullet(text) || (filled == 0 && text.Length > 0 && char.IsDigit(text[0])))
            {
                return false;
            }

            filled += text.Length > 0 ? 1 : 0;
        }

        return filled > 0;
    }

    private static bool IsMostlyRecognised(SourceRow row, int recognised) => recognised * 2 >= row.Cells.Count(cell => cell.Text.Length > 0);

    /// <summary>Two columns of the same kind are title and measures; a lone measures column is read as the title, which may hold bullets.</summary>
    private static SortedDictionary<int, AppendixRole> WithTitle(SortedDictionary<int, AppendixRole> roles)
    {
        var titles = roles.Where(pair => pair.Value == AppendixRole.Title).Select(pair => pair.Key).ToList();
        var measures = roles.Where(pair => pair.Value == AppendixRole.Measures).Select(pair => pair.Key).ToList();
        if (titles.Count > 1 && measures.Count == 0)
        {
            roles[titles[^1]] = AppendixRole.Measures;
        }
        else if (titles.Count == 0 && measures.Count > 0)
        {
            roles[measures[0]] = AppendixRole.Title;
        }

        return roles;
    }

    [GeneratedRegex(@"^\(?(\d{1,2}|[A-H])\)?$")]
    private static partial Regex ColumnNumber();
}
