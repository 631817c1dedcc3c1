namespace DiemSang.Core.Scoring.Formulas;

/// <summary>The functions of the language and how many arguments they take.</summary>
internal static class FormulaFunctions
{
    public const string If = "if";
    private const int MaxDecimals = 6;

    private static readonly Dictionary<string, (int Fewest, int Most)> Arities = new()
    {
        ["min"] = (2, 20), ["max"] = (2, 20), ["round"] = (1, 2), ["abs"] = (1, 1), ["floor"] = (1, 1), ["ceil"] = (1, 1), [If] = (3, 3),
    };

    public static IEnumerable<string> Names => Arities.Keys;

    public static bool Exists(string name) => Arities.ContainsKey(name);

    /// <summary>Null when the function takes that many arguments, else what it takes.</summary>
    public static string? ArityProblem(string name, int count)
    {
        var (fewest, most) = Arities[name];
        return count >= fewest && count <= most
            ? null
            : $"hàm “{name}” cần {(fewest == most ? fewest : $"từ {fewest} đến {most}")} giá trị, gặp {count}.";
    }

    public static decimal Apply(string name, decimal[] values, SourcePosition position) => name switch
    {
        "min" => values.Min(),
        "max" => values.Max(),
        "abs" => Math.Abs(values[0]),
        "floor" => decimal.Floor(values[0]),
        "ceil" => decimal.Ceiling(values[0]),
        "round" => decimal.Round(values[0], Decimals(values, position), MidpointRounding.AwayFromZero),
        _ => throw new FormulaException(position, $"không có hàm “{name}”."),
    };

    private static int Decimals(decimal[] values, SourcePosition position)
    {
        var decimals = values.Length == 1 ? 0 : values[1];
        return decimals is >= 0 and <= MaxDecimals && decimals == decimal.Truncate(decimals)
            ? (int)decimals
            : throw new FormulaException(position, $"số chữ số thập phân của “round” phải là số nguyên từ 0 đến {MaxDecimals}.");
    }
}
