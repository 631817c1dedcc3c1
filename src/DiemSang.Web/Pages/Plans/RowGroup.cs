using DiemSang.Modules.Plans;

namespace DiemSang.Web.Pages.Plans;

/// <summary>Rows that follow each other under the same index and content, as the appendix prints them.</summary>
public sealed record RowGroup(string? IndexCode, string? ContentCode, string? Content, List<PlanRow> Rows)
{
    /// <summary>Groups in the order of the rows: a row that was moved away begins a group of its own.</summary>
    public static IEnumerable<RowGroup> Of(IEnumerable<PlanRow> rows)
    {
        RowGroup? group = null;
        foreach (var row in rows)
        {
            if (group is not null && (group.IndexCode, group.ContentCode, group.Content) != (row.IndexCode, row.ContentCode, row.Content))
            {
                yield return group;
                group = null;
            }

            group ??= new RowGroup(row.IndexCode, row.ContentCode, row.Content, []);
            group.Rows.Add(row);
        }

        if (group is not null)
        {
            yield return group;
        }
    }
}
