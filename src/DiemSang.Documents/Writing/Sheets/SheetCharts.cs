using System.Xml.Linq;
using DiemSang.Documents.Writing.Charts;

namespace DiemSang.Documents.Writing.Sheets;

/// <summary>Where the charts of a sheet stand: below its last row, one under the other, none across the end of an upright A4 page.</summary>
internal static class SheetCharts
{
    /// <summary>Of the rows under charts; the sheet says so itself, or each program would take its own.</summary>
    public const double RowPt = RowHeight.LinePt;

    private const double WidthCm = 16;

    /// <summary>A4 less the margins of half an inch, and less a row, as printers differ.</summary>
    private const double PagePt = 842 - 72 - RowPt;

    private const double PtPerCm = 72 / 2.54;

    private static readonly XNamespace S = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = ChartXml.Drawing;
    private static readonly XNamespace C = ChartXml.Namespace;

    /// <param name="row">First free row, from 0.</param>
    /// <param name="usedPt">Height of the rows before it.</param>
    /// <returns>The first row of each chart, from 0, and whether a new page begins there.</returns>
    public static IReadOnlyList<(int Row, bool BeginsPage)> Places(IReadOnlyList<BarChart> charts, int row, double usedPt)
    {
        var places = new List<(int, bool)>();
        foreach (var rows in charts.Select(chart => (int)Math.Ceiling(chart.HeightCm * PtPerCm / RowPt)))
        {
            var beginsPage = usedPt + (rows * RowPt) > PagePt;
            places.Add((row, beginsPage));
            usedPt = (beginsPage ? 0 : usedPt) + ((rows + 1) * RowPt);
            row += rows + 1;
        }

        return places;
    }

    public static string Drawing(IReadOnlyList<BarChart> charts, IReadOnlyList<(int Row, bool BeginsPage)> places)
    {
        var drawing = new XElement(S + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", S.NamespaceName));
        for (var i = 0; i < charts.Count; i++)
        {
            drawing.Add(Anchor(charts[i], i + 1, places[i].Row));
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
