using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Requests;

/// <summary>Explanation (giải trình): a leader asks a lead unit. Contribution (phối hợp): a lead unit asks a co-operating one (PLN-19).</summary>
public enum RequestKind { Explanation, Contribution }

/// <summary>A unit asked for words or a file by a day; answered once, then closed by those who asked.</summary>
public sealed class UnitRequest : TenantEntity, IAudited
{
    public const int TextMaxLength = 2000;

    public required Guid TaskId { get; init; }

    /// <summary>Who is asked.</summary>
    public required Guid UnitId { get; init; }
    public required RequestKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Last good day for the answer.</summary>
    public required DateOnly DueOn { get; init; }
    public required Guid AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public string? Answer { get; private set; }
    public Guid? FileId { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public Guid? ClosedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsAnswered => AnsweredAt is not null;
    public bool IsClosed => ClosedAt is not null;

    public void Reply(string answer, Guid? fileId, Guid by, DateTimeOffset at) => (Answer, FileId, AnsweredBy, AnsweredAt) = (answer, fileId, by, at);

    public void Close(Guid by, DateTimeOffset at) => (ClosedBy, ClosedAt) = (by, at);
}

internal sealed class UnitRequestMapping : IEntityTypeConfiguration<UnitRequest>
{
    public void Configure(EntityTypeBuilder<UnitRequest> builder)
    {
        builder.Ignore(request => request.IsAnswered).Ignore(request => request.IsClosed);
        builder.Mentions<PlanTask>(nameof(UnitRequest.TaskId));
        builder.Mentions<Unit>(nameof(UnitRequest.UnitId));
        builder.Mentions<Person>(nameof(UnitRequest.AskedBy));
        builder.Mentions<StoredFile>(nameof(UnitRequest.FileId));
    }
}
