using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Plans;

/// <summary>What the appendices hold: their rows and the contents that head them.</summary>
internal sealed record AppendixContent(IReadOnlyList<PlanDraftRow> Rows, IReadOnlyList<PlanContent> Headings)
{
    /// <summary>Contents announced in a table with no row under them.</summary>
    public IEnumerable<PlanContent> EmptyHeadings()
    {
        var filled = Rows.Select(row => (row.Index, row.ContentCode, row.Content)).ToHashSet();
        return Headings.Where(heading => !filled.Contains((heading.Index, heading.Number, heading.Name)));
    }
}

/// <summary>
/// Reads the task tables of a plan (PLN-08 … PLN-15): index → content → row. A row without number that follows a page break goes on from
/// the row above, cell by cell.
/// </summary>
internal sealed partial class AppendixReader(PlanWords words, DeadlineContext context, SourceFormat format, CancellationToken cancel)
{
    private const int LongestIndexHeading = 60;

    private readonly bool _isWrapped = format is SourceFormat.Pdf or SourceFormat.Scan;
    private readonly List<(AppendixRowDraft Draft, bool HasMeasures)> _drafts = [];
    private readonly List<PlanContent> _headings = [];
    private AppendixColumns? _columns;
    private AppendixRowDraft? _last;
    private AppendixGroup? _content;
    private AppendixGroup? _pendingContent;
    private string? _index;
    private int _appendix;

    public AppendixContent Read(IEnumerable<AppendixPart> appendices)
    {
        foreach (var appendix in appendices)
        {
            _appendix = appendix.Number;
            _index = words.Indices.OnlyIn(string.Join(" ", appendix.Titles.Select(line => line.Folded)));
            _content = _pendingContent = null;
            _last = null;
            foreach (var table in appendix.Tables)
            {
                ReadTable(table);
            }
        }

        return new AppendixContent([.. _drafts.Select(draft => draft.Draft.Build(words, context, draft.HasMeasures))], _headings);
    }

    private void ReadTable(TableBlock table)
    {
        var isUnderHeader = false;
        foreach (var row in table.Rows)
        {
            cancel.ThrowIfCancellationRequested();
            if (AppendixColumns.Find(row, words.Columns) is { } columns)
            {
                _columns = columns;
                isUnderHeader = true;
            }
            else if (isUnderHeader && AppendixColumns.IsSecondLine(row, words.Columns))
            {
                _columns = _columns!.WithSecondLine(row, words.Columns);
            }
            else if (!AppendixColumns.IsNumbering(row) && row.Cells.Any(cell => cell.Text.Length > 0))
            {
                isUnderHeader = false;
                ReadRow(row, _columns!);
            }
        }
    }

    private void ReadRow(SourceRow row, AppendixColumns columns)
    {
        var (code, title) = CodeAndTitle(row, columns);
        var isHeading = IsHeading(row, columns);
        if ((isHeading ? IndexNamed(title) : IndexAlone(row, columns)) is { } index)
        {
            OpenIndex(index);
        }
        else if (isHeading && (code is null ? IsLaidOver(row, columns) : !IsDotted(code)))
        {
            OpenContent(new AppendixGroup(code, title, row.Place));
        }
        else if (code is null && IsContinuation(row, columns, title))
        {
            Continue(row, columns);
        }
        else
        {
            OpenRow(row, columns, code, title);
        }
    }

    private void OpenIndex(string index)
    {
        _index = index;
        _content = _pendingContent = null;
        _last = null;
    }

    private void OpenContent(AppendixGroup content)
    {
        _headings.Add(new PlanContent(_index, content.Code, content.Title, content.Place));
        _content = _pendingContent = content;
        _last = null;
    }

    private void OpenRow(SourceRow row, AppendixColumns columns, string? code, string title)
    {
        var draft = new AppendixRowDraft(_index, ContentOf(code), _appendix) { Code = code };
        draft.Add(AppendixRole.Title, [title], isWrapped: false);
        Fill(draft, row, columns);
        Keep(draft, columns);
    }

    private void Continue(SourceRow row, AppendixColumns columns)
    {
        if (_last is null)
        {
            ReopenContentAsRow(columns);
        }

        if (StartsSibling(row, columns))
        {
            var sibling = _last!.Sibling();
            Fill(sibling, row, columns);
            Keep(sibling, columns);
            return;
        }

        _last!.Add(AppendixRole.Title, Lines(row, columns, AppendixRole.Title), isWrapped: true);
        Fill(_last, row, columns);
    }

    /// <summary>A numbered title alone at the foot of a page, whose cells follow on the next, was a row and not a content.</summary>
    private void ReopenContentAsRow(AppendixColumns columns)
    {
        var heading = _pendingContent!;
        _headings.RemoveAt(_headings.Count - 1);
        _content = null;
        var draft = new AppendixRowDraft(_index, null, _appendix) { Code = heading.Code };
        draft.Add(AppendixRole.Title, [heading.Title], isWrapped: false);
        draft.AddPart(heading.Place);
        Keep(draft, columns);
    }

    private void Keep(AppendixRowDraft draft, AppendixColumns columns)
    {
        _last = draft;
        _pendingContent = null;
        _drafts.Add((draft, columns.Has(AppendixRole.Measures)));
    }

    private void Fill(AppendixRowDraft draft, SourceRow row, AppendixColumns columns)
    {
        draft.AddPart(row.Place);
        foreach (var cell in row.Cells)
        {
            var role = columns.RoleOf(cell);
            if (role is AppendixRole.Target or AppendixRole.Measures or AppendixRole.Leads or AppendixRole.Cooperators or AppendixRole.Deadline
                && cell.Lines.Count > 0)
            {
                draft.Add(role.Value, IsBodies(role.Value) ? cell.Lines : CellLines.Join(cell.Lines, _isWrapped), isWrapped: false);
            }
        }
    }

