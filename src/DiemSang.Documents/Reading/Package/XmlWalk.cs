using System.Globalization;
using System.Text;
using System.Xml;

namespace DiemSang.Documents.Reading.Package;

/// <summary>Forward reading of office XML, one child after the other, in constant memory.</summary>
internal static class XmlWalk
{
    /// <summary>Real documents stay below 60; beyond this a recursive reader would risk its stack.</summary>
    private const int MaxDepth = 300;

    /// <summary>
    /// Hands every child element of the current element to <paramref name="onChild"/>, which must move the reader past it
    /// (by calling this method again, <see cref="ReadText"/> or Skip). Afterwards the reader stands behind the element.
    /// </summary>
    public static void ForEachChild(this XmlReader xml, Action onChild)
    {
        var depth = xml.Depth;
        if (depth > MaxDepth)
        {
            throw Unreadable.TooDeep();
        }

        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        if (isEmpty)
        {
            return;
        }

        while (xml.Depth > depth && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                onChild();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
    }

    /// <summary>The text of the current element and moves behind it; elements inside are ignored.</summary>
    public static string ReadText(this XmlReader xml)
    {
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        var text = new StringBuilder();
        xml.Read();
        while (!isEmpty && xml.Depth > depth && !xml.EOF)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }

            xml.Read();
        }

        if (!isEmpty)
        {
            xml.Read();
        }

        return text.ToString();
    }

    /// <summary>An attribute by its local name, whatever namespace (transitional or strict) it is in.</summary>
    public static string? Attribute(this XmlReader xml, string localName)
    {
        string? value = null;
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == localName)
            {
                value = xml.Value;
                break;
            }
        }

        xml.MoveToElement();
        return value;
    }

    public static int? IntAttribute(this XmlReader xml, string localName) =>
        int.TryParse(xml.Attribute(localName), NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads an on/off property such as w:b: present means on unless its value says otherwise.</summary>
    public static bool ReadToggle(this XmlReader xml)
    {
        var value = xml.Attribute("val");
        xml.Skip();
        return value is not ("0" or "false" or "off" or "none");
    }
}
