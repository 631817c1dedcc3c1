using DiemSang.Core.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Tests.Planning;

public sealed class OccurrenceScheduleTests
{
    private static readonly PlanSpan FiveYears = Span(2026, 2030, new DateOnly(2026, 1, 20));
    private static readonly DateOnly EndOf2026 = new(2026, 12, 31);

    [Fact]
    [Requirement("PLN-15")]
    public void Of_Continuous_AsksEveryMonthOnItsLastDay()
    {
        var periods = OccurrenceSchedule.Of(Deadline(DeadlineKind.Continuous), FiveYears, EndOf2026);

        periods.Count.ShouldBe(12);
        periods[0].ShouldBe(new OccurrencePeriod(new(2026, 1, 20), new(2026, 1, 31), new(2026, 1, 31), IsCheckIn: true));
        periods[1].ShouldBe(new OccurrencePeriod(new(2026, 2, 1), new(2026, 2, 28), new(2026, 2, 28), IsCheckIn: true));
        periods[11].DueOn.ShouldBe(EndOf2026);
    }

    [Fact]
    public void Of_ContinuousInAPlanLoadedLate_AsksForNoMonthBefore()
    {
        var loadedInSeptember = FiveYears with { FollowedFrom = new DateOnly(2026, 9, 14) };

        var periods = OccurrenceSchedule.Of(Deadline(DeadlineKind.Continuous), loadedInSeptember, EndOf2026);

        periods.Select(period => period.From).ShouldBe([new(2026, 9, 1), new(2026, 10, 1), new(2026, 11, 1), new(2026, 12, 1)]);
    }

    [Fact]
    [Requirement("PLN-15")]
    public void Of_FixedDate_IsAskedForOnce()
    {
        var periods = OccurrenceSchedule.Of(Deadline(DeadlineKind.Fixed, new DateOnly(2028, 6, 15)), FiveYears, EndOf2026);

        periods.ShouldBe([new OccurrencePeriod(new(2026, 1, 20), new(2028, 6, 15), new(2028, 6, 15))]);
    }

    [Fact]
    public void Of_SeveralDates_AreAskedForInTurn()
    {
        var deadline = Deadline(DeadlineKind.Fixed, new DateOnly(2026, 12, 14)) with { Others = [new(2026, 6, 14)] };

        var periods = OccurrenceSchedule.Of(deadline, FiveYears, EndOf2026);

        periods.ShouldBe([
            new OccurrencePeriod(new(2026, 1, 20), new(2026, 6, 14), new(2026, 6, 14)),
            new OccurrencePeriod(new(2026, 6, 15), new(2026, 12, 14), new(2026, 12, 14)),
        ]);
    }

    [Fact]
    [Requirement("MYR-04", "PLN-15")]
    public void Of_Yearly_ReopensEachYear()
    {
        var deadline = Deadline(DeadlineKind.Yearly) with { Month = 12, Day = 31 };

        OccurrenceSchedule.Of(deadline, FiveYears, EndOf2026).Single().DueOn.ShouldBe(EndOf2026);
        OccurrenceSchedule.Of(deadline, FiveYears, new DateOnly(2030, 12, 31)).Select(period => period.DueOn!.Value.Year).ShouldBe([2026, 2027, 2028, 2029, 2030]);
    }

    [Fact]
    public void Of_YearlyOn29February_FallsOnThe28thInCommonYears() =>
        OccurrenceSchedule.Of(Deadline(DeadlineKind.Yearly) with { Month = 2, Day = 29 }, FiveYears, new DateOnly(2028, 12, 31))
            .Select(period => period.DueOn!.Value).ShouldBe([new(2026, 2, 28), new(2027, 2, 28), new(2028, 2, 29)]);

    [Fact]
    public void Of_Quarter_IsDueAtItsEnd()
    {
        var deadline = Deadline(DeadlineKind.Period, new DateOnly(2026, 6, 30)) with { From = new DateOnly(2026, 4, 1) };

        OccurrenceSchedule.Of(deadline, FiveYears, EndOf2026).ShouldBe([new OccurrencePeriod(new(2026, 4, 1), new(2026, 6, 30), new(2026, 6, 30))]);
    }

