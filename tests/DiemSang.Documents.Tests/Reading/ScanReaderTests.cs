using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Tests.TestData;
using DiemSang.Tests;
using Xunit.Abstractions;

namespace DiemSang.Documents.Tests.Reading;

/// <summary>Scans at the decree's least resolution, compressed and a little crooked.</summary>
public sealed class ScanReaderTests(ITestOutputHelper output)
{
    [RealPlansFact]
    [Requirement("PLN-09")]
    public void Read_ScanOfTheRealPlan_GivesAtLeast95PercentOfCells()
    {
        var draft = PlanFile.Read(new MemoryStream(Twins.Scan(RealPlan.Draft)), "quet.pdf");

        draft.IsOcr.ShouldBeTrue();
        draft.Rows.Select(row => row.Index).ShouldBe(RealPlan.Draft.Rows.Select(row => row.Index));
        RightCells(RealPlan.Draft, draft).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void Read_ScannedPages_GiveTableRowsWithConfidence()
    {
        var document = Twins.Scan(WardPlan.Draft, degrees: -1.2).Read();

        document.IsOcr.ShouldBeTrue();
        document.Format.ShouldBe(SourceFormat.Scan);
        var table = document.Table();
        table.Rows[0].Cells.Count.ShouldBe(7);
        table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Text.Length > 0).ShouldAllBe(cell => cell.OcrConfidence != null);
        var draft = new PlanReader(new PlanReadOptions()).Read(document);
        draft.Rows.Count.ShouldBe(WardPlan.Draft.Rows.Count);
        RightCells(WardPlan.Draft, draft).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Theory]
    [InlineData("png", "-png")]
    [InlineData("jpg", "-jpeg")]
    [InlineData("tif", "-tiff")]
    public void Read_OnePageImage_GivesItsTable(string extension, string option)
    {
        var one = WardPlan.Draft with { Rows = [.. WardPlan.Draft.Rows.Take(1)] };

        var document = Twins.Picture(Twins.Pdf(one, font: "Noto Serif"), option, extension).Read();

        document.Format.ShouldBe(SourceFormat.Scan);
        document.IsOcr.ShouldBeTrue();
        document.Table().Print()[^1].ShouldStartWith("1.1 | Hiểu biết về quyền tham gia | Mỗi tổ dân phố có ít nhất 02 buổi trao đổi trong năm | - Phát tờ gấp");
    }

    [Fact]
    public void Read_TiffOfTwoPages_ReadsBoth()
    {
        var one = WardPlan.Draft with { Rows = [.. WardPlan.Draft.Rows.Take(1)] };
        var page = Twins.Picture(Twins.Pdf(one, font: "Noto Serif"), "-tiff", "tif");

        var document = Twins.JoinTiff(page, page).Read();

        document.PageCount.ShouldBe(2);
        new PlanReader(new PlanReadOptions()).Read(document).Rows.Select(row => row.Title).ShouldBe(["Hiểu biết về quyền tham gia", "Hiểu biết về quyền tham gia"]);
    }

    /// <summary>Share of the cells of all rows that are read letter by letter as they were printed.</summary>
    private double RightCells(PlanDraft expected, PlanDraft actual)
    {
        var pairs = expected.Rows.Zip(actual.Rows).SelectMany(pair => Cells(pair.First).Zip(Cells(pair.Second))).ToList();
        var right = pairs.Count(pair => pair.First == pair.Second);
        output.WriteLine($"{right} of {pairs.Count} cells");
        foreach (var (first, second) in pairs.Where(pair => pair.First != pair.Second))
        {
            output.WriteLine($"- {first}\n+ {second}");
        }

        return (double)right / pairs.Count;
    }

    private static string[] Cells(PlanDraftRow row) => WardPlan.Print(row).Split(" # ");
}
