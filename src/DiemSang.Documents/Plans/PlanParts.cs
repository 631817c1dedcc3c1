using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Plans;

/// <summary>A table appendix: its heading lines and the tables it runs over.</summary>
/// <param name="Number">From 1, in document order.</param>
internal sealed record AppendixPart(int Number, List<PlanLine> Titles, List<TableBlock> Tables);

/// <summary>
/// A document divided into the body's lines and the appendices' tables. Tables that only lay out the page (the two-column header,
/// recipients beside the signature) become lines, cell by cell.
/// </summary>
internal sealed partial class PlanParts
{
    private readonly PlanWords _words;
    private readonly Func<string, FoldedText> _fold;
    private readonly SourceFormat _format;
    private readonly List<PlanLine> _body = [];
    private readonly List<AppendixPart> _appendices = [];
    private AppendixPart? _open;
    private int _columns;
    private int? _lastLine;
    private int? _lastPage;

    private PlanParts(PlanWords words, Func<string, FoldedText> fold, SourceFormat format)
    {
        _words = words;
        _fold = fold;
        _format = format;
    }

    public IReadOnlyList<PlanLine> Body => _body;

    /// <summary>Appendices that hold at least one table.</summary>
    public IReadOnlyList<AppendixPart> Appendices => [.. _appendices.Where(appendix => appendix.Tables.Count > 0)];

    public static PlanParts Split(SourceDocument document, PlanWords words, Func<string, FoldedText> fold, CancellationToken cancel)
    {
        var parts = new PlanParts(words, fold, document.Format);
        foreach (var block in document.Blocks)
        {
            cancel.ThrowIfCancellationRequested();
            parts.Add(block);
        }

        return parts;
    }

    private void Add(SourceBlock block)
    {
        if (block is TableBlock table)
        {
            AddTable(table);
        }
        else if (block is ParagraphBlock paragraph)
        {
            AddParagraph(paragraph);
        }
    }

    private void AddParagraph(ParagraphBlock paragraph)
    {
        var text = paragraph.ListMarker is { } marker ? marker + " " + paragraph.Text : paragraph.Text;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            AddLine(line, paragraph.Place, paragraph.IsBold, paragraph.IsCentred);
        }
    }

    private void AddLine(string text, SourcePlace place, bool isBold, bool isCentred)
    {
        var hasGap = place.Line is { } number && _lastLine is { } last && number > last + 1;
        var line = new PlanLine(_fold(text), place, isBold, isCentred, hasGap) { IsWrapped = IsWrapped(place) };
        (_lastLine, _lastPage) = (place.Line ?? _lastLine, place.Page);
        if (IsAppendixHeading(line))
        {
            OpenAppendix();
        }
        else if (_open is not null && EndsAppendix(line))
        {
            _open = null;
        }

        (_open is null ? _body : _open.Titles).Add(line);
    }

    /// <summary>Text comes as printed lines; the readers of pages have put those together already, but for a paragraph that runs over the page.</summary>
    private bool IsWrapped(SourcePlace place) =>
        _format == SourceFormat.Text || (_format is SourceFormat.Pdf or SourceFormat.Scan && place.Page != _lastPage);

    private void AddTable(TableBlock table)
    {
        var header = FindHeader(table);
        var goesOn = header is null && _open is { Tables.Count: > 0 } && ColumnsOf(table) == _columns;
        if (header is null && !goesOn)
        {
            AddLayout(table.Rows);
            return;
        }

        _columns = header?.Columns ?? _columns;
        if (header is { Row: > 0 } found)
        {
            AddLayout(table.Rows.Take(found.Row));
            table = table with { Rows = [.. table.Rows.Skip(found.Row)] };
        }

        _open ??= OpenAppendix();
        _open.Tables.Add(table);
    }

    /// <summary>Where the first header row stands, when the table has one.</summary>
    private (int Row, int Columns)? FindHeader(TableBlock table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (AppendixColumns.Find(table.Rows[row], _words.Columns) is { } columns)
            {
                return (row, columns.Count);
            }
        }

        return null;
    }

    private void AddLayout(IEnumerable<SourceRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var line in cell.Lines)
                {
                    AddLine(line, row.Place with { Column = cell.Column + 1 }, isBold: false, isCentred: false);
                }
            }
        }
    }

    private AppendixPart OpenAppendix()
    {
        if (_open is { Tables.Count: 0 })
        {
            return _open;
        }

        _open = new AppendixPart(_appendices.Count(appendix => appendix.Tables.Count > 0) + 1, [], []);
        _appendices.Add(_open);
        return _open;
    }

    private static int ColumnsOf(TableBlock table) => table.Rows.Max(AppendixColumns.CountColumns);

    /// <summary>"PHỤ LỤC", "Phụ lục số II", "PHỤ LỤC I: NHIỆM VỤ …"; a sentence that mentions one is not a heading.</summary>
    private static bool IsAppendixHeading(PlanLine line) =>
        BareAppendixHeading().IsMatch(line.Folded)
        || (line.Text.StartsWith("PHỤ LỤC", StringComparison.Ordinal) && !line.Text.EndsWith('.'));

    /// <summary>A table in the middle of a plan ends where its sections, recipients or signature go on.</summary>
    private static bool EndsAppendix(PlanLine line) =>
        line.Folded.StartsWith("noi nhan", StringComparison.Ordinal) || SectionHeading().IsMatch(line.Text);

    [GeneratedRegex(@"^phu luc( so)?( ?[ivxl\d]{1,5})?[.:]?$")]
    private static partial Regex BareAppendixHeading();

    [GeneratedRegex(@"^[IVX]{1,4}\.\s+\p{Lu}{2}")]
    private static partial Regex SectionHeading();
}
