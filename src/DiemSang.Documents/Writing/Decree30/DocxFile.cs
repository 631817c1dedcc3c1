using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>A Word file in the letters and language of the form; what stands in it is the caller's.</summary>
internal static class DocxFile
{
    /// <param name="output">Receives the file; need not seek; not closed.</param>
    public static void Write(Stream output, DocumentForm form, string? title, Func<PageLayout, Body> compose)
    {
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = PrintableText.Of(title);
            file.PackageProperties.Language = "vi-VN";
            var main = file.AddMainDocumentPart();
            AddStyles(main, form);
            main.Document = new Document(compose(new PageLayout(main, form)));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static void AddStyles(MainDocumentPart main, DocumentForm form)
    {
        var letters = new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts { Ascii = form.Font, HighAnsi = form.Font, ComplexScript = form.Font, EastAsia = form.Font },
            FontSize = new FontSize { Val = $"{form.Sizes.Body.Use * 2:0}" },
            Languages = new Languages { Val = "vi-VN" },
        };
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(new RunPropertiesDefault { RunPropertiesBaseStyle = letters }),
            new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
    }
}
