using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Surveys;

/// <summary>The size asked for before anything is drawn.</summary>
[Collection(nameof(WebApp))]
public sealed class SampleSizeTests(WebApp app)
{
    /// <summary>600 households: 384.15 ÷ (1 + 383.15 ÷ 600) and 600 ÷ (1 + 600 × 0.05²), rounded up.</summary>
    [Theory]
    [InlineData("5", "235", "240")]
    [InlineData("2,5", "432", "437")]
    public async Task Size_OfSixHundredHouseholds_IsTheTextbooks(string margin, string share, string yamane)
    {
        var page = await AskAsync($"Needed.Population=600&Needed.Margin={WebUtility.UrlEncode(margin)}");

        page.ShouldContain($"<strong>{share}</strong>");
        page.ShouldContain($"<strong>{yamane}</strong>");
    }

    [Theory]
    [InlineData("Needed.Population=0", "N từ 1 đến 100.000.000.")]
    [InlineData("Needed.Population=600&Needed.Margin=0", "Sai số từ 0,5 đến 30 %.")]
    [InlineData("Needed.Population=600&Needed.ResponseRate=0", "Tỷ lệ trả lời từ 5 đến 100 %.")]
    public async Task Size_OfWhatCannotBe_SaysWhatIsAsked(string question, string said)
    {
        var page = await AskAsync(question);

        page.ShouldContain(said);
        page.ShouldNotContain("<dl class=\"facts\" role=\"status\">");
    }

    private async Task<string> AskAsync(string question)
    {
        var focal = await app.SignedInAsync(Role.Focal);
        return WebUtility.HtmlDecode(await focal.GetStringAsync($"/surveys/waves/{app.Surveys.Wave}/sample?{question}"));
    }
}
