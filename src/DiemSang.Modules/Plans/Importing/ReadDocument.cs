using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>A document as it was read, kept for the review: reading order, without formatting.</summary>
public sealed record ReadDocument(bool IsOcr, int? PageCount, IReadOnlyList<ReadBlock> Blocks)
{
    public static ReadDocument From(SourceDocument document) =>
        new(document.IsOcr, document.PageCount, [.. document.Blocks.Select((block, index) => ReadBlock.From(block, index + 1))]);
}

/// <summary>A paragraph (<see cref="Text"/>) or a table (<see cref="Rows"/>).</summary>
/// <param name="Number">Position in the document, from 1; <see cref="SourcePlace.Block"/> points here.</param>
public sealed record ReadBlock(int Number, int? Page, string? Sheet, string? Text, IReadOnlyList<ReadRow>? Rows)
{
    public bool IsHeading { get; init; }

    public static ReadBlock From(SourceBlock block, int position)
    {
        var number = block.Place.Block ?? position;
        return block switch
        {
            ParagraphBlock paragraph => new ReadBlock(number, block.Place.Page, block.Place.Sheet, TextOf(paragraph), null) { IsHeading = paragraph.IsBold },
            TableBlock table => new ReadBlock(number, block.Place.Page, block.Place.Sheet, null, [.. table.Rows.Select((row, index) => ReadRow.From(row, index + 1))]),
            _ => throw new ArgumentException($"Unknown kind of block: {block.GetType().Name}.", nameof(block)),
        };
    }

    private static string TextOf(ParagraphBlock paragraph) =>
        paragraph.ListMarker is { } marker ? $"{marker} {paragraph.Text}" : paragraph.Text;
}

/// <param name="Number">Row of the table, from 1; <see cref="SourcePlace.Row"/> points here.</param>
/// <param name="Page">Where the row stands when the table runs over several pages.</param>
public sealed record ReadRow(int Number, int? Page, IReadOnlyList<ReadCell> Cells)
{
    public static ReadRow From(SourceRow row, int position) =>
        new(row.Place.Row ?? position, row.Place.Page, [.. row.Cells.Select(cell => new ReadCell(string.Join('\n', cell.Lines), cell.ColumnSpan, cell.OcrConfidence))]);
}

/// <param name="OcrConfidence">0–100 when the text was recognised from an image.</param>
public sealed record ReadCell(string Text, int ColumnSpan, int? OcrConfidence);

/// <summary>Names of places in the shown document: what a row's link jumps to.</summary>
public static class SourceAnchor
{
    public static string? Of(SourcePlace? place) => place?.Block is { } block ? Of(block, place.Row) : null;

    public static string Of(int block, int? row) => row is { } number ? $"b{block}-r{number}" : $"b{block}";
}
