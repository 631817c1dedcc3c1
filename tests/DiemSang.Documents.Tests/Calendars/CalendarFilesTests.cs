using System.Globalization;
using DiemSang.Core.Calendars;
using DiemSang.Documents.Calendars;

namespace DiemSang.Tests.Calendars;

/// <summary>The tables that ship, against days counted by hand from the decisions.</summary>
public sealed class CalendarFilesTests
{
    private static readonly WorkingCalendar Calendar = CalendarFiles.Default;

    [Theory]
    [InlineData("2026-01-08", 3, "2026-01-12", "uses Saturday 10/01, worked for Friday 02/01")]
    [InlineData("2026-02-12", 5, "2026-02-26", "across Tết")]
    [InlineData("2026-02-13", 2, "2026-02-24", "across Tết from its eve")]
    [InlineData("2026-04-24", 3, "2026-05-04", "across Giỗ Tổ and 30/4")]
    [InlineData("2026-04-29", 1, "2026-05-04", "across 30/4 and 01/5")]
    [InlineData("2026-08-20", 5, "2026-08-26", "uses Saturday 22/8, worked for Monday 31/8")]
    [InlineData("2026-08-28", 7, "2026-09-11", "across the National Day")]
    [InlineData("2026-02-23", -1, "2026-02-13", "an apology is due one working day before")]
    public void AddWorkingDays_In2026_AgreesWithTheCountByHand(string from, int days, string expected, string because)
    {
        var counted = Calendar.AddWorkingDays(Day(from), days);

        counted.Day.ShouldBe(Day(expected), because);
        counted.Warning.ShouldBeNull();
    }

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 250)]
    [InlineData(2026, 250)]
    public void Year_Official_HasItsNumberOfWorkingDays(int year, int workingDays) =>
        Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(workingDays);

    [Theory]
    [InlineData("2026-02-12", 5, TermUnit.Day, "2026-02-23", "the last day, 17/02, is in Tết")]
    [InlineData("2026-03-02", 5, TermUnit.Day, "2026-03-09", "the last day, 07/3, is a Saturday")]
    [InlineData("2026-01-31", 1, TermUnit.Month, "2026-03-02", "28/02 is a Saturday")]
    [InlineData("2026-03-31", 1, TermUnit.Month, "2026-05-04", "30/4 is a holiday")]
    [InlineData("2024-02-29", 1, TermUnit.Year, "2025-02-28", "29/02 has no match")]
    [InlineData("2026-03-02", 2, TermUnit.Week, "2026-03-16", "the same day of the week")]
    [InlineData("2026-03-02", 56, TermUnit.WorkingHour, "2026-03-11", "56 hours are 7 working days")]
    [InlineData("2026-03-02", 57, TermUnit.WorkingHour, "2026-03-12", "a begun day counts")]
    [InlineData("2026-08-20", 5, TermUnit.WorkingDay, "2026-08-26", "as AddWorkingDays")]
    public void Deadline_ByTheCivilCode_EndsOnAWorkingDay(string eventDay, int length, TermUnit unit, string expected, string because) =>
        Calendar.Deadline(Day(eventDay), new Term(length, unit)).Day.ShouldBe(Day(expected), because);

    [Fact]
    public void Count_ThroughAYearWithoutAPlan_Warns()
    {
        Calendar.AddWorkingDays(Day("2026-12-29"), 2).IsCertain.ShouldBeTrue();

        var across = Calendar.AddWorkingDays(Day("2026-12-30"), 5);

        across.UnconfirmedYears.ShouldBe([2027]);
        across.Warning!.ShouldContain("2027");
        Calendar.IsWorkingDay(Day("2027-02-08")).ShouldBeFalse("mùng 3 Tết is off in any arrangement");
        Calendar.NextWorkingDay(Day("2035-06-02")).UnconfirmedYears.ShouldBe([2035], "a year without any table");
    }

    [Fact]
    public void Tables_MakeUpDays_ReplaceADayOffWithADayOfRest()
    {
        foreach (var year in Calendar.Years)
        {
            var off = year.DaysOff.SelectMany(run => run.Days).ToList();
            year.MakeUpDays.ShouldAllBe(makeUp => off.Contains(makeUp.InsteadOf) && !off.Contains(makeUp.Day) && Calendar.IsWorkingDay(makeUp.Day));
            off.ShouldBeUnique();
            year.DaysOff.ShouldAllBe(run => run.Occasion.Length > 0 && run.Source.Length > 0);
        }

        Calendar.Years.Select(year => (year.Year, year.IsOfficial)).ShouldBe([(2024, true), (2025, true), (2026, true), (2027, false)]);
    }

    [Fact]
    public void Load_DayInTheWrongYear_NamesTheFile()
    {
        var catalog = Directory.CreateTempSubdirectory("diemsang-catalog-");
        var folder = catalog.CreateSubdirectory("calendars").FullName;
        File.WriteAllText(Path.Combine(folder, "counting.yaml"), "{ weekly_rest: [saturday, sunday], hours_per_working_day: 8, source: test }");
        File.WriteAllText(Path.Combine(folder, "2028.yaml"), "{ year: 2028, official: true, days_off: [{ from: 2027-01-26, to: 2027-01-30, occasion: Tết, source: test }] }");

        var refused = Should.Throw<InvalidDataException>(() => CalendarFiles.Load(catalog.FullName));

        refused.Message.ShouldContain("2028.yaml");
        catalog.Delete(recursive: true);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
