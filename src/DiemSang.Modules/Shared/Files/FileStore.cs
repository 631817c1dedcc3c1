using System.Security.Cryptography;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Shared.Files;

/// <param name="Folder">Where contents lie, as ab/cd/abcd….</param>
/// <param name="MaxBytes">Largest file taken in, in bytes.</param>
public sealed record FileStoreOptions(string Folder, long MaxBytes = 50 * 1024 * 1024);

/// <summary>Keeps each content once under its SHA-256; a row in shared.stored_file says whose it is. Files are never overwritten.</summary>
public sealed class FileStore(DiemSangDbContext db, FileStoreOptions options, TimeProvider clock)
{
    /// <summary>Takes a file in. The row is added to the context and saved with the caller's own changes.</summary>
    /// <returns>The file (an earlier row when this organisation already has the same content), or the reason why it is refused.</returns>
    public async Task<(StoredFile? File, string? Refusal)> TakeInAsync(Stream content, string name, Act act, CancellationToken cancel = default)
    {
        await using var copy = new FileStream(
            Path.Combine(TemporaryFolder(), Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (!await CopyWithinLimitAsync(content, copy, cancel))
        {
            return (null, $"Tệp lớn hơn {options.MaxBytes / (1024 * 1024)} MB. Hãy tách tệp hoặc giảm độ phân giải bản quét.");
        }

        if (copy.Length == 0)
        {
            return (null, "Tệp trống. Hãy kiểm tra lại tệp đã chọn.");
        }

        if (MediaTypes.Detect(copy) is not { } mediaType)
        {
            return (null, "Loại tệp này không được nhận. Hãy dùng DOCX, XLSX, PDF, ảnh (PNG, JPEG, TIFF) hoặc văn bản không có macro.");
        }

        copy.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancel));
        if (await db.StoredFiles.FirstOrDefaultAsync(file => file.OrganisationId == act.OrganisationId && file.Sha256 == sha256, cancel) is { } known)
        {
            return (known, null);
        }

        await KeepAsync(copy, sha256, cancel);
        var stored = new StoredFile
        {
            OrganisationId = act.OrganisationId, Sha256 = sha256, Name = SafeName(name), MediaType = mediaType, Size = copy.Length,
            StoredAt = clock.GetUtcNow(), StoredBy = act.PersonId,
        };
        db.StoredFiles.Add(stored);
        return (stored, null);
    }

    public Stream Open(StoredFile file) => new FileStream(PathOf(file.Sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous);

    private async Task<bool> CopyWithinLimitAsync(Stream from, Stream to, CancellationToken cancel)
    {
        var buffer = new byte[81920];
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            if (to.Length + read > options.MaxBytes)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return true;
    }

    /// <summary>Written beside and then moved into place, so that a crash leaves no half file under a hash.</summary>
    private async Task KeepAsync(Stream content, string sha256, CancellationToken cancel)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = Path.Combine(TemporaryFolder(), Guid.NewGuid().ToString("N"));
        content.Position = 0;
        await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            await content.CopyToAsync(file, cancel);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }

    private string PathOf(string sha256) => Path.Combine(options.Folder, sha256[..2], sha256[2..4], sha256);

    private string TemporaryFolder() => Directory.CreateDirectory(Path.Combine(options.Folder, "tmp")).FullName;

    private static string SafeName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1].Normalize();
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? "tep" : clean[^Math.Min(clean.Length, StoredFile.NameMaxLength)..];
    }
}
