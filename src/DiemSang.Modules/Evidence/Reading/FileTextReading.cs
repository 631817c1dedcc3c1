using DiemSang.Documents.Reading;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DiemSang.Modules.Evidence.Reading;

/// <summary>Reads the text of files that carry proofs, so that a proof is found by what it says. A file is read once, whatever comes of it.</summary>
public sealed class FileTextReading(DiemSangDbContext db, FileStore files, TimeProvider clock, ILogger<FileTextReading> log)
{
    /// <summary>In one turn; a scan of many pages needs minutes.</summary>
    private const int MostFiles = 20;
    private const string Unexpected = "Chưa đọc được nội dung tệp vì một lỗi của chương trình; lỗi đã được ghi lại.";
    private static readonly ReadLimits Limits = ReadLimits.Default with { Timeout = TimeSpan.FromMinutes(3) };

    /// <summary>For the organisation of this unit of work, the oldest first.</summary>
    /// <returns>Number of files read or given up.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var waiting = await UnreadAsync(cancel);
        foreach (var file in waiting)
        {
            var read = await ReadAsync(file, cancel);
            db.FileTexts.Add(read);
            await db.SaveChangesAsync(cancel);
            await MakeFoundAsync(file, read.Text, cancel);
        }

        return waiting.Count;
    }

    private Task<List<StoredFile>> UnreadAsync(CancellationToken cancel)
    {
        var organisation = db.Tenant.OrganisationId ?? throw new InvalidOperationException("Files are read for one organisation.");
        return db.StoredFiles.AsNoTracking()
            .Where(file => file.OrganisationId == organisation && db.EvidenceItems.Any(item => item.OrganisationId == organisation && item.FileId == file.Id))
            .Where(file => !db.FileTexts.Any(text => text.OrganisationId == organisation && text.FileId == file.Id))
            .OrderBy(file => file.StoredAt)
            .Take(MostFiles)
            .ToListAsync(cancel);
    }

    private async Task<FileText> ReadAsync(StoredFile file, CancellationToken cancel)
    {
        string? text = null, failure = null;
        try
        {
            await using var content = files.Open(file);
            text = TextOf(await Task.Run(() => DocumentReader.Read(content, file.Name, Limits, progress: null, cancel), cancel));
        }
        catch (UnreadableDocumentException unreadable)
        {
            failure = unreadable.Message;
        }
        catch (Exception surprise) when (!cancel.IsCancellationRequested)
        {
            log.LogError(surprise, "The text of file {FileId} could not be read", file.Id);
            failure = Unexpected;
        }

        return new FileText { OrganisationId = file.OrganisationId, FileId = file.Id, Text = text, Failure = failure, ReadAt = clock.GetUtcNow() };
    }

    /// <summary>Paragraphs and table rows, a line each; PostgreSQL takes no zero characters.</summary>
    private static string TextOf(SourceDocument document) => string.Join('\n', document.Blocks.SelectMany(LinesOf)).Replace("\0", "");

    private static IEnumerable<string> LinesOf(SourceBlock block) => block switch
    {
        ParagraphBlock paragraph => [paragraph.ListMarker is null ? paragraph.Text : $"{paragraph.ListMarker} {paragraph.Text}"],
        TableBlock table => table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => cell.Text))),
        _ => [],
    };

    /// <summary>Not an edit of the proof: no version, no entry in the audit log.</summary>
    private async Task MakeFoundAsync(StoredFile file, string? text, CancellationToken cancel)
    {
        var items = db.EvidenceItems.Where(item => item.OrganisationId == file.OrganisationId && item.FileId == file.Id);
        foreach (var item in text is null ? [] : await items.AsNoTracking().ToListAsync(cancel))
        {
            item.Describe(item.Description with { Text = text });
            await items.Where(one => one.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SearchFolded, item.SearchFolded), cancel);
        }
    }
}
