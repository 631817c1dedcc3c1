using DiemSang.Core.Meetings;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Meetings;

[Requirement("LDR-02", "FRM-01")]
public sealed class CadenceWatchTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);
    private static readonly DateOnly August = new(2026, 8, 15);

    [Fact]
    public void Gaps_QuarterWithoutMeeting_IsOverOrStillToBeMadeGood() =>
        CadenceWatch.Gaps(Cadence.Quarter, [new MeetingDay(new DateOnly(2026, 3, 31), IsHeld: true)], NewYear, August)
            .Select(gap => (gap.Period.Number, gap.IsOver)).ShouldBe([(2, true), (3, false)]);

    [Fact]
    public void Gaps_PlannedForALaterDay_CountsUntilThatDayHasPassed()
    {
        MeetingDay[] planned = [new(new DateOnly(2026, 8, 20), IsHeld: false)];

        CadenceWatch.Gaps(Cadence.HalfYear, planned, NewYear, August).Select(gap => gap.Period.Number).ShouldBe([1]);
        CadenceWatch.Gaps(Cadence.HalfYear, planned, NewYear, new DateOnly(2026, 8, 21)).Select(gap => gap.Period.Number).ShouldBe([1, 2]);
    }

    [Fact]
    public void Gaps_BeforeThePlan_AreNotAskedAbout() =>
        CadenceWatch.Gaps(Cadence.Quarter, [], new DateOnly(2026, 4, 1), August).Select(gap => gap.Period.Number).ShouldBe([2, 3]);

    [Fact]
    public void Gaps_KindThatIsNotWatched_AreNone() => CadenceWatch.Gaps(Cadence.None, [], NewYear, August).ShouldBeEmpty();

    [Theory]
    [InlineData(Cadence.Quarter, 4)]
    [InlineData(Cadence.HalfYear, 2)]
    [InlineData(Cadence.Year, 1)]
    public void Periods_OfAYear_CoverItWithoutHoles(Cadence every, int count)
    {
        var periods = CadencePeriod.Of(every, 2028).ToList();

        periods.Count.ShouldBe(count);
        (periods[0].From, periods[^1].To).ShouldBe((new DateOnly(2028, 1, 1), new DateOnly(2028, 12, 31)));
        periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.To.AddDays(1) == pair.Second.From);
    }
}
