using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

public sealed class TrendTests
{
    [Theory]
    [InlineData(Direction.Up, 30, 40, Trend.RightWay)]
    [InlineData(Direction.Up, 10, 40, Trend.WrongWay)]
    [InlineData(Direction.Down, 10, 40, Trend.RightWay)]
    [InlineData(Direction.Down, 30, 40, Trend.WrongWay)]
    [InlineData(Direction.Up, 25, 50, Trend.Unmoved)]
    [Requirement("BRD-06")]
    public void Judge_RateAgainstItsBase_FollowsTheDirection(Direction direction, int numerator, int denominator, Trend expected) =>
        direction.Judge(new CountedNumber(1, 2), new CountedNumber(numerator, denominator)).ShouldBe(expected);

    [Fact]
    public void Judge_WithoutBaseOrNumber_SaysWhichIsMissing()
    {
        Direction.Up.Judge(null, new CountedNumber(1, 2)).ShouldBe(Trend.NoBase);
        Direction.Up.Judge(new CountedNumber(1, 2), null).ShouldBe(Trend.NoNumber);
        Direction.Up.Judge(new CountedNumber(1, 2), new CountedNumber(7, null)).ShouldBe(Trend.NotComparable);
    }

    [Fact]
    public void Judge_ThirdsOfDifferentPopulations_AreTheSame() =>
        Direction.Up.Judge(new CountedNumber(1, 3), new CountedNumber(100, 300)).ShouldBe(Trend.Unmoved, "no rounding on the way");
}
