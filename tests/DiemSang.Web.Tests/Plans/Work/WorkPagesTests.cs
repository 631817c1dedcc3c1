using System.Net;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Plans.Work;

/// <summary>Issuing, the board, a task and its acts over HTTP.</summary>
[Collection(nameof(WebApp))]
public sealed class WorkPagesTests(WebApp app)
{
    [Fact]
    [Requirement("PLN-14", "PLN-17")]
    public async Task Issue_DraftWithGaps_ShowsWhatIsMissingAndOffersNoButton()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        var page = await focal.OpenAsync($"/plans/{app.Work.Draft}/issue");

        page.Text.ShouldContain("Chưa ban hành được");
        page.Text.ShouldContain("Ghi cơ quan chủ trì.");
        page.Text.ShouldContain("Ghi thời gian hoàn thành.");
        page.Document.QuerySelectorAll("main a[href*='/review#row-']").Length.ShouldBe(1);
        page.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Fact]
    [Requirement("PLN-11", "PLN-17")]
    public async Task Issue_ClearDraft_AsksForNumberAndDayAndMakesTheTasks()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await app.AddPlanAsync(app.Row("Công khai thu, chi ngân sách", leads: app.Division));
        var path = $"/plans/{plan}/issue";

        var blank = await focal.FillInAsync(path);
        blank.Status.ShouldBe(HttpStatusCode.BadRequest);
        blank.Find("[role=alert]").TextContent.ShouldContain("Nhập số của kế hoạch.");
        var future = await focal.FillInAsync(path, ("Input.Number", "12"), ("Input.IssuedOn", TimeProvider.System.Today().AddDays(1).ToString("dd/MM/yyyy")));
        future.Status.ShouldBe(HttpStatusCode.BadRequest);
        var issued = await focal.FillInAsync(path, ("Input.Number", "12"), ("Input.IssuedOn", TimeProvider.System.Today().ToString("dd/MM/yyyy")));

        issued.Location.ShouldBe("/plans/board");
        (await focal.OpenAsync($"/plans/board?plan={plan}")).Text.ShouldContain("Công khai thu, chi ngân sách");
        (await focal.OpenAsync(path)).Text.ShouldContain("Kế hoạch này đã được ban hành.");
    }

    [Fact]
    [Requirement("BRD-04")]
    public async Task Board_FilterByFoldedWordsAndState_Narrows()
    {
        await app.AddTaskAsync("Quy hoạch, kế hoạch sử dụng đất");
        var leader = await app.SignedInAsync(Role.Leader);

        (await leader.OpenAsync("/plans/board?words=SU+DUNG+DAT&state=NotStarted")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var none = await leader.OpenAsync("/plans/board?words=SU+DUNG+DAT&state=Done");
        none.Text.ShouldContain("Không có nhiệm vụ nào khớp");
        none.Find("select[name=unit]").ShouldNotBeNull();
        (await leader.OpenAsync("/plans/board?state=nonsense&unit=x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Board_Export_IsASpreadsheetOfTheSameLines()
    {
        var leader = await app.SignedInAsync(Role.Leader);

        var answer = await leader.GetAsync("/plans/board/export.xlsx?index=PAPI");

        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe($"bang-nhiem-vu-{TimeProvider.System.Today():yyyy-MM-dd}.xlsx");
        (await answer.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    [Requirement("PLN-18")]
    public async Task Assign_ByTheHead_NamesTheOfficial()
    {
        var (_, task, _) = await app.AddTaskAsync("Việc để giao");
        var head = await app.SignedInAsync(Role.Head);
        var member = app.PersonWith(Role.Member);

        var page = await head.FillInAsync($"/plans/tasks/{task}/assign?unit={app.Division.Id}", ("Person", member.Id.ToString()));

        page.Location.ShouldBe($"/plans/tasks/{task}");
        var part = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Assignments.SingleAsync(one => one.TaskId == task));
        part.PersonId.ShouldBe(member.Id);
    }

    [Fact]
    [Requirement("PLN-16")]
    public async Task DueDay_DocumentArrived_GivesTheTaskItsDay()
    {
        var (_, task, occurrence) = await app.AddTaskAsync("Khắc phục theo kết luận", new RowDeadline(DeadlineKind.Event, "Theo thông báo kết quả", null));
        var focal = await app.SignedInAsync(Role.Focal);
        var due = TimeProvider.System.Today().AddDays(20).ToString("dd/MM/yyyy");

        var page = await focal.FillInAsync($"/plans/tasks/{task}/due-day?occurrence={occurrence}", ("Basis", "07/TB-TTr ngày 01/3/2026"), ("DueOn", due));

        page.Location.ShouldBe($"/plans/tasks/{task}");
        var shown = await focal.OpenAsync($"/plans/tasks/{task}");
        shown.Text.ShouldContain(due);
        shown.Text.ShouldContain("theo 07/TB-TTr ngày 01/3/2026");
    }

    [Fact]
    public async Task Task_OfAnotherUnitOrWard_DoesNotExist()
    {
        var other = await app.AddUnitAsync("Đội Xung kích phòng, chống thiên tai");
        var stranger = await app.AddPersonInAsync(other);
        using var client = await app.SignedInAsync(stranger);

        foreach (var rest in new[] { "", $"/update?occurrence={app.Work.Occurrence}", $"/assign?unit={app.Division.Id}", $"/due-day?occurrence={app.Work.Occurrence}", $"/files/{app.Work.File}" })
        {
            (await client.OpenAsync($"/plans/tasks/{app.Work.Task}{rest}")).Status.ShouldBe(HttpStatusCode.NotFound, rest);
        }

        (await client.OpenAsync("/plans/board")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task MyWork_InEnglish_SpeaksEnglish()
    {
        using var client = await app.SignedInAsync(app.PersonWith(Role.Deputy));
        await client.SubmitAsync("/plans/my-work", await client.OpenAsync("/plans/my-work"), "form[action='/language']");

        var page = await client.OpenAsync("/plans/my-work");

        page.Find("h1").TextContent.ShouldBe("My work");
        page.Text.ShouldContain("Update");
    }
}
