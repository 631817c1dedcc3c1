using System.CommandLine;
using DiemSang.Web.Commands;

namespace DiemSang.Web.Tests.Commands;

/// <summary>Runs the command line on a file and catches what it writes.</summary>
internal static class CommandRun
{
    public static async Task<(int Exit, string Output, string Error)> OnFileAsync(string content, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("command-run");
        try
        {
            var file = Path.Combine(folder.FullName, "data.csv");
            await File.WriteAllTextAsync(file, content);
            using var output = new StringWriter();
            using var error = new StringWriter();
            var exit = await CommandLine.RunAsync(arguments(file), new InvocationConfiguration { Output = output, Error = error });
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
