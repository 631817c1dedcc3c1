using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Tests.Reading;
using DiemSang.Documents.Tests.TestData;
using DiemSang.Documents.Writing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Writing;

public sealed class PlanDocxWriterTests
{
    [Fact]
    public void Write_Plan_IsValidOpenXml()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Twins.Docx(WardPlan.Draft)), false);

        new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Write_SeveralAppendices_AreNumberedInRoman()
    {
        var rows = WardPlan.Draft.Rows.Select((row, i) => row with { Appendix = i < 3 ? 1 : 2 }).ToList();
        var file = Twins.Docx(WardPlan.Draft with { Rows = rows });

        file.Read().Paragraphs().Where(text => text.StartsWith("PHỤ LỤC", StringComparison.Ordinal)).ShouldBe(["PHỤ LỤC I", "PHỤ LỤC II"]);
        Read(file).Rows.Select(row => row.Appendix).ShouldBe(rows.Select(row => row.Appendix));
    }

    [Fact]
    public void Write_Head_FollowsTheDecree()
    {
        var document = Twins.Docx(WardPlan.Draft).Read();

        document.Blocks[0].ShouldBeOfType<TableBlock>().Rows[0].Cells.Select(cell => cell.Lines).ShouldBe([
            ["ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÁ", "Số: 05/KH-UBND"],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bến Đá, ngày 05 tháng 02 năm 2026"]]);
        var paragraphs = document.Paragraphs();
        paragraphs[0].ShouldBe("KẾ HOẠCH");
        paragraphs[2].ShouldStartWith("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ");
        paragraphs[2].ShouldEndWith(";");
        paragraphs[3].ShouldStartWith("Thực hiện Kế hoạch số 21/KH-UBND");
        paragraphs[3].ShouldEndWith(".");
        paragraphs.ShouldContain(text => text.EndsWith("thực hiện./.", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_HeadingThatBeginsASentence_StaysInItsParagraph()
    {
        var file = Twins.Docx(WardPlan.Draft with
        {
            Sections = [new PlanSection(1, "II", "MỤC TIÊU", ""), new PlanSection(2, "2", "Chỉ số PAPI", "đạt tối thiểu 40 điểm trở lên."), new PlanSection(1, "III", "NHIỆM VỤ", "")],
        });

        file.Read().Paragraphs().ShouldContain("2. Chỉ số PAPI: đạt tối thiểu 40 điểm trở lên.");
        var target = Read(file).Targets.Single();
        (target.Index, target.Kind, target.Value).ShouldBe(("PAPI", TargetKind.Score, 40m));
    }

    [Theory]
    [InlineData(1, 1, "ngày 01 tháng 01 năm 2026")]
    [InlineData(9, 2, "ngày 09 tháng 02 năm 2026")]
    [InlineData(10, 3, "ngày 10 tháng 3 năm 2026")]
    [InlineData(29, 6, "ngày 29 tháng 6 năm 2026")]
    [InlineData(31, 12, "ngày 31 tháng 12 năm 2026")]
    [Requirement("ORG-08")]
    public void Write_Date_PadsOnlyDaysBelowTenAndTheFirstTwoMonths(int day, int month, string expected) =>
        HeadText(WardPlan.Draft with { IssuedOn = new DateOnly(2026, month, day) }).ShouldContain(expected);

    [Fact]
    [Requirement("ORG-08")]
    public void Write_Draft_LeavesRoomForNumberAndDay()
    {
        var head = HeadText(WardPlan.Draft with { Number = null, IssuedOn = null, IssuedOnText = "ngày tháng 01 năm 2026" });

        head.ShouldContain("Số: /KH-UBND");
        head.ShouldContain("Bến Đá, ngày tháng 01 năm 2026");
    }

    [Fact]
    public void Write_Pages_AreNumberedFromTheSecondAndAppendixStartsAgain()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Twins.Docx(WardPlan.Draft)), false);
        var sections = file.MainDocumentPart!.Document.Descendants<SectionProperties>().ToList();

        sections.Count.ShouldBe(2);
        sections.ShouldAllBe(section => section.GetFirstChild<TitlePage>() != null && section.GetFirstChild<PageNumberType>()!.Start! == 1);
        sections.Select(section => section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape).ShouldBe([false, true]);
        file.MainDocumentPart.Document.Descendants<TableHeader>().Count().ShouldBe(1);
    }

    [Fact]
    public void Write_TextThatXmlForbids_IsLeftOut()
    {
        var row = WardPlan.Draft.Rows[0] with { Title = "Tiêu\u0001 đề \uFFFE<b>&amp;" };

        Read(Twins.Docx(WardPlan.Draft with { Rows = [row] })).Rows.Single().Title.ShouldBe("Tiêu đề <b>&amp;");
    }

    private static PlanDraft Read(byte[] file) => PlanFile.Read(new MemoryStream(file), "ke-hoach.docx");

    private static string HeadText(PlanDraft plan) => string.Join(" ", Twins.Docx(plan).Read().Blocks.OfType<TableBlock>().First().Rows[0].Cells.Select(cell => cell.Text));
}
