namespace DiemSang.Core.Scoring;

/// <summary>Bounds of this program, not of any law: they keep a hostile or broken file from exhausting it.</summary>
public static class Limits
{
    public const int Levels = 5;
    public const int FormulaDepth = 64;
    public const int FormulaParts = 2_000;
    public const int FormulaVariables = 100;
    public const decimal LargestInput = 1_000_000_000_000_000m;

    public const decimal LargestPoints = 1_000_000m;

    /// <summary>Maxima such as 10/3 have no exact decimal: sums agree when they differ by less than this.</summary>
    public const decimal SumTolerance = 0.000_000_000_001m;
}
