using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;empty-state heading="…"&gt;what to do&lt;/empty-state&gt;</c>: a list without entries says why and what comes next.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Heading { get; set; }

    public string Icon { get; set; } = "inbox";

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Heading);
        output.Become("div", "empty");
        output.PreContent.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Icon, "icon empty__icon")).AppendHtml(heading);
    }
}
