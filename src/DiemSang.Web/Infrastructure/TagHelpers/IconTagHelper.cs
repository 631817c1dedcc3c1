using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;icon name="clock" /&gt;</c>: a symbol of <c>img/icons.svg</c>, always beside a word and therefore hidden from screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddCssClass("icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(Use(ViewContext.HttpContext, Name));
    }

    /// <summary>The icon as a tag, for the other parts.</summary>
    public static IHtmlContent Svg(HttpContext http, string name, string css = "icon")
    {
        var svg = new TagBuilder("svg") { Attributes = { ["class"] = css, ["aria-hidden"] = "true", ["focusable"] = "false" } };
        svg.InnerHtml.AppendHtml(Use(http, name));
        return svg;
    }

    private static TagBuilder Use(HttpContext http, string name) =>
        new("use") { Attributes = { ["href"] = $"{SpriteUrl(http)}#{name}" } };

    /// <summary>The fingerprinted address, so that the sprite is cached for good.</summary>
    private static string SpriteUrl(HttpContext http) =>
        "/" + (http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?["img/icons.svg"] ?? "img/icons.svg");
}
