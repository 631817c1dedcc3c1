using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Evidence.Reading;

/// <summary>What was read in a file, once for all proofs that it carries.</summary>
public sealed class FileText : TenantEntity
{
    public Guid FileId { get; init; }

    /// <summary>Null when it could not be read.</summary>
    public string? Text { get; init; }

    /// <summary>Why not, as a sentence that says what to do.</summary>
    public string? Failure { get; init; }
    public DateTimeOffset ReadAt { get; init; }
}
