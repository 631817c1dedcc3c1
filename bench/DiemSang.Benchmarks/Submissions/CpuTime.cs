using System.Globalization;

namespace DiemSang.Benchmarks.Submissions;

/// <summary>Processor time spent so far, in seconds, as Linux keeps it in /proc/PID/stat (hundredths of a second).</summary>
internal static class CpuTime
{
    private const double TicksPerSecond = 100;

    // Places after the command's name, which may hold spaces: state is 0, parent 1.
    private const int Parent = 1;
    private const int Own = 11;
    private const int OfEndedChildren = 13;

    public static double Of(int process) => Seconds(process, Own);

    /// <summary>Of a process, its living children and those it has outlived: a PostgreSQL server with its connections.</summary>
    public static double OfFamily(int parent) =>
        Seconds(parent, Own) + Seconds(parent, OfEndedChildren)
        + Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => Fields(int.Parse(name!, CultureInfo.InvariantCulture))).Where(fields => fields.Length > 0 && int.Parse(fields[Parent], CultureInfo.InvariantCulture) == parent)
            .Sum(fields => Sum(fields, Own));

    /// <summary>Of the tools this process has run to their end.</summary>
    public static double OfEndedTools() => Seconds(Environment.ProcessId, OfEndedChildren);

    private static double Seconds(int process, int from) => Sum(Fields(process), from);

    private static double Sum(string[] fields, int user) =>
        (double.Parse(fields[user], CultureInfo.InvariantCulture) + double.Parse(fields[user + 1], CultureInfo.InvariantCulture)) / TicksPerSecond;

    /// <summary>Empty when the process has just ended.</summary>
    private static string[] Fields(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
