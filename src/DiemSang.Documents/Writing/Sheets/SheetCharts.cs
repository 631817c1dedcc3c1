using System.Xml.Linq;
using DiemSang.Documents.Writing.Charts;

namespace DiemSang.Documents.Writing.Sheets;

/// <summary>Where the charts of a sheet stand: below its last row, one under the other.</summary>
internal static class SheetCharts
{
    private const double WidthCm = 20;

    /// <summary>Of the lowest row a program gives the standard font: charts may stand apart, never over each other.</summary>
    private const double RowCm = 0.43;

    private static readonly XNamespace S = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = ChartXml.Drawing;
    private static readonly XNamespace C = ChartXml.Namespace;

    /// <param name="row">First free row, from 0.</param>
    public static string Drawing(IReadOnlyList<BarChart> charts, int row)
    {
        var drawing = new XElement(S + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", S.NamespaceName));
        for (var i = 0; i < charts.Count; i++)
        {
            drawing.Add(Anchor(charts[i], i + 1, row));
            row += (int)Math.Ceiling(charts[i].HeightCm / RowCm) + 1;
        }

        return drawing.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Anchor(BarChart chart, int number, int row) => new(
        S + "oneCellAnchor",
        new XElement(S + "from", new XElement(S + "col", 0), new XElement(S + "colOff", 0), new XElement(S + "row", row), new XElement(S + "rowOff", 0)),
        Size(S + "ext", chart),
        new XElement(
            S + "graphicFrame", new XAttribute("macro", ""),
            new XElement(S + "nvGraphicFramePr", new XElement(S + "cNvPr", new XAttribute("id", number + 1), new XAttribute("name", $"Chart {number}"), new XAttribute("descr", PrintableText.Of(chart.Words))), new XElement(S + "cNvGraphicFramePr")),
            new XElement(S + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), Size(A + "ext", chart)),
            new XElement(A + "graphic", new XElement(
                A + "graphicData", new XAttribute("uri", ChartXml.Namespace), new XElement(C + "chart", new XAttribute(XName.Get("id", ChartXml.Relations), $"rId{number}"))))),
        new XElement(S + "clientData"));

    private static XElement Size(XName name, BarChart chart) =>
        new(name, new XAttribute("cx", (long)(WidthCm * ChartXml.EmuPerCm)), new XAttribute("cy", (long)(chart.HeightCm * ChartXml.EmuPerCm)));
}
