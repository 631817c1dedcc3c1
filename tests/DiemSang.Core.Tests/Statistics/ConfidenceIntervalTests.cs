using DiemSang.Core.Statistics;

namespace DiemSang.Core.Tests.Statistics;

/// <summary>svyciprop and confint of R's survey 4.1-1 on its stratified school sample: share of schools that met their target.</summary>
public sealed class ConfidenceIntervalTests
{
    private static readonly Estimate Met = new(0.8279480114, 0.02434478011, 0.86, 200, 197);

    [Theory]
    [InlineData(IntervalMethod.Logit, 197, .7745396544, .8708148545)]
    [InlineData(IntervalMethod.Wald, 197, .7799381810, .8759578419)]
    [InlineData(IntervalMethod.Wald, double.PositiveInfinity, .780233119, .875662903)]
    public void Around_Proportion_EqualsR(IntervalMethod method, double degreesOfFreedom, double low, double high)
    {
        var interval = ConfidenceInterval.Around(Met, method, degreesOfFreedom);
        interval.Low.ShouldBe(low, 1e-8);
        interval.High.ShouldBe(high, 1e-8);
    }

    [Fact]
    public void Around_WilsonOfSimpleSample_EqualsTextbook()
    {
        // 8 of 10: Wilson 1927 gives 0.4902–0.9433.
        var simple = new Estimate(0.8, Math.Sqrt(0.8 * 0.2 / 10), 1, 10, 9);
        var interval = ConfidenceInterval.Around(simple, IntervalMethod.Wilson, ConfidenceInterval.NormalQuantile);
        interval.Low.ShouldBe(0.4902, 1e-4);
        interval.High.ShouldBe(0.9433, 1e-4);
    }

    [Theory]
    [InlineData(IntervalMethod.Wilson)]
    [InlineData(IntervalMethod.Logit)]
    public void Around_EverybodySatisfied_StaysInsideAndKeepsDoubt(IntervalMethod method)
    {
        var all = new Estimate(1, 0, double.NaN, 30, 29);
        var interval = ConfidenceInterval.Around(all, method, ConfidenceInterval.NormalQuantile);
        interval.High.ShouldBe(1, 1e-12);
        interval.Low.ShouldBe(30 / (30 + (1.959963984540054 * 1.959963984540054)), 1e-12);
    }

    [Theory]
    [InlineData(2, 4.3026527297494619)]
    [InlineData(14, 2.1447866879178039)]
    [InlineData(197, 1.9720790337785010)]
    [InlineData(double.PositiveInfinity, 1.9599639845400536)]
    public void Quantile_OfT_EqualsR(double degreesOfFreedom, double expected) =>
        ConfidenceInterval.Quantile(degreesOfFreedom, 0.95).ShouldBe(expected, 1e-10);
}
