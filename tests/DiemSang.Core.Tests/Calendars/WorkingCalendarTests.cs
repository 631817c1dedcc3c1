using DiemSang.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(
        new CountingRule([DayOfWeek.Saturday, DayOfWeek.Sunday], 8, "test"),
        [new CalendarYear(2026, IsOfficial: true, [new DayOff(new(2026, 2, 16), new(2026, 2, 20), "Tết", "test")], [new MakeUpDay(new(2026, 1, 10), new(2026, 1, 2), "test")])]);

    [Fact]
    public void Count_AnyDayAndLength_KeepsItsPromises() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, test =>
    {
        var (day, length) = test;
        var later = Calendar.AddWorkingDays(day, length).Day;

        (length == 0 ? later == day : Calendar.IsWorkingDay(later)).ShouldBeTrue("a count ends on a working day");
        Math.Sign(later.DayNumber - day.DayNumber).ShouldBe(Math.Sign(length), "a count goes the way it was asked");
        if (Calendar.IsWorkingDay(day))
        {
            Calendar.AddWorkingDays(later, -length).Day.ShouldBe(day, "and back again");
            Calendar.WorkingDaysBetween(day, later).ShouldBe(length, "the distance is what was added");
        }

        Calendar.NextWorkingDay(day).Day.ShouldBeGreaterThanOrEqualTo(day);
        Calendar.IsWorkingDay(Calendar.Deadline(day, new Term(Math.Abs(length), TermUnit.Month)).Day).ShouldBeTrue("no term ends on a day off");
    }));

    [Fact]
    public void Deadline_NegativeTerm_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Deadline(new DateOnly(2026, 1, 5), new Term(-1, TermUnit.Day)));

    private static Arbitrary<(DateOnly Day, int Length)> Cases =>
        (from offset in Gen.Choose(0, 800) from length in Gen.Choose(-60, 60) select (new DateOnly(2025, 6, 1).AddDays(offset), length)).ToArbitrary();
}
