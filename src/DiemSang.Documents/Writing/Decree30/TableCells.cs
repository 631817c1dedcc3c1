using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>Word tables: bordered for appendices, without borders to set blocks side by side.</summary>
internal static class TableCells
{
    /// <summary>Two blocks side by side without lines, as at the head and the foot of a document.</summary>
    public static Table SideBySide(double leftMm, double rightMm, IEnumerable<Paragraph> left, IEnumerable<Paragraph> right)
    {
        var row = new TableRow(Cell(leftMm, left), Cell(rightMm, right));
        row.InsertAt(new TableRowProperties(new CantSplit()), 0);
        return new Table(Properties(leftMm + rightMm, bordered: false), Grid([leftMm, rightMm]), row);
    }

    public static TableProperties Properties(double widthMm, bool bordered) => new()
    {
        TableWidth = new TableWidth { Width = Typesetter.Twips(widthMm), Type = TableWidthUnitValues.Dxa },
        TableBorders = bordered ? Borders() : null,
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableCellMarginDefault = bordered ? null : new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }),
    };

    public static TableGrid Grid(IEnumerable<double> widthsMm) => new(widthsMm.Select(width => new GridColumn { Width = Typesetter.Twips(width) }));

    public static TableCell Cell(double widthMm, IEnumerable<Paragraph> paragraphs, int span = 1, bool centred = false)
    {
        var cell = new TableCell(new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = Typesetter.Twips(widthMm), Type = TableWidthUnitValues.Dxa },
            GridSpan = span > 1 ? new GridSpan { Val = span } : null,
            TableCellVerticalAlignment = centred ? new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center } : null,
        });
        cell.Append(paragraphs);
        return cell;
    }

    private static TableBorders Borders() => new(
        Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>());

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
}
