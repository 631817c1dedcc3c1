using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading;

/// <summary>
/// A document as paragraphs and tables in reading order: what every reader (DOCX, XLSX, HTML, text, PDF, scan) produces and
/// what <see cref="DiemSang.Documents.Plans.PlanReader"/> understands. Text is NFC, without control characters.
/// </summary>
public sealed record SourceDocument(SourceFormat Format, IReadOnlyList<SourceBlock> Blocks)
{
    /// <summary>True when the text came from optical recognition and may be wrong in any letter.</summary>
    public bool IsOcr { get; init; }

    /// <summary>True when a legacy encoding (TCVN3, VNI) was converted on the way.</summary>
    public bool HadLegacyFonts { get; init; }

    public int? PageCount { get; init; }
}

public enum SourceFormat { Text, Docx, Xlsx, Xls, Csv, Html, Pdf, Scan }

public abstract record SourceBlock(SourcePlace Place);

/// <param name="Text">One paragraph; soft line breaks are kept as "\n".</param>
public sealed record ParagraphBlock(SourcePlace Place, string Text) : SourceBlock(Place)
{
    public bool IsBold { get; init; }
    public bool IsCentred { get; init; }

    /// <summary>List marker computed from numbering ("-", "1.", "a)") that is not part of <see cref="Text"/>; null when typed or absent.</summary>
    public string? ListMarker { get; init; }
}

/// <summary>A table; rows may have fewer cells than columns where cells are merged.</summary>
public sealed record TableBlock(SourcePlace Place, IReadOnlyList<SourceRow> Rows) : SourceBlock(Place);

public sealed record SourceRow(SourcePlace Place, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>Repeated header row as marked in the file (DOCX tblHeader).</summary>
    public bool IsHeader { get; init; }
}

/// <summary>One cell.</summary>
/// <param name="Lines">Paragraphs or lines of the cell, list markers included ("- …"), never null, may be empty.</param>
/// <param name="Column">First grid column it covers, from 0.</param>
public sealed record SourceCell(IReadOnlyList<string> Lines, int Column)
{
    public int ColumnSpan { get; init; } = 1;

    /// <summary>True for a cell that continues the one above (vertical merge); its lines are empty.</summary>
    public bool ContinuesAbove { get; init; }

    /// <summary>Lowest word confidence of OCR, 0–100; null when not from OCR.</summary>
    public int? OcrConfidence { get; init; }

    public string Text => string.Join(" ", Lines).Trim();
}

/// <summary>A file that cannot be read, for a reason a person can act on. <see cref="Exception.Message"/> is one plain Vietnamese line.</summary>
public sealed class UnreadableDocumentException(string message, Exception? inner = null) : Exception(message, inner);
