using DiemSang.Documents.Writing.Charts;

namespace DiemSang.Documents.Writing.Sheets;

/// <summary>A value and how it is shown.</summary>
public abstract record XlsxCell
{
    public static readonly XlsxCell Empty = new TextCell("");

    /// <summary>Text stays text: what begins with = + - @ is never run as a formula.</summary>
    public static XlsxCell Text(string? text) => string.IsNullOrEmpty(text) ? Empty : new TextCell(text);

    public static XlsxCell Text(IEnumerable<string> lines) => Text(string.Join('\n', lines));

    /// <param name="decimals">Decimals always shown; null for as many as the number has.</param>
    public static XlsxCell Number(decimal? number, int? decimals = null) => number is { } value ? new NumberCell(value, decimals) : Empty;

    /// <param name="share">1 is 100 %.</param>
    public static XlsxCell Percent(decimal? share) => share is { } value ? new PercentCell(value) : Empty;

    public static XlsxCell Date(DateOnly? date) => date is { } value ? new DateCell(value) : Empty;

    internal sealed record TextCell(string Value) : XlsxCell;

    internal sealed record NumberCell(decimal Value, int? Decimals) : XlsxCell;

    internal sealed record PercentCell(decimal Value) : XlsxCell;

    internal sealed record DateCell(DateOnly Value) : XlsxCell;
}

/// <param name="Width">In characters of the standard font.</param>
public sealed record XlsxColumn(string Title, double Width);

/// <summary>A row of the table.</summary>
public sealed record XlsxRow(IReadOnlyList<XlsxCell> Cells)
{
    /// <summary>A heading inside the table: bold, on a light ground.</summary>
    public bool IsHeading { get; init; }
}

/// <summary>One sheet: a few lines of text, a table with a header that stays in sight, a few lines below.</summary>
/// <param name="Rows">Asked for once, while writing: may be a query that is read row by row.</param>
public sealed record XlsxSheet(string Name, IReadOnlyList<XlsxColumn> Columns, IEnumerable<XlsxRow> Rows)
{
    public IReadOnlyList<string> Above { get; init; } = [];
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>Below everything else, one under the other.</summary>
    public IReadOnlyList<BarChart> Charts { get; init; } = [];
}
