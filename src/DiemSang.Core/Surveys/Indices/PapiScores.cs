using System.Globalization;
using DiemSang.Core.Ranking;

namespace DiemSang.Core.Surveys.Indices;

/// <summary>The scores of one place as put in.</summary>
/// <param name="SubDimensions">By dimension ("1"), then by sub-dimension ("1.1"); null where not published.</param>
public sealed record PapiInput(string Code, string Name, IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal?>> SubDimensions);

/// <summary>The scores of one place, ranked.</summary>
/// <param name="Dimensions">By dimension; null where a part is missing.</param>
/// <param name="Total">Sum of the dimensions; null when one is missing.</param>
/// <param name="Rank">From 1, equal totals share a rank; null without a total: a missing place is never ranked.</param>
/// <param name="Group">Quartile group of the total.</param>
/// <param name="DimensionGroups">Quartile group per dimension.</param>
public sealed record PapiScore(
    string Code,
    string Name,
    IReadOnlyDictionary<string, decimal?> Dimensions,
    decimal? Total,
    int? Rank,
    string? Group,
    IReadOnlyDictionary<string, string?> DimensionGroups);

/// <summary>Adds PAPI sub-dimensions up to dimensions and totals, ranks, and forms the four quartile groups.</summary>
public static class PapiScores
{
    /// <param name="places">Places of one year, all with the same dimensions.</param>
    /// <param name="boundaryIsHigher">True: a score equal to a percentile belongs to the group above (2020); false: below (2023).</param>
    /// <remarks>A sub-dimension no place has a score for was dropped that year and is left out; any other gap makes the dimension missing.</remarks>
    public static IReadOnlyList<PapiScore> Of(IReadOnlyList<PapiInput> places, bool boundaryIsHigher = false)
    {
        var kept = places.SelectMany(place => place.SubDimensions.Values).SelectMany(subs => subs).Where(sub => sub.Value is not null)
            .Select(sub => sub.Key).ToHashSet();
        var sums = places.Select(place => Dimensions(place, kept)).ToList();
        var totals = sums.ConvertAll(dimensions => Sum(dimensions.Values));
        var ranks = Ranks(totals);
        var group = Groups(totals, boundaryIsHigher);
        var dimensionGroups = places.SelectMany(place => place.SubDimensions.Keys).Distinct()
            .ToDictionary(dimension => dimension, dimension => Groups(sums.ConvertAll(sum => sum.GetValueOrDefault(dimension)), boundaryIsHigher));
        return
        [
            .. places.Select((place, i) => new PapiScore(
                place.Code, place.Name, sums[i], totals[i], ranks[i], group(totals[i]),
                sums[i].ToDictionary(dimension => dimension.Key, dimension => dimensionGroups[dimension.Key](dimension.Value)))),
        ];
    }

    private static Dictionary<string, decimal?> Dimensions(PapiInput place, HashSet<string> kept) =>
        place.SubDimensions.ToDictionary(
            dimension => dimension.Key,
            dimension => Sum(dimension.Value.Where(sub => kept.Contains(sub.Key)).Select(sub => sub.Value)));

    private static decimal? Sum(IEnumerable<decimal?> parts)
    {
        decimal? sum = null;
        foreach (var part in parts)
        {
            if (part is null)
            {
                return null;
            }

            sum = (sum ?? 0) + part;
        }

        return sum;
    }

    private static int?[] Ranks(List<decimal?> totals)
    {
        RankedUnit Place(decimal? total, int place) => new(place.ToString("D9", CultureInfo.InvariantCulture), null, total);
        var standings = Ranking.Ranking.Of([.. totals.Select(Place)], TieRule.Competition);
        return [.. standings.OrderBy(standing => standing.Unit.Name, StringComparer.Ordinal).Select(standing => standing.Rank)];
    }

    private static Func<decimal?, string?> Groups(List<decimal?> values, bool boundaryIsHigher)
    {
        List<decimal> known = [.. values.OfType<decimal>()];
        return known.Count == 0 ? _ => null : QuartileScale.Of(known, boundaryIsHigher).Of;
    }
}
