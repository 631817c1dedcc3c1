using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.ModelBinding;

/// <summary>Chooses our own reading for decimals, days and text; everything else keeps the framework's.</summary>
public sealed class StrictBinderProvider(IStringLocalizer texts) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        if (type == typeof(decimal))
        {
            return new StrictBinder<decimal>(StrictInput.TryReadDecimal, texts, Key("“{0}” không phải là số. Nhập ví dụ 80,5; không dùng dấu phân cách hàng nghìn."));
        }

        if (type == typeof(DateOnly))
        {
            return new StrictBinder<DateOnly>(StrictInput.TryReadDay, texts, Key("“{0}” không phải là ngày. Nhập ngày/tháng/năm, ví dụ 05/02/2026."));
        }

        var bindsText = type == typeof(string) && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true;
        return bindsText ? new TextBinder(trims: context.Metadata.DataTypeName != nameof(DataType.Password)) : null;
    }
}

internal delegate bool TryRead<T>(string typed, out T value);

/// <summary>Reads one value, keeps what was typed for the form, and says in a sentence why it was refused.</summary>
internal sealed class StrictBinder<T>(TryRead<T> read, IStringLocalizer texts, string refusal) : IModelBinder
    where T : struct
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var posted = context.ValueProvider.GetValue(context.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        context.ModelState.SetModelValue(context.ModelName, posted);
        var typed = StrictInput.Normalise(posted.FirstValue);
        if (typed.Length == 0)
        {
            BindNothing(context);
        }
        else if (read(typed, out var value))
        {
            context.Result = ModelBindingResult.Success(value);
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, texts[refusal, typed]);
        }

        return Task.CompletedTask;
    }

    private static void BindNothing(ModelBindingContext context)
    {
        if (context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, context.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(""));
        }
    }
}

/// <summary>Text in composed form (NFC), without spaces around it; a password keeps its spaces. An empty box is null.</summary>
internal sealed class TextBinder(bool trims) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var posted = context.ValueProvider.GetValue(context.ModelName);
        if (posted != ValueProviderResult.None)
        {
            context.ModelState.SetModelValue(context.ModelName, posted);
            var text = trims ? StrictInput.Normalise(posted.FirstValue) : (posted.FirstValue ?? "").Normalize();
            context.Result = ModelBindingResult.Success(text.Length == 0 ? null : text);
        }

        return Task.CompletedTask;
    }
}
