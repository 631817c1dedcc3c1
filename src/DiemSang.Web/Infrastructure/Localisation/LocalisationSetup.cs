using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace DiemSang.Web.Infrastructure.Localisation;

public static class LocalisationSetup
{
    public const string Vietnamese = "vi-VN";

    /// <summary>British English, because its dates are written day first, as on the Vietnamese screens.</summary>
    public const string English = "en-GB";

    /// <summary><c>?lang=en-GB</c></summary>
    public const string LanguageKey = "lang";

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizer, SourceTextLocalizer>();

        // Vietnamese letters are sent as themselves: as &#x…; they would double the weight of a page.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        return services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [new(Vietnamese), new(English)];
            options.DefaultRequestCulture = new RequestCulture(Vietnamese);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders =
            [
                // Survey forms carry their language in the address: the phone may refuse cookies, the kiosk must not keep one.
                new QueryStringRequestCultureProvider { QueryStringKey = LanguageKey, UIQueryStringKey = LanguageKey },
                new CookieRequestCultureProvider { CookieName = "diemsang.language" },
            ];
        });
    }
}
