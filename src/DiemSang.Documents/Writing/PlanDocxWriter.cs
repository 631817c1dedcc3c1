using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing.Decree30;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing;

/// <summary>
/// Prints a plan as the decree on clerical work wants it, its rows as a seven-column appendix on landscape pages. Reading the file again
/// gives the same rows.
/// </summary>
public static class PlanDocxWriter
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <param name="output">Receives the file; not closed.</param>
    /// <param name="form">Measures; null for those shipped with the program.</param>
    public static void Write(PlanDraft plan, Stream output, DocumentForm? form = null)
    {
        form ??= DocumentForm.Default;
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = PrintableText.Of(plan.Title);
            file.PackageProperties.Language = "vi-VN";
            var main = file.AddMainDocumentPart();
            AddStyles(main, form);
            main.Document = new Document(Compose(plan, form, new PageLayout(main, form)));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static Body Compose(PlanDraft plan, DocumentForm form, PageLayout pages)
    {
        var width = PageLayout.WidthMm(form);
        var body = new Body();
        body.Append(new HeadWriter(form, width).Write(plan));
        body.Append(BodyWriter.Write(form, plan));
        body.Append(new FootWriter(form, width).Write(plan));
        var section = pages.Section(landscape: false);
        foreach (var appendix in Appendices(plan, form))
        {
            body.Append(EndOfSection(section));
            body.Append(appendix);
            section = pages.Section(landscape: true);
        }

        body.Append(section);
        return body;
    }

    private static IEnumerable<IEnumerable<OpenXmlElement>> Appendices(PlanDraft plan, DocumentForm form)
    {
        var appendices = plan.Rows.GroupBy(row => Math.Max(1, row.Appendix)).OrderBy(group => group.Key).ToList();
        var writer = new AppendixWriter(form, new AppendixLayout(PlanWordsFile.Default.Indices), PageLayout.LandscapeWidthMm(form));
        return appendices.Select((rows, i) => writer.Write(plan, [.. rows], appendices.Count > 1 ? Roman[i % Roman.Length] : null));
    }

    /// <summary>A section ends with the properties in its last paragraph; a tiny one, so that it never makes a page of its own.</summary>
    private static Paragraph EndOfSection(SectionProperties section)
    {
        var paragraph = Typesetter.Paragraph(new Stance(Alignment.Left) { ExactLinePt = 2 }, ("", new Letters(1)));
        paragraph.ParagraphProperties!.SectionProperties = section;
        return paragraph;
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
