namespace DiemSang.Documents.Reading;

/// <summary>What one read may cost. A file beyond any of these is refused with a sentence, never read in part.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    public long MaxFileBytes { get; init; } = 50L << 20;

    /// <summary>Sum of all parts of a DOCX or XLSX once unpacked.</summary>
    public long MaxUncompressedBytes { get; init; } = 256L << 20;

    /// <summary>Unpacked to packed size of one part. Word's own XML stays under 60; a zip bomb is near 1,000.</summary>
    public int MaxCompressionRatio { get; init; } = 300;

    /// <summary>HTML and text are held whole while they are read.</summary>
    public int MaxMarkupBytes { get; init; } = 16 << 20;

    public int MaxPages { get; init; } = 200;

    public int MaxTableCells { get; init; } = 400_000;

    /// <summary>Characters of text over the whole document.</summary>
    public int MaxTextLength { get; init; } = 20_000_000;

    /// <summary>Pixels of one page image: A4 at 600 dpi has 35 million.</summary>
    public long MaxPagePixels { get; init; } = 60_000_000;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Address space of one helper program (poppler, tesseract).</summary>
    public long MaxHelperMemoryBytes { get; init; } = 2L << 30;

    /// <summary>Helper programs at the same time while recognising a scan.</summary>
    public int OcrProcesses { get; init; } = 2;
}

/// <summary>How far a read has come.</summary>
/// <param name="Stage">Vietnamese, for the screen: "Đang nhận dạng chữ".</param>
/// <param name="Done">Pages or rows finished, from 0.</param>
/// <param name="Total">How many there are, or null while that is unknown.</param>
public sealed record ReadProgress(string Stage, int Done, int? Total);
