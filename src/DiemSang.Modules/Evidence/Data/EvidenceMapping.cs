using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Evidence.Data;

internal sealed class EvidenceItemMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.Ignore(item => item.DocumentNumber);
        builder.Mentions<StoredFile>(nameof(EvidenceItem.FileId));
    }
}

internal sealed class EvidenceUseMapping : IEntityTypeConfiguration<EvidenceUse>
{
    public void Configure(EntityTypeBuilder<EvidenceUse> builder) => builder.Mentions<EvidenceItem>(nameof(EvidenceUse.ItemId));
}
