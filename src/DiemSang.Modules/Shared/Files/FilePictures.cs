using DiemSang.Documents.Reading;
using DiemSang.Documents.Reading.Pages;

namespace DiemSang.Modules.Shared.Files;

/// <summary>A page of a stored file as a picture; the browser never gets the file itself to show.</summary>
public sealed class FilePictures(FileStore files)
{
    /// <summary>Every page is drawn as this.</summary>
    public const string MediaType = MediaTypes.Jpeg;

    /// <summary>Drawing costs a second of a processor: two at a time, whoever asks.</summary>
    private static readonly SemaphoreSlim Drawing = new(2);

    public static bool CanShow(string mediaType) => mediaType is MediaTypes.Pdf or MediaTypes.Tiff or MediaTypes.Png or MediaTypes.Jpeg;

    /// <param name="page">From 1.</param>
    /// <returns>A JPEG; null when there is no such page or the file cannot be drawn.</returns>
    public async Task<byte[]?> DrawAsync(StoredFile file, int page, CancellationToken cancel = default)
    {
        if (!CanShow(file.MediaType) || page < 1)
        {
            return null;
        }

        await Drawing.WaitAsync(cancel);
        try
        {
            await using var content = files.Open(file);
            return await Task.Run(() => PagePictures.Draw(content, page, cancel), cancel);
        }
        catch (Exception broken) when (broken is UnreadableDocumentException or InvalidDataException or EndOfStreamException)
        {
            return null;
        }
        finally
        {
            Drawing.Release();
        }
    }
}
