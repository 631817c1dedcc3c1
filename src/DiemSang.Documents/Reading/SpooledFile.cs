namespace DiemSang.Documents.Reading;

/// <summary>An upload laid on disk once, in a folder of its own that goes with it: helper programs need a path, ZIP needs to seek.</summary>
internal sealed class SpooledFile : IDisposable
{
    private SpooledFile(DirectoryInfo folder, FileStream content)
    {
        Folder = folder.FullName;
        Content = content;
    }

    public string Folder { get; }
    public FileStream Content { get; }
    public string Path => Content.Name;

    public static SpooledFile From(Stream content, ReadLimits limits, CancellationToken stopped)
    {
        var folder = Directory.CreateTempSubdirectory("diemsang-read-");
        var file = new SpooledFile(folder, new FileStream(System.IO.Path.Combine(folder.FullName, "upload"), FileMode.CreateNew, FileAccess.ReadWrite));
        try
        {
            file.Fill(content, limits.MaxFileBytes, stopped);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public byte[] ReadHead(int length)
    {
        Content.Position = 0;
        var head = new byte[Math.Min(length, Content.Length)];
        Content.ReadExactly(head);
        Content.Position = 0;
        return head;
    }

    public byte[] ReadAll(long maxBytes)
    {
        if (Content.Length > maxBytes)
        {
            throw Unreadable.TooLarge(maxBytes);
        }

        return ReadHead((int)Content.Length);
    }

    public void Dispose()
    {
        Content.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A helper program that was just killed may still hold the folder; the system's temporary folder is cleaned anyway.
        }
    }

    private void Fill(Stream content, long maxBytes, CancellationToken stopped)
    {
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            stopped.ThrowIfCancellationRequested();
            if (Content.Length + read > maxBytes)
            {
                throw Unreadable.TooLarge(maxBytes);
            }

            Content.Write(buffer, 0, read);
        }

        Content.Flush();
        Content.Position = 0;
    }
}
