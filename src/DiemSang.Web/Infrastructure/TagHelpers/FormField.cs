using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DiemSang.Web.Infrastructure.TagHelpers;

/// <summary>How a choice is offered: a drop-down list, or all at once with one or several to tick.</summary>
public enum ChoiceStyle
{
    List,
    Radios,
    Checkboxes,
}

/// <summary>What a form field needs to be drawn: its names, its texts and the value as the person last typed it.</summary>
internal sealed record FormField(string Name, string Id, string Label, string? Hint, string? Error, IReadOnlyList<string> Values, Type Type, string? DataType, bool IsOptional)
{
    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public string Value => Values.Count == 0 ? "" : Values[0];

    public bool IsYesNo => Type == typeof(bool);

    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : HintId, Error is null ? null : ErrorId }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public static FormField From(ModelExpression expression, ViewContext view, string? label, string? hint, bool optional)
    {
        var metadata = expression.Metadata;
        var name = metadata.BinderModelName ?? view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        view.ModelState.TryGetValue(name, out var entry);
        var typed = entry?.RawValue is null || metadata.DataTypeName == nameof(System.ComponentModel.DataAnnotations.DataType.Password) ? null : entry;
        return new FormField(
            name,
            TagBuilder.CreateSanitizedId(name, "_"),
            label ?? metadata.DisplayName ?? metadata.PropertyName ?? name,
            hint,
            entry?.Errors.FirstOrDefault()?.ErrorMessage,
            typed is null ? Written(expression.Model) : Typed(typed.RawValue!),
            Nullable.GetUnderlyingType(metadata.ModelType) ?? metadata.ModelType,
            metadata.DataTypeName,
            optional);
    }

    private static IReadOnlyList<string> Typed(object raw) => raw is string[] several ? several : [Convert.ToString(raw, CultureInfo.InvariantCulture) ?? ""];

    private static IReadOnlyList<string> Written(object? model) => model switch
    {
        null => [],
        string text => [text],
        DateOnly day => [day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)],
        decimal number => [number.ToString("0.############", CultureInfo.CurrentCulture)],
        IEnumerable several => [.. several.Cast<object>().SelectMany(Written)],
        IFormattable other => [other.ToString(null, CultureInfo.InvariantCulture)],
        _ => [model.ToString() ?? ""],
    };
}
