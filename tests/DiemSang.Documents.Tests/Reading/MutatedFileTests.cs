using System.Diagnostics;
using System.IO.Compression;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Documents.Tests.Plans;
using DiemSang.Documents.Tests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Documents.Tests.Reading;

/// <summary>
/// Real files with bytes changed, cut out, doubled or cut off, whole and inside their packed parts: a reader answers with a document or with one
/// plain line, soon, and with nothing else.
/// </summary>
public sealed class MutatedFileTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public void Read_MutatedDocx_NeverFailsOtherwise() => Check(Twins.Docx(Small()), "docx", 150);

    [Fact]
    public void Read_MutatedXlsx_NeverFailsOtherwise() => Check(Twins.Xlsx(Small()), "xlsx", 150);

    [Fact]
    public void Read_MutatedPartsOfDocx_NeverFailsOtherwise() => CheckParts(Twins.Docx(Small()), "docx", 150);

    [Fact]
    public void Read_MutatedPartsOfXlsx_NeverFailsOtherwise() => CheckParts(Twins.Xlsx(Small()), "xlsx", 150);

    [Fact]
    public void Read_MutatedHtml_NeverFailsOtherwise() => Check(Twins.Html(Small()), "html", 150);

    [Fact]
    public void Read_MutatedPdf_NeverFailsOtherwise() => Check(Twins.Pdf(Small()), "pdf", 8);

    [Fact]
    public void Read_MutatedText_NeverFailsOtherwise() => Check(File.ReadAllBytes(Path.Combine(PlanFixture.Folder, "hai-phu-luc.txt")), "txt", 150);

    [Fact]
    public void Read_MutatedCsv_NeverFailsOtherwise() => Check("STT;Nội dung;Chủ trì;Thời gian\n1;\"Việc một, hai;\nba\";Phòng A;Quý I/2026\n2;Việc khác;;31/12"u8.ToArray(), "csv", 150);

    [Fact]
    public void Read_MutatedXls_NeverFailsOtherwise() => Check(File.ReadAllBytes(Twins.SavedByLibreOffice("xls")), "xls", 150);

    [Theory]
    [InlineData(".VnTime", "KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña ph­êng")]
    [InlineData("VNI-Times", "Ñoäc laäp - Töï do - Haïnh phuùc")]
    public void Read_MutatedLegacyFontParts_NeverFailsOtherwise(string font, string text)
    {
        var run = $"<w:r><w:rPr><w:rFonts w:ascii='{font}' w:hAnsi='{font}'/></w:rPr><w:t>{text}</w:t></w:r>";
        CheckParts(RawOffice.Docx($"<w:p>{run}</w:p><w:tbl><w:tr><w:tc><w:p>{run}{run}</w:p></w:tc></w:tr></w:tbl>"), "docx", 100);
    }

    /// <summary>A small picture of a few words: what is broken is refused by its header or by tesseract, and neither may hang.</summary>
    [Theory]
    [InlineData("png", "-png")]
    [InlineData("jpg", "-jpeg")]
    [InlineData("tif", "-tiff")]
    public void Read_MutatedImage_NeverFailsOtherwise(string extension, string option) => Check(Twins.Picture(Line, option, extension, dotsPerInch: 40), extension, 3);

    [Fact]
    public void Read_MutatedScan_NeverFailsOtherwise() => Check(Twins.Scan(Line, degrees: 0), "pdf", 2);

    [Fact]
    public void Read_AnyBytesBehindAKnownBeginning_NeverFailsOtherwise()
    {
        byte[][] beginnings = [[0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], [.. "<html>"u8], []];
        Property(200, Gen.Choose(0, int.MaxValue).Select(seed =>
        {
            var random = new System.Random(seed);
            var bytes = new byte[random.Next(0, 5000)];
            random.NextBytes(bytes);
            return (byte[])[.. beginnings[random.Next(beginnings.Length)], .. bytes];
        }), "bin");
    }

    /// <summary>One line of text on a small page.</summary>
    private static byte[] Line { get; } = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 80]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj 4 0 obj<</Length 47>>stream\nBT /F 24 Tf 20 30 Td (KE HOACH 12/KH-UBND) Tj ET\nendstream endobj trailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    private static Core.Planning.PlanDraft Small() => WardPlan.Draft with { Rows = [.. WardPlan.Draft.Rows.Take(3)] };

    private static void Check(byte[] file, string extension, int times) =>
        Property(times, Gen.Choose(0, int.MaxValue).Select(seed => Mutate(file, new System.Random(seed))), extension);

    /// <summary>Changes inside the parts, packed again with right checksums: otherwise the ZIP reader would stop nearly all of them.</summary>
    private static void CheckParts(byte[] file, string extension, int times) =>
        Property(times, Gen.Choose(0, int.MaxValue).Select(seed => MutatePart(file, new System.Random(seed))), extension);

    private static void Property(int times, Gen<byte[]> files, string extension) =>
        Prop.ForAll(files.ToArbitrary(), file => ReadsOrRefuses(file, extension)).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    private static bool ReadsOrRefuses(byte[] file, string extension)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            PlanFile.Read(new MemoryStream(file), "tep." + extension, new PlanReadOptions { TimeLimit = TimeSpan.FromSeconds(10) });
        }
        catch (UnreadableDocumentException refusal)
        {
            refusal.Message.ShouldNotContain('\n');
        }

        return watch.Elapsed < Soon;
    }

    private static byte[] Mutate(byte[] file, System.Random random)
    {
        var bytes = file.ToList();
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 4:
                    bytes[at] = (byte)"<>&'\"/0-9\0"[random.Next(10)];
                    break;
                default:
                    bytes.RemoveRange(Math.Max(1, bytes.Count - length), Math.Min(length, bytes.Count - 1));
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    private static byte[] MutatePart(byte[] file, System.Random random)
    {
        using var source = new ZipArchive(new MemoryStream(file));
        var chosen = random.Next(source.Entries.Count);
        using var buffer = new MemoryStream();
        using (var target = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            for (var i = 0; i < source.Entries.Count; i++)
            {
                using var content = new MemoryStream();
                source.Entries[i].Open().CopyTo(content);
                using var part = target.CreateEntry(source.Entries[i].FullName, CompressionLevel.Fastest).Open();
                part.Write(i == chosen ? Mutate(content.ToArray(), random) : content.ToArray());
            }
        }

        return buffer.ToArray();
    }
}
