using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;notice tone="Due" heading="…"&gt;…&lt;/notice&gt;</c>: something the person should know before going on.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Doing;

    public string? Heading { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = new TagBuilder("div") { Attributes = { ["class"] = "notice__body" } };
        if (Heading is not null)
        {
            var heading = new TagBuilder("p") { Attributes = { ["class"] = "notice__title" } };
            heading.InnerHtml.Append(Heading);
            body.InnerHtml.AppendHtml(heading);
        }

        body.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Become("div", "notice " + Tone.Css());
        output.Content.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Tone == Tone.Doing ? "info" : Tone.Icon()));
        output.Content.AppendHtml(body);
    }
}
