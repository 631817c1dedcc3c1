using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Tests.TestData;

/// <summary>Builders with sensible defaults for tests.</summary>
public static class Organisations
{
    /// <summary>Adds an organisation as an operator would (past row-level security: a tenant cannot create tenants).</summary>
    public static async Task<Organisation> AddOrganisationAsync(
        this TestDatabase database, string name = "Ủy ban nhân dân phường Bình Minh", OrganisationKind kind = OrganisationKind.Ward, Organisation? parent = null)
    {
        var organisation = new Organisation
        {
            ParentId = parent?.Id, Code = Guid.NewGuid().ToString("N")[..12], Name = name, ShortName = name, Place = "Bình Minh", Kind = kind,
        };
        await new OrganisationFounder(database.Connections).FoundAsync(organisation);
        return organisation;
    }

    public static async Task<Unit> AddUnitAsync(this TestDatabase database, Organisation organisation, string name = "Phòng Văn hóa - Xã hội phường", UnitKind kind = UnitKind.Division)
    {
        await using var scope = database.Scope(organisation.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var unit = new Unit(organisation.Id, name, name, kind);
        db.Units.Add(unit);
        await db.SaveAsync(Act.BySystem(organisation.Id, "test.add-unit"));
        return unit;
    }

    public static async Task<Person> AddPersonAsync(
        this TestDatabase database, Organisation organisation, string fullName = "Nguyễn Thị Khánh", Role role = Role.Focal, Unit? unit = null)
    {
        await using var scope = database.Scope(organisation.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var person = new Person(organisation.Id, fullName);
        db.People.Add(person);
        db.Appointments.Add(new Appointment(person, role, new DateOnly(2025, 7, 1), unit));
        await db.SaveAsync(Act.BySystem(organisation.Id, "test.add-person"));
        return person;
    }
}
