using System.Diagnostics;
using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Writing.Papers;

namespace DiemSang.Documents.Tests.Writing;

public sealed class PaperFormPdfTests
{
    [Fact]
    public void Write_LongestShippedForm_NumbersItsPagesAndPrintsEveryCode()
    {
        var form = SurveyCatalog.Shipped.Single(one => one.Code == "sipas");

        var read = Read(output => PaperFormPdf.Write(form, "Ủy ban nhân dân phường Bình Minh", "Quý 4 năm 2026", hasCode: true, output));

        var pages = read.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        for (var number = 1; number <= pages.Length; number++)
        {
            pages[number - 1].ShouldContain($"Trang {number}/{pages.Length}");
            pages[number - 1].ShouldContain("Số phiếu");
        }

        var words = string.Join(' ', read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("Mã một lần");
        form.Sections.ShouldAllBe(section => words.Contains(section.Title.Vi));
        foreach (var choice in form.NoAnswers)
        {
            words.ShouldContain(choice.Code);
        }
    }

    private static string Read(Action<Stream> write)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            using (var pdf = File.Create(file))
            {
                write(pdf);
            }

            using var tool = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
            return tool.StandardOutput.ReadToEnd();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
