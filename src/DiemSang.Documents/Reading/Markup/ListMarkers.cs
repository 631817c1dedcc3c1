using System.Globalization;
using AngleSharp.Dom;

namespace DiemSang.Documents.Reading.Markup;

/// <summary>The marker a browser prints before a list item: "-" for every kind of bullet, "3." or "c)" for ordered lists. Items are asked in document order.</summary>
internal sealed class ListMarkers
{
    private readonly Dictionary<IElement, int> _lastNumbers = [];

    public string Next(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list)
        {
            return "-";
        }

        var number = Number(item, "value") ?? (_lastNumbers.TryGetValue(list, out var last) ? last + 1 : Number(list, "start") ?? 1);
        _lastNumbers[list] = number;
        return list.GetAttribute("type") switch
        {
            "a" when number is >= 1 and <= 26 => $"{(char)('a' + number - 1)})",
            "A" when number is >= 1 and <= 26 => $"{(char)('A' + number - 1)}.",
            _ => $"{number.ToString(CultureInfo.InvariantCulture)}.",
        };
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
