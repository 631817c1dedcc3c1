using System.Xml.Linq;
using DiemSang.Documents.Writing.Charts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>Puts a chart into a paragraph of its own, as wide as the text.</summary>
internal static class ChartWriter
{
    private static readonly XNamespace Inline = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = ChartXml.Drawing;
    private static readonly XNamespace C = ChartXml.Namespace;

    public static Paragraph Write(MainDocumentPart document, BarChart chart, double widthMm)
    {
        var part = document.AddNewPart<ChartPart>();
        using (var output = part.GetStream(FileMode.Create))
        {
            ChartXml.Of(chart).Save(output);
        }

        var number = document.ChartParts.Count();
        var placed = new XElement(
            Inline + "inline", new XAttribute("distT", 0), new XAttribute("distB", 0), new XAttribute("distL", 0), new XAttribute("distR", 0),
            new XElement(Inline + "extent", new XAttribute("cx", Emu(widthMm / 10)), new XAttribute("cy", Emu(chart.HeightCm))),
            new XElement(Inline + "docPr", new XAttribute("id", number), new XAttribute("name", $"Chart {number}"), new XAttribute("descr", PrintableText.Of(chart.Words))),
            new XElement(Inline + "cNvGraphicFramePr"),
            new XElement(A + "graphic", new XElement(
                A + "graphicData", new XAttribute("uri", ChartXml.Namespace), new XElement(C + "chart", new XAttribute(XName.Get("id", ChartXml.Relations), document.GetIdOfPart(part))))));
        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "120", After = "120" }), new Run(new Drawing { InnerXml = placed.ToString(SaveOptions.DisableFormatting) }));
    }

    private static long Emu(double cm) => (long)(cm * ChartXml.EmuPerCm);
}
