using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;

namespace DiemSang.Core.Tests.Statistics.Sampling;

public sealed class SampleSizeTests
{
    [Theory]
    [InlineData(1000, 0.05, 286)]
    [InlineData(400, 0.05, 200)]
    [InlineData(1, 0.05, 1)]
    [InlineData(10_000_000, 0.05, 400)]
    public void Yamane_Population_FollowsTheRule(long population, double margin, int expected) =>
        SampleSize.Yamane(population, margin).ShouldBe(expected);

    [Fact]
    public void ForMargin_LargePopulation_IsTheTextbookNumber() => SampleSize.ForMargin(0.05).ShouldBe(385);

    [Fact]
    public void ForMargin_SmallPopulation_NeedsFewer() => SampleSize.ForMargin(0.05, population: 1000).ShouldBe(278);

    [Fact]
    public void ForMargin_ClustersAndSilence_NeedMore() =>
        SampleSize.ForMargin(0.05, designEffect: 2, responseRate: 0.8).ShouldBe(961);

    [Fact]
    public void Proportional_Strata_AddsUpAndKeepsTheMinimum()
    {
        var shares = Allocation.Proportional(new Dictionary<string, int> { ["A"] = 600, ["B"] = 300, ["C"] = 90, ["D"] = 1 }, 100);
        shares.Values.Sum().ShouldBe(100);
        shares["A"].ShouldBeInRange(59, 61);
        shares["C"].ShouldBe(9);
        shares["D"].ShouldBe(1);
    }

    [Fact]
    public void Proportional_Importance_IsFollowedInsteadOfSize()
    {
        var available = new Dictionary<string, int> { ["A"] = 100, ["B"] = 100 };
        var shares = Allocation.Proportional(available, 40, importance: new Dictionary<string, double> { ["A"] = 3, ["B"] = 1 });
        shares.ShouldBe(new Dictionary<string, int> { ["A"] = 30, ["B"] = 10 });
    }

    [Fact]
    public void Proportional_SampleBelowMinimum_IsRefused() => Should.Throw<SurveyDataException>(
        () => Allocation.Proportional(new Dictionary<string, int> { ["A"] = 10, ["B"] = 10 }, 3)).Message.ShouldContain("Cỡ mẫu 3");
}
