using System.CommandLine;
using DiemSang.Web.Commands.Demo;

namespace DiemSang.Web.Commands;

/// <summary>The verbs of <c>./diemsang</c>, one file each in this folder.</summary>
public static class CommandLine
{
    /// <summary>Exit status of every verb for input it cannot use; one plain line on standard error says why.</summary>
    public const int BadInput = 2;

    /// <summary>Built once: options are shared objects, and building them again while another thread parses would change them under it.</summary>
    private static readonly RootCommand Root = new("Điểm Sáng: turns a reform plan into running work, and the work into points.")
    {
        ServeCommand.Build(),
        SurveyCommand.Build(),
        ScoreCommand.Build(),
        RankCommand.Build(),
        PapiCommand.Build(),
        MigrateCommand.Build(),
        AuditCommand.Build(),
        OrganisationCommand.Build(),
        DemoCommand.Build(),
        PlanCommand.Build(),
    };

    /// <param name="arguments">As typed after <c>./diemsang</c>.</param>
    /// <param name="console">Where to write; null for the console.</param>
    public static async Task<int> RunAsync(string[] arguments, InvocationConfiguration? console = null)
    {
        console ??= new InvocationConfiguration();
        var parsed = Root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await console.Error.WriteLineAsync(parsed.Errors[0].Message.ReplaceLineEndings(" "));
            return BadInput;
        }

        console.EnableDefaultExceptionHandler = false;
        try
        {
            return await parsed.InvokeAsync(console);
        }
        catch (SettingMissingException missing)
        {
            await console.Error.WriteLineAsync(missing.Message);
            return BadInput;
        }
    }
}
