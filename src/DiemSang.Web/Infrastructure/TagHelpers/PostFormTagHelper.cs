using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>
/// Gives the antiforgery token to a form that posts to a written address as well; the framework's own helper leaves those out, because
/// they might lead to another site. Ours never do: the content security policy allows forms to this host only.
/// </summary>
[HtmlTargetElement("form", Attributes = "method, action")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    public required string Method { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.CopyHtmlAttribute("method", context);
        if (HttpMethods.IsPost(Method))
        {
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        }
    }
}
