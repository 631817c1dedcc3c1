using System.Globalization;
using System.Xml.Linq;

namespace DiemSang.Documents.Writing.Charts;

/// <summary>A chart as DrawingML (ECMA-376 part 1, §21.2), with its numbers inside: no sheet need stand behind it.</summary>
internal static class ChartXml
{
    public const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const double EmuPerCm = 360_000;

    private const string Blue = "0B5A9E";
    private const string Ink = "0B1C30";
    private const string Line = "D5DCE4";
    private const int Categories = 1;
    private const int Values = 2;

    private static readonly XNamespace C = Namespace;
    private static readonly XNamespace A = Drawing;

    public static XElement Of(BarChart chart) => new(
        C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", Namespace), new XAttribute(XNamespace.Xmlns + "a", Drawing),
        Val("roundedCorners", 0),
        new XElement(C + "chart", Title(chart), Val("autoTitleDeleted", 0), new XElement(C + "plotArea", new XElement(C + "layout"), Bars(chart), CategoryAxis(chart), ValueAxis(chart)), Val("plotVisOnly", 1)),
        new XElement(C + "spPr", new XElement(A + "solidFill", Colour("FFFFFF")), new XElement(A + "ln", new XElement(A + "noFill"))));

    private static XElement Title(BarChart chart) => new(
        C + "title",
        new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), TitleLine(chart.Title, size: 1200, isBold: true), chart.Note is { } note ? TitleLine(note, size: 900, isBold: false) : null)),
        Val("overlay", 0));

    /// <param name="size">Hundredths of a point.</param>
    private static XElement TitleLine(string text, int size, bool isBold)
    {
        object[] letters = [new XAttribute("sz", size), new XAttribute("b", isBold ? 1 : 0)];
        return new XElement(
            A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", letters)),
            new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "vi-VN"), letters), new XElement(A + "t", PrintableText.Of(text))));
    }

    private static XElement Bars(BarChart chart) => new(
        C + "barChart", Val("barDir", chart.IsUpright ? "col" : "bar"), Val("grouping", "clustered"), Val("varyColors", 0),
        new XElement(
            C + "ser", Val("idx", 0), Val("order", 0), new XElement(C + "spPr", new XElement(A + "solidFill", Colour(Blue))), Val("invertIfNegative", 0), Labels(), Intervals(chart.Bars),
            new XElement(C + "cat", new XElement(C + "strLit", Points(chart.Bars, bar => PrintableText.Of(bar.Label)))),
            new XElement(C + "val", Numbers(chart.Bars, bar => bar.Value))),
        Val("gapWidth", chart.IsUpright ? 200 : 60), Val("axId", Categories), Val("axId", Values));

    /// <summary>At the foot of each bar, where no interval crosses them.</summary>
    private static XElement Labels() => new(
        C + "dLbls", new XElement(C + "numFmt", new XAttribute("formatCode", "0.0%"), new XAttribute("sourceLinked", 0)), new XElement(C + "spPr", new XElement(A + "noFill")), Letters("FFFFFF", isBold: true),
        Val("dLblPos", "inBase"), Val("showLegendKey", 0), Val("showVal", 1), Val("showCatName", 0), Val("showSerName", 0), Val("showPercent", 0), Val("showBubbleSize", 0));

    private static XElement Intervals(IReadOnlyList<ChartBar> bars) => new(
        C + "errBars", Val("errBarType", "both"), Val("errValType", "cust"), Val("noEndCap", 0),
        new XElement(C + "plus", Numbers(bars, bar => bar.High - bar.Value)), new XElement(C + "minus", Numbers(bars, bar => bar.Value - bar.Low)),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", 19050), new XElement(A + "solidFill", Colour(Ink)))));

    private static XElement CategoryAxis(BarChart chart) => new(
        C + "catAx", Val("axId", Categories), new XElement(C + "scaling", Val("orientation", chart.IsUpright ? "minMax" : "maxMin")), Val("delete", 0), Val("axPos", chart.IsUpright ? "b" : "l"),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"), Letters(Ink), Val("crossAx", Values), Val("crosses", "autoZero"));

    private static XElement ValueAxis(BarChart chart) => new(
        C + "valAx", Val("axId", Values), new XElement(C + "scaling", Val("orientation", "minMax"), Val("max", 1), Val("min", 0)), Val("delete", 0), Val("axPos", chart.IsUpright ? "l" : "b"),
        new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "solidFill", Colour(Line))))),
        new XElement(C + "numFmt", new XAttribute("formatCode", "0%"), new XAttribute("sourceLinked", 0)), Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"), Letters(Ink),
        Val("crossAx", Categories), Val("crosses", chart.IsUpright ? "autoZero" : "max"), Val("majorUnit", 0.2));

    private static XElement Letters(string colour, bool isBold = false) => new(
        C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(
            A + "defRPr", new XAttribute("sz", 900), new XAttribute("b", isBold ? 1 : 0), new XElement(A + "solidFill", Colour(colour)))), new XElement(A + "endParaRPr", new XAttribute("lang", "vi-VN"))));

    private static XElement Numbers(IReadOnlyList<ChartBar> bars, Func<ChartBar, double> number) =>
        new(C + "numLit", new XElement(C + "formatCode", "0.0%"), Points(bars, bar => number(bar).ToString("R", CultureInfo.InvariantCulture)));

    private static IEnumerable<XElement> Points(IReadOnlyList<ChartBar> bars, Func<ChartBar, string> value) =>
        bars.Select((bar, i) => new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", value(bar)))).Prepend(Val("ptCount", bars.Count));

    private static XElement Colour(string rgb) => new(A + "srgbClr", new XAttribute("val", rgb));

    private static XElement Val(string name, object value) => new(C + name, new XAttribute("val", Convert.ToString(value, CultureInfo.InvariantCulture)!));
}
