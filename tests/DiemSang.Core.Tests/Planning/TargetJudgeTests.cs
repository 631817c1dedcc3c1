using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

public sealed class TargetJudgeTests
{
    [Theory]
    [InlineData(TargetKind.AtLeast, 90, 90, true)]
    [InlineData(TargetKind.MoreThan, 90, 90, false)]
    [InlineData(TargetKind.MoreThan, 90, 91, true)]
    [InlineData(TargetKind.AtMost, 5, 5, true)]
    [InlineData(TargetKind.AtMost, 5, 6, false)]
    [InlineData(TargetKind.TopN, 20, 21, false)]
    [Requirement("PLN-06")]
    public void IsReachedBy_EachKind_ComparesAsItSays(string kind, int value, int now, bool reached) =>
        Target(kind, value).IsReachedBy(new CountedNumber(now, null), null).ShouldBe(reached);

    [Fact]
    public void IsReachedBy_RateJustBelow_IsNotRoundedUp() =>
        Target(TargetKind.AtLeast, 90).IsReachedBy(new CountedNumber(8999, 9999), null).ShouldBe(false, "89,999 %");

    [Fact]
    public void IsReachedBy_RankRange_TakesBetterRanksToo()
    {
        var range = Target(TargetKind.RankRange, 20) with { Upper = 35 };

        range.IsReachedBy(new CountedNumber(12, null), null).ShouldBe(true);
        range.IsReachedBy(new CountedNumber(36, null), null).ShouldBe(false);
    }

    [Fact]
    [Requirement("BRD-06")]
    public void IsReachedBy_BetterThanLastYear_NeedsTheBase()
    {
        var better = Target(TargetKind.BetterThanLastYear, null);

        better.IsReachedBy(new CountedNumber(80, null), null).ShouldBeNull();
        better.IsReachedBy(new CountedNumber(80, null), new CountedNumber(75, null)).ShouldBe(true);
        (better with { Unit = "hạng" }).IsReachedBy(new CountedNumber(30, null), new CountedNumber(40, null)).ShouldBe(true, "a smaller rank is better");
    }

    [Fact]
    public void IsReachedBy_NamedGroup_IsForPeopleToSay() => Target(TargetKind.Tier, null).IsReachedBy(new CountedNumber(80, null), null).ShouldBeNull();

    private static PlanTarget Target(string kind, decimal? value) => new("PAR", null, kind, value, null, null, "Mục tiêu");
}
