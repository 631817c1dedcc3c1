using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence.Reading;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Evidence;

[Collection(nameof(WebApp))]
public sealed class EvidencePagesTests(WebApp app)
{
    [Fact]
    [Requirement("SCR-12")]
    public async Task Add_DocumentNumberTwice_LeadsToTheOneProof()
    {
        var client = await app.SignedInAsync(Role.Focal);
        var number = $"{Random.Shared.Next(1000, 99999)}/BC-UBND ngày 31/3/2026";

        var first = await client.FillInAsync("/evidence/add", ("Input.Title", "Báo cáo quý I"), ("Input.Document", number));
        var second = await client.FillInAsync("/evidence/add", ("Input.Title", "Báo cáo quý một"), ("Input.Document", number));

        first.Status.ShouldBe(HttpStatusCode.Redirect);
        second.Location.ShouldBe(first.Location);
        (await client.OpenAsync(second.Location!)).Text.ShouldContain("đã có trong kho từ trước");
    }

    [Fact]
    public async Task Add_SameNumberWithoutItsDate_AsksFirst()
    {
        var client = await app.SignedInAsync(Role.Focal);
        var number = $"{Random.Shared.Next(1000, 99999)}/KH-UBND";
        await client.FillInAsync("/evidence/add", ("Input.Title", "Kế hoạch"), ("Input.Document", $"{number} ngày 31/3/2026"));

        var asked = await client.FillInAsync("/evidence/add", ("Input.Title", "Kế hoạch"), ("Input.Document", number));
        asked.Status.ShouldBe(HttpStatusCode.BadRequest);
        asked.Text.ShouldContain("Kho đã có tài liệu cùng số");
        var confirmed = await client.SubmitAsync("/evidence/add", asked, "main form.card", ("IsAnother", "true"));

        confirmed.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Add_WithoutNumberAndFile_SaysWhatToDo()
    {
        var client = await app.SignedInAsync(Role.Member);

        var refused = await client.FillInAsync("/evidence/add", ("Input.Title", "Ảnh chụp"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("Nhập số văn bản hoặc chọn một tệp.");
    }

    [Fact]
    public async Task Preview_OfAFile_IsADrawnPictureThatMayRunNothing()
    {
        var client = await app.SignedInAsync(Role.Viewer);

        var picture = await client.GetAsync($"/evidence/{app.Work.Proof}/pages/1");
        var file = await client.GetAsync($"/evidence/{app.Work.Proof}/file");

        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        foreach (var answer in new[] { picture, file })
        {
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }

        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await client.GetAsync($"/evidence/{app.Work.Proof}/pages/9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Details_OfAnHtmlFile_ShowItsTextAsText()
    {
        var id = await app.AddProofAsync($"<html><body><p>Nội dung {Guid.NewGuid()}</p><script>alert(1)</script></body></html>", "trang.html", "Trang tin");
        await app.WithAsync(services => services.GetRequiredService<FileTextReading>().RunAsync());

        var page = await (await app.SignedInAsync(Role.Focal)).OpenAsync($"/evidence/{id}");

        page.Find(".preview-text").TextContent.ShouldContain("Nội dung");
        page.Document.QuerySelector("main script").ShouldBeNull();
        page.Document.QuerySelector("main img").ShouldBeNull();
    }

    [Fact]
    public async Task Change_ByASecondEditor_IsRefusedAndShowsBoth()
    {
        var id = await app.AddProofAsync($"Nội dung {Guid.NewGuid()}", "a.txt", "Tên đầu");
        var client = await app.SignedInAsync(Role.Focal);
        var (one, other) = (await client.OpenAsync($"/evidence/{id}/change"), await client.OpenAsync($"/evidence/{id}/change"));

        (await client.SubmitAsync($"/evidence/{id}/change", one, "main form.card", ("Input.Title", "Tên người trước"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await client.SubmitAsync($"/evidence/{id}/change", other, "main form.card", ("Input.Title", "Tên người sau"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain("Tên người trước");
        refused.Find("#Input_Title").GetAttribute("value").ShouldBe("Tên người sau");
    }
}
