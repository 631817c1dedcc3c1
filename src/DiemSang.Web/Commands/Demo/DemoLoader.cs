using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Web.Commands.Demo;

/// <summary>Founds the demo organisations with their units, people and accounts. What is already there is left alone.</summary>
public sealed class DemoLoader(IServiceProvider services)
{
    // Appointments begin with the two-tier government of 1 July 2025, so that demo people hold their roles at any later date.
    private static readonly DateOnly AppointedOn = new(2025, 7, 1);

    /// <returns>Codes of the organisations founded now.</returns>
    public async Task<IReadOnlyList<string>> LoadAsync(DemoFile demo, CancellationToken cancel)
    {
        var founder = services.GetRequiredService<OrganisationFounder>();
        var founded = new List<string>();
        foreach (var described in demo.Organisations)
        {
            var organisation = new Organisation
            {
                ParentId = described.Parent is null ? null : await founder.FindAsync(described.Parent, cancel),
                Code = described.Code, Name = described.Name, ShortName = described.ShortName, Place = described.Place,
                Kind = Enum.Parse<OrganisationKind>(described.Kind, ignoreCase: true),
            };
            if (await founder.FoundAsync(organisation, cancel))
            {
                await FillAsync(organisation, described, demo, cancel);
                founded.Add(described.Code);
            }
        }

        return founded;
    }

    private async Task FillAsync(Organisation organisation, DemoOrganisation described, DemoFile demo, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var units = new Dictionary<string, Unit>();
        foreach (var (unit, order) in described.Units.Select((unit, order) => (unit, order)))
        {
            units[unit.Name] = AddUnit(db, organisation, unit, order);
        }

        foreach (var person in described.People)
        {
            AddPerson(db, organisation, person, units, demo);
        }

        await db.SaveAsync(Act.BySystem(organisation.Id, "access.load-demo"), cancel);
    }

    private static Unit AddUnit(DiemSangDbContext db, Organisation organisation, DemoUnit described, int order)
    {
        var unit = new Unit(organisation.Id, described.Name, described.ShortName, Enum.Parse<UnitKind>(described.Kind, ignoreCase: true), order);
        db.Units.Add(unit);
        db.UnitNames.AddRange(described.Wordings.Select(name => new UnitName(unit, name, UnitNameKind.Wording)));
        db.UnitNames.AddRange(described.Former.Select(name => new UnitName(unit, name, UnitNameKind.Former)));
        return unit;
    }

    private static void AddPerson(DiemSangDbContext db, Organisation organisation, DemoPerson described, Dictionary<string, Unit> units, DemoFile demo)
    {
        var account = Account.Open(described.User, demo.Password, mustChangePassword: false);
        var person = new Person(organisation.Id, described.Name, described.Post) { AccountId = account.Id, Email = $"{described.User}@{demo.MailDomain}" };
        db.Accounts.Add(account);
        db.People.Add(person);
        db.Appointments.AddRange(described.Roles.Select(role => new Appointment(person, Enum.Parse<Role>(role, ignoreCase: true), AppointedOn)));
        if (described is { Unit: { } unit, UnitRole: { } role })
        {
            db.Appointments.Add(new Appointment(person, Enum.Parse<Role>(role, ignoreCase: true), AppointedOn, units[unit], described.Acting));
        }
    }
}
