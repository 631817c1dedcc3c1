namespace DiemSang.Core.Statistics.Disclosure;

/// <summary>
/// Which figures may not be shown: those on fewer respondents than the smallest group allowed, and as many more as it takes that nobody can
/// get them back by subtraction. Every row and column adds up to its total, so a hidden cell is safe exactly when it lies on a closed path of
/// hidden cells; otherwise it can be computed (Gusfield 1988, doi:10.1137/0217034). Cells nobody is in are shown: they reveal nobody.
/// </summary>
public static class SmallGroups
{
    /// <summary>
    /// People; groups below this are never shown. No Vietnamese rule sets a number. Five is our floor, fixed here and not a setting: whoever could
    /// lower it could read single answers.
    /// </summary>
    public const int Smallest = 5;

    /// <summary>For a cross table: true for each cell, totals included, that must stay hidden.</summary>
    public static bool[,] Hidden(CountTable table, int smallest = Smallest)
    {
        var hidden = new HiddenCells(table, smallest);
        hidden.HideSmall();
        while (hidden.CoverOneMore())
        {
            // One at a time: each may already cover the next.
        }

        return hidden.ToArray();
    }

    /// <summary>For a list of groups under one total that is shown: true for each group that must stay hidden.</summary>
    public static bool[] Hidden(IReadOnlyList<int> groups, int smallest = Smallest)
    {
        var hidden = groups.Select(count => count > 0 && count < smallest).ToArray();
        var spare = new Queue<int>(Enumerable.Range(0, groups.Count).Where(group => groups[group] >= smallest).OrderBy(group => groups[group]));
        while (IsExposed(groups, hidden, smallest) && spare.TryDequeue(out var more))
        {
            hidden[more] = true;
        }

        return hidden;
    }

    private static bool IsExposed(IReadOnlyList<int> groups, bool[] hidden, int smallest)
    {
        var count = hidden.Count(isHidden => isHidden);
        return count == 1 || (count > 1 && groups.Where((_, group) => hidden[group]).Sum() < smallest);
    }
}
