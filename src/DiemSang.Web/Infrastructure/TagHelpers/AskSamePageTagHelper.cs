using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>
/// <c>&lt;form method="get" ask="#results"&gt;</c>: with JavaScript, htmx asks this same page as soon as a filter changes and takes only
/// the named part of the answer; without it the form's button does the same with a full page.
/// </summary>
[HtmlTargetElement("form", Attributes = "ask")]
public sealed class AskSamePageTagHelper : TagHelper
{
    public required string Ask { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("hx-get", output.Attributes["action"]?.Value ?? "");
        output.Attributes.SetAttribute("hx-trigger", "change, submit");
        output.Attributes.SetAttribute("hx-target", Ask);
        output.Attributes.SetAttribute("hx-select", Ask);
        output.Attributes.SetAttribute("hx-swap", "outerHTML");
        output.Attributes.SetAttribute("hx-push-url", "true");
        output.Attributes.SetAttribute("hx-indicator", Ask);
    }
}
