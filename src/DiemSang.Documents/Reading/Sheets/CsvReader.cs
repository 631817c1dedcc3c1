using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>CSV and TSV: encoding and delimiter are found out, quoted cells may hold line breaks.</summary>
internal static class CsvReader
{
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];

    public static SourceDocument Read(byte[] bytes, ReadContext context)
    {
        var (text, wasLegacy) = TextDecoding.Decode(bytes);
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = FindDelimiter(text).ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
        };
        var rows = new List<SheetRow>();
        using var parser = new CsvParser(new StringReader(text), settings);
        for (var number = 0; parser.Read(); number++)
        {
            context.ThrowIfStopped();
            AddRow(rows, number, parser.Record ?? [], context);
        }

        var blocks = new SheetBlocks(context);
        blocks.AddSheet(null, rows);
        return new SourceDocument(SourceFormat.Csv, blocks.Blocks) { HadLegacyFonts = wasLegacy };
    }

    private static void AddRow(List<SheetRow> rows, int number, string[] record, ReadContext context)
    {
        var row = new SheetRow(number, []);
        for (var column = 0; column < record.Length; column++)
        {
            context.CountText(record[column].Length);
            if (SourceText.Lines(record[column]).ToArray() is { Length: > 0 } lines)
            {
                context.CountCells();
                row.Cells.Add(new SheetCell(column, lines));
            }
        }

        if (row.Cells.Count > 0)
        {
            rows.Add(row);
        }
    }

    /// <summary>The delimiter of the first line that is cut by one at least three times: sentences above the table have commas, but few.</summary>
    private static char FindDelimiter(string text)
    {
        foreach (var line in text.Split('\n').Take(100))
        {
            var outside = string.Concat(line.Split('"').Where((_, i) => i % 2 == 0));
            var best = Delimiters.MaxBy(delimiter => outside.Count(c => c == delimiter));
            if (outside.Count(c => c == best) >= 3)
            {
                return best;
            }
        }

        return ',';
    }
}
