using System.IO.Compression;
using System.Text;

namespace DiemSang.Documents.Tests.Reading;

/// <summary>Office packages written part by part, so that a test can hold exactly the markup it is about, hostile markup included.</summary>
internal static class RawOffice
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Docx(string body, string? styles = null, string? numbering = null, string? footnotes = null) => Zip(
        ("[Content_Types].xml", Types(
            ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
            ("word/styles.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"),
            ("word/numbering.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"),
            ("word/footnotes.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"))),
        ("word/document.xml", $"<w:document xmlns:w='{Word}' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>{body}</w:body></w:document>"),
        ("word/styles.xml", $"<w:styles xmlns:w='{Word}'>{styles}</w:styles>"),
        ("word/numbering.xml", $"<w:numbering xmlns:w='{Word}'>{numbering}</w:numbering>"),
        ("word/footnotes.xml", $"<w:footnotes xmlns:w='{Word}'>{footnotes}</w:footnotes>"));

    public static byte[] Xlsx(string sheetContent, string? sharedStrings = null, string? styles = null) => Zip(
        ("[Content_Types].xml", Types(
            ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
            ("xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"),
            ("xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"))),
        ("xl/workbook.xml", $"<workbook xmlns='{Sheet}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
            + "<sheets><sheet name='Phụ lục' sheetId='1' r:id='rId1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='rId1' Type='worksheet' Target='worksheets/sheet1.xml'/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Sheet}'>{sheetContent}</worksheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns='{Sheet}'>{sharedStrings}</sst>"),
        ("xl/styles.xml", $"<styleSheet xmlns='{Sheet}'>{styles}</styleSheet>"));

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return buffer.ToArray();
    }

    public static string Types(params (string Part, string Type)[] overrides) =>
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        + string.Concat(overrides.Select(entry => $"<Override PartName='/{entry.Part}' ContentType='{entry.Type}'/>")) + "</Types>";
}
