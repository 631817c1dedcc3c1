using System.Text.RegularExpressions;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>
/// Puts pages together into one document: words inside drawn tables become cells, the others paragraphs; a table that goes on over the page
/// is one table, a sentence that does is one sentence.
/// </summary>
internal sealed partial class PageDocument(ReadContext context)
{
    /// <summary>Page numbers stand in the outer eighth of the page.</summary>
    private const double MarginShare = 0.125;

    private const double SameColumns = 4;

    private readonly List<SourceBlock> _blocks = [];
    private List<SourceRow>? _openRows;
    private IReadOnlyList<double> _openColumns = [];
    private bool _openIsBare;
    private int _tables;
    private int _paragraphs;

    public IReadOnlyList<SourceBlock> Blocks => _blocks;

    public void Add(PageContent page)
    {
        var words = page.Words.Where(word => !IsPageNumber(word, page)).ToList();
        var inTables = page.Tables.Select(table => words.Where(word => table.Box.HasCentreOf(word.Box)).ToList()).ToList();
        var loose = words.Where(word => !page.Tables.Any(table => table.Box.HasCentreOf(word.Box))).ToList();
        var top = double.NegativeInfinity;
        for (var i = 0; i < page.Tables.Count; i++)
        {
            AddLoose(page, loose, top, page.Tables[i].Box.Top);
            AddTable(page, page.Tables[i], inTables[i]);
            top = page.Tables[i].Box.Top;
        }

        AddLoose(page, loose, top, double.PositiveInfinity);
    }

    private static bool IsPageNumber(PageWord word, PageContent page) =>
        (word.Box.Bottom < page.Height * MarginShare || word.Box.Top > page.Height * (1 - MarginShare))
        && Digits().IsMatch(word.Text)
        && !page.Words.Any(other => other != word && Math.Abs(other.Box.CentreY - word.Box.CentreY) < word.Box.Height / 2);

    private void AddLoose(PageContent page, List<PageWord> words, double from, double to)
    {
        var here = words.Where(word => word.Box.CentreY >= from && word.Box.CentreY < to).ToList();
        if (here.Count == 0)
        {
            return;
        }

        if (GutterTable.Find(here, _openRows is not null && _openIsBare ? new OpenGutterTable(_openColumns, _openRows[0]) : null) is { } table)
        {
            AddLoose(page, table.Above, double.NegativeInfinity, double.PositiveInfinity);
            AddRows(page, table.Columns, table.Rows, isBare: true);
            return;
        }

        if (SideBySide.Find(here) is { } blocks)
        {
            AddLoose(page, blocks.Above, double.NegativeInfinity, double.PositiveInfinity);
            AddColumn(page, blocks.Left);
            AddColumn(page, blocks.Right);
            AddLoose(page, blocks.Below, double.NegativeInfinity, double.PositiveInfinity);
            return;
        }

        AddProse(page, here);
    }

    private void AddProse(PageContent page, List<PageWord> words)
    {
        var (left, right) = TextMargins(page, words);
        foreach (var lines in TextFlow.ParagraphLines(TextFlow.Lines(words), left, right))
        {
            AddParagraph(page, lines.Select(line => line.Text).Aggregate(TextFlow.Join), lines.TrueForAll(line => TextFlow.IsCentred(line, left, right)));
        }
    }

    /// <summary>A few short lines do not show how wide the text is: then the page's margins are taken to be alike.</summary>
    private static (double Left, double Right) TextMargins(PageContent page, List<PageWord> words)
    {
        var all = page.Words.Count > 0 ? page.Words : words;
        var (left, right) = (all.Min(word => word.Box.Left), all.Max(word => word.Box.Right));
        return (left, Math.Max(right, page.Width - left));
    }

    /// <summary>Lines of a head or a signature stand for themselves; only a bulleted line that fills its column goes on below.</summary>
    private void AddColumn(PageContent page, List<PageWord> words)
    {
        var lines = TextFlow.Lines(words);
        var right = lines.Max(line => line.Box.Right);
        var open = false;
        foreach (var line in lines)
        {
            var goesOn = open && !TextFlow.StartsWithMarker(line.Text);
            if (goesOn && _blocks[^1] is ParagraphBlock last)
            {
                _blocks[^1] = last with { Text = TextFlow.Join(last.Text, line.Text) };
            }
            else
            {
                AddParagraph(page, line.Text, isCentred: false);
            }

            open = (goesOn || TextFlow.StartsWithMarker(line.Text)) && right - line.Box.Right < line.Box.Height * 2;
        }
    }

    private void AddParagraph(PageContent page, string text, bool isCentred)
    {
        _openRows = null;
        if (!isCentred && _blocks.LastOrDefault() is ParagraphBlock { IsCentred: false } last && last.Place.Page == page.Number - 1 && GoesOn(last.Text, text))
        {
            _blocks[^1] = last with { Text = TextFlow.Join(last.Text, text) };
            return;
        }

        _blocks.Add(new ParagraphBlock(NextPlace(page) with { Paragraph = ++_paragraphs }, text) { IsCentred = isCentred });
    }

    private static bool GoesOn(string above, string below) => char.IsLower(below[0]) && above[^1] is not '.' and not ';' and not ':';

    private void AddTable(PageContent page, RuledTable table, List<PageWord> words)
    {
        var rows = new List<List<SourceCell>>();
        for (var row = 0; row < table.RowEdges.Count - 1; row++)
        {
            rows.Add([.. table.Cells.Where(cell => cell.Row <= row && cell.Row + cell.RowSpan > row).OrderBy(cell => cell.Column).Select(cell => Cell(cell, row, words))]);
        }

        AddRows(page, table.ColumnEdges, rows, isBare: false);
    }

    private SourceCell Cell(GridCell cell, int row, List<PageWord> words)
    {
        context.CountCells();
        var inside = row == cell.Row ? words.Where(word => cell.Box.HasCentreOf(word.Box)).ToList() : [];
        var lines = TextFlow.Lines(inside);
        var padding = lines.Count == 0 ? 0 : Math.Max(1, lines.Min(line => line.Box.Left) - cell.Box.Left);
        return new SourceCell(TextFlow.Paragraphs(lines, cell.Box.Left + padding, cell.Box.Right - padding), cell.Column)
        {
            ColumnSpan = cell.ColumnSpan,
            ContinuesAbove = row > cell.Row,
            OcrConfidence = lines.Min(line => line.Confidence),
        };
    }

    private void AddRows(PageContent page, IReadOnlyList<double> columns, List<List<SourceCell>> rows, bool isBare)
    {
        if (_openRows is null || !IsSameColumns(_openColumns, columns))
        {
            _openRows = [];
            (_openColumns, _openIsBare) = (columns, isBare);
            _blocks.Add(new TableBlock(NextPlace(page) with { Table = ++_tables }, _openRows));
        }

        var place = _blocks[^1].Place with { Page = page.Number };
        _openRows.AddRange(rows.Select((cells, i) => new SourceRow(place with { Row = _openRows.Count + i + 1 }, cells)));
    }

    private static bool IsSameColumns(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) <= SameColumns);

    private SourcePlace NextPlace(PageContent page) => new() { Page = page.Number, Block = _blocks.Count + 1 };

    [GeneratedRegex(@"^-?\s*\d{1,4}(/\d{1,4})?\s*-?$")]
    private static partial Regex Digits();
}
