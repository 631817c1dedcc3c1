using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing.Sheets;

namespace DiemSang.Documents.Writing;

/// <summary>The appendices of a plan as sheets, in the seven columns of the document. Reading the file again gives the same rows.</summary>
public static class PlanXlsxWriter
{
    private static readonly double[] Widths = [8, 30, 34, 70, 24, 24, 18];

    /// <param name="output">Receives the file; not closed.</param>
    /// <param name="form">Column titles; null for those shipped with the program.</param>
    public static void Write(PlanDraft plan, Stream output, DocumentForm? form = null)
    {
        form ??= DocumentForm.Default;
        var columns = form.AppendixColumns.Select((column, i) => new XlsxColumn(column.Title, Widths[Math.Min(i, Widths.Length - 1)])).ToList();
        var layout = new AppendixLayout(PlanWordsFile.Default.Indices);
        var appendices = plan.Rows.GroupBy(row => Math.Max(1, row.Appendix)).OrderBy(group => group.Key).ToList();
        var sheets = appendices.Select(rows => new XlsxSheet(
            appendices.Count > 1 ? $"Phụ lục {rows.Key}" : "Phụ lục", columns, layout.Lines([.. rows]).Select(Row))
        {
            Above = Heading(plan, form),
        });
        XlsxWriter.Write(output, [.. sheets]);
    }

    private static IReadOnlyList<string> Heading(PlanDraft plan, DocumentForm form) =>
        [.. new[] { plan.Issuer?.ToUpperInvariant(), DateLine.Number(PaperHead.Of(plan), form.Date), "KẾ HOẠCH", plan.Title }.OfType<string>().Where(line => line.Length > 0)];

    private static XlsxRow Row(AppendixLine line) =>
        new([XlsxCell.Text(line.Number), XlsxCell.Text(line.Title), .. line.Cells.Select(cell => XlsxCell.Text(cell))])
        {
            IsHeading = line.Kind != AppendixLineKind.Row,
        };
}
