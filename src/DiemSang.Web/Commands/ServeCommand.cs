using System.CommandLine;
using DiemSang.Web.Infrastructure.Jobs;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang serve</c>: the web application and the scheduled work. Extra arguments go to the host (<c>--urls …</c>).</summary>
public static class ServeCommand
{
    public static Command Build()
    {
        var hostArguments = new Argument<string[]>("host-arguments") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("serve", "Serve the web application.") { hostArguments };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, cancel) =>
        {
            await using var app = WebHost.Build(
                [.. result.UnmatchedTokens, .. result.GetValue(hostArguments) ?? []], builder => builder.Services.AddJobs(JobSettings.Default));
            await app.RunAsync(cancel);
            return 0;
        });
        return command;
    }
}
