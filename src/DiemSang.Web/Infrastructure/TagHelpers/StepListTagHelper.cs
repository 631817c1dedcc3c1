using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;step-list steps="…" current="2" /&gt;</c>: where the person stands in a journey of several pages, counted from 1.</summary>
[HtmlTargetElement("step-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepListTagHelper(IStringLocalizer texts) : TagHelper
{
    public required IReadOnlyList<string> Steps { get; set; }

    public int Current { get; set; } = 1;

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "steps");
        output.Attributes.SetAttribute("aria-label", texts["Các bước"].Value);
        for (var number = 1; number <= Steps.Count; number++)
        {
            output.Content.AppendHtml(Step(number, Steps[number - 1]));
        }
    }

    private TagBuilder Step(int number, string title)
    {
        var step = new TagBuilder("li");
        if (number == Current)
        {
            step.Attributes["aria-current"] = "step";
        }

        if (number < Current)
        {
            step.AddCssClass("is-done");
            step.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, "check"));
            step.InnerHtml.AppendHtml($"<span class=\"hidden-visually\">{texts["Đã xong:"]} </span>");
        }

        step.InnerHtml.Append($"{number}. {title}");
        return step;
    }
}
