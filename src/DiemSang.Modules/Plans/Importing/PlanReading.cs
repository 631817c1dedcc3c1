using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>
/// Reads one waiting file into a draft. The reader holds a PostgreSQL lock on the import for as long as its connection lives: two nodes
/// never read the same file, and when a node dies the lock goes with it and another node takes the file up at its next scan.
/// </summary>
public sealed class PlanReading(DiemSangDbContext db, FileStore files, TimeProvider clock, ILogger<PlanReading> log)
{
    /// <summary>Longest reading; a scan of a hundred pages needs minutes.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    private const string GivenUp = "Chương trình dừng giữa chừng mỗi lần đọc tệp này. Hãy lưu lại tệp từ phần mềm gốc, hoặc gửi bản DOCX, rồi thử lại.";
    private const string Unexpected = "Chưa đọc được tệp này vì một lỗi của chương trình; lỗi đã được ghi lại. Hãy thử bản DOCX hoặc PDF khác của kế hoạch.";

    /// <summary>Does nothing when another node is reading it or when it has been read, failed or dropped meanwhile.</summary>
    public async Task ReadAsync(Guid importId, CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            if (await TryLockAsync(importId, cancel))
            {
                await ReadLockedAsync(importId, cancel);
                await UnlockAsync(importId);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task ReadLockedAsync(Guid importId, CancellationToken cancel)
    {
        var import = await db.PlanImports.SingleOrDefaultAsync(found => found.Id == importId, cancel);
        if (import is not { IsUnfinished: true })
        {
            return;
        }

        if (!import.Begin())
        {
            import.Fail(GivenUp, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            return;
        }

        await db.SaveChangesAsync(cancel);
        await UnderstandAsync(import, cancel);
        if (await IsWantedAsync(importId, cancel))
        {
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task UnderstandAsync(PlanImport import, CancellationToken cancel)
    {
        try
        {
            var file = await db.StoredFiles.AsNoTracking().SingleAsync(stored => stored.OrganisationId == import.OrganisationId && stored.Id == import.FileId, cancel);
            var options = new PlanReadOptions { TimeLimit = TimeLimit, KnownUnits = await UnitNamesAsync(import.OrganisationId, cancel) };
            await using var content = files.Open(file);
            var (draft, document) = await FollowAsync(import.Id, progress => PlanFile.ReadWithSource(content, file.Name, options, progress, cancel), cancel);
            import.Finish(draft, ReadDocument.From(document), clock.GetUtcNow());
        }
        catch (UnreadableDocumentException unreadable)
        {
            import.Fail(unreadable.Message, clock.GetUtcNow());
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            log.LogError(surprise, "Import {ImportId} could not be read", import.Id);
            import.Fail(Unexpected, clock.GetUtcNow());
        }
    }

    /// <summary>Runs the reader on another thread and writes down how far it is, at most twice a second.</summary>
    private async Task<T> FollowAsync<T>(Guid importId, Func<IProgress<PlanReadProgress>, T> read, CancellationToken cancel)
    {
        var latest = new LatestProgress();
        var reading = Task.Run(() => read(latest), cancel);
        while (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(500), clock, cancel)) != reading)
        {
            if (latest.TakeNew() is { } progress)
            {
                await db.PlanImports.Where(import => import.Id == importId && import.State == PlanImportState.Reading).ExecuteUpdateAsync(
                    set => set.SetProperty(import => import.Percent, Math.Clamp(progress.Percent, 0, 100)).SetProperty(import => import.Step, progress.Step), cancel);
            }
        }

        return await reading;
    }

    private async Task<IReadOnlyList<string>> UnitNamesAsync(Guid organisationId, CancellationToken cancel) =>
        await db.Units.Where(unit => unit.OrganisationId == organisationId).Select(unit => unit.Name).ToListAsync(cancel);

    /// <summary>False when the person put the file aside while it was read.</summary>
    private Task<bool> IsWantedAsync(Guid importId, CancellationToken cancel) =>
        db.PlanImports.AnyAsync(import => import.Id == importId && import.State == PlanImportState.Reading, cancel);

    private async Task<bool> TryLockAsync(Guid importId, CancellationToken cancel) =>
        await db.Database.SqlQuery<bool>($"select pg_try_advisory_lock({LockKeyOf(importId)}) as \"Value\"").SingleAsync(cancel);

    private Task UnlockAsync(Guid importId) => db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({LockKeyOf(importId)})");

    private static long LockKeyOf(Guid importId) => BitConverter.ToInt64(importId.ToByteArray(), 8);

    private sealed class LatestProgress : IProgress<PlanReadProgress>
    {
        private PlanReadProgress? _new;

        public void Report(PlanReadProgress value) => Volatile.Write(ref _new, value);

        public PlanReadProgress? TakeNew() => Interlocked.Exchange(ref _new, null);
    }
}
