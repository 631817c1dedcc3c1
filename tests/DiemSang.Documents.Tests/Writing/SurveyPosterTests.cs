using DiemSang.Documents.Writing.Posters;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Writing;

public sealed class SurveyPosterTests
{
    private static readonly PosterText Text = new(
        "ỦY BAN NHÂN DÂN PHƯỜNG BÌNH MINH", "Ý kiến sau khi làm thủ tục tại một cửa", "Quầy 2 – Đất đai, xây dựng", "Quét mã bằng máy ảnh điện thoại để trả lời",
        "Không cần tài khoản, không cài phần mềm.", "Phiếu không ghi tên.", "https://khaosat.example/surveys/answer/k7m2pqr");

    [Fact]
    [Requirement("SVY-03")]
    public void WritePdf_Poster_IsReadAgainWordForWord()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            using (var pdf = File.Create(file))
            {
                SurveyPoster.WritePdf(Text, pdf);
            }

            using var tool = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
            var read = string.Join(' ', tool.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (var words in new[] { Text.Owner, Text.Title, Text.Place, Text.Invitation, Text.HowTo, Text.Promise, "khaosat.example/surveys/answer/k7m2pqr" })
            {
                read.ShouldContain(words);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Png_Address_IsAPicture() => SurveyPoster.Png(Text.Address).AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
}
