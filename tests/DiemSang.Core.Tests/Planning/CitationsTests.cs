using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

[Requirement("PLN-02", "PLN-03")]
public sealed class CitationsTests
{
    private readonly Citations _citations = new(TestWords.All);

    private DocumentReference One(string text) => _citations.Find(FoldedText.Of(text)).ShouldHaveSingleItem();

    [Fact]
    public void Find_FullCitation_ReadsEveryPart()
    {
        var found = One("Căn cứ Kế hoạch số 21/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Đại Giang về cải cách hành chính năm 2026;");

        (found.Kind, found.Number, found.Symbol).ShouldBe(("Kế hoạch", "21", "KH-UBND"));
        found.Date.ShouldBe(new DateOnly(2026, 2, 5));
        found.Issuer.ShouldBe("Ủy ban nhân dân tỉnh Đại Giang");
        found.Subject.ShouldBe("cải cách hành chính năm 2026");
    }

    [Theory]
    [InlineData("theo Nghị định 118/2025/NĐ-CP", "Nghị định", "118", "2025/NĐ-CP", "Chính phủ")]
    [InlineData("Quyết định số 1847/QĐ-TTg ngày 27 tháng 12 năm 2018", "Quyết định", "1847", "QĐ-TTg", "Thủ tướng Chính phủ")]
    [InlineData("Kết luận số 134-KL/TW của Bộ Chính trị, Ban Bí thư", "Kết luận", "134", "KL/TW", "Bộ Chính trị")]
    [InlineData("số 7 /KH-UBND", "Kế hoạch", "7", "KH-UBND", null)]
    [InlineData("Đề án số 48/ĐA-UBND", "Đề án", "48", "ĐA-UBND", null)]
    public void Find_Symbols_ReadsKindAndUnmistakableIssuer(string text, string kind, string number, string symbol, string? issuer)
    {
        var found = One(text);

        (found.Kind, found.Number, found.Symbol, found.Issuer).ShouldBe((kind, number, symbol, issuer));
    }

    [Fact]
    public void Find_TwoDocumentsOfOneIssuer_SharesIt() =>
        _citations.Find(FoldedText.Of("Chỉ thị số 4/CT-UBND ngày 06/8/2025; Kế hoạch số 9/KH-UBND ngày 12/9/2025 của UBND tỉnh."))
            .Select(found => found.Issuer).ShouldBe(["UBND tỉnh", "UBND tỉnh"]);

    [Theory]
    [InlineData("theo Luật Tiếp cận thông tin năm 2016, các xã", "Tiếp cận thông tin")]
    [InlineData("thực hiện Luật Khiếu nại.", "Khiếu nại")]
    [InlineData("quy định của Luật Doanh nghiệp và văn bản khác", "Doanh nghiệp")]
    public void Find_LawByName_GivesItsName(string text, string name) => One(text).Subject.ShouldBe(name);

    [Theory]
    [InlineData("quy định của pháp luật về đất đai")]
    [InlineData("đạt 5/10 điểm, xếp hạng 20/124")]
    [InlineData("trước ngày 15/6/2025")]
    [InlineData("km/h, 24/7, và/hoặc")]
    public void Find_NoDocument_FindsNone(string text) => _citations.Find(FoldedText.Of(text)).ShouldBeEmpty();

    [Fact]
    public void Find_RecognisedText_ReadsThroughMisreadings()
    {
        var found = _citations.Find(FoldedText.OfOcr("Thuc hién Ké hoach sé 146/KH-UBND ngay 29/5/2025 ciia UBND tinh ve nang cao", TestWords.All.OcrWords)).Single();

        (found.Kind, found.Number, found.Date, found.Issuer).ShouldBe(("Kế hoạch", "146", new DateOnly(2025, 5, 29), "UBND tinh"));
    }

    [Fact]
    public void Once_CitedAgain_CompletesTheFirst()
    {
        var twice = _citations.Find(FoldedText.Of("Nghị quyết số 02/NQ-HĐND và Nghị quyết số 02/NQ-HĐND ngày 10/12/2025 của HĐND tỉnh"));

        var once = Citations.Once(twice).ShouldHaveSingleItem();
        once.Date.ShouldBe(new DateOnly(2025, 12, 10));
    }
}
