namespace DiemSang.Core.Scoring;

/// <summary>A set with one criterion changed, added, moved or taken out: a new value each time; the old one stays as it is.</summary>
public static class CriteriaSetEdits
{
    /// <summary>The criterion with this code gives way to another, which keeps its place.</summary>
    public static CriteriaSet Replace(this CriteriaSet set, string code, Criterion with) =>
        set with { Criteria = Rebuilt(set.Criteria, code, (list, at) => [.. list.Take(at), with, .. list.Skip(at + 1)]) };

    /// <summary>Adds a criterion at the end of its parent, or of the areas when <paramref name="parent"/> is null. A parent has no rule of its own.</summary>
    public static CriteriaSet Add(this CriteriaSet set, string? parent, Criterion criterion)
    {
        if (parent is null)
        {
            return set with { Criteria = [.. set.Criteria, criterion] };
        }

        var above = set.Find(parent) ?? throw new ArgumentException($"No criterion {parent}.", nameof(parent));
        return set.Replace(parent, above with { Rule = null, Children = [.. above.Children, criterion] });
    }

    public static CriteriaSet Remove(this CriteriaSet set, string code) =>
        set with { Criteria = Rebuilt(set.Criteria, code, (list, at) => [.. list.Take(at), .. list.Skip(at + 1)]) };

    /// <summary>One place up among its siblings; the first stays first.</summary>
    public static CriteriaSet MoveUp(this CriteriaSet set, string code) =>
        set with { Criteria = Rebuilt(set.Criteria, code, (list, at) => at == 0 ? list : [.. list.Take(at - 1), list[at], list[at - 1], .. list.Skip(at + 1)]) };

    /// <summary>Other maxima for the criteria named; all at once, so that sums can be put right in one step.</summary>
    public static CriteriaSet WithMaxima(this CriteriaSet set, decimal total, IReadOnlyDictionary<string, decimal> maxima)
    {
        return set with { Total = total, Criteria = [.. set.Criteria.Select(With)] };

        Criterion With(Criterion criterion) => criterion with
        {
            Max = maxima.TryGetValue(criterion.Code, out var max) ? max : criterion.Max,
            Children = [.. criterion.Children.Select(With)],
        };
    }

    private static IReadOnlyList<Criterion> Rebuilt(IReadOnlyList<Criterion> list, string code, Func<IReadOnlyList<Criterion>, int, IReadOnlyList<Criterion>> change)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Code == code)
            {
                return change(list, i);
            }
        }

        return [.. list.Select(criterion => criterion.Children.Count == 0 ? criterion : criterion with { Children = Rebuilt(criterion.Children, code, change) })];
    }
}
