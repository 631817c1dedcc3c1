using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>
/// Which row of a corrected document is which row of the plan. A title under the same index is a surer sign than a number, because a
/// row put in between moves every number below it; what no title tells, the number (index, content, row) tells.
/// </summary>
internal static class RowMatching
{
    /// <returns>For each new row the plan's row it is, or null; no row is given twice.</returns>
    public static PlanRow?[] Match(IReadOnlyList<PlanRow> before, IReadOnlyList<PlanDraftRow> after)
    {
        var matches = new PlanRow?[after.Count];
        var free = before.ToList();
        Pass(matches, free, after, row => (row.IndexCode, row.ContentCode, row.Code, VietnameseText.Fold(row.Title)), row => (row.Index, row.ContentCode, row.Code, VietnameseText.Fold(row.Title)));
        Pass(matches, free, after, row => (row.IndexCode, VietnameseText.Fold(row.Title)), row => (row.Index, VietnameseText.Fold(row.Title)));
        Pass(
            matches, free.Where(row => row.Code is not null).ToList(), after,
            row => (row.IndexCode, row.ContentCode, row.Code), row => (row.Index, row.ContentCode, row.Code));
        return matches;
    }

    /// <summary>Pairs what is still free by a key; rows with the same key are paired in their order.</summary>
    private static void Pass<TKey>(
        PlanRow?[] matches, List<PlanRow> free, IReadOnlyList<PlanDraftRow> after, Func<PlanRow, TKey> keyBefore, Func<PlanDraftRow, TKey> keyAfter)
        where TKey : notnull
    {
        var waiting = free.GroupBy(keyBefore).ToDictionary(group => group.Key, group => new Queue<PlanRow>(group));
        for (var number = 0; number < after.Count; number++)
        {
            if (matches[number] is null && waiting.TryGetValue(keyAfter(after[number]), out var rows) && rows.TryDequeue(out var row))
            {
                matches[number] = row;
                free.Remove(row);
            }
        }
    }
}
