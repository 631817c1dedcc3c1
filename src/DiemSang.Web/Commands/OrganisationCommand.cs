using System.CommandLine;
using System.Security.Cryptography;
using DiemSang.Modules;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang organisation add</c>: founds an organisation with its first administrator, who then does the rest in the browser.</summary>
public static class OrganisationCommand
{
    private static readonly Option<string> Code = new("--code") { Required = true, Description = "Stable, unique code (names repeat across the country)." };
    private static readonly Option<string> Name = new("--name") { Required = true, Description = "Full name: \"Ủy ban nhân dân phường Bình Minh\"." };
    private static readonly Option<string> ShortName = new("--short-name") { Description = "As shown in lists; the full name when absent." };
    private static readonly Option<string> Place = new("--place") { Required = true, Description = "Địa danh in front of a date: \"Bình Minh\"." };
    private static readonly Option<OrganisationKind> Kind = new("--kind") { Required = true, Description = "Province, Agency, Commune, Ward or SpecialZone." };
    private static readonly Option<string> Parent = new("--parent") { Description = "Code of the organisation above it." };
    private static readonly Option<string> AdministratorName = new("--administrator") { Required = true, Description = "Full name of the first administrator." };
    private static readonly Option<string> UserName = new("--user") { Required = true, Description = "What the administrator signs in as." };

    public static Command Build()
    {
        var add = new Command("add", "Found an organisation; prints the administrator's password, which works once.")
        {
            Code, Name, ShortName, Place, Kind, Parent, AdministratorName, UserName,
        };
        add.SetAction(AddAsync);
        return new Command("organisation", "The organisations of this installation.") { add };
    }

    private static async Task<int> AddAsync(ParseResult asked, CancellationToken cancel)
    {
        var settings = Settings.FromEnvironment();
        await using var services = new ServiceCollection().AddLogging().AddModules(Settings.Database(settings), Settings.Files(settings)).BuildServiceProvider();
        var founder = services.GetRequiredService<OrganisationFounder>();
        var parentCode = asked.GetValue(Parent);
        var parent = parentCode is null ? null : await founder.FindAsync(parentCode, cancel);
        if (parentCode is not null && parent is null)
        {
            return await RefuseAsync(asked, $"There is no organisation with the code {parentCode}.");
        }

        if (await IsUserNameTakenAsync(services, asked.GetValue(UserName)!, cancel))
        {
            return await RefuseAsync(asked, $"The user name {asked.GetValue(UserName)} is taken.");
        }

        var organisation = new Organisation
        {
            ParentId = parent, Code = asked.GetValue(Code)!.Trim(), Name = asked.GetValue(Name)!.Trim(), Place = asked.GetValue(Place)!.Trim(),
            ShortName = (asked.GetValue(ShortName) ?? asked.GetValue(Name)!).Trim(), Kind = asked.GetValue(Kind),
        };
        if (!await founder.FoundAsync(organisation, cancel))
        {
            return await RefuseAsync(asked, $"The code {organisation.Code} is taken.");
        }

        var password = await AddAdministratorAsync(services, organisation, asked.GetValue(AdministratorName)!, asked.GetValue(UserName)!, cancel);
        await asked.InvocationConfiguration.Output.WriteLineAsync($"{organisation.Name} is founded. {asked.GetValue(UserName)} signs in once with {password} and then chooses a password.");
        return 0;
    }

    private static async Task<bool> IsUserNameTakenAsync(IServiceProvider services, string userName, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        return await db.Accounts.AnyAsync(account => account.NormalizedUserName == userName.ToUpperInvariant(), cancel);
    }

    private static async Task<string> AddAdministratorAsync(
        IServiceProvider services, Organisation organisation, string fullName, string userName, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var password = RandomNumberGenerator.GetString("bcdfghkmnpqrstvwxz23456789", 16);
        var account = Account.Open(userName, password, mustChangePassword: true);
        var person = new Person(organisation.Id, fullName) { AccountId = account.Id };
        db.Accounts.Add(account);
        db.People.Add(person);
        db.Appointments.Add(new Appointment(person, Role.Administrator, scope.ServiceProvider.GetRequiredService<TimeProvider>().Today()));
        await db.SaveAsync(Act.BySystem(organisation.Id, "access.found-organisation"), cancel);
        return password;
    }

    private static async Task<int> RefuseAsync(ParseResult asked, string why)
    {
        await asked.InvocationConfiguration.Error.WriteLineAsync(why);
        return CommandLine.BadInput;
    }
}
