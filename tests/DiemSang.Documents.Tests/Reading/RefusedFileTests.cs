using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DiemSang.Documents.Reading;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Reading;

/// <summary>Files a clerk or an attacker may drop: each is refused in one line that says what to do, quickly and without filling memory.</summary>
public sealed class RefusedFileTests
{
    private static readonly byte[] Plan = RawOffice.Docx("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>");

    [Fact]
    public void Read_EmptyFile_SaysSo() => Array.Empty<byte>().Refusal().ShouldStartWith("Tệp rỗng");

    [Fact]
    public void Read_ProgramNamedDocx_SaysSo() =>
        Encoding.Latin1.GetBytes("MZ\u0090\0\u0003\0\0\0" + new string('\0', 200)).Refusal("ke-hoach.docx").ShouldStartWith("Đây là tệp chương trình");

    [Fact]
    public void Read_TruncatedDocx_SaysDamaged() => Plan[..(Plan.Length / 2)].Refusal().ShouldStartWith("Tệp bị hỏng");

    [Fact]
    public void Read_MacroFile_IsRefused() => RawOffice.Zip(
        ("[Content_Types].xml", RawOffice.Types(("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"))),
        ("word/document.xml", "<x/>")).Refusal().ShouldContain("macro");

    [Fact]
    public void Read_HiddenVbaProject_IsRefused()
    {
        using var buffer = new MemoryStream();
        buffer.Write(Plan);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("word/vbaProject.bin").Open().Dispose();
        }

        buffer.ToArray().Refusal().ShouldContain("macro");
    }

    [Theory]
    [InlineData("EncryptedPackage", "mật khẩu")]
    [InlineData("WordDocument", "Word đời cũ")]
    [InlineData("_VBA_PROJECT_CUR", "macro")]
    [InlineData("Something", "bị hỏng")]
    public void Read_CompoundFile_TellsWhatItIs(string entryName, string expected)
    {
        var file = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Encoding.Unicode.GetBytes(entryName).CopyTo(file, 512);
        (file[512 + 64], file[512 + 66]) = ((byte)((entryName.Length + 1) * 2), 2);

        file.Refusal().ShouldContain(expected);
    }

    /// <summary>Office's own locks: agile (Word since 2010) and standard (Excel 2007).</summary>
    [Theory]
    [InlineData("locked.docx")]
    [InlineData("locked.xlsx")]
    public void Read_FileLockedByOffice_SaysPassword(string name) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "DiemSang.Documents.Tests", "TestData", "Locked", name)).Refusal(name).ShouldContain("mật khẩu");

    [Theory]
    [InlineData(@"{\rtf1\ansi Ke hoach}", "RTF")]
    [InlineData("<?xml version='1.0'?><w:wordDocument/>", "XML")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHT")]
    [InlineData("GIF89a....", "GIF")]
    public void Read_OtherFormats_AreNamed(string start, string expected) => Encoding.Latin1.GetBytes(start).Refusal().ShouldContain(expected);

    [Theory]
    [InlineData("ke-hoach.docx")]
    [InlineData("ke-hoach.XLSX")]
    [InlineData("ke-hoach.pdf")]
    public void Read_TextUnderAnotherEnding_SaysSo(string name) => "P"u8.ToArray().Refusal(name).ShouldContain("bên trong không phải loại tệp đó");

    [Fact]
    public void Read_Folder_SaysSo() =>
        Should.Throw<UnreadableDocumentException>(() => PlanFile.Read(Path.GetTempPath())).Message.ShouldContain("là thư mục");

    [Fact]
    public void Read_PlainZip_SaysUnpack() => RawOffice.Zip(("ke-hoach.txt", "x")).Refusal().ShouldContain("giải nén");

    [Fact]
    public void Read_ExternalEntity_IsRefusedWithoutFetching()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "bí mật");
            var document = $"<!DOCTYPE d [<!ENTITY x SYSTEM 'file://{secret}'>]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
            Repack("word/document.xml", document).Refusal().ShouldStartWith("Tệp bị hỏng");
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Read_BillionLaughs_IsRefused()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} '{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}'>"));
        Repack("word/document.xml", $"<!DOCTYPE d [<!ENTITY e0 'lol'>{entities}]><d>&e9;</d>").Refusal().ShouldStartWith("Tệp bị hỏng");
    }

    [Fact]
    public void Read_ZipBomb_StopsEarly()
    {
        var bomb = Bomb(1 << 30);
        var watch = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();

        bomb.Refusal().ShouldStartWith("Tệp bung ra quá lớn");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(300L << 20);
    }

    [Fact]
    public void Read_MillionsOfEmptyParagraphs_AreRefused() =>
        RawOffice.Docx(string.Concat(Enumerable.Repeat("<w:p/>", 20_000))).Refusal(limits: ReadLimits.Default with { MaxTextLength = 200_000 }).ShouldContain("quá nhiều chữ");

    [Fact]
    public void Read_DeepNesting_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 5000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 5000));
        RawOffice.Docx(deep).Refusal().ShouldContain("lồng nhau quá sâu");
        Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 1_000_000))).Refusal().ShouldContain("lồng nhau quá sâu");
        Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x").Refusal().ShouldContain("lồng nhau quá sâu");
    }

    [Fact]
    public void Read_TooManyCells_IsRefused()
    {
        var limits = ReadLimits.Default with { MaxTableCells = 1000 };
        var cells = string.Concat(Enumerable.Range(1, 400).Select(i => $"<row r='{i}'><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"));
        RawOffice.Xlsx($"<sheetData>{cells}</sheetData>").Refusal(limits: limits).ShouldContain("1000 ô");
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1\tviệc\tphòng\tquý I\n", 300))).Refusal(limits: limits).ShouldContain("1000 ô");
        Encoding.UTF8.GetBytes("<table>" + string.Concat(Enumerable.Repeat("<tr><td rowspan=60000 colspan=900>", 2000))).Refusal(limits: limits).ShouldContain("1000 ô");
    }

    [Fact]
    public void Read_LargerThanAllowed_IsRefused() =>
        new byte[3 << 20].Refusal(limits: ReadLimits.Default with { MaxFileBytes = 1 << 20 }).ShouldContain("lớn hơn 1 MB");

    [Fact]
    public void Read_TimeIsOver_SaysSo() =>
        RawOffice.Docx(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<w:p><w:r><w:t>{i * 7919}</w:t></w:r></w:p>")))
            .Refusal(limits: ReadLimits.Default with { Timeout = TimeSpan.FromMilliseconds(5) }).ShouldContain("nên đã dừng");

    [Fact]
    public void Read_Cancelled_Throws() => Should.Throw<OperationCanceledException>(() =>
        DocumentReader.Read(new MemoryStream(Plan), "x", ReadLimits.Default, cancellationToken: new CancellationToken(canceled: true)));

    private static byte[] Repack(string part, string content) => RawOffice.Zip(
        ("[Content_Types].xml", RawOffice.Types((part, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))), (part, content));

    /// <summary>A document.xml of one endless run of spaces: a gigabyte in a megabyte.</summary>
    private static byte[] Bomb(int length)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open())
            {
                types.Write(Encoding.UTF8.GetBytes(RawOffice.Types(("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))));
            }

            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            part.Write("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"u8);
            var blanks = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var written = 0; written < length; written += blanks.Length)
            {
                part.Write(blanks);
            }
        }

        return buffer.ToArray();
    }
}
