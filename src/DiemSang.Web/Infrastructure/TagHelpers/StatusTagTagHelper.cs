using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;status-tag tone="Late"&gt;Quá hạn&lt;/status-tag&gt;</c>: the icon of the tone and the word of the caller.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "tag " + Tone.Css());
        output.PreContent.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Tone.Icon()));
    }
}
