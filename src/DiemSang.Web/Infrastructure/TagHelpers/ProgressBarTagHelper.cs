using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;progress-bar value="65" text="26/40 thủ tục" /&gt;</c>: a percentage from 0 to 100 with its words beside it.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressBarTagHelper(IStringLocalizer texts) : TagHelper
{
    public decimal Value { get; set; }

    /// <summary>What the bar measures, for those who do not see it. Default: “Tiến độ”.</summary>
    public string? Label { get; set; }

    /// <summary>Shown beside the bar. Default: the percentage.</summary>
    public string? Text { get; set; }

    public Tone Tone { get; set; } = Tone.Doing;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = Math.Clamp(Value, 0, 100);
        var bar = new TagBuilder("progress")
        {
            Attributes =
            {
                ["max"] = "100",
                ["value"] = shown.ToString(CultureInfo.InvariantCulture),
                ["aria-label"] = Label ?? texts["Tiến độ"],
            },
        };
        var words = new TagBuilder("span");
        words.InnerHtml.Append(Text ?? shown.ToString("0.#", CultureInfo.CurrentCulture) + " %");
        output.Become("div", "progress " + Tone.Css());
        output.Content.AppendHtml(bar);
        output.Content.AppendHtml(words);
    }
}
