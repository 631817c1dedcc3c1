namespace DiemSang.Documents.Reading.Markup;

/// <summary>
/// HTML parsers search their stack of open elements for every tag, so a page that opens and never closes costs the square of its length.
/// One pass over the bytes refuses it beforehand.
/// </summary>
internal static class NestingGuard
{
    /// <summary>Sloppy but honest pages leave paragraphs, cells and fonts open by the hundred; their depth stays far below this.</summary>
    private const int MaxOpen = 20_000;

    public static void Check(ReadOnlySpan<byte> html)
    {
        var open = 0;
        for (var at = html.IndexOf((byte)'<'); at >= 0 && at + 1 < html.Length;)
        {
            var next = html[at + 1];
            open = next == '/' ? Math.Max(0, open - 1) : char.IsAsciiLetter((char)next) && !ClosesItself(html[(at + 1)..]) ? open + 1 : open;
            if (open > MaxOpen)
            {
                throw Unreadable.TooDeep();
            }

            var following = html[(at + 1)..].IndexOf((byte)'<');
            at = following < 0 ? -1 : at + 1 + following;
        }
    }

    private static bool ClosesItself(ReadOnlySpan<byte> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["br", "hr", "img", "col", "meta", "link", "input", "p", "li", "td", "tr", "th", "tbody", "o:p", "st1:"])
        {
            if (StartsWith(tag, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<byte> tag, string name)
    {
        if (tag.Length <= name.Length || char.IsAsciiLetter((char)tag[name.Length]))
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (char.ToLowerInvariant((char)tag[i]) != name[i])
            {
                return false;
            }
        }

        return true;
    }
}