    private static bool IsBodies(AppendixRole role) => role is AppendixRole.Leads or AppendixRole.Cooperators;

    /// <summary>The content a row stands under: a dotted number must begin with the content's ("1.2" under "1"), a sibling number leaves it.</summary>
    private AppendixGroup? ContentOf(string? code)
    {
        if (_content?.Code is not { } content || code is null)
        {
            return _content;
        }

        var isSibling = WholeNumber().IsMatch(code) && WholeNumber().IsMatch(content);
        var isElsewhere = IsDotted(code) && WholeNumber().IsMatch(content) && !code.StartsWith(content + ".", StringComparison.Ordinal);
        return isSibling || isElsewhere ? null : _content;
    }

    /// <summary>A heading fills nothing but number and title, or one cell laid over the row.</summary>
    private static bool IsHeading(SourceRow row, AppendixColumns columns)
    {
        var filled = row.Cells.Where(cell => cell.Text.Length > 0).ToList();
        return filled.All(cell => columns.RoleOf(cell) is AppendixRole.Stt or AppendixRole.Title) || IsLaidOver(row, columns);
    }

    private static bool IsLaidOver(SourceRow row, AppendixColumns columns) =>
        row.Cells.Where(cell => cell.Text.Length > 0).ToList() is [var only] && only.ColumnSpan * 2 > columns.Count;

    /// <summary>The index a heading names; a title that says more than the index ("Công tác nâng cao … PAPI tại …") is not its heading.</summary>
    private string? IndexNamed(string title)
    {
        var folded = VietnameseText.Fold(title);
        return words.Indices.Without(folded).Length <= LongestIndexHeading ? words.Indices.OnlyIn(folded) : null;
    }

    /// <summary>An index named alone in a row is a heading in whatever column it was typed; the end of a broken sentence is not.</summary>
    private string? IndexAlone(SourceRow row, AppendixColumns columns) =>
        row.Cells.Where(cell => cell.Text.Length > 0 && columns.RoleOf(cell) != AppendixRole.Stt).ToList() is [{ Text: var text }]
        && char.IsUpper(text[0]) && text[^1] is not ('.' or ';' or ',') ? IndexNamed(text) : null;

    private bool IsContinuation(SourceRow row, AppendixColumns columns, string title)
    {
        if (_last is null && _pendingContent is null)
        {
            return false;
        }

        if (title.Length == 0 || char.IsLower(title[0]))
        {
            return true;
        }

        return columns.Has(AppendixRole.Stt) && IsCut(title, row, columns);
    }

    /// <summary>A title that goes on in the next row stands there without a deadline and a lead of its own.</summary>
    private bool IsCut(string title, SourceRow row, AppendixColumns columns) =>
        title.Length > 0 && _last is not null
        && Lines(row, columns, AppendixRole.Deadline).Count == 0
        && Lines(row, columns, AppendixRole.Leads) is [] or [[>= 'a' and <= 'z', ..], ..];

    /// <summary>Under a merged number, a line with its own finished deadline is another row, not the rest of this one.</summary>
    private bool StartsSibling(SourceRow row, AppendixColumns columns)
    {
        var deadline = string.Join(" ", Lines(row, columns, AppendixRole.Deadline));
        var before = string.Join(" ", _last!.Lines(AppendixRole.Deadline));
        return deadline.Length > 0 && before.Length > 0
            && DeadlineParser.Parse(deadline).Kind != DeadlineKind.None
            && DeadlineParser.Parse(before).Kind != DeadlineKind.None
            && Lines(row, columns, AppendixRole.Measures) is [var first, ..] && !char.IsLower(first[0]);
    }

    private static IReadOnlyList<string> Lines(SourceRow row, AppendixColumns columns, AppendixRole role) =>
        [.. columns.Cells(row, role).SelectMany(cell => cell.Lines)];

    /// <summary>Number and title of a row; where there is no column for numbers, the number is taken off the title.</summary>
    private (string? Code, string Title) CodeAndTitle(SourceRow row, AppendixColumns columns)
    {
        var code = string.Join(" ", Lines(row, columns, AppendixRole.Stt)).Trim();
        var title = string.Join(" ", CellLines.Join(Lines(row, columns, AppendixRole.Title), isWrapped: columns.Has(AppendixRole.Measures)));
        if (!columns.Has(AppendixRole.Measures))
        {
            title = string.Join("\n", Lines(row, columns, AppendixRole.Title));
        }

        if (code.Length == 0 && title.Length == 0 && row.Cells.Where(cell => cell.Text.Length > 0).ToList() is [var only] && IsHeading(row, columns))
        {
            title = only.Text;
        }

        var numbered = Numbered().Match(code.Length == 0 ? title : code);
        if (!numbered.Success)
        {
            return (code.Length == 0 ? null : code.TrimEnd('.'), title);
        }

        var rest = numbered.Groups["rest"].Value;
        return (numbered.Groups["code"].Value.TrimEnd('.'), code.Length == 0 || title.Length == 0 ? rest : title);
    }

    private static bool IsDotted(string code) => code.Contains('.');

    /// <summary>A number and the words after it in one cell: "I. Chỉ số PAPI", "1.1 Tri thức …".</summary>
    [GeneratedRegex(@"^(?<code>[IVX]{1,5}[.)]|[A-H][.)]|\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|[a-zđ]\))\s*(?<rest>\D.*)$", RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\d{1,3}\)?$")]
    private static partial Regex WholeNumber();
}
