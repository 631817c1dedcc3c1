using DiemSang.Documents.Writing.Posters;
using DiemSang.Tests;
using PdfSharp.Pdf.IO;

namespace DiemSang.Documents.Tests.Writing;

public sealed class SurveyPosterTests
{
    private static readonly PosterText Text = new(
        "ỦY BAN NHÂN DÂN PHƯỜNG BÌNH MINH", "Ý kiến sau khi làm thủ tục tại một cửa", "Quầy 2 – Đất đai, xây dựng", "Quét mã để trả lời", "Không cần tài khoản.", "Không ghi tên.",
        "https://khaosat.example/surveys/answer/k7m2pqr");

    [Fact]
    [Requirement("SVY-03")]
    public void WritePdf_Poster_IsOneA4Page()
    {
        using var pdf = new MemoryStream();
        SurveyPoster.WritePdf(Text, pdf);

        using var document = PdfReader.Open(pdf, PdfDocumentOpenMode.Import);
        document.Pages.Count.ShouldBe(1);
        (Math.Round(document.Pages[0].Width.Millimeter), Math.Round(document.Pages[0].Height.Millimeter)).ShouldBe((210, 297));
    }

    [Fact]
    public void Png_Address_IsAPicture() => SurveyPoster.Png(Text.Address).AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
}
