using DiemSang.Core.Statistics;

namespace DiemSang.Modules.Surveys.Reviewing;

/// <summary>How far second answers agree with first ones, for an enumerator or for all.</summary>
/// <param name="Enumerator">Null for respondents who answered by themselves.</param>
/// <param name="Responses">All of the wave, checked or not.</param>
public sealed record Agreement(string? Enumerator, int Responses, int Same, int Different, int NotReached)
{
    public int Checked => Same + Different;

    /// <summary>0–1; null before anybody was reached.</summary>
    public double? Rate => Checked == 0 ? null : (double)Same / Checked;

    /// <summary>Wilson's 95 % interval of the rate: a handful of checks proves little, and it shows.</summary>
    public ConfidenceInterval Interval => ConfidenceInterval.Around(
        new Estimate(Rate!.Value, Math.Sqrt(Rate.Value * (1 - Rate.Value) / Checked), double.NaN, Checked, Checked - 1), IntervalMethod.Wilson, ConfidenceInterval.NormalQuantile);
}
