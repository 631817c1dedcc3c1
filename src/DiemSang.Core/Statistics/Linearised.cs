namespace DiemSang.Core.Statistics;

/// <summary>
/// An estimate together with its first-order (Taylor) contribution per sampling unit. Sums, differences, multiples and ratios of linearised
/// estimates are linearised estimates again, so every composite index gets the variance that its correlated parts give it.
/// </summary>
public sealed class Linearised
{
    internal Linearised(double value, double[] influence) => (Value, Influence) = (value, influence);

    /// <summary>The estimate.</summary>
    public double Value { get; }

    /// <summary>Contribution of each sampling unit; its design variance is the variance of the estimate.</summary>
    internal double[] Influence { get; }

    public static Linearised operator +(Linearised a, Linearised b) => Combine(1, a, 1, b, a.Value + b.Value);

    public static Linearised operator -(Linearised a, Linearised b) => Combine(1, a, -1, b, a.Value - b.Value);

    public static Linearised operator *(double factor, Linearised a) => Combine(factor, a, 0, a, factor * a.Value);

    /// <summary>Ratio R = a/b with contributions (zₐ − R·z_b)/b; NaN when b is zero.</summary>
    public static Linearised operator /(Linearised a, Linearised b)
    {
        var ratio = a.Value / b.Value;
        return Combine(1 / b.Value, a, -ratio / b.Value, b, ratio);
    }

    private static Linearised Combine(double p, Linearised a, double q, Linearised b, double value)
    {
        var influence = new double[a.Influence.Length];
        for (var unit = 0; unit < influence.Length; unit++)
        {
            influence[unit] = (p * a.Influence[unit]) + (q * b.Influence[unit]);
        }

        return new Linearised(value, influence);
    }
}
