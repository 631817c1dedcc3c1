namespace DiemSang.Documents.Writing.Sheets;

/// <summary>How high a row must be for the text that wraps in it: LibreOffice cuts off what wraps in a row without a height.</summary>
internal static class RowHeight
{
    /// <summary>Of one line of the standard font (12 pt) with its leading.</summary>
    public const double LinePt = 16.5;

    /// <summary>Excel refuses higher rows.</summary>
    private const double HighestPt = 409;

    /// <summary>Letters on a unit of width, which is a digit: plain letters are narrower, bold ones are not, and the cell has margins.</summary>
    private const double PlainLetters = 1.1, BoldLetters = 0.95;

    /// <param name="texts">By column; null for a cell without text.</param>
    public static double Pt(IEnumerable<string?> texts, IReadOnlyList<XlsxColumn> columns, bool isBold)
    {
        var letters = isBold ? BoldLetters : PlainLetters;
        var lines = texts.Zip(columns, (text, column) => text is null ? 1 : text.Split('\n').Sum(line => Lines(line, column.Width * letters)));
        return Math.Min(HighestPt, LinePt * lines.DefaultIfEmpty(1).Max());
    }

    /// <param name="width">In letters; a longer word is broken.</param>
    private static int Lines(string text, double width)
    {
        if (text.Length <= width || width < 1)
        {
            return 1;
        }

        var (lines, used) = (1, 0.0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                (lines, used) = (lines + 1, 0);
            }

            used += (used > 0 ? 1 : 0) + word.Length;
            for (; used > width; used -= width)
            {
                lines++;
            }
        }

        return lines;
    }
}
