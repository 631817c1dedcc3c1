using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Tests.Reading;

public sealed class DocxReaderTests
{
    private static string P(string text, string properties = "") => $"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    private static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    [Fact]
    public void Read_Paragraphs_KeepsBoldCentredAndSoftBreaks()
    {
        var body = "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>KẾ HOẠCH</w:t><w:br/><w:t>năm 2026</w:t></w:r></w:p>" + P("Căn cứ");

        var document = RawOffice.Docx(body).Read();

        var title = document.Blocks[0].ShouldBeOfType<ParagraphBlock>();
        title.Text.ShouldBe("KẾ HOẠCH\nnăm 2026");
        title.IsBold.ShouldBeTrue();
        title.IsCentred.ShouldBeTrue();
        document.Blocks[1].ShouldBeOfType<ParagraphBlock>().IsBold.ShouldBeFalse();
        document.PageCount.ShouldBeNull();
    }

    [Fact]
    public void Read_TrackedChanges_KeepsInsertionsAndDropsDeletions()
    {
        var body = "<w:p><w:r><w:t>trước ngày </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins></w:p>"
            + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + Cell(P("bỏ")) + "</w:tr><w:tr>" + Cell(P("giữ")) + "</w:tr></w:tbl>";

        var document = RawOffice.Docx(body).Read();

        document.Paragraphs().ShouldBe(["trước ngày 15"]);
        document.Table().Print().ShouldBe(["giữ"]);
    }

    [Fact]
    public void Read_Fields_KeepsResultsAndDropsCodes()
    {
        var body = "<w:p><w:r><w:t>Trang </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:r><w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>.</w:t></w:r></w:p>";

        RawOffice.Docx(body).Read().Paragraphs().ShouldBe(["Trang 7."]);
    }

    [Fact]
    public void Read_Numbering_PrintsMarkersAsWordDoes()
    {
        const string numbering = """
            <w:abstractNum w:abstractNumId='1'>
              <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>
              <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>
              <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>
            </w:abstractNum>
            <w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF02D;'/></w:lvl></w:abstractNum>
            <w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='6'><w:abstractNumId w:val='2'/></w:num>
            <w:num w:numId='7'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='4'/></w:lvlOverride></w:num>
            """;
        static string Item(int id, int level, string text) => P(text, $"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{id}'/></w:numPr></w:pPr>");

        var body = Item(5, 0, "Mục đích") + Item(5, 1, "Một") + Item(5, 1, "Hai") + Item(5, 2, "điểm") + Item(5, 0, "Mục tiêu") + Item(5, 1, "Lại từ một")
            + Item(6, 0, "gạch") + Item(7, 1, "từ bốn");

        RawOffice.Docx(body, numbering: numbering).Read().Paragraphs()
            .ShouldBe(["I. Mục đích", "1. Một", "2. Hai", "a) điểm", "II. Mục tiêu", "1. Lại từ một", "- gạch", "4. từ bốn"]);
    }

    [Fact]
    public void Read_NumberingFromStyle_IsFollowedThroughBasedOn()
    {
        const string styles = """
            <w:style w:type='paragraph' w:styleId='Goc'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
            <w:style w:type='paragraph' w:styleId='Con'><w:basedOn w:val='Goc'/><w:rPr><w:b/></w:rPr></w:style>
            """;
        const string numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum>"
            + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";

        var document = RawOffice.Docx(P("việc", "<w:pPr><w:pStyle w:val='Con'/></w:pPr>"), styles, numbering).Read();

        document.Paragraphs().ShouldBe(["1) việc"]);
        document.Blocks[0].ShouldBeOfType<ParagraphBlock>().IsBold.ShouldBeTrue();
    }

    [Fact]
    public void Read_MergedCells_GivesColumnsSpansAndContinuations()
    {
        var body = "<w:tbl>"
            + "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell(P("STT")) + Cell(P("Nội dung")) + Cell(P("Chủ trì")) + "</w:tr>"
            + "<w:tr>" + Cell(P("II")) + Cell(P("Chỉ số SIPAS"), "<w:gridSpan w:val='2'/>") + "</w:tr>"
            + "<w:tr>" + Cell(P("1"), "<w:vMerge w:val='restart'/>") + Cell(P("Việc một") + P("- gạch đầu dòng")) + Cell(P("Phòng A")) + "</w:tr>"
            + "<w:tr>" + Cell(P("chữ ẩn"), "<w:vMerge/>") + Cell(P("Việc hai")) + Cell("<w:p/>") + "</w:tr></w:tbl>";

        var table = RawOffice.Docx(body).Read().Table();

        table.Print().ShouldBe(["STT | Nội dung | Chủ trì", "II | Chỉ số SIPAS", "1 | Việc một / - gạch đầu dòng | Phòng A", "^ | Việc hai | "]);
        table.Rows[0].IsHeader.ShouldBeTrue();
        table.Rows[1].Cells[1].ColumnSpan.ShouldBe(2);
        table.Rows[3].Cells.Select(cell => cell.Column).ShouldBe([0, 1, 2]);
        table.Rows[3].Place.Row.ShouldBe(4);
    }

