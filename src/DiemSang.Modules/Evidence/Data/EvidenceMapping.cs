using DiemSang.Modules.Evidence.Reading;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Evidence.Data;

internal sealed class EvidenceItemMapping : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.Ignore(item => item.DocumentNumber).Ignore(item => item.Description);
        builder.Mentions<StoredFile>(nameof(EvidenceItem.FileId));
    }
}

internal sealed class EvidenceUseMapping : IEntityTypeConfiguration<EvidenceUse>
{
    public void Configure(EntityTypeBuilder<EvidenceUse> builder) => builder.Mentions<EvidenceItem>(nameof(EvidenceUse.ItemId));
}

internal sealed class FileTextMapping : IEntityTypeConfiguration<FileText>
{
    public void Configure(EntityTypeBuilder<FileText> builder) => builder.Mentions<StoredFile>(nameof(FileText.FileId));
}

internal sealed class RequestLineMapping : IEntityTypeConfiguration<RequestLine>
{
    public void Configure(EntityTypeBuilder<RequestLine> builder) => builder.HasNoKey().ToView("request_line", "plans");
}

internal sealed class OccurrenceLineMapping : IEntityTypeConfiguration<OccurrenceLine>
{
    public void Configure(EntityTypeBuilder<OccurrenceLine> builder) => builder.HasNoKey().ToView("occurrence_line", "plans");
}
