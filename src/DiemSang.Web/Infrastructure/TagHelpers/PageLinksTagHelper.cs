using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;page-links page="2" pages="9" /&gt;</c>: links to the other pages of a list, keeping the filters of the address.</summary>
[HtmlTargetElement("page-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageLinksTagHelper(IStringLocalizer texts) : TagHelper
{
    /// <summary>The query parameter that carries the page number; “page” itself is taken by Razor Pages routing.</summary>
    public const string Parameter = "pageNumber";

    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "pages");
        output.Attributes.SetAttribute("aria-label", texts["Các trang của danh sách"].Value);
        var list = new TagBuilder("ul");
        foreach (var number in Enumerable.Range(1, Pages).Where(IsShown))
        {
            list.InnerHtml.AppendHtml(Item(number));
        }

        output.Content.AppendHtml(list);
    }

    /// <summary>The first, the last and the neighbours; the rest would not fit on a phone.</summary>
    private bool IsShown(int number) => number == 1 || number == Pages || Math.Abs(number - Page) <= 1;

    private TagBuilder Item(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var link = new TagBuilder(number == Page ? "span" : "a");
        if (number == Page)
        {
            link.AddCssClass("here");
            link.Attributes["aria-current"] = "page";
        }
        else
        {
            link.Attributes["href"] = AddressOf(text);
        }

        link.InnerHtml.AppendHtml($"<span class=\"hidden-visually\">{texts["Trang"]} </span>").Append(text);
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }

    private string AddressOf(string number)
    {
        var request = ViewContext.HttpContext.Request;
        var others = request.Query.Where(pair => pair.Key != Parameter).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return request.Path + new QueryBuilder(others) { { Parameter, number } }.ToQueryString().Value;
    }
}
