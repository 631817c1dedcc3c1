using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Tests.TestData;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Reading;

/// <summary>One plan in every format gives the same rows: codes, titles, targets, measures, leads, co-operators, deadlines.</summary>
public sealed class FormatTwinTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("bare.pdf")]
    [Requirement("PLN-09", "PLN-10")]
    public void Read_WardPlan_GivesTheRowsItWasMadeFrom(string format) => ShouldGiveItsRows(WardPlan.Draft, format);

    [RealPlansTheory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("bare.pdf")]
    [Requirement("PLN-09", "PLN-10")]
    public void Read_RealPlan_GivesTheRowsOfItsText(string format) => ShouldGiveItsRows(RealPlan.Draft, format);

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("pdf")]
    [Requirement("PLN-09", "PLN-10")]
    public void Read_PlanSavedByLibreOffice_GivesTheWholePlan(string extension)
    {
        var draft = PlanFile.Read(Twins.SavedByLibreOffice(extension));

        WardPlan.Print(draft.Rows).ShouldBe(WardPlan.Print(WardPlan.Draft.Rows));
        (draft.Number, draft.Symbol, draft.IssuedOn, draft.Place, draft.Title).ShouldBe(
            ("05", WardPlan.Draft.Symbol, WardPlan.Draft.IssuedOn, WardPlan.Draft.Place, WardPlan.Draft.Title));
        draft.Sections.Select(section => (section.Code, section.Heading)).ShouldBe(WardPlan.Draft.Sections.Select(section => (section.Code, section.Heading))!);
        draft.ReportDeadlines.Single().Day.ShouldBe(14);
        draft.Recipients.Select(recipient => recipient.Name).ShouldBe(WardPlan.Draft.Recipients.Select(recipient => recipient.Name));
        draft.Signature!.Name.ShouldBe("Đỗ Minh Hạnh");
    }

    [Fact]
    public void Read_WorkbookSavedByLibreOffice_GivesTheRows() =>
        WardPlan.Print(PlanFile.Read(Twins.SavedByLibreOffice("xls")).Rows).ShouldBe(WardPlan.Print(WardPlan.Draft.Rows));

    [Fact]
    public void Read_Pdf_TellsThePageOfEveryRow()
    {
        var document = Twins.Pdf(WardPlan.Draft).Read();

        document.Format.ShouldBe(SourceFormat.Pdf);
        document.IsOcr.ShouldBeFalse();
        var pages = document.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).Select(row => row.Place.Page!.Value).ToList();
        pages.ShouldBe(pages.Order());
        pages[^1].ShouldBe(document.PageCount!.Value);
    }

    private static void ShouldGiveItsRows(PlanDraft plan, string format)
    {
        var file = format switch
        {
            "docx" => Twins.Docx(plan),
            "xlsx" => Twins.Xlsx(plan),
            "html" => Twins.Html(plan),
            "pdf" => Twins.Pdf(plan),
            _ => Twins.Pdf(plan, bordered: false),
        };

        WardPlan.Print(PlanFile.Read(new MemoryStream(file), "ke-hoach." + format).Rows).ShouldBe(WardPlan.Print(plan.Rows));
    }
}
