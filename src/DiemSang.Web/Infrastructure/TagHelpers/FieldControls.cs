using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>Draws the control of a <see cref="FormField"/>.</summary>
internal static class FieldControls
{
    public static TagBuilder Single(FormField field, IEnumerable<SelectListItem>? items, IDictionary<string, string?> extra)
    {
        var control = items is not null ? Select(field, items) : field.DataType == nameof(DataType.MultilineText) ? LongText(field) : Input(field);
        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        Describe(control, field);
        control.MergeAttributes(extra, replaceExisting: true);
        control.AddCssClass("input");
        return control;
    }

    public static IHtmlContent YesNo(FormField field, IDictionary<string, string?> extra)
    {
        var tick = Tick(field, "checkbox", "true", field.Id, isTicked: bool.TryParse(field.Value, out var on) && on);
        tick.MergeAttributes(extra, replaceExisting: true);

        // An empty box posts nothing; the hidden value after it says "no".
        var no = new TagBuilder("input") { Attributes = { ["type"] = "hidden", ["name"] = field.Name, ["value"] = "false" }, TagRenderMode = TagRenderMode.SelfClosing };
        return new HtmlContentBuilder().AppendHtml(Choice(tick, field.Label, field.Hint)).AppendHtml(no);
    }

    public static IHtmlContent Choices(FormField field, IEnumerable<SelectListItem> items, ChoiceStyle style)
    {
        var all = new HtmlContentBuilder();
        var number = 0;
        foreach (var item in items)
        {
            var value = item.Value ?? item.Text;
            var tick = Tick(field, style == ChoiceStyle.Radios ? "radio" : "checkbox", value, $"{field.Id}-{number++}", field.Values.Contains(value));
            all.AppendHtml(Choice(tick, item.Text, item.Group?.Name));
        }

        return all;
    }

    private static TagBuilder Input(FormField field)
    {
        var isPassword = field.DataType == nameof(DataType.Password);
        var input = new TagBuilder("input")
        {
            Attributes = { ["type"] = isPassword ? "password" : "text", ["value"] = isPassword ? "" : field.Value },
            TagRenderMode = TagRenderMode.SelfClosing,
        };
        if (field.Type == typeof(decimal) || field.Type == typeof(int))
        {
            input.Attributes["inputmode"] = field.Type == typeof(int) ? "numeric" : "decimal";
            input.AddCssClass("input--short");
        }
        else if (field.Type == typeof(DateOnly))
        {
            input.Attributes["inputmode"] = "numeric";
            input.Attributes["placeholder"] = "dd/mm/yyyy";
            input.AddCssClass("input--short");
        }

        return input;
    }

    private static TagBuilder LongText(FormField field)
    {
        var area = new TagBuilder("textarea") { Attributes = { ["rows"] = "4" } };
        area.InnerHtml.AppendHtml("\n").Append(field.Value);
        return area;
    }

    private static TagBuilder Select(FormField field, IEnumerable<SelectListItem> items)
    {
        var select = new TagBuilder("select");
        foreach (var item in items)
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value ?? item.Text } };
            if (field.Values.Contains(item.Value ?? item.Text))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private static TagBuilder Tick(FormField field, string type, string value, string id, bool isTicked)
    {
        var tick = new TagBuilder("input")
        {
            Attributes = { ["type"] = type, ["id"] = id, ["name"] = field.Name, ["value"] = value },
            TagRenderMode = TagRenderMode.SelfClosing,
        };
        if (isTicked)
        {
            tick.Attributes["checked"] = "checked";
        }

        Describe(tick, field);
        return tick;
    }

    private static TagBuilder Choice(TagBuilder tick, string text, string? hint)
    {
        var words = new TagBuilder("span");
        words.InnerHtml.Append(text);
        if (hint is not null)
        {
            var small = new TagBuilder("span") { Attributes = { ["class"] = "hint" } };
            small.InnerHtml.Append(hint);
            words.InnerHtml.AppendHtml(small);
        }

        var label = new TagBuilder("label") { Attributes = { ["class"] = "choice" } };
        label.InnerHtml.AppendHtml(tick).AppendHtml(words);
        return label;
    }

    private static void Describe(TagBuilder control, FormField field)
    {
        if (field.DescribedBy is { } ids && !field.IsYesNo)
        {
            control.Attributes["aria-describedby"] = ids;
        }

        if (field.Error is not null && control.Attributes.GetValueOrDefault("type") != "radio")
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }
}
