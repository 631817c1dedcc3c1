using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DiemSang.Modules.Shared.Audit;

/// <summary>Turns the pending changes of audited entities into audit entries: only the fields that changed, before and after.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static List<AuditEntry> Of(ChangeTracker changes, Act act) =>
        [.. changes.Entries<IAudited>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.State != EntityState.Added || entry.Entity is not IDerived)
            .Select(entry => Describe(entry, act))];

    private static AuditEntry Describe(EntityEntry entry, Act act) => new()
    {
        OrganisationId = act.OrganisationId,
        PersonId = act.PersonId,
        PersonName = act.PersonName,
        Verb = act.Verb,
        Reason = act.Reason,
        SubjectKind = entry.Metadata.ClrType.Name,
        SubjectId = entry.Entity is TenantEntity tenantEntity ? tenantEntity.Id.ToString() : string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key.Name).CurrentValue)),
        Before = entry.State == EntityState.Added ? null : Fields(entry, property => property.OriginalValue),
        After = entry.State == EntityState.Deleted ? null : Fields(entry, property => property.CurrentValue),
    };

    private static string Fields(EntityEntry entry, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(entry.Properties
            .Where(property => entry.State != EntityState.Modified || property.IsModified)
            .Where(property => !property.Metadata.Name.EndsWith("Folded", StringComparison.Ordinal))
            .ToDictionary(property => property.Metadata.Name, value), Json);
}
