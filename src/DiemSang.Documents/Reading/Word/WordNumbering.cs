using System.Globalization;
using System.Text;
using System.Xml;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Word;

/// <summary>numbering.xml: prints the marker Word shows before a list paragraph ("1.", "a)", "II.", "-") and counts along.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private sealed record Level(string Format, string Text, int Start, string? StyleId);

    private sealed class List
    {
        public Level?[] Levels { get; } = new Level?[WordNumbering.Levels];
        public int?[] Counters { get; } = new int?[WordNumbering.Levels];
    }

    private readonly Dictionary<int, List> _abstracts = [];
    private readonly Dictionary<int, (int Abstract, Dictionary<int, int> Starts)> _numbers = [];
    private readonly HashSet<(int Number, int Level)> _restarted = [];

    public static WordNumbering Read(XmlReader? xml)
    {
        var numbering = new WordNumbering();
        using (xml)
        {
            if (xml?.MoveToContent() == XmlNodeType.Element)
            {
                xml.ForEachChild(() => numbering.ReadEntry(xml));
            }
        }

        return numbering;
    }

    /// <summary>The marker of the next paragraph of this list and level; null for no list or a level without a visible marker.</summary>
    public string? Next(int numberId, int? level, string? styleId)
    {
        if (!_numbers.TryGetValue(numberId, out var number) || !_abstracts.TryGetValue(number.Abstract, out var list))
        {
            return null;
        }

        var at = Math.Clamp(level ?? Math.Max(0, Array.FindIndex(list.Levels, l => l?.StyleId is { } id && id == styleId)), 0, Levels - 1);
        if (list.Levels[at] is not { } definition)
        {
            return null;
        }

        Count(list, at, number.Starts, numberId);
        var marker = SourceText.Clean(definition.Format == "bullet" ? Bullet(definition.Text) : Numbered(list, definition.Text));
        return marker.Length == 0 ? null : marker;
    }

    private void Count(List list, int at, Dictionary<int, int> starts, int numberId)
    {
        if (starts.TryGetValue(at, out var start) && _restarted.Add((numberId, at)))
        {
            list.Counters[at] = start;
        }
        else
        {
            list.Counters[at] = list.Counters[at] + 1 ?? list.Levels[at]!.Start;
        }

        Array.Fill(list.Counters, null, at + 1, Levels - at - 1);
    }

    /// <summary>Any ornament is a bullet; "-" and "+" mean different depths in Vietnamese plans and stay.</summary>
    private static string Bullet(string text) => text.Length > 0 && (char.IsLetterOrDigit(text[0]) || text[0] is '\uF0FE') ? "•"
        : text is "–" or "—" or "−" ? "-"
        : text;

    private static string Numbered(List list, string text)
    {
        var marker = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length && text[i + 1] is >= '1' and <= '9')
            {
                var level = text[++i] - '1';
                marker.Append(Format(list.Counters[level] ?? list.Levels[level]?.Start ?? 1, list.Levels[level]?.Format));
            }
            else
            {
                marker.Append(text[i]);
            }
        }

        return marker.ToString();
    }

    private static string Format(int value, string? format) => format switch
    {
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "upperLetter" => Letters(value),
        "lowerLetter" => Letters(value).ToLowerInvariant(),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "none" => "",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a … z, then aa, bb: Word repeats the letter.</summary>
    private static string Letters(int value) => value is < 1 or > 780 ? value.ToString(CultureInfo.InvariantCulture)
        : new string((char)('A' + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        (int Value, string Letters)[] steps =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var roman = new StringBuilder();
        foreach (var step in steps)
        {
            for (; value >= step.Value; value -= step.Value)
            {
                roman.Append(step.Letters);
            }
        }

        return roman.ToString();
    }

    private void ReadEntry(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "abstractNum" when xml.IntAttribute("abstractNumId") is { } id:
                _abstracts[id] = ReadAbstract(xml);
                break;
            case "num" when xml.IntAttribute("numId") is { } id:
                _numbers[id] = ReadNumber(xml);
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private static List ReadAbstract(XmlReader xml)
    {
        var list = new List();
        xml.ForEachChild(() =>
        {
            if (xml.LocalName == "lvl" && xml.IntAttribute("ilvl") is >= 0 and < Levels and { } at)
            {
                list.Levels[at] = ReadLevel(xml);
            }
            else
            {
                xml.Skip();
            }
        });
        return list;
    }

    private static Level ReadLevel(XmlReader xml)
    {
        var level = new Level("decimal", "", 1, null);
        xml.ForEachChild(() =>
        {
            level = xml.LocalName switch
            {
                "numFmt" => level with { Format = xml.Attribute("val") ?? "decimal" },
                "lvlText" => level with { Text = xml.Attribute("val") ?? "" },
                "start" => level with { Start = xml.IntAttribute("val") ?? 1 },
                "pStyle" => level with { StyleId = xml.Attribute("val") },
                _ => level,
            };
            xml.Skip();
        });
        return level;
    }

    private static (int Abstract, Dictionary<int, int> Starts) ReadNumber(XmlReader xml)
    {
        var (abstractId, starts) = (-1, new Dictionary<int, int>());
        xml.ForEachChild(() =>
        {
            if (xml.LocalName == "lvlOverride" && xml.IntAttribute("ilvl") is { } at)
            {
                xml.ForEachChild(() =>
                {
                    if (xml.LocalName == "startOverride" && xml.IntAttribute("val") is { } start)
                    {
                        starts[at] = start;
                    }

                    xml.Skip();
                });
                return;
            }

            abstractId = xml.LocalName == "abstractNumId" ? xml.IntAttribute("val") ?? -1 : abstractId;
            xml.Skip();
        });
        return (abstractId, starts);
    }
}
