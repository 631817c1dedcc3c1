using System.Xml;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Word;

/// <summary>
/// DOCX → blocks, in one forward pass over document.xml: memory grows with the text, not with the markup around it.
/// </summary>
internal sealed class DocxReader
{
    private readonly OfficePackage _package;
    private readonly ReadContext _context;
    private readonly ParagraphReader _paragraphs;
    private readonly TableReader _tables;
    private readonly List<SourceBlock> _blocks = [];
    private int _paragraphCount;
    private int _tableCount;

    private DocxReader(OfficePackage package, ReadContext context)
    {
        _package = package;
        _context = context;
        var styles = WordStyles.Read(package.OpenXml(package.PartOfType("wordprocessingml.styles+xml")));
        var numbering = WordNumbering.Read(package.OpenXml(package.PartOfType("wordprocessingml.numbering+xml")));
        _paragraphs = new ParagraphReader(styles, numbering, context);
        _tables = new TableReader(_paragraphs, context);
    }

    public static SourceDocument Read(OfficePackage package, ReadContext context)
    {
        var reader = new DocxReader(package, context);
        reader.ReadBody();
        reader.ReadNotes();
        return new SourceDocument(SourceFormat.Docx, reader.BlocksWithKnownPages())
        {
            HadLegacyFonts = context.SawLegacyFont,
            PageCount = reader._paragraphs.SawPageBreak ? reader._paragraphs.Page : null,
        };
    }

    private void ReadBody()
    {
        using var xml = _package.OpenXml(_package.DocumentPart) ?? throw Unreadable.Damaged();
        xml.MoveToContent();
        xml.ForEachChild(() => ReadContent(xml));
    }

    private void ReadContent(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                Add(_paragraphs.Read(xml));
                break;
            case "tbl":
                Add(_tables.Read(xml));
                break;
            case "body" or "ins" or "moveTo" or "sdt" or "sdtContent" or "customXml":
                xml.ForEachChild(() => ReadContent(xml));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void Add(WordParagraph paragraph)
    {
        if (paragraph.Text.Length > 0)
        {
            _blocks.Add(new ParagraphBlock(NextPlace(paragraph.Page) with { Paragraph = ++_paragraphCount }, paragraph.Text)
            {
                IsBold = paragraph.IsBold,
                IsCentred = paragraph.IsCentred,
                ListMarker = paragraph.Marker,
            });
        }

        foreach (var box in paragraph.Boxes)
        {
            Add(box);
        }
    }

    private void Add(WordTable table)
    {
        if (table.Rows.Count > 0)
        {
            var place = NextPlace(table.Rows[0].Page) with { Table = ++_tableCount };
            _blocks.Add(new TableBlock(place, table.Rows.Select((row, i) => new SourceRow(place with { Page = row.Page, Row = i + 1 }, row.Cells) { IsHeader = row.IsHeader }).ToList()));
            _context.Report("Đang đọc văn bản", _blocks.Count, null);
        }

        foreach (var inner in table.Inner)
        {
            Add(inner);
        }
    }

    /// <summary>Footnotes come last, marked, so that they are kept without breaking the sentence they hang on.</summary>
    private void ReadNotes()
    {
        var wanted = _paragraphs.NoteIds.Select((id, i) => (id, i)).DistinctBy(note => note.id).ToDictionary(note => note.id, note => note.i + 1);
        using var xml = wanted.Count == 0 ? null : _package.OpenXml(_package.PartOfType("wordprocessingml.footnotes+xml"));
        if (xml?.MoveToContent() != XmlNodeType.Element)
        {
            return;
        }

        xml.ForEachChild(() =>
        {
            if (xml.LocalName == "footnote" && xml.Attribute("id") is { } id && wanted.TryGetValue(id, out var number))
            {
                ReadNote(xml, number);
            }
            else
            {
                xml.Skip();
            }
        });
    }

    private void ReadNote(XmlReader xml, int number) => xml.ForEachChild(() =>
    {
        if (xml.LocalName != "p")
        {
            xml.Skip();
            return;
        }

        Add(_paragraphs.Read(xml) with { Marker = $"[{number}]" });
    });

    private Core.Planning.SourcePlace NextPlace(int page) => new() { Page = page, Block = _blocks.Count + 1 };

    /// <summary>A file that no layout program has saved tells no pages: then everything would seem to be on page 1.</summary>
    private IReadOnlyList<SourceBlock> BlocksWithKnownPages() => _paragraphs.SawPageBreak ? _blocks : _blocks.ConvertAll<SourceBlock>(block => block switch
    {
        TableBlock table => table with
        {
            Place = table.Place with { Page = null },
            Rows = table.Rows.Select(row => row with { Place = row.Place with { Page = null } }).ToList(),
        },
        _ => block with { Place = block.Place with { Page = null } },
    });
}
