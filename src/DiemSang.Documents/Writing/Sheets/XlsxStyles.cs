using System.Globalization;
using System.Text;

namespace DiemSang.Documents.Writing.Sheets;

/// <summary>The few looks a sheet needs, as styles.xml; the enum's numbers are the positions in cellXfs.</summary>
internal enum XlsxLook { Plain, Text, QuotedText, Header, Title, Number, Percent, Date, Number1, Number2, Heading, QuotedHeading, HeadingNumber, Note }

internal static class XlsxStyles
{
    private const int DateFormat = 164;

    private const string Align = "<alignment vertical=\"top\" wrapText=\"1\"/>";

    /// <summary>Off the edge: text begins right behind the next one.</summary>
    private const string AlignNumber = "<alignment horizontal=\"right\" vertical=\"top\" indent=\"1\"/>";

    /// <summary>In the order of <see cref="XlsxLook"/>.</summary>
    private static readonly (int Format, int Font, int Fill, int Border, bool Quoted, string Alignment)[] Looks =
    [
        (0, 0, 0, 0, false, ""),
        (0, 0, 0, 1, false, Align),
        (0, 0, 0, 1, true, Align),
        (0, 1, 2, 1, false, "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"),
        (0, 1, 0, 0, false, Align),
        (0, 0, 0, 1, false, AlignNumber),
        (10, 0, 0, 1, false, AlignNumber),
        (DateFormat, 0, 0, 1, false, AlignNumber),
        (165, 0, 0, 1, false, AlignNumber),
        (2, 0, 0, 1, false, AlignNumber),
        (0, 1, 3, 1, false, Align),
        (0, 1, 3, 1, true, Align),
        (0, 1, 3, 1, false, AlignNumber),
        (0, 0, 0, 0, false, Align),
    ];

    public static string Xml()
    {
        var xml = new StringBuilder("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            .Append("<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"0.0\"/></numFmts>")
            .Append("<fonts count=\"2\"><font><sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>")
            .Append("<font><b/><sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font></fonts>")
            .Append("<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>")
            .Append(Fill("FFE3ECF5")).Append(Fill("FFF4F6F8")).Append("</fills>")
            .Append("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>")
            .Append("<border>").Append(Side("left")).Append(Side("right")).Append(Side("top")).Append(Side("bottom")).Append("<diagonal/></border></borders>")
            .Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
            .Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{Looks.Length}\">");
        foreach (var look in Looks)
        {
            xml.Append(CultureInfo.InvariantCulture,
                $"<xf numFmtId=\"{look.Format}\" fontId=\"{look.Font}\" fillId=\"{look.Fill}\" borderId=\"{look.Border}\" xfId=\"0\" ")
                .Append("applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"")
                .Append(look.Quoted ? " quotePrefix=\"1\">" : ">").Append(look.Alignment).Append("</xf>");
        }

        return xml.Append("</cellXfs></styleSheet>").ToString();
    }

    private static string Fill(string colour) => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    private static string Side(string side) => $"<{side} style=\"thin\"><color rgb=\"FF9AA5B1\"/></{side}>";
}
