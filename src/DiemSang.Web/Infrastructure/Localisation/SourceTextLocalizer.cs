using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.Localisation;

/// <summary>
/// The Vietnamese sentence is the key and the text; English is looked up in <c>Resources/en/*.json</c>. A sentence without a
/// translation is shown in Vietnamese rather than as a code.
/// </summary>
public sealed class SourceTextLocalizer : IStringLocalizer
{
    private readonly FrozenDictionary<string, string> _english = LoadEnglish();

    public LocalizedString this[string name] => Find(name) is { } found ? new(name, found) : new(name, name, resourceNotFound: IsEnglish);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentCulture, this[name].Value, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        _english.Select(pair => new LocalizedString(pair.Key, IsEnglish ? pair.Value : pair.Key));

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private string? Find(string name) => IsEnglish ? _english.GetValueOrDefault(name) : name;

    private static FrozenDictionary<string, string> LoadEnglish()
    {
        var assembly = typeof(SourceTextLocalizer).Assembly;
        var texts = new Dictionary<string, string>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.Contains(".Resources.en.") && name.EndsWith(".json")))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            foreach (var (vietnamese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                texts[vietnamese] = english;
            }
        }

        return texts.ToFrozenDictionary();
    }
}
