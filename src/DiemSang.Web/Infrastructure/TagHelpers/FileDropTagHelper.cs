using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>
/// <c>&lt;file-drop for="Upload" accept=".docx,.pdf" max-megabytes="50" /&gt;</c>: an ordinary file input that also takes a file dropped on it.
/// Its form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("file-drop", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileDropTagHelper(IStringLocalizer texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Accept { get; set; }

    public int MaxMegabytes { get; set; } = 20;

    public bool Multiple { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.From(For, ViewContext, Label, Kinds, optional: false);
        output.Become("div", field.Error is null ? "field" : "field field--wrong");
        var label = new TagBuilder("label") { Attributes = { ["for"] = field.Id } };
        label.InnerHtml.Append(field.Label);
        output.Content.AppendHtml(label);
        if (field.Error is not null)
        {
            var error = new TagBuilder("p") { Attributes = { ["class"] = "field__error", ["id"] = field.ErrorId } };
            error.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, Tone.Late.Icon())).Append(" " + field.Error);
            output.Content.AppendHtml(error);
        }

        output.Content.AppendHtml(DropZone(field));
    }

    private string Kinds => Accept is null
        ? texts["Tối đa {0} MB.", MaxMegabytes]
        : texts["Nhận {0}; tối đa {1} MB.", Accept.Replace(".", "").Replace(",", ", ").ToUpperInvariant(), MaxMegabytes];

    private TagBuilder DropZone(FormField field)
    {
        var words = new TagBuilder("p");
        words.InnerHtml.Append(texts["Kéo tệp thả vào đây, hoặc chọn tệp:"]);
        var hint = new TagBuilder("p") { Attributes = { ["class"] = "hint", ["id"] = field.HintId } };
        hint.InnerHtml.Append(field.Hint!);
        var zone = new TagBuilder("div") { Attributes = { ["class"] = "file-drop" } };
        zone.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, "upload")).AppendHtml(words).AppendHtml(Input(field)).AppendHtml(hint);
        return zone;
    }

    private TagBuilder Input(FormField field)
    {
        var input = new TagBuilder("input")
        {
            Attributes =
            {
                ["type"] = "file",
                ["id"] = field.Id,
                ["name"] = field.Name,
                ["aria-describedby"] = field.DescribedBy,
                ["data-max-megabytes"] = MaxMegabytes.ToString(CultureInfo.InvariantCulture),
            },
            TagRenderMode = TagRenderMode.SelfClosing,
        };
        if (Accept is not null)
        {
            input.Attributes["accept"] = Accept;
        }

        if (Multiple)
        {
            input.Attributes["multiple"] = "multiple";
        }

        return input;
    }
}
