using System.Net;
using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Plans.Work;

/// <summary>The update form over HTTP, as a browser without scripts sends it.</summary>
[Collection(nameof(WebApp))]
public sealed class UpdateTests(WebApp app)
{
    [Fact]
    [Requirement("PLN-19")]
    public async Task Post_StateAlone_IsAnAnswer()
    {
        var (client, path, occurrence) = await OpenAsync("Niêm yết công khai");

        var page = await client.FillInAsync(path, ("Input.State", "Done"));

        (page.Status, page.Location).ShouldBe((HttpStatusCode.Redirect, "/plans/my-work"));
        (await FindAsync(occurrence)).State.ShouldBe(ProgressState.Done);
        (await client.OpenAsync("/plans/my-work")).Text.ShouldContain("Đã ghi cập nhật: Niêm yết công khai – Hoàn thành.");
    }

    [Fact]
    [Requirement("BRD-07")]
    public async Task Post_NumberWithVietnameseComma_IsReadStrictlyAndGivesThePercentage()
    {
        var (client, path, occurrence) = await OpenAsync("Số hồ sơ đúng hạn");

        await client.FillInAsync(path, ("Input.State", "InProgress"), ("Input.Numerator", "80,5"), ("Input.Denominator", "100"));

        var saved = await FindAsync(occurrence);
        (saved.Numerator, saved.Denominator, saved.Percent).ShouldBe((80.5m, 100m, 81));
    }

