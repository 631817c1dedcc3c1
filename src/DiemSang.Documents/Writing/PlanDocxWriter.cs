using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Writing.Decree30;
using DocumentFormat.OpenXml;
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
        DocxFile.Write(output, form, plan.Title, pages => Compose(plan, form, pages));
    }

    private static Body Compose(PlanDraft plan, DocumentForm form, PageLayout pages)
    {
        var width = PageLayout.WidthMm(form);
        var body = new Body();
        body.Append(new HeadWriter(form, width).Write(PaperHead.Of(plan)));
        body.Append(Bases(plan, form));
        body.Append(BodyWriter.Write(form, plan));
        body.Append(new FootWriter(form, width).Write(plan));
        var section = pages.Section(landscape: false);
        foreach (var appendix in Appendices(plan, form))
        {
            body.Append(PageLayout.EndOfSection(section));
            body.Append(appendix);
            section = pages.Section(landscape: true);
        }

        body.Append(section);
        return body;
    }

    private static IEnumerable<Paragraph> Bases(PlanDraft plan, DocumentForm form)
    {
        foreach (var basis in PlanBases.Of(plan, form.Date))
        {
            yield return BodyWriter.Paragraph(form, basis, italic: true);
        }

        if (PlanBases.Opening(plan) is { } opening)
        {
            yield return BodyWriter.Paragraph(form, opening);
        }
    }

    private static IEnumerable<IEnumerable<OpenXmlElement>> Appendices(PlanDraft plan, DocumentForm form)
    {
        var appendices = plan.Rows.GroupBy(row => Math.Max(1, row.Appendix)).OrderBy(group => group.Key).ToList();
        var writer = new AppendixWriter(form, new AppendixLayout(PlanWordsFile.Default.Indices), PageLayout.LandscapeWidthMm(form));
        return appendices.Select((rows, i) => writer.Write(plan, [.. rows], appendices.Count > 1 ? Roman[i % Roman.Length] : null));
    }
}
