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
        if (!File.Exists(path))
        {
            throw new UnreadableDocumentException($"Không tìm thấy tệp “{path}”.");
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

    /// <param name="fileName">For messages only: the format is told by the content.</param>
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
            progress?.Report(new PlanReadProgress(5, "Đang mở tệp"));
            var content = ReadAll(stream, fileName, options.MostBytes, limit.Token);
            progress?.Report(new PlanReadProgress(15, "Đang đọc nội dung"));
            var document = DocumentReader.Read(content, fileName, limit.Token);
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

    private static byte[] ReadAll(Stream stream, string fileName, long mostBytes, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            copy.Write(buffer, 0, read);
            if (copy.Length > mostBytes)
            {
                throw new UnreadableDocumentException($"Tệp “{fileName}” lớn hơn {mostBytes / (1024 * 1024)} MB, vượt mức cho phép; hãy chia nhỏ hoặc nén ảnh quét.");
            }
        }

        return copy.ToArray();
    }
}
