namespace DiemSang.Core.Statistics;

/// <summary>A known distribution of the population: how many belong to each category, and to which category each respondent belongs.</summary>
/// <param name="Name">Name of the variable, for messages.</param>
/// <param name="Categories">Names of the categories.</param>
/// <param name="Totals">Population of each category, above zero; same order as <paramref name="Categories"/>.</param>
/// <param name="CategoryOfRow">Per respondent, an index into <paramref name="Categories"/>.</param>
public sealed record Margin(string Name, IReadOnlyList<string> Categories, double[] Totals, int[] CategoryOfRow)
{
    /// <summary>Sums a per-respondent quantity by category.</summary>
    internal double[] SumBy(double[] weights, double[]? column = null)
    {
        var sums = new double[Totals.Length];
        for (var row = 0; row < CategoryOfRow.Length; row++)
        {
            sums[CategoryOfRow[row]] += weights[row] * (column?[row] ?? 1);
        }

        return sums;
    }

    /// <summary>Factor per category that makes the weights add up to the totals.</summary>
    /// <exception cref="SurveyDataException">A category of the population has no respondent.</exception>
    internal double[] Factors(double[] weights)
    {
        var sums = SumBy(weights);
        var empty = Array.FindIndex(sums, sum => !(sum > 0));
        return empty < 0
            ? [.. Totals.Select((total, category) => total / sums[category])]
            : throw new SurveyDataException(
                $"Nhóm \"{Categories[empty]}\" của \"{Name}\" không có lượt trả lời nào nên không hiệu chỉnh được: gộp nhóm này với nhóm khác.");
    }

    internal void Scale(double[] weights, double[] factors)
    {
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] *= factors[CategoryOfRow[row]];
        }
    }

    /// <summary>Subtracts the category's mean, weighted as given, from each value.</summary>
    internal void Centre(double[] column, double[] weights)
    {
        var sums = SumBy(weights, column);
        var sizes = SumBy(weights);
        for (var row = 0; row < column.Length; row++)
        {
            var category = CategoryOfRow[row];
            column[row] -= sizes[category] > 0 ? sums[category] / sizes[category] : 0;
        }
    }
}
