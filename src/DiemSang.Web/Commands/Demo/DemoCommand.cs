using System.CommandLine;
using DiemSang.Modules;

namespace DiemSang.Web.Commands.Demo;

/// <summary><c>diemsang demo load</c> and <c>diemsang demo accounts</c>.</summary>
public static class DemoCommand
{
    public static Command Build()
    {
        var load = new Command("load", "Load the demo province, ward and communes; what is already there stays.");
        load.SetAction(async (_, cancel) =>
        {
            var settings = Settings.FromEnvironment();
            var clock = new DemoClock();
            var services = new ServiceCollection().AddLogging().AddModules(Settings.Database(settings), Settings.Files(settings)).AddSingleton<TimeProvider>(clock);
            await using var provider = services.BuildServiceProvider();
            var demo = DemoFile.Read(Folder());
            var founded = await new DemoLoader(provider).LoadAsync(demo, cancel);
            if (founded.Contains(demo.PlanOf))
            {
                await new DemoYear(provider, clock).LiveAsync(demo.PlanOf, Path.Combine(Folder(), demo.Plan), cancel);
                await new DemoMeetings(provider, clock).MeetAsync(demo.PlanOf, cancel);
                await new DemoSurveys(provider, clock).AskAsync(demo.PlanOf, cancel);
                await new DemoOutsideSurveys(provider).SupportAsync(demo.PlanOf, cancel);
            }

            if (founded.Contains(demo.RoundsOf))
            {
                await new DemoRounds(provider, clock).LiveAsync(demo, cancel);
            }

            Console.WriteLine(founded.Count == 0 ? "The demo is already there." : $"Loaded the demo: {string.Join(", ", founded)}");
            return 0;
        });

        var accounts = new Command("accounts", "List the demo accounts.");
        accounts.SetAction(_ => List(DemoFile.Read(Folder())));
        return new Command("demo", "The demo organisations (docs/operations.md).") { load, accounts };
    }

    private static void List(DemoFile demo)
    {
        Console.WriteLine($"Demo accounts, password {demo.Password}:");
        foreach (var organisation in demo.Organisations)
        {
            Console.WriteLine($"  {organisation.ShortName}");
            foreach (var person in organisation.People)
            {
                Console.WriteLine($"    {person.User,-20} {person.Name}, {person.Post}");
            }
        }
    }

    private static string Folder() => Path.Combine(Settings.Home(Settings.FromEnvironment()), "demo");
}
