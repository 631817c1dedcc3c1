namespace DiemSang.Core.Ranking;

public enum TieRule
{
    /// <summary>1, 2, 2, 4.</summary>
    Competition,

    /// <summary>1, 2, 2, 3.</summary>
    Dense,

    /// <summary>1, 2, 3, 4: equal values keep the order of the list.</summary>
    Ordinal,
}

/// <summary>One unit to rank.</summary>
/// <param name="PeerGroup">Units are ranked among their peers only (sở, phường, xã apart); null is a group too.</param>
/// <param name="Value">Unrounded index or score; null when missing.</param>
/// <param name="IsRanked">False for "has an index, is not ranked" (Thanh tra Chính phủ, Ủy ban Dân tộc nationally).</param>
public sealed record RankedUnit(string Name, string? PeerGroup, decimal? Value, bool IsRanked = true);

/// <param name="Rank">From 1; null when the unit is not ranked or its value is missing.</param>
/// <param name="RankedCount">How many units of the peer group are ranked.</param>
public sealed record Standing(RankedUnit Unit, int? Rank, int RankedCount);

/// <summary>Ranks units from the highest value down, within peer groups, on unrounded values.</summary>
public static class Ranking
{
    /// <summary>Standings by peer group in order of first appearance; ranked units first, then the others in list order.</summary>
    public static IReadOnlyList<Standing> Of(IReadOnlyCollection<RankedUnit> units, TieRule ties) =>
        [.. units.GroupBy(unit => unit.PeerGroup).SelectMany(group => OfGroup([.. group], ties))];

    private static IEnumerable<Standing> OfGroup(IReadOnlyList<RankedUnit> units, TieRule ties)
    {
        var ranked = units.Where(CanBeRanked).OrderByDescending(unit => unit.Value).ToList();
        var standings = new List<Standing>(units.Count);
        var rank = 0;
        for (var i = 0; i < ranked.Count; i++)
        {
            var isTied = i > 0 && ranked[i].Value == ranked[i - 1].Value;
            rank = ties switch
            {
                TieRule.Ordinal => i + 1,
                _ when isTied => rank,
                TieRule.Dense => rank + 1,
                _ => i + 1,
            };
            standings.Add(new Standing(ranked[i], rank, ranked.Count));
        }

        return standings.Concat(units.Where(unit => !CanBeRanked(unit)).Select(unit => new Standing(unit, null, ranked.Count)));
    }

    private static bool CanBeRanked(RankedUnit unit) => unit is { IsRanked: true, Value: not null };
}
