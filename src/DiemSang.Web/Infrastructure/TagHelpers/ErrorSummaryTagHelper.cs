using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c>: at the top of a refused form, every error with a link to its field.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer texts) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState.SelectMany(entry => entry.Value!.Errors, (entry, error) => (Field: entry.Key, error.ErrorMessage)).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "notice tone-late");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-error-summary", "");
        output.Content.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Tone.Late.Icon()));
        output.Content.AppendHtml(Body(errors));
    }

    private TagBuilder Body(List<(string Field, string Message)> errors)
    {
        var title = new TagBuilder("h2") { Attributes = { ["class"] = "notice__title" } };
        title.InnerHtml.Append(texts["Có {0} chỗ cần sửa", errors.Count]);
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors)
        {
            list.InnerHtml.AppendHtml(Line(field, message));
        }

        var body = new TagBuilder("div") { Attributes = { ["class"] = "notice__body" } };
        body.InnerHtml.AppendHtml(title).AppendHtml(list);
        return body;
    }

    private static TagBuilder Line(string field, string message)
    {
        var words = new TagBuilder(field.Length == 0 ? "span" : "a");
        words.InnerHtml.Append(message);
        if (field.Length > 0)
        {
            words.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        }

        var line = new TagBuilder("li");
        line.InnerHtml.AppendHtml(words);
        return line;
    }
}
