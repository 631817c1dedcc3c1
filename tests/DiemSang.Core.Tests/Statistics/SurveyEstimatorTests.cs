using DiemSang.Core.Statistics;
using DiemSang.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Core.Tests.Statistics;

/// <summary>Numbers computed once with R 4.2.2, survey 4.1-1; the small data sets are those of its own tests.</summary>
[Requirement("SVY-11")]
public sealed class SurveyEstimatorTests
{
    private static readonly double[] X = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2];
    private static readonly int[] Stratum = [1, 1, 1, 1, 1, 2, 2, 2];
    private static readonly double[] Weight = [3, 3, 3, 3, 3, 4, 4, 4];

    [Theory]
    [InlineData(false, 0.741268326769, 20.0142448228)]
    [InlineData(true, 0.61604071981, 16.6330994349)]
    public void Estimate_StratifiedElements_EqualsPublished(bool withPopulation, double seOfMean, double seOfTotal)
    {
        var estimator = new SurveyEstimator(Design(withPopulation));
        Near(estimator.Mean(X), 5.44814814813, seOfMean);
        Near(estimator.Total(X), 147.1, seOfTotal);
    }

    [Fact]
    public void Mean_OfDomain_KeepsAllSamplingUnits()
    {
        var estimator = new SurveyEstimator(Design(withPopulation: false));
        Near(estimator.Mean(X, Rows(x => x > 4)), 6.195, 0.755512871056);
        Near(estimator.Mean(X, Rows(x => x <= 4)), 3.3142857142857, 0.3117042);
    }

    [Fact]
    public void Estimate_TwoStageMu284_EqualsPublished()
    {
        double[] y = [41, 49, 49, 49, 49, 45, 31, 31, 35, 39, 41, 61, 49, 51, 33];
        double[] secondStage = [5, 5, 5, 8, 8, 8, 5, 5, 5, 9, 9, 9, 7, 7, 7];
        var stages = new SamplingStage[]
        {
            new() { Units = [.. Enumerable.Range(0, 15).Select(i => i / 3)], Population = [.. Enumerable.Repeat(50.0, 15)] },
            new() { Population = secondStage },
        };
        var estimator = new SurveyEstimator(new SurveyDesign(15, null, stages));
        Near(estimator.Total(y), 15080, 2274.25470087);
        Near(estimator.Mean(y), 44.3529411765, 2.27365272782);
    }

    [Fact]
    public void Estimate_DesignEffect_IsAgainstSamplingWithoutReplacement()
    {
        double[] y = [15, 143, 21, 51, 337, 50, 274, 145, 15, 86];
        var equal = new SurveyEstimator(new SurveyDesign(10, [.. Enumerable.Repeat(100.0, 10)], [new()])).Mean(y);
        equal.DesignEffect.ShouldBe(1 / (1 - (10.0 / 1000)), 1e-9);
        double[] weights = [20, 200, 11, 25, 550, 30, 250, 100, 10, 55];
        var unequal = new SurveyEstimator(new SurveyDesign(10, weights, [new()]));
        Near(unequal.Mean(y), 243.914, 48.752, 1e-3);
        (unequal.Mean(y).DesignEffect * (1 - (10.0 / weights.Sum()))).ShouldBe(1.9741, 1e-4);
        Near(unequal.Total(y), 305136, 184965, 1);
        (unequal.Total(y).DesignEffect * (1 - (10.0 / weights.Sum()))).ShouldBe(18.157, 1e-3);
    }

    [Fact]
    public void Mean_OfUnweightedSample_ComparesWithSamplingWithReplacement() =>
        new SurveyEstimator(SurveyDesign.Unweighted(8)).Mean(X).DesignEffect.ShouldBe(1, 1e-12);

    [Fact]
    public void Design_LonelyStratum_IsRefusedByName()
    {
        var stage = new SamplingStage { Strata = [0, 0, 1], StratumNames = ["Phường", "Xã"] };
        var refusal = Should.Throw<SurveyDataException>(() => new SurveyDesign(3, null, [stage]));
        refusal.Message.ShouldStartWith("Tầng \"Xã\" chỉ có một đơn vị mẫu");
    }

    [Fact]
    public void Design_StratumTakenWhole_IsNotLonely()
    {
        var stage = new SamplingStage { Strata = [0, 0, 1], Population = [4, 4, 1] };
        var estimate = new SurveyEstimator(new SurveyDesign(3, null, [stage])).Total([1, 2, 10]);
        estimate.Value.ShouldBe(16);
    }

    [Theory]
    [InlineData(new[] { 2.0, 2 }, "có tới 3 đơn vị mẫu")]
    [InlineData(new[] { 5.0, 6 }, "cùng tầng đã ghi 5")]
    [InlineData(new[] { 0.0, 5 }, "phải là số dương")]
    public void Design_ImpossiblePopulation_IsRefused(double[] population, string message)
    {
        var stage = new SamplingStage { Population = [population[0], population[0], population[1]] };
        Should.Throw<SurveyDataException>(() => new SurveyDesign(3, null, [stage])).Message.ShouldContain(message);
    }

    [Fact]
    public void Design_NegativeWeight_IsRefused() =>
        Should.Throw<SurveyDataException>(() => new SurveyDesign(2, [1, -1], [new()])).Message.ShouldContain("Dòng dữ liệu 2");

    [Fact]
    public void Estimate_NobodyAnswered_IsNotANumber()
    {
        var estimate = new SurveyEstimator(SurveyDesign.Unweighted(2)).Mean([double.NaN, double.NaN]);
        (estimate.Value, estimate.StandardError, estimate.Count).ShouldBe((double.NaN, double.NaN, 0));
    }

    [Fact]
    public void Mean_InOtherUnits_ScalesItsError() => Prop.ForAll(Samples(), Factors(), (sample, factor) =>
    {
        var (weights, values) = sample;
        var one = new SurveyEstimator(new SurveyDesign(weights.Length, weights, [new()])).Mean(values);
        var other = new SurveyEstimator(new SurveyDesign(weights.Length, [.. weights.Select(w => w * factor)], [new()]))
            .Mean([.. values.Select(v => v * factor)]);
        return Close(other.Value, one.Value * factor) && Close(other.StandardError, one.StandardError * factor);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Total_OverDomains_AddsUp() => Prop.ForAll(Samples(), sample =>
    {
        var (weights, values) = sample;
        var estimator = new SurveyEstimator(new SurveyDesign(weights.Length, weights, [new()]));
        var even = estimator.Everybody.Where(row => row % 2 == 0).ToArray();
        var odd = estimator.Everybody.Where(row => row % 2 == 1).ToArray();
        return Close(estimator.Total(values, even).Value + estimator.Total(values, odd).Value, estimator.Total(values).Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ratio_ToItself_IsOneWithoutError() => Prop.ForAll(Samples(), sample =>
    {
        var ratio = new SurveyEstimator(new SurveyDesign(sample.Weights.Length, sample.Weights, [new()])).Ratio(sample.Values, sample.Values);
        return Close(ratio.Value, 1) && ratio.StandardError < 1e-9;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(double[] Weights, double[] Values)> Samples() => (
        from size in Gen.Choose(4, 30)
        from weights in Gen.Choose(1, 500).ArrayOf(size)
        from values in Gen.Choose(1, 100).ArrayOf(size)
        select (Array.ConvertAll(weights, w => w / 10.0), Array.ConvertAll(values, v => v / 4.0))).ToArbitrary();

    private static Arbitrary<double> Factors() => Gen.Choose(1, 1000).Select(value => value / 8.0).ToArbitrary();

    private static SurveyDesign Design(bool withPopulation) => new(8, Weight, [new()
    {
        Strata = Stratum,
        Population = withPopulation ? [15, 15, 15, 15, 15, 12, 12, 12] : null,
    }]);

    private static int[] Rows(Func<double, bool> condition) => [.. Enumerable.Range(0, X.Length).Where(row => condition(X[row]))];

    private static void Near(Estimate estimate, double value, double standardError, double tolerance = 1e-7)
    {
        estimate.Value.ShouldBe(value, tolerance * Math.Max(1, value));
        estimate.StandardError.ShouldBe(standardError, tolerance * Math.Max(1, standardError));
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));
}
