using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Shared.Audit;

/// <summary>One link of an organisation's audit chain. Position, time and hashes are given by the database.</summary>
public sealed class AuditEntry
{
    public required Guid OrganisationId { get; init; }
    public long Position { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required string Verb { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }
    public string? Reason { get; init; }

    /// <summary>The changed fields before and after, as JSON objects; null before a creation and after a withdrawal.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
    public byte[] PreviousHash { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => new { entry.OrganisationId, entry.Position });
        builder.Property(entry => entry.Position).ValueGeneratedOnAdd();
        builder.Property(entry => entry.At).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Before).HasColumnType("jsonb");
        builder.Property(entry => entry.After).HasColumnType("jsonb");
        builder.Property(entry => entry.PreviousHash).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Hash).ValueGeneratedOnAdd();
    }
}
