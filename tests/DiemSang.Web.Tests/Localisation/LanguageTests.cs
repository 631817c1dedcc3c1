using System.Text.Json;
using System.Text.RegularExpressions;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Localisation;

[Collection(nameof(WebApp))]
public sealed partial class LanguageTests(WebApp app)
{
    private static readonly string WebFolder = Path.Combine(Repository.Root, "src", "DiemSang.Web");

    [Fact]
    public void Sentences_EveryOneOnTheScreens_HasAnEnglishText()
    {
        var english = Directory.EnumerateFiles(Path.Combine(WebFolder, "Resources", "en"), "*.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
            .ToLookup(pair => pair.Key, pair => pair.Value);

        // The component page is for developers and speaks Vietnamese only.
        var sentences = Directory.EnumerateFiles(WebFolder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains($"{Path.DirectorySeparatorChar}Components{Path.DirectorySeparatorChar}"))
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)).Select(match => Regex.Unescape(match.Groups[1].Value)))
            .Distinct();

        sentences.Where(sentence => !english.Contains(sentence)).ShouldBeEmpty("add them to src/DiemSang.Web/Resources/en/*.json");
    }

    [Fact]
    public async Task Switch_ToEnglishAndBack_ChangesTheScreenAndStaysOnThePage()
    {
        using var visitor = app.Visitor();
        var page = await visitor.OpenAsync("/access/sign-in?returnUrl=%2Faccess%2Funits");

        var switched = await visitor.SubmitAsync("/access/sign-in", page, "form[action='/language']");
        switched.Location.ShouldBe("/access/sign-in?returnUrl=%2Faccess%2Funits");
        var english = await visitor.OpenAsync("/access/sign-in");

        english.Find("html").GetAttribute("lang").ShouldBe("en");
        english.Find("h1").TextContent.ShouldBe("Sign in");
        english.Find("label[for=Input_UserName]").TextContent.ShouldBe("User name");
        await visitor.SubmitAsync("/access/sign-in", english, "form[action='/language']");
        (await visitor.OpenAsync("/access/sign-in")).Find("h1").TextContent.ShouldBe("Đăng nhập");
    }

    [Fact]
    public async Task Vietnamese_OnTheWire_IsNotEscaped()
    {
        using var visitor = app.Visitor();

        (await visitor.GetStringAsync("/access/sign-in")).ShouldNotContain("&#x");
    }

    /// <summary>Texts asked of the localizer, marked as keys, or given to data annotations.</summary>
    [GeneratedRegex("""(?:\bT\[|\btexts\[|\bKey\(|ErrorMessage = |Display\(Name = )"((?:[^"\\]|\\.)+)["]""")]
    private static partial Regex Sentence();
}
