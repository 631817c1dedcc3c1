using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.ModelBinding;

public static class BindingSetup
{
    /// <summary>Posted text, numbers and days are read strictly and the same way in every language; refusals are sentences in the person's language.</summary>
    public static IMvcBuilder AddStrictBinding(this IMvcBuilder mvc)
    {
        mvc.AddDataAnnotationsLocalization();
        mvc.Services.AddOptions<MvcDataAnnotationsLocalizationOptions>()
            .Configure<IStringLocalizer>((options, texts) => options.DataAnnotationLocalizerProvider = (_, _) => texts);
        mvc.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<MvcOptions>, ConfigureStrictBinding>());
        return mvc.AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
    }

    private sealed class ConfigureStrictBinding(IStringLocalizer texts) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            options.ModelBinderProviders.Insert(0, new StrictBinderProvider(texts));

            // A non-nullable string is a property that is never null, not a field that must be filled in.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Translate(options.ModelBindingMessageProvider);
        }

        private void Translate(DefaultModelBindingMessageProvider messages)
        {
            messages.SetMissingBindRequiredValueAccessor(_ => texts[Key("Điền ô này.")]);
            messages.SetMissingKeyOrValueAccessor(() => texts[Key("Điền ô này.")]);
            messages.SetMissingRequestBodyRequiredValueAccessor(() => texts[Key("Yêu cầu không có nội dung.")]);
            messages.SetValueMustNotBeNullAccessor(_ => texts[Key("Điền ô này.")]);
            messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts[Key("“{0}” không dùng được ở ô này. Chọn hoặc nhập giá trị khác."), value]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts[Key("“{0}” không dùng được ở ô này. Chọn hoặc nhập giá trị khác."), value]);
            messages.SetUnknownValueIsInvalidAccessor(_ => texts[Key("Giá trị này không dùng được. Chọn hoặc nhập giá trị khác.")]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts[Key("Giá trị này không dùng được. Chọn hoặc nhập giá trị khác.")]);
            messages.SetValueIsInvalidAccessor(value => texts[Key("“{0}” không dùng được ở ô này. Chọn hoặc nhập giá trị khác."), value]);
            messages.SetValueMustBeANumberAccessor(_ => texts[Key("Nhập một số.")]);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => texts[Key("Nhập một số.")]);
        }
    }
}