    [Fact]
    [Requirement("PLN-15")]
    public void Of_Regulated_IsAskedForEachYearWithoutADay() =>
        OccurrenceSchedule.Of(Deadline(DeadlineKind.Regulated), FiveYears, new DateOnly(2027, 5, 1)).ShouldBe([
            new OccurrencePeriod(new(2026, 1, 20), new(2026, 12, 31), null),
            new OccurrencePeriod(new(2027, 1, 1), new(2027, 12, 31), null),
        ]);

    [Fact]
    [Requirement("PLN-16")]
    public void Of_Event_HasNoDayUntilItsDocumentExists() =>
        OccurrenceSchedule.Of(Deadline(DeadlineKind.Event), FiveYears, EndOf2026).ShouldBe([new OccurrencePeriod(new(2026, 1, 20), new(2030, 12, 31), null)]);

    [Fact]
    public void Of_None_AsksForNothing() => OccurrenceSchedule.Of(RowDeadline.None, FiveYears, EndOf2026).ShouldBeEmpty();

    [Fact]
    public void Of_PlanOfMidYear_AsksForNoPeriodThatHadEnded()
    {
        var june = Span(2026, 2026, new DateOnly(2026, 6, 10));

        OccurrenceSchedule.Of(Deadline(DeadlineKind.Continuous), june, EndOf2026).Count.ShouldBe(7);
        OccurrenceSchedule.Of(Deadline(DeadlineKind.Yearly) with { Month = 3, Day = 15 }, june, EndOf2026).Single().DueOn.ShouldBeNull();
        OccurrenceSchedule.Of(Deadline(DeadlineKind.Fixed, new DateOnly(2026, 3, 15)), june, EndOf2026).Single().DueOn.ShouldBeNull();
    }

    [Fact]
    public void Of_AnyDeadline_KeepsItsPromises() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, test =>
    {
        var (deadline, span, horizon) = test;
        var periods = OccurrenceSchedule.Of(deadline, span, horizon);

        periods.ShouldNotBeEmpty();
        periods.ShouldAllBe(period => period.From <= period.To && period.From >= span.Start, "a period is a period, and not before the plan");
        periods.ShouldAllBe(period => period.DueOn == null || (period.DueOn >= span.PlanDate && period.DueOn >= period.From), "nothing is due before the plan's own date");
        periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.To < pair.Second.From, "periods follow one another");
        periods.Skip(1).ShouldAllBe(period => period.From <= horizon, "nothing beyond the horizon but the first");
        OccurrenceSchedule.Of(deadline, span, horizon.AddYears(1)).Take(periods.Count).ShouldBe(periods, "a top-up only adds");
    }));

    private static Arbitrary<(RowDeadline Deadline, PlanSpan Span, DateOnly Horizon)> Cases => (
        from kind in Gen.Elements(DeadlineKind.Continuous, DeadlineKind.Fixed, DeadlineKind.Yearly, DeadlineKind.Regulated, DeadlineKind.Event, DeadlineKind.Period)
        from date in Days.OrNull()
        from start in Days.OrNull()
        from others in Gen.ListOf(Days)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 31)
        from planDate in Days
        from late in Gen.Choose(0, 500)
        from years in Gen.Choose(0, 4)
        from horizon in Days
        select (
            new RowDeadline(kind, "", date) { From = start, Month = month, Day = day, Others = [.. others] },
            new PlanSpan(new PlanPeriod(2026, 2026 + years), planDate, planDate.AddDays(late)),
            horizon)).ToArbitrary();

    private static Gen<DateOnly> Days => Gen.Choose(0, 6 * 365).Select(days => new DateOnly(2025, 6, 1).AddDays(days));

    private static PlanSpan Span(int from, int to, DateOnly planDate) => new(new PlanPeriod(from, to), planDate, planDate);

    private static RowDeadline Deadline(string kind, DateOnly? date = null) => new(kind, "", date);
}

file static class Generators
{
    public static Gen<DateOnly?> OrNull(this Gen<DateOnly> days) => Gen.OneOf(Gen.Constant<DateOnly?>(null), days.Select(day => (DateOnly?)day));
}
