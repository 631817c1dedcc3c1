using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

internal static class TagHelperOutputExtensions
{
    public static void AddCssClass(this TagHelperOutput output, string css) => output.AddClass(css, HtmlEncoder.Default);

    public static void Become(this TagHelperOutput output, string tag, string css)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var name in css.Split(' '))
        {
            output.AddCssClass(name);
        }
    }
}
