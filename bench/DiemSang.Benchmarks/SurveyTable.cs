using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Benchmarks;

/// <summary>
/// <c>./dev bench survey-table [RESPONSES]</c>: the SIPAS table with standard errors (39 criteria, 9 elements, 2 parts, the whole) of a million
/// responses in 34 strata of 40 sampling units, against R's <c>survey</c> on the same answers, and whether time grows in proportion to size.
/// </summary>
internal static class SurveyTable
{
    private const int Strata = 34;
    private const int UnitsPerStratum = 40;
    private const int Repeats = 15;
    private static readonly int[] CriteriaPerElement = [2, 2, 9, 10, 3, 4, 3, 3, 3];
    private static readonly IndexNode Root = BuildRoot();

    public static int Run(string[] arguments)
    {
        var responses = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        foreach (var size in new[] { responses / 4, responses / 2 })
        {
            Report(Sample.Draw(size));
        }

        var sample = Sample.Draw(responses);
        var (table, whole) = Report(sample);
        Console.WriteLine($"Peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
        CompareWithR(sample, table, whole);
        return 0;
    }

    private static (double TableSeconds, SatisfactionRow Whole) Report(Sample sample)
    {
        var (tableSeconds, designSeconds) = (double.MaxValue, double.MaxValue);
        SatisfactionRow whole = null!;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            // The peak is to be that of one table, not of what the repeats leave behind.
            GC.Collect();
            var clock = Stopwatch.StartNew();
            var design = sample.Design();
            designSeconds = Math.Min(designSeconds, clock.Elapsed.TotalSeconds);
            clock.Restart();
            whole = new SatisfactionTable(design, new SatisfactionIndex(Root)).Compute(sample.Answers)[0];
            tableSeconds = Math.Min(tableSeconds, clock.Elapsed.TotalSeconds);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"Điểm Sáng {sample.Weights.Length,9} responses: table {tableSeconds * 1000:F0} ms, design {designSeconds * 1000:F0} ms"));
        return (tableSeconds, whole);
    }

    private static void CompareWithR(Sample sample, double seconds, SatisfactionRow whole)
    {
        var file = Path.GetTempFileName();
        try
        {
            sample.Write(file);
            if (Rscript(file, sample.Weights.Length) is not { } rival)
            {
                Console.WriteLine("R with its package survey is not installed (Debian: r-cran-survey): no comparison.");
                return;
            }

            Console.WriteLine(FormattableString.Invariant($"R survey: table {rival[0]:F2} s, with its design {rival[1]:F2} s"));
            Console.WriteLine(FormattableString.Invariant($"Table {rival[0] / seconds:F0} times faster than R"));
            Console.WriteLine(FormattableString.Invariant(
                $"Whole {whole.Estimate.Value:F12} ± {whole.Estimate.StandardError:F12}; R {rival[2]:F12} ± {rival[3]:F12}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double[]? Rscript(string file, int rows)
    {
        var script = Path.Combine(Rivals(), "survey_table.R");
        var start = new ProcessStartInfo("Rscript", ["--vanilla", script, file, rows.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? [.. output.Trim().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Rivals()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "bench", "rivals")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "bench", "rivals");
    }

    private static IndexNode BuildRoot()
    {
        var next = 0;
        IndexNode Element(int size, int place) =>
            new() { Code = $"E{place}", Name = new("element"), Children = [.. Enumerable.Range(0, size).Select(_ => Criterion(next++))] };
        var elements = CriteriaPerElement.Select(Element).ToList();
        return Node("SIPAS", Node("I", [.. elements[..4]]), Node("II", [.. elements[4..]]));
    }

    private static IndexNode Node(string code, params IndexNode[] children) => new() { Code = code, Name = new(code), Children = children };

    private static IndexNode Criterion(int item) => new() { Code = $"{item + 1}", Name = new("criterion"), Variable = $"q{item}" };

    /// <summary>Invented answers: units differ, one in ten answers is missing, weights between 1 and 3.</summary>
    private sealed record Sample(int[] Stratum, int[] Unit, double[] Weights, Dictionary<string, byte[]> Answers)
    {
        public static Sample Draw(int size)
        {
            var random = new Random(20231211);
            var stratum = new int[size];
            var unit = new int[size];
            var weights = new double[size];
            for (var row = 0; row < size; row++)
            {
                (stratum[row], unit[row], weights[row]) = (random.Next(Strata), random.Next(UnitsPerStratum), 1 + (2 * random.NextDouble()));
            }

            var answers = Enumerable.Range(0, CriteriaPerElement.Sum()).ToDictionary(item => $"q{item}", _ => new byte[size]);
            foreach (var column in answers.Values)
            {
                random.NextBytes(column);
                for (var row = 0; row < size; row++)
                {
                    var level = column[row] + (unit[row] % 7 * 8);
                    column[row] = (byte)(column[row] < 25 ? 0 : level < 40 ? 1 : level < 60 ? 2 : level < 90 ? 3 : level < 210 ? 4 : 5);
                }
            }

            return new Sample(stratum, unit, weights, answers);
        }

        public SurveyDesign Design() => new(Weights.Length, Weights, [new SamplingStage { Strata = Stratum, Units = Unit }]);

        public void Write(string file)
        {
            using var stream = File.Create(file);
            stream.Write(MemoryMarshal.AsBytes<int>(Stratum));
            stream.Write(MemoryMarshal.AsBytes<int>(Unit));
            stream.Write(MemoryMarshal.AsBytes<double>(Weights));
            foreach (var column in Answers.Values)
            {
                stream.Write(column);
            }
        }
    }
}
