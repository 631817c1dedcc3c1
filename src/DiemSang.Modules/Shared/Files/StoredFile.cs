using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Shared.Files;

/// <summary>A file somebody put into the product; its content lies once, under its hash, in the files folder.</summary>
public sealed class StoredFile : TenantEntity, IAudited
{
    public const int NameMaxLength = 255;

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    public required string Name { get; init; }

    /// <summary>Found from the content, never from the name or the browser.</summary>
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }
    public required DateTimeOffset StoredAt { get; init; }
    public Guid? StoredBy { get; init; }
}