    [Fact]
    public void Read_NestedTable_AloneInItsRow_IsATableOfItsOwn()
    {
        var inner = "<w:tbl><w:tr>" + Cell(P("a")) + Cell(P("b")) + "</w:tr></w:tbl>";
        RawOffice.Docx("<w:tbl><w:tr>" + Cell(inner + "<w:p/>") + "</w:tr></w:tbl>").Read().Table().Print().ShouldBe(["a | b"]);
        RawOffice.Docx("<w:tbl><w:tr>" + Cell(P("trái")) + Cell(P("phải") + inner) + "</w:tr></w:tbl>").Read().Table().Print().ShouldBe(["trái | phải / a b"]);
    }

    [Fact]
    public void Read_PageBreaks_GivePages()
    {
        var body = P("một") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>"
            + "<w:p><w:r><w:br w:type='page'/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>ba</w:t></w:r></w:p>";

        var document = RawOffice.Docx(body).Read();

        document.Blocks.Select(block => block.Place.Page).ShouldBe([1, 2, 3]);
        document.PageCount.ShouldBe(3);
    }

    [Fact]
    public void Read_TextBoxAndFootnote_AreKeptOnce()
    {
        const string box = "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>";
        var body = $"<w:p><w:r>{box}</w:r><w:r><w:t>Thực hiện Kế hoạch</w:t></w:r><w:r><w:footnoteReference w:id='3'/></w:r><w:r><w:t> của tỉnh</w:t></w:r></w:p>";

        var document = RawOffice.Docx(body, footnotes: "<w:footnote w:id='3'>" + P("Số 13/KH-UBND") + "</w:footnote>").Read();

        document.Paragraphs().ShouldBe(["Thực hiện Kế hoạch của tỉnh", "HỎA TỐC", "[1] Số 13/KH-UBND"]);
    }

    [Fact]
    public void Read_LegacyFonts_AreConvertedByRunAndByStyle()
    {
        const string styles = "<w:style w:type='paragraph' w:styleId='Cu'><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr></w:style>";
        var body = P("KÕ ho¹ch c¶i c¸ch", "<w:pPr><w:pStyle w:val='Cu'/></w:pPr>")
            + "<w:p><w:r><w:rPr><w:rFonts w:hAnsi='.VnTimeH'/></w:rPr><w:t>uû ban nh©n d©n</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:rFonts w:hAnsi='VNI-Times'/></w:rPr><w:t>Ñoä</w:t></w:r><w:r><w:rPr><w:rFonts w:hAnsi='VNI-Times'/></w:rPr><w:t>c laäp</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:rFonts w:hAnsi='.VnTime'/></w:rPr><w:softHyphen/><w:t>u tiªn</w:t></w:r></w:p>";

        var document = RawOffice.Docx(body, styles).Read();

        document.Paragraphs().ShouldBe(["Kế hoạch cải cách", "UỶ BAN NHÂN DÂN", "Độc lập", "ưu tiên"]);
        document.HadLegacyFonts.ShouldBeTrue();
    }

    /// <summary>Packed again by another program: the list of types comes first and one type is named for every part.</summary>
    [Fact]
    public void Read_PackageWithOneTypeForAllParts_FollowsItsRootRelation()
    {
        const string type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        var file = RawOffice.Zip(
            ("[Content_Types].xml", $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='{type}'/></Types>"),
            ("customXml/item1.xml", "<x/>"),
            ("word/document.xml", $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{P("KẾ HOẠCH")}</w:body></w:document>"),
            ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='officeDocument' Target='/word/document.xml'/></Relationships>"));

        file.Read().Paragraphs().ShouldBe(["KẾ HOẠCH"]);
    }

    [Fact]
    public void Read_OddCharacters_AreCleaned()
    {
        var body = "<w:p><w:r><w:t>Văn hóa</w:t><w:noBreakHyphen/><w:t>Xã\u00A0hội\u200B &#x1;xong</w:t><w:tab/><w:t>e\u0302\u0323</w:t></w:r></w:p>";

        RawOffice.Docx(body).Read().Paragraphs().ShouldBe(["Văn hóa-Xã hội xong\tệ"]);
    }
}
