namespace DiemSang.Documents.Writing.Charts;

/// <summary>A share and its interval, all 0–1.</summary>
public sealed record ChartBar(string Label, double Value, double Low, double High);

/// <summary>Shares as bars with their intervals, on an axis from 0 to 100 %. Word and Excel draw it themselves, so it stays sharp and can be copied.</summary>
/// <param name="Bars">First at the top, or at the left of an upright chart.</param>
public sealed record BarChart(string Title, IReadOnlyList<ChartBar> Bars)
{
    private const double UprightCm = 8;
    private const double TitleAndAxisCm = 2.2;
    private const double NoteCm = 0.9;
    private const double BarCm = 0.85;

    /// <summary>A smaller line under the title: the period, version and response rate a chart carries along when it is copied.</summary>
    public string? Note { get; init; }

    /// <summary>Columns side by side, as for a trend; otherwise bars below each other, which leaves room for long labels.</summary>
    public bool IsUpright { get; init; }

    public double HeightCm => (Note is null ? 0 : NoteCm) + (IsUpright ? UprightCm : TitleAndAxisCm + (BarCm * Bars.Count));

    /// <summary>What a person who cannot see it is told.</summary>
    public string Words => $"{Title}: {string.Join("; ", Bars.Select(bar => FormattableString.Invariant($"{bar.Label} {bar.Value:P1}")))}";
}
