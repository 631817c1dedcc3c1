using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>
/// <c>&lt;form-field for="Input.Title" hint="…" /&gt;</c>: label, hint, error and control of one property. The control follows from the
/// type (text, number, day, yes/no, password, long text) or from <see cref="Items"/>; any other attribute goes to the control.
/// </summary>
[HtmlTargetElement("form-field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormFieldTagHelper(IStringLocalizer texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Default: the property's <c>[Display(Name = …)]</c>.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>What can be chosen; makes a drop-down list, or the kind of control that <see cref="As"/> says.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    public ChoiceStyle As { get; set; }

    /// <summary>False keeps “(không bắt buộc)” away where it would only be noise, as in a filter.</summary>
    public bool TellOptional { get; set; } = true;

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.From(For, ViewContext, Label, Hint, IsOptional);
        var extra = output.Attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value?.ToString());
        output.Attributes.Clear();
        if (field.IsYesNo)
        {
            output.Become("div", "field");
            output.Content.AppendHtml(ErrorOf(field)).AppendHtml(FieldControls.YesNo(field, extra));
        }
        else if (Items is not null && As != ChoiceStyle.List)
        {
            output.Become("fieldset", "field");
            output.Attributes.SetAttribute("id", field.Id);
            output.Content.AppendHtml(Heading("legend", field)).AppendHtml(FieldControls.Choices(field, Items, As));
        }
        else
        {
            output.Become("div", "field");
            output.Content.AppendHtml(Heading("label", field)).AppendHtml(FieldControls.Single(field, Items, extra));
        }

        if (field.Error is not null)
        {
            output.AddCssClass("field--wrong");
        }
    }

    private bool IsOptional => TellOptional && !For.Metadata.IsRequired;

    private IHtmlContent Heading(string tag, FormField field)
    {
        var label = new TagBuilder(tag);
        label.InnerHtml.Append(field.Label);
        if (tag == "label")
        {
            label.Attributes["for"] = field.Id;
        }

        if (field.IsOptional)
        {
            label.InnerHtml.AppendHtml($" <span class=\"optional\">({texts["không bắt buộc"]})</span>");
        }

        return new HtmlContentBuilder().AppendHtml(label).AppendHtml(HintOf(field)).AppendHtml(ErrorOf(field));
    }

    private static IHtmlContent HintOf(FormField field) => Paragraph(field.Hint, field.HintId, "hint");

    private IHtmlContent ErrorOf(FormField field) =>
        Paragraph(field.Error, field.ErrorId, "field__error", IconTagHelper.Svg(ViewContext.HttpContext, Tone.Late.Icon()));

    private static IHtmlContent Paragraph(string? text, string id, string css, IHtmlContent? icon = null)
    {
        if (text is null)
        {
            return HtmlString.Empty;
        }

        var paragraph = new TagBuilder("p") { Attributes = { ["class"] = css, ["id"] = id } };
        if (icon is not null)
        {
            paragraph.InnerHtml.AppendHtml(icon).Append(" ");
        }

        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
