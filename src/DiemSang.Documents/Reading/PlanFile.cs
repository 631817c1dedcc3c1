using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;

namespace DiemSang.Documents.Reading;

/// <summary>The front door: a file in, a draft out, within a bound of size and time. Nothing is saved and nothing is changed.</summary>
public static class PlanFile
{
    public static PlanDraft Read(
        string path, PlanReadOptions? options = null, IProgress<PlanReadProgress>? progress = null, CancellationToken cancel = default)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            throw new UnreadableDocumentException($"“{path}” là thư mục, không phải tệp; hãy chọn một tệp kế hoạch trong đó.");
        }

        if (!File.Exists(path))
        {
            throw new UnreadableDocumentException($"Không tìm thấy tệp “{path}”; hãy kiểm tra tên và đường dẫn.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, name, options, progress, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocumentException($"Không mở được tệp “{name}”: hãy kiểm tra quyền đọc và thử lại.", e);
        }
    }

    /// <param name="fileName">The format is told by the content; the ending only separates CSV from other text.</param>
    /// <exception cref="UnreadableDocumentException">The file cannot be read within the bounds; the message says why.</exception>
    public static PlanDraft Read(
        Stream stream, string fileName, PlanReadOptions? options = null, IProgress<PlanReadProgress>? progress = null, CancellationToken cancel = default) =>
        ReadWithSource(stream, fileName, options, progress, cancel).Draft;

    /// <summary>The draft and the document it was understood from, for a review that shows both beside each other.</summary>
    /// <inheritdoc cref="Read(Stream, string, PlanReadOptions?, IProgress{PlanReadProgress}?, CancellationToken)"/>
    public static (PlanDraft Draft, SourceDocument Document) ReadWithSource(
        Stream stream, string fileName, PlanReadOptions? options = null, IProgress<PlanReadProgress>? progress = null, CancellationToken cancel = default)
    {
        options ??= new PlanReadOptions();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            var limits = ReadLimits.Default with { MaxFileBytes = options.MostBytes, Timeout = options.TimeLimit };
            var document = DocumentReader.Read(stream, fileName, limits, progress is null ? null : new ReadingShare(progress), limit.Token);
            progress?.Report(new PlanReadProgress(80, "Đang nhận ra các phần của kế hoạch"));
            var draft = new PlanReader(options).Read(document, limit.Token);
            progress?.Report(new PlanReadProgress(100, "Đã đọc xong"));
            return (draft, document);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(
                $"Đọc tệp “{fileName}” quá {options.TimeLimit.TotalSeconds:0} giây nên đã dừng; hãy chia nhỏ tệp rồi thử lại.", e);
        }
    }

    /// <summary>Reading the file is the first four fifths of the way; pages are counted where the reader knows them.</summary>
    private sealed class ReadingShare(IProgress<PlanReadProgress> whole) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) =>
            whole.Report(new PlanReadProgress(value.Total is > 0 and { } total ? 10 + (70 * value.Done / total) : 10, value.Stage));
    }
}
