using System.Text;
using DiemSang.Core.Statistics;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Reading.Package;
using DiemSang.Documents.Reading.Sheets;

namespace DiemSang.Documents.Questionnaires;

/// <summary>A sampling frame as people have it: CSV, or the first sheet of an XLSX.</summary>
public static class FrameFile
{
    private static readonly ReadLimits Limits = new() { MaxFileBytes = 20 << 20, MaxUncompressedBytes = 200 << 20, Timeout = TimeSpan.FromSeconds(30) };

    /// <exception cref="UnreadableDocumentException">Not a table; one Vietnamese line.</exception>
    /// <exception cref="SurveyDataException">Empty, or a line with too many or too few cells; one Vietnamese line.</exception>
    public static Microdata Read(byte[] content, string fileName, CancellationToken cancel = default)
    {
        using var reader = fileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? new StringReader(CsvOf(content, cancel))
            : (TextReader)new StreamReader(new MemoryStream(content), Encoding.UTF8);
        return Microdata.Read(reader, fileName);
    }

    private static string CsvOf(byte[] content, CancellationToken cancel)
    {
        try
        {
            using var file = SpooledFile.From(new MemoryStream(content), Limits, cancel);
            using var package = OfficePackage.Open(file.Content, new ReadContext(Limits, null, cancel));
            var rows = XlsxReader.ReadSheets(package, new ReadContext(Limits, null, cancel)).Select(sheet => sheet.Rows).FirstOrDefault() ?? [];
            var width = rows.Count == 0 ? 0 : rows[0].Cells.Count;
            return string.Join('\n', rows.Select(row => string.Join(',', Enumerable.Range(0, width).Select(column => Quoted(row, column)))));
        }
        catch (Exception trouble) when (trouble is System.Xml.XmlException or InvalidDataException or ArgumentException)
        {
            throw Unreadable.Damaged(trouble);
        }
    }

    private static string Quoted(SheetRow row, int column)
    {
        var cell = row.Cells.FirstOrDefault(cell => cell.Column == column);
        return $"\"{(cell is null ? "" : string.Join(' ', cell.Lines).Trim()).Replace("\"", "\"\"")}\"";
    }
}
