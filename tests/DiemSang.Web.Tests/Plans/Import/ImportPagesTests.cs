using System.Net;
using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Plans.Import;

/// <summary>From a dropped file to a draft, and a corrected file row by row, over HTTP.</summary>
[Collection(nameof(WebApp))]
public sealed class ImportPagesTests(WebApp app)
{
    private static string Fresh(string mark) => PlanFiles.Demo.Replace("Hiểu biết của người dân", $"Hiểu biết {mark}");

    [Fact]
    [Requirement("PLN-08", "PLN-10")]
    public async Task Upload_PlanFile_IsReadInTheBackgroundAndBecomesADraftOnlyWhenConfirmed()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var sent = await SendAsync(focal, Fresh("một"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await WaitUntilReadAsync(focal, sent.Location!);

        page.Find(".figures li strong").TextContent.ShouldBe("29");
        (await focal.OpenAsync("/plans")).Text.ShouldContain("Đã đọc, chờ xem lại");
        var created = await focal.SubmitAsync(sent.Location!, page, "form[action*='Create']");

        created.Location.ShouldNotBeNull().ShouldEndWith("/review");
        var review = await focal.OpenAsync(created.Location!);
        review.Text.ShouldContain("Đã tạo bản nháp với 29 dòng.");
        review.Document.QuerySelectorAll(".draft-row").Length.ShouldBe(29);
    }

    [Fact]
    public async Task Upload_SameFileAgain_SaysSoAndOpensThePlan()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        var again = await SendAsync(focal, PlanFiles.Demo);

        again.Location.ShouldBe($"/plans/{app.Imports.Plan}");
        (await focal.OpenAsync(again.Location!)).Text.ShouldContain("Không có gì thay đổi.");
    }

    [Fact]
    public async Task Upload_NothingOrProgram_IsRefusedInASentence()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        (await SendAsync(focal, "")).Find("[role=alert]").TextContent.ShouldContain("Tệp trống");
        var program = await SendAsync(focal, "MZ\u0090\u0000 program");
        program.Status.ShouldBe(HttpStatusCode.BadRequest);
        program.Find("[role=alert]").TextContent.ShouldContain("không được nhận");
    }

    [Fact]
    public async Task Upload_ReadingFails_SaysWhyAndTheServiceGoesOn()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var broken = await app.UploadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 9, 9, 9]);

        var page = await WaitUntilReadAsync(focal, $"/plans/import/{broken}");

        page.Find(".notice.tone-late").TextContent.ShouldContain("Chưa có gì được lưu.");
        (await SendAsync(focal, Fresh("sau tệp hỏng"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Requirement("PLN-25")]
    public async Task Difference_CorrectedFile_ShowsFieldsAndTakesWhatIsTicked()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await app.ImportPlanAsync(Fresh("hai"));
        var import = await app.ReadFileAsync(Fresh("hai").Replace("80% hộ gia đình", "85% hộ gia đình").Replace("98% hồ sơ chứng thực", "99% hồ sơ chứng thực"), plan);
        var path = $"/plans/import/{import}/difference";
        var page = await focal.OpenAsync(path);
        page.Document.QuerySelectorAll("input[value^='changed:']").Length.ShouldBe(2);
        page.Text.ShouldContain("80% hộ gia đình");
        var first = page.Find("input[value^='changed:']").GetAttribute("value")!;

        var taken = await focal.SubmitAsync(path, page, "main form[method=post]", ("taken", first));

        taken.Location.ShouldBe($"/plans/{plan}/review");
        var review = await focal.OpenAsync(taken.Location!);
        review.Text.ShouldContain("85% hộ gia đình");
        review.Text.ShouldContain("98% hồ sơ chứng thực");
    }

    [Fact]
    public async Task Difference_IssuedPlan_OffersNothingToTake()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await app.ImportPlanAsync(Fresh("ba"));
        var import = await app.ReadFileAsync(Fresh("ba").Replace("80% hộ", "85% hộ"), plan);
        await app.Database.ExecuteAsOwnerAsync("update plans.plan set state = 'issued' where id = $1", plan);

        var page = await focal.OpenAsync($"/plans/import/{import}/difference");

        page.Text.ShouldContain("Trang này không thay đổi gì.");
        page.Document.QuerySelectorAll("main button, main input[name=taken]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_OfAnotherWard_IsNotFound()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        (await focal.OpenAsync($"/plans/import/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await focal.OpenAsync($"/plans/{Guid.NewGuid()}/review")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Draft_ForALeader_IsReadBeforeItIsIssued()
    {
        var leader = await app.SignedInAsync(Role.Leader);

        (await leader.OpenAsync($"/plans/{app.Imports.Plan}")).Status.ShouldBe(HttpStatusCode.OK);
        (await leader.OpenAsync($"/plans/{app.Imports.Plan}/review/header")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Role.Head)]
    [InlineData(Role.Member)]
    [InlineData(Role.Viewer)]
    public async Task Draft_ForOthers_DoesNotExist(Role role)
    {
        var other = await app.SignedInAsync(role);

        (await other.OpenAsync($"/plans/{app.Imports.Plan}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.OpenAsync("/plans")).Text.ShouldNotContain("Bản nháp");
    }

    private static async Task<WebPage> SendAsync(HttpClient client, string text)
    {
        var page = await client.OpenAsync("/plans/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "ke-hoach.txt" },
        };
        return await WebPageOf(await client.PostAsync("/plans/import", form));
    }

    private static Task<WebPage> WebPageOf(HttpResponseMessage answer) => Visiting.ReadAsync(answer);

    private static async Task<WebPage> WaitUntilReadAsync(HttpClient client, string path)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await client.OpenAsync(path);
            if (page.Document.QuerySelector("#reading") is null)
            {
                return page;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The file was not read in ten seconds.");
    }
}
