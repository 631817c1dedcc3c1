using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Modules.Tests.Shared;

public sealed class AuditTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Organisation _ward = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ward = await _database.AddOrganisationAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Save_UnitRenamed_KeepsBeforeAfterWhoAndWhy()
    {
        var unit = await _database.AddUnitAsync(_ward, "Phòng Kinh tế");
        await using var scope = _database.Scope(_ward.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var loaded = await db.Units.SingleAsync(u => u.Id == unit.Id);

        db.UnitNames.Add(loaded.Rename("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KTHTĐT", new DateOnly(2026, 1, 1), "12/QĐ-UBND"));
        await db.SaveAsync(new Act(_ward.Id, null, "Trần Văn An", "access.rename-unit", "Theo quyết định sắp xếp"));

        var entry = await db.AuditEntries.AsNoTracking().Where(e => e.SubjectId == unit.Id.ToString() && e.Verb == "access.rename-unit").SingleAsync();
        entry.PersonName.ShouldBe("Trần Văn An");
        entry.Reason.ShouldBe("Theo quyết định sắp xếp");
        entry.Before!.ShouldContain("Phòng Kinh tế\"");
        entry.After!.ShouldContain("Phòng Kinh tế, Hạ tầng và Đô thị");
    }

    [Fact]
    public async Task Verify_UntouchedChain_IsWhole()
    {
        await _database.AddUnitAsync(_ward, "Phòng một");
        await _database.AddUnitAsync(_ward, "Phòng hai");

        var chain = (await new AuditVerifier(_database.Connections.Owner).VerifyAsync()).Single();

        chain.BrokenAt.ShouldBeNull();
        chain.Entries.ShouldBe(2);
    }

    [Fact]
    public async Task Verify_EntryRewrittenByTheDatabaseOwner_NamesThePosition()
    {
        await _database.AddUnitAsync(_ward, "Phòng một");
        await _database.AddUnitAsync(_ward, "Phòng hai");
        await _database.ExecuteAsOwnerAsync("""
            alter table shared.audit_entry disable trigger audit_entry_append_only;
            update shared.audit_entry set person_name = 'Người khác' where position = 1;
            """);

        var chain = (await new AuditVerifier(_database.Connections.Owner).VerifyAsync()).Single();

        chain.BrokenAt.ShouldBe(1);
    }

    [Fact]
    public async Task Verify_LastEntryRemovedByTheDatabaseOwner_IsSeen()
    {
        await _database.AddUnitAsync(_ward, "Phòng một");
        await _database.AddUnitAsync(_ward, "Phòng hai");
        await _database.ExecuteAsOwnerAsync("""
            alter table shared.audit_entry disable trigger audit_entry_append_only;
            delete from shared.audit_entry where position = 2;
            """);

        var chain = (await new AuditVerifier(_database.Connections.Owner).VerifyAsync()).Single();

        chain.BrokenAt.ShouldBe(2);
    }

    [Theory]
    [InlineData("update shared.audit_entry set person_name = 'x'")]
    [InlineData("delete from shared.audit_entry")]
    [InlineData("truncate shared.audit_entry")]
    [InlineData("update shared.audit_head set position = 0")]
    public async Task Change_ByTheApplication_IsRefused(string sql)
    {
        await _database.AddUnitAsync(_ward);
        await using var scope = _database.Scope(_ward.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();

        var refused = await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(sql));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Save_SameRowByTwoPeople_RefusesTheSecond()
    {
        var unit = await _database.AddUnitAsync(_ward);
        await using var first = _database.Scope(_ward.Id);
        await using var second = _database.Scope(_ward.Id);
        var firstDb = first.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var secondDb = second.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        (await firstDb.Units.SingleAsync(u => u.Id == unit.Id)).SortOrder = 1;
        (await secondDb.Units.SingleAsync(u => u.Id == unit.Id)).SortOrder = 2;
        await firstDb.SaveAsync(Act.BySystem(_ward.Id, "test.first"));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => secondDb.SaveAsync(Act.BySystem(_ward.Id, "test.second")));
    }

    [Fact]
    public async Task SaveChanges_AuditedEntityWithoutAct_Throws()
    {
        await using var scope = _database.Scope(_ward.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        db.Units.Add(new Unit(_ward.Id, "Phòng", "P", UnitKind.Division));

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }
}
