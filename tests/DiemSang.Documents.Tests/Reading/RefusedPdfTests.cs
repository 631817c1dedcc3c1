using System.Diagnostics;
using System.Text;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Tests.Reading;

public sealed class RefusedPdfTests
{
    [Fact]
    public void Read_TwoThousandPages_IsRefusedAtOnce()
    {
        var file = Pdf(2000);
        var watch = Stopwatch.StartNew();

        file.Refusal().ShouldBe("Tệp có 2000 trang, nhiều hơn mức 200 trang được đọc. Hãy chỉ gửi các trang của kế hoạch.");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Read_Encrypted_SaysPassword()
    {
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        Pdf(1, trailer: $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<00> <00>]").Refusal().ShouldContain("mật khẩu");
    }

    [Fact]
    public void Read_Truncated_SaysDamaged() => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj << /Type /Catalog").Refusal().ShouldStartWith("Tệp bị hỏng");

    [Fact]
    public void Read_HugePage_IsRefused() => Pdf(1, "[0 0 90000 90000]").Refusal().ShouldContain("quá lớn");

    [Fact]
    public void Read_BlankPage_SaysThereIsNoText() => Pdf(1).Refusal().ShouldContain("không có chữ nào");

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 })]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0 })]
    [InlineData(new byte[] { 0x49, 0x49, 0x2A, 0x00, 8, 0, 0, 0 })]
    public void Read_BrokenImage_SaysDamaged(byte[] file) => file.Refusal().ShouldStartWith("Tệp bị hỏng");

    [Fact]
    public void Read_ImageOfAGigapixel_IsRefusedByItsHeader()
    {
        byte[] header = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0];
        header.Refusal().ShouldContain("quá lớn");
    }

    [Fact]
    public void Read_HelperRunsTooLong_IsStopped()
    {
        var watch = Stopwatch.StartNew();

        Pdf(150).Refusal(limits: ReadLimits.Default with { Timeout = TimeSpan.FromMilliseconds(1) }).ShouldContain("nên đã dừng");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static byte[] Pdf(int pages, string box = "[0 0 595 842]", string trailer = "")
    {
        var kids = string.Join(' ', Enumerable.Range(3, pages).Select(number => $"{number} 0 R"));
        var objects = string.Concat(Enumerable.Range(3, pages).Select(number => $"{number} 0 obj << /Type /Page /Parent 2 0 R /MediaBox {box} >> endobj\n"));
        return Encoding.ASCII.GetBytes(
            $"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count {pages} /Kids [{kids}] >> endobj\n{objects}trailer << /Size {pages + 3} /Root 1 0 R {trailer} >>\n%%EOF\n");
    }
}
