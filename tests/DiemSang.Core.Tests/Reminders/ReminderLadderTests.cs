using DiemSang.Core.Calendars;
using DiemSang.Core.Reminders;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Tests.Reminders;

/// <summary>Due on Tuesday 31/3/2026, with the weekend of 28–29/3 and the days of 30/4–01/5 off.</summary>
public sealed class ReminderLadderTests
{
    private static readonly WorkingCalendar Calendar = new(
        new CountingRule([DayOfWeek.Saturday, DayOfWeek.Sunday], 8, "test"),
        [new CalendarYear(2026, IsOfficial: true, [new DayOff(new(2026, 4, 30), new(2026, 5, 1), "30/4", "test")], [])]);

    private static readonly ReminderRule Rule = new(
        [
            new("before", -5, Audience.Responsible), new("eve", -1, Audience.Responsible), new("day", 0, Audience.Responsible),
            new("late", 1, Audience.Responsible, 5), new("head", 2, Audience.Head, 5), new("leader", 5, Audience.Leader, 10),
        ],
        [new("before", -5, Audience.Responsible), new("day", 0, Audience.Responsible), new("again", 5, Audience.Responsible)],
        new QuietHours(new(18, 0), new(7, 0)),
        new TimeOnly(7, 30),
        OneTapDays: 7);

    private static readonly ReminderLadder Ladder = new(Rule, Calendar);
    private static readonly AskedWork March = new(new(2026, 3, 1), new(2026, 3, 31), new(2026, 1, 20), IsAnswered: false, IsOfPartner: false);

    [Theory]
    [InlineData("2026-03-23", "")]
    [InlineData("2026-03-24", "before 24/03")]
    [InlineData("2026-03-27", "before 24/03")]
    [InlineData("2026-03-30", "eve 30/03")]
    [InlineData("2026-03-31", "day 31/03")]
    [InlineData("2026-04-01", "late 01/04")]
    [InlineData("2026-04-02", "late 01/04, head 02/04")]
    [InlineData("2026-04-07", "late 01/04, head 02/04, leader 07/04")]
    [InlineData("2026-04-08", "late 08/04, head 02/04, leader 07/04")]
    [InlineData("2026-04-09", "late 08/04, head 09/04, leader 07/04")]
    public void Reached_DayByDay_ClimbsFromThePersonToTheHeadToTheLeader(string today, string expected) =>
        Describe(Ladder.Reached(March, DateOnly.Parse(today))).ShouldBe(expected);

    [Fact]
    [Requirement("GSC-09")]
    public void Reached_Partner_IsAskedAgainAndNeverReported()
    {
        var partner = March with { IsOfPartner = true };

        Describe(Ladder.Reached(partner, new DateOnly(2026, 4, 1))).ShouldBe("day 31/03");
        Describe(Ladder.Reached(partner, new DateOnly(2026, 6, 30))).ShouldBe("again 07/04");
    }

    [Fact]
    [Requirement("PLN-16")]
    public void Reached_AnsweredUndatedOrNotBegun_AsksNobody()
    {
        var late = new DateOnly(2026, 4, 20);

        Ladder.Reached(March with { IsAnswered = true }, late).ShouldBeEmpty();
        Ladder.Reached(March with { DueOn = null }, late).ShouldBeEmpty();
        Ladder.Reached(March with { From = new(2026, 3, 30) }, new DateOnly(2026, 3, 27)).ShouldBeEmpty();
    }

    [Fact]
    public void Reached_WorkLateWhenItsPlanWasLoaded_ClimbsFromThatDay()
    {
        var loadedInJune = March with { AskedSince = new(2026, 6, 1) };

        Describe(Ladder.Reached(loadedInJune, new DateOnly(2026, 6, 1))).ShouldBe("day 31/03");
        Describe(Ladder.Reached(loadedInJune, new DateOnly(2026, 6, 3))).ShouldBe("late 02/06, head 03/06");
    }

    [Theory]
    [InlineData("2026-03-31 07:29", true)]
    [InlineData("2026-03-31 06:59", false)]
    [InlineData("2026-03-31 18:00", false)]
    [InlineData("2026-03-28 09:00", false)]
    [InlineData("2026-04-30 09:00", false)]
    public void MayDisturb_QuietHoursAndDaysOff_AreKept(string now, bool expected) => Ladder.MayDisturb(DateTime.Parse(now)).ShouldBe(expected);

    [Fact]
    public void Reached_AnyWork_KeepsItsPromises() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, test =>
    {
        var (work, today) = test;
        var reached = Ladder.Reached(work, today);

        reached.ShouldAllBe(step => step.Day <= today, "no step is early");
        reached.Select(step => step.Step.Audience).ShouldBeUnique("each audience is asked for one step");
        reached.ShouldAllBe(step => step.Step.Audience == Audience.Responsible || (today > work.DueOn && today > work.AskedSince), "nobody is reported before the day is over");
        Ladder.Reached(work, today).ShouldBe(reached, "the same day gives the same steps");
        if (reached.Count > 0)
        {
            Ladder.Reached(work, today.AddDays(1)).Select(step => step.Step.Audience).ShouldBe(Ladder.Reached(work, today.AddDays(1)).Select(step => step.Step.Audience).Union(reached.Select(step => step.Step.Audience)).Order(), "nobody is forgotten the next day");
        }
    }));

    private static Arbitrary<(AskedWork Work, DateOnly Today)> Cases => (
        from due in Gen.Choose(0, 300)
        from length in Gen.Choose(0, 90)
        from asked in Gen.Choose(-50, 300)
        from today in Gen.Choose(-60, 400)
        from partner in Gen.Elements(true, false)
        let day = new DateOnly(2026, 1, 5)
        select (new AskedWork(day.AddDays(due - length), day.AddDays(due), day.AddDays(asked), false, partner), day.AddDays(today))).ToArbitrary();

    private static string Describe(IEnumerable<DueStep> steps) => string.Join(", ", steps.Select(step => $"{step.Step.Code} {step.Day.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture)}"));
}
