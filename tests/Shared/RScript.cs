using System.Diagnostics;

namespace DiemSang.Tests;

/// <summary>R as an independent witness, where it is installed with its package <c>survey</c> (Debian: r-cran-survey).</summary>
public static class RScript
{
    /// <summary>Null where R can be asked.</summary>
    public static string? WhyAbsent { get; } = Probe() ? null : "Rscript with the package survey is not installed (Debian: apt install r-cran-survey).";

    /// <summary>Runs a program and gives back what it printed with <c>cat</c>: one "name value" per line.</summary>
    public static Dictionary<string, double> Run(string program)
    {
        var (exit, output, error) = Start(program);
        exit.ShouldBe(0, error);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool Probe()
    {
        try
        {
            return Start("quit(status = if (nzchar(system.file(package = \"survey\"))) 0 else 1)").Exit == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Exit, string Output, string Error) Start(string program)
    {
        var start = new ProcessStartInfo("Rscript", ["--vanilla", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(program);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}

/// <summary>A test against R; skipped, and saying so, where R or its package is absent.</summary>
public sealed class RFactAttribute : FactAttribute
{
    public RFactAttribute() => Skip = RScript.WhyAbsent;
}

/// <summary>As <see cref="RFactAttribute"/>, for a theory.</summary>
public sealed class RTheoryAttribute : TheoryAttribute
{
    public RTheoryAttribute() => Skip = RScript.WhyAbsent;
}
