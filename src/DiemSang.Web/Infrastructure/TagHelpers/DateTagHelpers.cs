using System.Globalization;
using DiemSang.Modules.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;show-date value="…" /&gt;</c>: a day as officials write it, 05/02/2026.</summary>
[HtmlTargetElement("show-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ShowDateTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.Content.SetHtmlContent(Day(Value));
    }

    internal static TagBuilder Day(DateOnly? value)
    {
        var day = new TagBuilder(value is null ? "span" : "time") { Attributes = { ["class"] = "date" } };
        day.InnerHtml.Append(value?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "—");
        if (value is { } known)
        {
            day.Attributes["datetime"] = known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return day;
    }
}

/// <summary><c>&lt;due-date value="…" done="…" /&gt;</c>: the day and how far it is, “còn 3 ngày” or “quá hạn 2 ngày”; finished work says only the day.</summary>
[HtmlTargetElement("due-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueDateTagHelper(TimeProvider clock, IStringLocalizer texts) : TagHelper
{
    private const int SoonDays = 7;

    public DateOnly? Value { get; set; }

    public bool Done { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "due");
        output.Content.AppendHtml(ShowDateTagHelper.Day(Value));
        if (Value is not { } due || Done)
        {
            return;
        }

        var days = due.DayNumber - clock.Today().DayNumber;
        var tone = days < 0 ? Tone.Late : days <= SoonDays ? Tone.Due : Tone.Neutral;
        var left = new TagBuilder("span") { Attributes = { ["class"] = "due__left " + tone.Css() } };
        if (tone != Tone.Neutral)
        {
            left.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, tone.Icon()));
        }

        left.InnerHtml.Append(" " + Words(days));
        output.Content.AppendHtml(left);
    }

    private string Words(int days) => days switch
    {
        < 0 => texts["quá hạn {0} ngày", -days],
        0 => texts["hạn hôm nay"],
        _ => texts["còn {0} ngày", days],
    };
}
