using DiemSang.Core.Scoring;

namespace DiemSang.Tests.Scoring;

public class IntervalTests
{
    [Theory]
    [InlineData("> 90", "> 90")]
    [InlineData(">=70,<=90", ">= 70, <= 90")]
    [InlineData("≥ 70, < 90 %", ">= 70, < 90")]
    [InlineData("= 0", "= 0")]
    [InlineData("< -1.5", "< -1.5")]
    public void TryParse_Comparisons_PrintsBack(string text, string printed)
    {
        Interval.TryParse(text, out var interval).ShouldBeTrue();
        interval.ToString().ShouldBe(printed);
        Interval.TryParse(printed, out var again).ShouldBeTrue();
        again.ShouldBe(interval);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("> 90, > 80")]
    [InlineData("> 90, < 80")]
    [InlineData(">= 1,5")]
    [InlineData("=> 3")]
    [InlineData("> 79228162514264337593543950335")]
    [InlineData("")]
    public void TryParse_AnythingElse_IsRefused(string text) => Interval.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Problem_WholeNumbers_LeaveNoGapBetweenFourAndFive()
    {
        Interval[] bands = [new(null, false, 4, true), new(5, true, null, false)];
        var domain = new Interval(0, true, null, false);
        IntervalCover.Problem(bands, domain, wholeNumbers: true).ShouldBeNull();
        IntervalCover.Problem(bands, domain).ShouldNotBeNull();
        IntervalCover.Problem([new(null, false, 4, true), new(6, true, null, false)], domain, wholeNumbers: true).ShouldNotBeNull();
        IntervalCover.Problem([new(null, false, 4, true), new(4, true, null, false)], domain, wholeNumbers: true).ShouldNotBeNull();
    }
}
