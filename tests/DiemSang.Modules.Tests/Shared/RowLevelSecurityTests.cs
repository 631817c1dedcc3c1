using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Modules.Tests.Shared;

public sealed class RowLevelSecurityTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Catalog_EveryTenantTable_HasRowLevelSecurityAndAllFourPolicies()
    {
        var unprotected = await QueryAsync("""
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
              and (not c.relrowsecurity or (select count(distinct polcmd) from pg_policy p where p.polrelid = c.oid and polcmd <> '*') < 4)
            """);

        unprotected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Catalog_ApplicationRole_OwnsNothingAndCannotBypass()
    {
        (await QueryAsync("select rolname::text from pg_roles where rolname = 'diemsang_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")).ShouldBeEmpty();
        (await QueryAsync("select relname::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'diemsang_app'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Catalog_Views_RunWithTheRightsOfTheReader()
    {
        var bypassing = await QueryAsync("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
              and not coalesce(c.reloptions::text like '%security_invoker=true%', false)
            """);

        bypassing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_WithoutOrganisation_SeesNothing()
    {
        var ward = await _database.AddOrganisationAsync();
        await _database.AddUnitAsync(ward);
        await using var scope = _database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();

        (await db.Units.CountAsync()).ShouldBe(0);
        (await db.Organisations.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Read_ByTheProvince_SeesItsDescendantsOnly()
    {
        var province = await _database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        var ward = await _database.AddOrganisationAsync(parent: province);
        var stranger = await _database.AddOrganisationAsync("Ủy ban nhân dân xã Nơi Khác", OrganisationKind.Commune);
        await _database.AddUnitAsync(ward);
        await _database.AddUnitAsync(stranger);
        await using var scope = _database.Scope(province.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();

        (await db.Units.Select(unit => unit.OrganisationId).Distinct().ToListAsync()).ShouldBe([ward.Id]);
        (await db.Organisations.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Random_ReadsAndWritesAcrossTenants_LeakNothing()
    {
        const int tenants = 8, attempts = 2000;
        var random = new Random(20261121);
        var organisations = new List<Organisation>();
        var units = new List<Unit>();
        for (var i = 0; i < tenants; i++)
        {
            organisations.Add(await _database.AddOrganisationAsync($"Xã số {i}", OrganisationKind.Commune));
            units.Add(await _database.AddUnitAsync(organisations[i], $"Đơn vị {i}"));
        }

        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var mine = random.Next(tenants);
            var other = (mine + 1 + random.Next(tenants - 1)) % tenants;
            await using var scope = _database.Scope(organisations[mine].Id);
            var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
            await AttemptAsync(db, random.Next(6), organisations[other], units[other]);
        }

        (await QueryAsync("select name from access.unit where sort_order <> 0 or closed_on is not null")).ShouldBeEmpty();
        (await QueryAsync("select count(*)::text from access.unit")).ShouldBe([tenants.ToString()]);
    }

    private static async Task AttemptAsync(DiemSangDbContext db, int kind, Organisation other, Unit theirs)
    {
        switch (kind)
        {
            case 0:
                (await db.Units.AnyAsync(unit => unit.OrganisationId == other.Id)).ShouldBeFalse();
                break;
            case 1:
                (await db.AuditEntries.AnyAsync(entry => entry.OrganisationId == other.Id)).ShouldBeFalse();
                break;
            case 2:
                (await db.Units.Where(unit => unit.Id == theirs.Id).ExecuteUpdateAsync(set => set.SetProperty(unit => unit.SortOrder, 99))).ShouldBe(0);
                break;
            case 3:
                (await db.Units.Where(unit => unit.Id == theirs.Id).ExecuteDeleteAsync()).ShouldBe(0);
                break;
            case 4:
                db.Units.Add(new Unit(other.Id, $"Lẻn vào {Guid.NewGuid()}", "x", UnitKind.Division));
                await Should.ThrowAsync<Exception>(() => db.SaveAsync(Act.BySystem(other.Id, "test.intrude")));
                break;
            default:
                (await db.Organisations.Where(organisation => organisation.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Place, "x"))).ShouldBe(0);
                break;
        }
    }

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.Connections.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
