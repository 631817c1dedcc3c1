using System.Globalization;
using DiemSang.Core.Calendars;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DiemSang.Documents.Calendars;

/// <summary>Loads the working calendar from <c>catalog/calendars/</c>: counting.yaml and one file for each year.</summary>
public static class CalendarFiles
{
    private static readonly Lazy<WorkingCalendar> BesideProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "catalog")));

    /// <summary>The calendar shipped with the program, read once.</summary>
    public static WorkingCalendar Default => BesideProgram.Value;

    /// <exception cref="InvalidDataException">A file cannot be read or contradicts itself; the message names it.</exception>
    public static WorkingCalendar Load(string catalog)
    {
        var folder = Path.Combine(catalog, "calendars");
        var years = Directory.EnumerateFiles(folder, "????.yaml").Order(StringComparer.Ordinal).Select(ReadYear).ToList();
        return new WorkingCalendar(ReadRule(Path.Combine(folder, "counting.yaml")), years);
    }

    private static CountingRule ReadRule(string path)
    {
        var yaml = Read<CountingYaml>(path);
        return new CountingRule([.. yaml.WeeklyRest.Select(day => Enum.Parse<DayOfWeek>(day, ignoreCase: true))], yaml.HoursPerWorkingDay, yaml.Source);
    }

    private static CalendarYear ReadYear(string path)
    {
        var yaml = Read<YearYaml>(path);
        var year = new CalendarYear(
            yaml.Year,
            yaml.Official,
            [.. yaml.DaysOff.Select(off => new DayOff(Date(off.From), Date(off.To), off.Occasion, off.Source))],
            [.. yaml.MakeUpDays.Select(makeUp => new MakeUpDay(Date(makeUp.Day), Date(makeUp.InsteadOf), makeUp.Source))]);
        Check(year, path);
        return year;
    }

    /// <summary>A day typed into the wrong year would silently move deadlines, so it is refused.</summary>
    private static void Check(CalendarYear year, string path)
    {
        if (year.DaysOff.FirstOrDefault(off => off.To < off.From || off.From.Year != year.Year || off.To.Year != year.Year) is { } wrong)
        {
            throw new InvalidDataException($"{path}: ngày nghỉ {wrong.From:yyyy-MM-dd} – {wrong.To:yyyy-MM-dd} không thuộc năm {year.Year} hoặc bị ngược.");
        }

        if (year.MakeUpDays.FirstOrDefault(makeUp => makeUp.Day.Year != year.Year) is { } stray)
        {
            throw new InvalidDataException($"{path}: ngày làm bù {stray.Day:yyyy-MM-dd} không thuộc năm {year.Year}.");
        }
    }

    private static T Read<T>(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<T>(reader);
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class CountingYaml
    {
        public List<string> WeeklyRest { get; set; } = [];
        public int HoursPerWorkingDay { get; set; }
        public string Source { get; set; } = "";
    }

    private sealed class YearYaml
    {
        public int Year { get; set; }
        public bool Official { get; set; }
        public List<DayOffYaml> DaysOff { get; set; } = [];
        public List<MakeUpDayYaml> MakeUpDays { get; set; } = [];
    }

    private sealed class DayOffYaml
    {
        public string From { get; set; } = "";
        public string To { get; set; } = "";
        public string Occasion { get; set; } = "";
        public string Source { get; set; } = "";
    }

    private sealed class MakeUpDayYaml
    {
        public string Day { get; set; } = "";
        public string InsteadOf { get; set; } = "";
        public string Source { get; set; } = "";
    }
}