    [Theory]
    [InlineData("Input.Denominator", "0", "Mẫu số phải lớn hơn 0")]
    [InlineData("Input.Denominator", "20", "Tử số đang lớn hơn mẫu số")]
    [InlineData("Input.Numerator", "1.234,5", "không phải là số")]
    [InlineData("Input.Percent", "150", "từ 0 đến 100")]
    public async Task Post_NumbersThatCannotBe_AreRefusedAndInputIsKept(string field, string value, string sentence)
    {
        var (client, path, occurrence) = await OpenAsync("Số hồ sơ trực tuyến");
        (string, string)[] filled = [("Input.State", "Done"), ("Input.Numerator", "30"), ("Input.Note", "Đã xong đợt một")];

        var page = await client.FillInAsync(path, [.. filled.Where(own => own.Item1 != field), (field, value)]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("[role=alert]").TextContent.ShouldContain(sentence);
        page.Find("textarea").TextContent.ShouldContain("Đã xong đợt một");
        page.Find("details.more").HasAttribute("open").ShouldBeTrue();
        (await FindAsync(occurrence)).AnsweredAt.ShouldBeNull();
    }

    [Fact]
    public async Task Post_LargerNumeratorConfirmed_IsTaken()
    {
        var (client, path, occurrence) = await OpenAsync("Số lượt tuyên truyền");
        (string, string)[] filled = [("Input.State", "Done"), ("Input.Numerator", "30"), ("Input.Denominator", "20")];
        var asked = await client.FillInAsync(path, filled);

        var page = await client.SubmitAsync(path, asked, "main form[method=post]", [.. filled, ("Input.NumeratorMayExceed", "true")]);

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        (await FindAsync(occurrence)).Percent.ShouldBe(100);
    }

    [Fact]
    public async Task Post_WithoutState_AsksForIt()
    {
        var (client, path, _) = await OpenAsync("Việc chưa trả lời");

        var page = await client.FillInAsync(path, ("Input.Note", "Quên chọn"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("[role=alert]").TextContent.ShouldContain("Chọn một trạng thái.");
    }

    [Fact]
    public async Task Post_FileWithARefusedForm_IsKeptAndSentOnlyOnce()
    {
        var (client, path, occurrence) = await OpenAsync("Biên bản họp tổ dân phố");
        var opened = await client.OpenAsync(path);
        var refused = await Visiting.ReadAsync(await client.PostAsync(path, Multipart(opened, "Biên bản"u8.ToArray(), "bien-ban.txt", ("Input.State", "Blocked"))));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("Đã nhận tệp bien-ban.txt");
        var page = await client.SubmitAsync(path, refused, "main form[method=post]", ("Input.State", "Blocked"), ("Input.Note", "Chưa có kinh phí"));

        page.Status.ShouldBe(HttpStatusCode.Redirect);
        var said = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.SingleAsync(update => update.OccurrenceId == occurrence));
        said.FileId.ShouldNotBeNull();
        said.State.ShouldBe(ProgressState.Blocked);
    }

    [Fact]
    public async Task Post_RefusedFormWithAFileSomebodyElseSentBefore_KeepsItUnderTheSendersName()
    {
        var content = $"Biên bản {Guid.NewGuid()}";
        await app.AddProofAsync(content, "cua-dau-moi.txt", "Biên bản của đầu mối");
        var (client, path, occurrence) = await OpenAsync("Biên bản người khác đã gửi");
        var refused = await Visiting.ReadAsync(await client.PostAsync(path, Multipart(await client.OpenAsync(path), Encoding.UTF8.GetBytes(content), "cua-toi.txt", ("Input.State", "Blocked"))));
        refused.Text.ShouldContain("Đã nhận tệp cua-toi.txt");

        var forged = await client.SubmitAsync(path, refused, "main form[method=post]", ("Input.State", "Done"), ("Input.KeptFile", Guid.NewGuid().ToString()));
        var sent = await client.SubmitAsync(path, refused, "main form[method=post]", ("Input.State", "Blocked"), ("Input.Note", "Chưa có kinh phí"));

        forged.Find("[role=alert]").TextContent.ShouldContain("Hãy chọn lại tệp");
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.SingleAsync(update => update.OccurrenceId == occurrence))).FileId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_ProgramAsFile_IsRefused()
    {
        var (client, path, occurrence) = await OpenAsync("Gửi nhầm tệp");
        var opened = await client.OpenAsync(path);

        var page = await Visiting.ReadAsync(await client.PostAsync(path, Multipart(opened, [0x4D, 0x5A, 1, 2, 3], "anh.png", ("Input.State", "Done"))));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("[role=alert]").TextContent.ShouldContain("Loại tệp này không được nhận");
        (await FindAsync(occurrence)).AnsweredAt.ShouldBeNull();
    }

    [Fact]
    public async Task Post_AfterAColleague_TellsAndKeepsBoth()
    {
        var (client, path, _) = await OpenAsync("Việc hai người cùng cập nhật");
        var seen = await client.OpenAsync(path);
        var head = await app.SignedInAsync(Role.Head);
        (await head.FillInAsync(path, ("Input.State", "Done"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var second = await client.SubmitAsync(path, seen, "main form[method=post]", ("Input.State", "InProgress"));

        second.Location!.ShouldStartWith("/plans/tasks/");
        var task = await client.OpenAsync(second.Location!);
        task.Text.ShouldContain("cả hai được lưu lại");
        task.Document.QuerySelectorAll(".history > li").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Post_TwoEditorsInTheSameMoment_KeepsBothAndTellsOne()
    {
        var (client, path, occurrence) = await OpenAsync("Việc hai người bấm cùng lúc");
        var head = await app.SignedInAsync(Role.Head);
        var (mine, theirs) = (await client.OpenAsync(path), await head.OpenAsync(path));

        var answers = await Task.WhenAll(
            client.SubmitAsync(path, mine, "main form[method=post]", ("Input.State", "InProgress"), ("Input.Note", "Đang làm")),
            head.SubmitAsync(path, theirs, "main form[method=post]", ("Input.State", "Done"), ("Input.Note", "Đã xong")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        answers.Count(answer => answer.Location!.StartsWith("/plans/tasks/")).ShouldBe(1, "the second is shown both");
        (await SaidAsync(occurrence)).ShouldBe(["Đang làm", "Đã xong"], ignoreOrder: true);
    }

    [Fact]
    public async Task Post_TheSameFormTwice_IsOneUpdate()
    {
        var (client, path, occurrence) = await OpenAsync("Việc bấm hai lần");
        var opened = await client.OpenAsync(path);

        await Task.WhenAll(Enumerable.Range(1, 2).Select(_ => client.SubmitAsync(path, opened, "main form[method=post]", ("Input.State", "InProgress"), ("Input.Note", "Đang làm"))));

        (await SaidAsync(occurrence)).ShouldBe(["Đang làm"]);
    }

    [Fact]
    public async Task File_Download_IsAnAttachmentThatNoBrowserRuns()
    {
        var client = await app.SignedInAsync(Role.Viewer);

        var answer = await client.GetAsync($"/plans/tasks/{app.Work.Task}/files/{app.Work.File}");

        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private async Task<(HttpClient Client, string Path, Guid Occurrence)> OpenAsync(string title)
    {
        var (_, task, occurrence) = await app.AddTaskAsync(title);
        return (await app.SignedInAsync(Role.Member), $"/plans/tasks/{task}/update?occurrence={occurrence}", occurrence);
    }

    private Task<List<string?>> SaidAsync(Guid occurrence) =>
        app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.Where(said => said.OccurrenceId == occurrence).Select(said => said.Note).ToListAsync());

    private Task<Occurrence> FindAsync(Guid id) =>
        app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Occurrences.SingleAsync(occurrence => occurrence.Id == id));

    private static MultipartFormDataContent Multipart(WebPage page, byte[] file, string name, params (string Name, string Value)[] filled)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "Input.Upload", name } };
        foreach (var hidden in page.Document.QuerySelectorAll("main form[method=post] input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        foreach (var (field, value) in filled)
        {
            form.Add(new StringContent(value), field);
        }

        return form;
    }
}
