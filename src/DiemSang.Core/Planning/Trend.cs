namespace DiemSang.Core.Planning;

/// <summary>A number as it is reported: counted in a population, or counted alone.</summary>
/// <param name="Denominator">The population, above 0; null for a count.</param>
public readonly record struct CountedNumber(decimal Numerator, decimal? Denominator)
{
    public bool IsRate => Denominator is not null;

    /// <summary>Percent, unrounded, for a rate; the count itself otherwise.</summary>
    public decimal Value => Denominator is { } all ? 100m * Numerator / all : Numerator;
}

/// <summary>Where a number stands against its base.</summary>
public enum Trend
{
    /// <summary>Nobody has said what the number was before: "increase" cannot be judged.</summary>
    NoBase,

    /// <summary>Nothing has been reported yet.</summary>
    NoNumber,

    /// <summary>The base is a rate and the report a count, or the other way round.</summary>
    NotComparable,
    RightWay,
    Unmoved,
    WrongWay,
}

public static class Trends
{
    /// <summary>Judges a number by the base and the direction its target names (BRD-06); on unrounded values.</summary>
    public static Trend Judge(this Direction direction, CountedNumber? before, CountedNumber? now)
    {
        if (before is not { } start)
        {
            return Trend.NoBase;
        }

        if (now is not { } reached)
        {
            return Trend.NoNumber;
        }

        if (start.IsRate != reached.IsRate)
        {
            return Trend.NotComparable;
        }

        // Cross-multiplied: the same rate is the same, whatever its population.
        var difference = (reached.Numerator * (start.Denominator ?? 1)) - (start.Numerator * (reached.Denominator ?? 1));
        return difference == 0 ? Trend.Unmoved : difference > 0 == (direction == Direction.Up) ? Trend.RightWay : Trend.WrongWay;
    }
}
