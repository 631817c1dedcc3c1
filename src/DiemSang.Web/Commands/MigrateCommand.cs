using System.CommandLine;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang migrate</c>: applies the migrations that are not applied yet.</summary>
public static class MigrateCommand
{
    public static Command Build()
    {
        var command = new Command("migrate", "Apply the database migrations that are not applied yet.");
        command.SetAction(async (_, cancel) =>
        {
            var applied = await new Migrator(Settings.Database(Settings.FromEnvironment())).ApplyAsync(cancel);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied:\n  {string.Join("\n  ", applied)}");
            return 0;
        });
        return command;
    }
}
