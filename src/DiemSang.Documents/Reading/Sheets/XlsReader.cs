using System.Globalization;
using System.Text;
using DiemSang.Core.Language;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>Excel 97–2003. The library tells no fonts, so a legacy encoding is guessed from the letters of the whole sheet.</summary>
internal static class XlsReader
{
    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SourceDocument Read(FileStream file, ReadContext context)
    {
        var blocks = new SheetBlocks(context);
        try
        {
            using var excel = ExcelReaderFactory.CreateBinaryReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            do
            {
                if (excel.VisibleState == "visible")
                {
                    blocks.AddSheet(SourceText.Clean(excel.Name ?? ""), ReadSheet(excel, context));
                }
            }
            while (excel.NextResult());
        }
        catch (InvalidPasswordException)
        {
            throw Unreadable.Encrypted();
        }

        return new SourceDocument(SourceFormat.Xls, blocks.Blocks) { HadLegacyFonts = context.SawLegacyFont };
    }

    private static List<SheetRow> ReadSheet(IExcelDataReader excel, ReadContext context)
    {
        var raw = ReadRaw(excel, context);
        var sample = string.Concat(raw.SelectMany(row => row.Cells).Select(cell => cell.Text).Take(2000));
        var encoding = LegacyEncodingText.Guess(sample);
        context.SawLegacyFont |= encoding != LegacyEncoding.None;
        var rows = raw.ConvertAll(row => new SheetRow(row.Number, row.Cells
            .ConvertAll(cell => new SheetCell(cell.Column, SourceText.Lines(LegacyEncodingText.ToUnicode(cell.Text, encoding)).ToArray()))));
        SheetGrid.Merge(rows, (excel.MergeCells ?? []).Select(merge => new CellMerge(merge.FromRow, merge.ToRow, merge.FromColumn, merge.ToColumn)), context);
        return rows;
    }

    private static List<(int Number, List<(int Column, string Text)> Cells)> ReadRaw(IExcelDataReader excel, ReadContext context)
    {
        var rows = new List<(int Number, List<(int Column, string Text)> Cells)>();
        for (var number = 0; excel.Read(); number++)
        {
            context.ThrowIfStopped();
            var cells = new List<(int Column, string Text)>();
            for (var column = 0; column < excel.FieldCount; column++)
            {
                if (Print(excel, column) is { Length: > 0 } text)
                {
                    context.CountCells();
                    context.CountText(text.Length);
                    cells.Add((column, text));
                }
            }

            if (cells.Count > 0)
            {
                rows.Add((number, cells));
            }
        }

        return rows;
    }

    private static string? Print(IExcelDataReader excel, int column) => excel.GetValue(column) switch
    {
        null => null,
        DateTime date => CellFormat.Date(date),
        bool yes => yes ? "Có" : "Không",
        double number => CellFormat.Print(number, 0, excel.GetNumberFormatString(column)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
