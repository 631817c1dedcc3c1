using System.Globalization;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>
/// Parses the word table that both <c>pdftotext -tsv</c> and <c>tesseract … tsv</c> print: level, page, block, paragraph, line, word, left, top, width,
/// height, confidence, text.
/// </summary>
internal sealed class TsvWords(ReadContext context)
{
    private const int Columns = 12;
    private const string PageLevel = "1";
    private const string WordLevel = "5";

    /// <summary>Words by page, from 1.</summary>
    public Dictionary<int, List<PageWord>> Pages { get; } = [];

    /// <summary>Width and height of every page, in the unit of the coordinates.</summary>
    public Dictionary<int, (double Width, double Height)> Sizes { get; } = [];

    public void Add(string line)
    {
        var cells = line.Split('\t', Columns);
        if (cells.Length < Columns || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return;
        }

        if (cells[0] == PageLevel)
        {
            Sizes[page] = (Number(cells[8]), Number(cells[9]));
        }
        else if (cells[0] == WordLevel && SourceText.Clean(cells[11]) is { Length: > 0 } text)
        {
            AddWord(page, cells, text);
        }
    }

    private void AddWord(int page, string[] cells, string text)
    {
        context.CountText(text.Length);
        if (!Pages.TryGetValue(page, out var words))
        {
            Pages[page] = words = [];
        }

        var (left, top) = (Number(cells[6]), Number(cells[7]));
        var box = new Box(left, top, left + Number(cells[8]), top + Number(cells[9]));
        words.Add(new PageWord(text, box, (int)Math.Clamp(Number(cells[10]), 0, 100)));
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
