using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Snapshots.Data;

internal sealed class SnapshotLineMapping : IEntityTypeConfiguration<SnapshotLine>
{
    public void Configure(EntityTypeBuilder<SnapshotLine> builder)
    {
        builder.Ignore(line => line.IsRed).Ignore(line => line.Name);
        builder.Mentions<Snapshot>(nameof(SnapshotLine.SnapshotId));
    }
}

internal sealed class BoardKeeperMapping : IEntityTypeConfiguration<BoardKeeper>
{
    public void Configure(EntityTypeBuilder<BoardKeeper> builder) => builder.Mentions<Person>(nameof(BoardKeeper.PersonId));
}

internal sealed class SentBriefMapping : IEntityTypeConfiguration<SentBrief>
{
    public void Configure(EntityTypeBuilder<SentBrief> builder)
    {
        builder.Property(brief => brief.Content).AsJson();
        builder.Mentions<Person>(nameof(SentBrief.SentBy));
    }
}

internal sealed class BriefReaderMapping : IEntityTypeConfiguration<BriefReader>
{
    public void Configure(EntityTypeBuilder<BriefReader> builder)
    {
        builder.Mentions<SentBrief>(nameof(BriefReader.BriefId));
        builder.Mentions<Person>(nameof(BriefReader.PersonId));
    }
}
