using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>From a place in the document to the row that was read there.</summary>
/// <param name="Code">Short, beside the place.</param>
/// <param name="Label">Whole, for those who only hear it.</param>
public sealed record RowMark(Guid RowId, string Code, string Label);

/// <summary>The document as it was read, or a part of it, with what became of each place.</summary>
/// <param name="Here">Anchors of the places to be highlighted.</param>
/// <param name="ImagesOf">The import whose pages can be shown as images; null where there are none.</param>
public sealed record SourceView(IReadOnlyList<ReadBlock> Blocks, ILookup<string, RowMark> Marks, IReadOnlySet<string> Here, Guid PlanId, Guid? ImagesOf)
{
    private const int ParagraphsAround = 2;
    private const int TableRowsAround = 1;

    public static SourceView Whole(ReadDocument document, IReadOnlyList<PlanRow> rows, Guid planId, Guid? imagesOf) =>
        new(document.Blocks, MarksOf(rows), new HashSet<string>(), planId, imagesOf);

    /// <summary>The surroundings of one row's place: enough to read it, without scrolling.</summary>
    public static SourceView Around(SourcePlace place, ReadDocument document, IReadOnlyList<PlanRow> rows, Guid planId, Guid? imagesOf)
    {
        var at = document.Blocks.ToList().FindIndex(block => block.Number == place.Block);
        var blocks = place.Row is { } row && at >= 0
            ? [document.Blocks[at] with { Rows = [.. RowsAround(document.Blocks[at].Rows ?? [], row)] }]
            : document.Blocks.Skip(Math.Max(0, at - ParagraphsAround)).Take((2 * ParagraphsAround) + 1).ToList();
        return new SourceView(blocks, MarksOf(rows), new HashSet<string> { SourceAnchor.Of(place)! }, planId, imagesOf);
    }

    public bool IsHere(string anchor) => Here.Contains(anchor);

    /// <summary>True where another page begins, so that its image is offered once.</summary>
    public static bool BeginsPage(int? page, int? previous) => page is not null && page != previous;

    /// <summary>The heading of the table, the rows around, and the continuation rows that a page break cut off (no number in the first cell).</summary>
    private static IEnumerable<ReadRow> RowsAround(IReadOnlyList<ReadRow> rows, int number)
    {
        var last = number + TableRowsAround;
        while (rows.FirstOrDefault(row => row.Number == last) is { Cells: [{ Text: "" }, ..] } && last < number + 5)
        {
            last++;
        }

        return rows.Where(row => row.Number == 1 || (row.Number >= number - TableRowsAround && row.Number <= last));
    }

    private static ILookup<string, RowMark> MarksOf(IReadOnlyList<PlanRow> rows) =>
        rows.Where(row => SourceAnchor.Of(row.Source) is not null)
            .ToLookup(row => SourceAnchor.Of(row.Source)!, row => new RowMark(row.Id, row.Code ?? "•", $"{WorkWords.IndexName(row.IndexCode)} {row.Code}".Trim()));
}
