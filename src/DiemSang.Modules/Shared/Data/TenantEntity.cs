namespace DiemSang.Modules.Shared.Data;

/// <summary>A row that belongs to one organisation. Its key is (organisation, id); its version rises with every change.</summary>
public abstract class TenantEntity
{
    public Guid OrganisationId { get; init; }
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Optimistic concurrency: an edit posts the version it was shown, and is refused when the row has moved on.</summary>
    public int Version { get; private set; } = 1;

    internal void Touch() => Version++;
}

/// <summary>Changes of this entity are written to the audit log, with the act that caused them.</summary>
public interface IAudited;

/// <summary>Made by the product from rows that are audited themselves, by the thousand: only later changes of it are written to the audit log.</summary>
public interface IDerived : IAudited;
