using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DiemSang.Documents.Reading;

/// <summary>
/// Runs poppler or tesseract on a file of ours: arguments never pass a shell, memory, processor time and file size are limited by the kernel
/// (prlimit), and the program dies with the read.
/// </summary>
internal sealed class HelperProgram(string name, string debianPackage, ReadContext context)
{
    private const string Limiter = "/usr/bin/prlimit";
    private const long MaxOutputFileBytes = 1L << 30;

    /// <summary>Runs to the end and returns the exit code; every line of output goes to <paramref name="onLine"/>.</summary>
    public int Run(IReadOnlyList<string> arguments, Action<string>? onLine = null)
    {
        context.ThrowIfStopped();
        using var process = Start(arguments);
        using var killing = context.Stopped.Register(() => Kill(process));
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            onLine?.Invoke(line);
        }

        process.WaitForExit();
        context.ThrowIfStopped();
        return process.ExitCode;
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = File.Exists(Limiter) ? Limiter : name,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["OMP_THREAD_LIMIT"] = "1"; // tesseract's own threads fight each other for two processors
        foreach (var argument in (File.Exists(Limiter) ? Limits() : []).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var process = Process.Start(start) ?? throw Missing();
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw Missing();
        }
    }

    /// <summary>prlimit itself starts in any case, so a missing program shows by its exit code 127.</summary>
    public UnreadableDocumentException Missing() => Unreadable.HelperMissing(name, debianPackage);

    private IEnumerable<string> Limits()
    {
        var seconds = Math.Max(1, (long)context.Limits.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return
        [
            $"--as={context.Limits.MaxHelperMemoryBytes.ToString(CultureInfo.InvariantCulture)}",
            $"--cpu={seconds}",
            $"--fsize={MaxOutputFileBytes.ToString(CultureInfo.InvariantCulture)}",
            "--core=0",
            name,
        ];
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the same moment.
        }
    }
}
