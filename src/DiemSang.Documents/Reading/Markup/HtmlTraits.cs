using System.Text;
using AngleSharp.Dom;

namespace DiemSang.Documents.Reading.Markup;

/// <summary>What an element looks like on the page, as far as it can be told without a style engine.</summary>
internal static class HtmlTraits
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "ul", "caption", "tr", "td", "th",
    ];

    private static readonly HashSet<string> Unseen = ["script", "style", "template", "noscript", "head", "iframe", "object", "svg", "select", "textarea"];

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsHidden(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (Style(element) is { Length: > 0 } style && (style.Contains("display:none") || style.Contains("mso-element:header") || style.Contains("mso-hide:all")));

    public static bool IsBold(IElement? element) => AncestorsAndSelf(element).Any(ancestor =>
        ancestor.LocalName is "b" or "strong" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" || Style(ancestor).Contains("font-weight:bold"));

    public static bool IsCentred(IElement? element) => AncestorsAndSelf(element).Any(ancestor =>
        ancestor.LocalName == "center" || ancestor.GetAttribute("align") == "center" || Style(ancestor).Contains("text-align:center"));

    /// <summary>Source line breaks and runs of blanks are one space in HTML; a hard space stays one.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isBlank = c is ' ' or '\n' or '\r' or '\t' or '\f';
            if (!isBlank || collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(isBlank ? ' ' : c);
            }
        }

        return collapsed.ToString();
    }

    private static IEnumerable<IElement> AncestorsAndSelf(IElement? element)
    {
        for (var steps = 0; element is not null && element.LocalName != "body" && steps < 12; element = element.ParentElement, steps++)
        {
            yield return element;
        }
    }

    private static string Style(IElement element) => (element.GetAttribute("style") ?? "").Replace(" ", "").ToLowerInvariant();
}
