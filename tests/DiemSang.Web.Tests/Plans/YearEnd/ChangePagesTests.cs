using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Plans.YearEnd;

/// <summary>Deriving, cover check, aims and the year's record over HTTP.</summary>
[Collection(nameof(WebApp))]
public sealed class ChangePagesTests(WebApp app)
{
    [Fact]
    [Requirement("PLN-20", "PLN-22")]
    public async Task Derive_AYear_LeadsToADraftWhoseRowsAreCovered()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = $"/plans/{app.Amendment.Plan}/derive";

        var made = await focal.SubmitAsync($"{path}?handler=Year", await focal.OpenAsync(path), "form[action*='Year']");
        var draft = made.Location!.Replace("/review", "");
        var cover = await focal.OpenAsync($"{draft}/cover");

        made.Status.ShouldBe(HttpStatusCode.Redirect);
        cover.Find(".figures").TextContent.ShouldContain("1/1");
        var saved = await focal.FillInAsync($"{draft}/aims", ("Choices[0].Aim", "Keep"));
        saved.Location.ShouldBe(draft);
        (await focal.OpenAsync(draft)).Find("tr.group").TextContent.ShouldContain("Giữ vững");
        (await focal.GetAsync($"{draft}/cover/export.xlsx")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Requirement("EVA-01", "EVA-02", "EVA-06")]
    public async Task YearEnd_Sheet_IsAPageAndADocument()
    {
        var head = await app.SignedInAsync(Role.Head);

        var index = await head.OpenAsync("/plans/year-end");
        var sheet = index.Find("main table a").GetAttribute("href")!;
        var page = await head.OpenAsync(sheet);
        var document = await head.GetAsync(sheet + "&handler=Docx");

        page.Find("h1").TextContent.ShouldContain(app.Division.Name);
        (await document.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }
}
