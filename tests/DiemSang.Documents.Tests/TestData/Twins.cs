using System.Diagnostics;
using System.Net;
using System.Text;
using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading.Pages;
using DiemSang.Documents.Writing;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.TestData;

/// <summary>The same plan in other formats, made with programs the product needs anyway: Chromium prints, poppler draws, PDFsharp binds.</summary>
internal static class Twins
{
    public const int ScanDotsPerInch = 200;

    public static byte[] Docx(PlanDraft plan)
    {
        using var buffer = new MemoryStream();
        PlanDocxWriter.Write(plan, buffer);
        return buffer.ToArray();
    }

    public static byte[] Xlsx(PlanDraft plan)
    {
        using var buffer = new MemoryStream();
        PlanXlsxWriter.Write(plan, buffer);
        return buffer.ToArray();
    }

    /// <param name="bordered">False for a table without drawn lines.</param>
    /// <param name="font">Where Times New Roman is absent its stand-in lacks some Vietnamese letters: a page to be recognised needs one whole font.</param>
    public static byte[] Html(PlanDraft plan, bool bordered = true, string font = "Times New Roman")
    {
        var html = new StringBuilder("<!doctype html><html lang=vi><meta charset=utf-8><style>@page { size: A4 landscape; margin: 20mm 15mm }")
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"body {{ font: 12pt '{font}', 'Liberation Serif', 'DejaVu Serif', serif }} ")
            .Append("table { border-collapse: collapse; width: 100% } p { margin: 2pt 0 }")
            .Append(bordered ? "td, th { border: 0.5pt solid black; padding: 3pt; vertical-align: top }" : "td, th { padding: 3pt 6pt; vertical-align: top }")
            .Append("</style><p>Số: ").Append(plan.Number).Append('/').Append(plan.Symbol).Append("<h1>KẾ HOẠCH</h1><p><b>").Append(WebUtility.HtmlEncode(plan.Title))
            .Append("</b><h2>PHỤ LỤC</h2><table><thead><tr>");
        foreach (var column in DocumentForm.Default.AppendixColumns)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<th style='width: {column.Share}%'>{column.Title}</th>");
        }

        html.Append("</tr></thead>");
        foreach (var line in new AppendixLayout(PlanWordsFile.Default.Indices).Lines(plan.Rows))
        {
            AppendLine(html, line);
        }

        return Encoding.UTF8.GetBytes(html.Append("</table></html>").ToString());
    }

    /// <summary>Printed by Chromium from <see cref="Html"/>.</summary>
    public static byte[] Pdf(PlanDraft plan, bool bordered = true, string font = "Times New Roman")
    {
        var folder = Directory.CreateTempSubdirectory("diemsang-twin-");
        try
        {
            var (html, pdf) = (Path.Combine(folder.FullName, "plan.html"), Path.Combine(folder.FullName, "plan.pdf"));
            File.WriteAllBytes(html, Html(plan, bordered, font));
            Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.FullName}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", html);
            return File.ReadAllBytes(pdf);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Pages as a scanner gives them: pictures at 200 dpi, compressed, a little crooked, no text.</summary>
    public static byte[] Scan(PlanDraft plan, double degrees = 0.4) => Scan(Pdf(plan, font: "Noto Serif"), degrees);

    public static byte[] Scan(byte[] pdf, double degrees)
    {
        var folder = Directory.CreateTempSubdirectory("diemsang-twin-");
        try
        {
            var source = Path.Combine(folder.FullName, "plan.pdf");
            File.WriteAllBytes(source, pdf);
            Run("pdftoppm", "-jpeg", "-jpegopt", "quality=70", "-gray", "-r", $"{ScanDotsPerInch}", source, Path.Combine(folder.FullName, "page"));
            return ImagePdf([.. folder.GetFiles("page*.jpg").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllBytes(file.FullName))], degrees);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary><see cref="WardPlan"/> opened and saved again by LibreOffice 25: what other programs write differs from what ours do.</summary>
    public static string SavedByLibreOffice(string extension) =>
        Path.Combine(Repository.Root, "tests", "DiemSang.Documents.Tests", "TestData", "LibreOffice", "ward." + extension);

    /// <summary>The first page as a picture.</summary>
    /// <param name="option">pdftoppm's name of the format: -png, -jpeg, -tiff.</param>
    public static byte[] Picture(byte[] pdf, string option, string extension, int dotsPerInch = ScanDotsPerInch)
    {
        var folder = Directory.CreateTempSubdirectory("diemsang-twin-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "plan.pdf"), Path.Combine(folder.FullName, "page"));
            File.WriteAllBytes(source, pdf);
            Run("pdftoppm", option, "-r", $"{dotsPerInch}", "-f", "1", "-l", "1", "-singlefile", source, target);
            return File.ReadAllBytes($"{target}.{extension}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One file of many pages, as a scanner with a feeder writes it.</summary>
    public static byte[] JoinTiff(params byte[][] pages)
    {
        var folder = Directory.CreateTempSubdirectory("diemsang-twin-");
        try
        {
            var sources = pages.Select((_, i) => Path.Combine(folder.FullName, $"{i}.tif")).ToArray();
            foreach (var (path, page) in sources.Zip(pages))
            {
                File.WriteAllBytes(path, page);
            }

            var joined = Path.Combine(folder.FullName, "joined.tif");
            Run("tiffcp", [.. sources, joined]);
            return File.ReadAllBytes(joined);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>One JPEG a page, turned by some degrees as paper lies in a scanner.</summary>
    private static byte[] ImagePdf(List<byte[]> pages, double degrees)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        Append(pdf, "%PDF-1.4\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>", null);
        Add($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{3 + (i * 3)} 0 R"))}] >>", null);
        foreach (var jpeg in pages)
        {
            var (pixelWidth, pixelHeight, colours) = PicturePdf.FrameHeader(jpeg);
            var (width, height) = (pixelWidth * 72.0 / ScanDotsPerInch, pixelHeight * 72.0 / ScanDotsPerInch);
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            var draw = FormattableString.Invariant($"q {width * cos:0.####} {width * sin:0.####} {-height * sin:0.####} {height * cos:0.####} 0 0 cm /P Do Q");
            var next = offsets.Count + 1;
            Add(FormattableString.Invariant($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:0.##} {height:0.##}] /Resources << /XObject << /P {next + 1} 0 R >> >> /Contents {next + 2} 0 R >>"), null);
            Add($"<< /Type /XObject /Subtype /Image /Width {pixelWidth} /Height {pixelHeight} /ColorSpace {(colours == 1 ? "/DeviceGray" : "/DeviceRGB")} /BitsPerComponent 8 /Filter /DCTDecode /Length {jpeg.Length} >>", jpeg);
            Add($"<< /Length {draw.Length} >>", Encoding.ASCII.GetBytes(draw));
        }

        var start = pdf.Position;
        Append(pdf, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}");
        Append(pdf, $"trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return pdf.ToArray();

        void Add(string dictionary, byte[]? stream)
        {
            offsets.Add(pdf.Position);
            Append(pdf, $"{offsets.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Append(pdf, "stream\n");
                pdf.Write(stream);
                Append(pdf, "\nendstream\n");
            }

            Append(pdf, "endobj\n");
        }
    }

    private static void Append(Stream pdf, string text) => pdf.Write(Encoding.ASCII.GetBytes(text));

    private static void AppendLine(StringBuilder html, AppendixLine line)
    {
        html.Append("<tr><td>").Append(line.Number);
        if (line.Kind != AppendixLineKind.Row)
        {
            html.Append("<td colspan=6><b>").Append(WebUtility.HtmlEncode(line.Title)).Append("</b>");
            return;
        }

        html.Append("<td>").Append(WebUtility.HtmlEncode(line.Title));
        foreach (var cell in line.Cells)
        {
            html.Append("<td>").AppendJoin("", cell.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"));
        }
    }
}
