using System.Text;
using DiemSang.Core.Language;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Core.Tests.Language;

public sealed class FoldedTextTests
{
    private static readonly OcrWords Words = new(new Dictionary<string, string> { ["ciia"] = "cua", ["nim"] = "nam" });

    [Theory]
    [InlineData("Phòng Văn hoá - Xã hội", "phong van hoa - xa hoi")]
    [InlineData("  ĐƯỜNG\tĐẶNG  ", "duong dang")]
    [InlineData("", "")]
    public void Of_Text_FoldsAsVietnameseTextDoes(string text, string folded)
    {
        FoldedText.Of(text).Folded.ShouldBe(folded);
        VietnameseText.Fold(text).ShouldBe(folded);
    }

    [Fact]
    public void Under_PartOfTheFold_GivesTheTypedText()
    {
        var text = FoldedText.Of("Kế hoạch  của Ủy ban nhân dân");

        text.Under(text.Folded.IndexOf("uy ban", StringComparison.Ordinal), "uy ban".Length).ShouldBe("Ủy ban");
    }

    [Fact]
    public void Under_DecomposedText_KeepsItsMarks()
    {
        var text = FoldedText.Of("Kế hoạch".Normalize(NormalizationForm.FormD));

        text.Under(0, 2).Normalize(NormalizationForm.FormC).ShouldBe("Kế");
    }

    [Theory]
    [InlineData("Chi s6 hai long", "chi so hai long")]
    [InlineData("t6 chirc ciia nim 2025", "to chirc cua nam 2025")]
    [InlineData("111 /KH-TTr 29/5/2025", "111 /kh-ttr 29/5/2025")]
    public void OfOcr_Misreadings_AreReadThroughButNumbersStay(string text, string folded) => FoldedText.OfOcr(text, Words).Folded.ShouldBe(folded);

    [Fact]
    public void Under_AnyPartOfAnyText_StaysInside() => Prop.ForAll<NonNull<string>>(text =>
    {
        var folded = FoldedText.OfOcr(text.Get, Words);
        return folded.Folded.Length == 0 || folded.Under(0, folded.Folded.Length).Length <= text.Get.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LookRecognised_TextWithoutMarks_IsSeen()
    {
        var lost = string.Concat(Enumerable.Repeat("Nang cao chi so cai cach hanh chinh cua tinh nam nay. ", 12));

        OcrWords.LookRecognised(lost).ShouldBeTrue();
        OcrWords.LookRecognised(string.Concat(Enumerable.Repeat("Nâng cao chỉ số cải cách hành chính của tỉnh năm nay. ", 12))).ShouldBeFalse();
        OcrWords.LookRecognised("Nang cao hanh chinh").ShouldBeFalse();
    }
}
