namespace DiemSang.Core.Statistics.Sampling;

/// <summary>How units are picked within a stratum or a bigger unit.</summary>
public enum SelectionMethod
{
    /// <summary>Simple random: the units with the smallest numbers.</summary>
    Random,

    /// <summary>Every N/n-th unit of the list from a random start: spreads the sample over the list's order.</summary>
    Systematic,

    /// <summary>Systematic over the cumulated sizes: chance in proportion to size; units bigger than the step are certain (Madow 1949).</summary>
    Pps,
}

/// <summary>A picked unit.</summary>
/// <param name="Index">Position in the list.</param>
/// <param name="Probability">Chance to be picked, above 0 to 1; for a reserve, the mean chance of those it may replace.</param>
/// <param name="IsReserve">True when it waits to replace a unit that cannot be asked, in the order given.</param>
internal readonly record struct Pick(int Index, double Probability, bool IsReserve);

/// <summary>Picks units from one list; <paramref name="scope"/> names the list in the keys of its random numbers.</summary>
internal sealed class Selection(SeededNumbers numbers, string scope, IReadOnlyList<string> ids, IReadOnlyList<double> sizes)
{
    public List<Pick> Draw(SelectionMethod method, int take, int reserve)
    {
        take = Math.Min(take, ids.Count);
        var picks = method switch
        {
            SelectionMethod.Random => ByNumber().Take(take).Select(index => new Pick(index, (double)take / ids.Count, IsReserve: false)).ToList(),
            SelectionMethod.Systematic => Systematic([.. Enumerable.Range(0, ids.Count)], _ => 1, take),
            _ => ProportionalToSize(take),
        };
        var picked = picks.Select(pick => pick.Index).ToHashSet();
        var replacements = ByNumber().Where(index => !picked.Contains(index)).Take(reserve);
        var chance = picks.Count > 0 ? picks.Average(pick => pick.Probability) : 1;
        return [.. picks, .. replacements.Select(index => new Pick(index, chance, IsReserve: true))];
    }

    private IEnumerable<int> ByNumber() =>
        Enumerable.Range(0, ids.Count).OrderBy(index => numbers.For($"{scope}|{ids[index]}")).ThenBy(index => ids[index], StringComparer.Ordinal);

    private List<Pick> ProportionalToSize(int take)
    {
        var open = Enumerable.Range(0, ids.Count).Where(index => sizes[index] > 0).ToList();
        var picks = new List<Pick>();
        while (picks.Count < take && open.Count > 0)
        {
            var step = open.Sum(index => sizes[index]) / (take - picks.Count);
            var certain = open.Where(index => sizes[index] >= step).ToHashSet();
            if (certain.Count == 0)
            {
                break;
            }

            picks.AddRange(certain.Select(index => new Pick(index, 1, IsReserve: false)));
            open.RemoveAll(certain.Contains);
        }

        return [.. picks, .. Systematic(open, index => sizes[index], Math.Min(take - picks.Count, open.Count))];
    }

    /// <summary>The units on which start + k·step falls when their sizes are laid end to end.</summary>
    private List<Pick> Systematic(List<int> list, Func<int, double> size, int take)
    {
        var picks = new List<Pick>();
        var step = list.Sum(size) / take;
        var start = numbers.For($"{scope}|start") * step;
        var end = 0.0;
        foreach (var index in list)
        {
            end += size(index);
            if (picks.Count < take && start + (picks.Count * step) < end)
            {
                picks.Add(new Pick(index, size(index) / step, IsReserve: false));
            }
        }

        return picks;
    }
}
