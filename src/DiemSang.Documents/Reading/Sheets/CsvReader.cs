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
            var best = Delimiters.MaxBy(delimiter => Cuts(line, delimiter));
            if (Cuts(line, best) >= 3)
            {
                return best;
            }
        }

        return FindDelimiterOfNarrowTable(text);
    }

    /// <summary>A table of two or three columns: the delimiter that cuts its first two lines alike.</summary>
    private static char FindDelimiterOfNarrowTable(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).Take(2).ToArray();
        return lines.Length < 2 ? ',' : Delimiters.FirstOrDefault(delimiter => Cuts(lines[0], delimiter) is > 0 and var cuts && cuts == Cuts(lines[1], delimiter), ',');
    }

    private static int Cuts(string line, char delimiter) => string.Concat(line.Split('"').Where((_, i) => i % 2 == 0)).Count(c => c == delimiter);
}
