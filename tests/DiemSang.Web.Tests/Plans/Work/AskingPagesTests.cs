using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Plans.Work;

/// <summary>Proof, returns, bases, obstacles and requests over HTTP.</summary>
[Collection(nameof(WebApp))]
public sealed class AskingPagesTests(WebApp app)
{
    [Fact]
    public async Task Update_DoneWithoutTheDocumentAskedFor_SaysWhatToAttach()
    {
        var (_, task, occurrence) = await app.AddTaskAsync("Báo cáo rà soát thủ tục");
        var focal = await app.SignedInAsync(Role.Focal);
        (await focal.FillInAsync($"/plans/tasks/{task}/follow", ("Input.NeedsEvidence", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var member = await app.SignedInAsync(Role.Member);
        var path = $"/plans/tasks/{task}/update?occurrence={occurrence}";

        var refused = await member.FillInAsync(path, ("Input.State", "Done"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Find("[role=alert]").TextContent.ShouldContain("Chưa báo hoàn thành được: kế hoạch yêu cầu");
        (await member.FillInAsync(path, ("Input.State", "Done"), ("Input.DocumentNumber", "12/BC-UBND"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Return_ByTheFocalOfficial_IsAtTheHeadOfTheSendersWork()
    {
        var (_, task, occurrence) = await app.AddTaskAsync("Cập nhật sơ sài");
        var member = await app.SignedInAsync(Role.Member);
        await member.FillInAsync($"/plans/tasks/{task}/update?occurrence={occurrence}", ("Input.State", "InProgress"));
        var focal = await app.SignedInAsync(Role.Focal);
        var link = (await focal.OpenAsync($"/plans/tasks/{task}")).Find("a[href*='/return?']").GetAttribute("href")!;

        (await focal.FillInAsync(link)).Find("[role=alert]").TextContent.ShouldContain("Ghi lý do");
        (await focal.FillInAsync(link, ("Reason", "Chưa có số liệu của tổ 3"))).Location.ShouldBe($"/plans/tasks/{task}");

        (await member.OpenAsync("/plans/my-work")).Text.ShouldContain("Chưa có số liệu của tổ 3");
        (await member.OpenAsync($"/plans/tasks/{task}")).Text.ShouldContain("Đã trả lại");
    }

    [Fact]
    [Requirement("BRD-06")]
    public async Task Base_GivenByTheHead_JudgesTheNumberBesideIt()
    {
        var (_, task, occurrence) = await app.AddTaskAsync("Tăng người dân tham gia");
        var head = await app.SignedInAsync(Role.Head);
        var path = $"/plans/tasks/{task}/base?unit={app.Division.Id}";
        (await head.OpenAsync($"/plans/tasks/{task}")).Text.ShouldContain("chưa có số gốc");
        var seen = await head.OpenAsync(path);
        (string, string)[] filled = [("Input.Numerator", "25"), ("Input.Denominator", "40"), ("Input.On", "31/12/2025"), ("Input.Source", "Báo cáo 210/BC-UBND")];

        (await head.SubmitAsync(path, seen, "main form[method=post]", filled)).Status.ShouldBe(HttpStatusCode.Redirect);
        var second = await head.SubmitAsync(path, seen, "main form[method=post]", [("Input.Numerator", "26"), .. filled[1..]]);
        await head.FillInAsync($"/plans/tasks/{task}/update?occurrence={occurrence}", ("Input.State", "InProgress"), ("Input.Numerator", "20"), ("Input.Denominator", "40"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("62,5 % (25/40)");
        var shown = await head.OpenAsync($"/plans/tasks/{task}");
        shown.Text.ShouldContain("giảm, ngược hướng");
        shown.Text.ShouldContain("50 % (20/40)");
    }

    [Fact]
    [Requirement("PLN-32")]
    public async Task Obstacle_AskedOfTheLeader_IsDecidedAndSeenByTheUnit()
    {
        var (_, task, occurrence) = await app.AddTaskAsync("Mua máy quét");
        var member = await app.SignedInAsync(Role.Member);
        await member.FillInAsync($"/plans/tasks/{task}/update?occurrence={occurrence}",
            ("Input.State", "Blocked"), ("Input.Note", "Chưa có kinh phí mua máy"), ("Input.AskedPerson", app.PersonWith(Role.Leader).Id.ToString()));
        var leader = await app.SignedInAsync(Role.Leader);
        (await leader.OpenAsync("/plans/my-work")).Find("a[href='/plans/decisions']").ShouldNotBeNull();
        var list = await leader.OpenAsync("/plans/decisions");
        list.Text.ShouldContain("Chưa có kinh phí mua máy");
        var obstacle = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Obstacles.SingleAsync(one => one.TaskId == task));
        var path = $"/plans/decisions/{obstacle.Id}";

        (await member.OpenAsync(path)).Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty("the person asked and leaders decide");
        (await leader.FillInAsync(path, ("Decision", "Chi từ nguồn cải cách hành chính"))).Location.ShouldBe("/plans/decisions");

        (await member.OpenAsync("/plans/my-work")).Text.ShouldContain("Chi từ nguồn cải cách hành chính");
    }

    [Fact]
    public async Task Explanation_AskedAnsweredClosed_StaysOnTheTask()
    {
        var (_, task, _) = await app.AddTaskAsync("Việc chậm cần giải trình");
        var leader = await app.SignedInAsync(Role.Leader);
        var head = await app.SignedInAsync(Role.Head);
        var ask = (await leader.OpenAsync($"/plans/tasks/{task}")).Find("a[href*='kind=Explanation']").GetAttribute("href")!;

        (await leader.FillInAsync(ask, ("Input.Text", "Vì sao chưa làm?"), ("Input.DueOn", TimeProvider.System.Today().AddDays(-1).ToString("dd/MM/yyyy")))).Text.ShouldContain("không thể trước hôm nay");
        (await leader.FillInAsync(ask, ("Input.Text", "Vì sao chưa làm?"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var request = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().UnitRequests.SingleAsync(one => one.TaskId == task));
        (await head.OpenAsync("/plans/my-work")).Text.ShouldContain("Vì sao chưa làm?");
        (await head.FillInAsync($"/plans/requests/{request.Id}", ("Input.Answer", "Chờ bản vẽ, xong trong tháng"))).Location.ShouldBe("/plans/my-work");
        (await leader.OpenAsync("/plans/decisions")).Text.ShouldContain("Chờ bản vẽ, xong trong tháng");
        (await leader.FillInAsync($"/plans/requests/{request.Id}")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await head.OpenAsync($"/plans/tasks/{task}")).Text.ShouldContain("đã kết thúc");
    }
}
