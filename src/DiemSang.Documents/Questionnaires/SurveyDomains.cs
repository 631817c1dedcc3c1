namespace DiemSang.Documents.Questionnaires;

/// <summary>Parts of the respondents to estimate for: everybody, or each value (or combination of values) of some columns.</summary>
public static class SurveyDomains
{
    /// <summary>Name and rows of each domain; without columns one nameless domain whose rows are null, meaning everybody.</summary>
    public static List<(string? Name, int[]? Rows)> Of(Microdata data, IReadOnlyList<string> columns)
    {
        List<(string? Name, int[]? Rows)> domains = [(null, null)];
        foreach (var groups in columns.Select(column => data[column].Groups().ToList()))
        {
            domains = [.. domains.SelectMany(domain => groups.Select(group => Cross(domain, group))).Where(domain => domain.Rows is not { Length: 0 })];
        }

        return domains;
    }

    private static (string? Name, int[]? Rows) Cross((string? Name, int[]? Rows) domain, (string Level, int[] Rows) group) =>
        domain.Rows is null
            ? (group.Level, group.Rows)
            : ($"{domain.Name} × {group.Level}", [.. domain.Rows.Intersect(group.Rows)]);
}
