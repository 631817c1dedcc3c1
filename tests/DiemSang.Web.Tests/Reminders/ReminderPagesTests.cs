using System.Net;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Reminders;

[Collection(nameof(WebApp))]
public sealed class ReminderPagesTests(WebApp app)
{
    [Fact]
    [Requirement("LDR-09")]
    public async Task Urge_ByTheFocalOfficial_RingsTheBellAndTheLogKeepsTheAnswer()
    {
        var head = await app.AddPersonAsync(Role.Head, "Ma Văn Vĩnh", unit: await app.AddUnitAsync("Trung tâm Dịch vụ công phường một"));
        var (task, occurrence) = await AddWorkOfAsync(head, "Đôn đốc thu gom rác");
        var focal = await app.SignedInAsync(Role.Focal);

        (await focal.OpenAsync($"/plans/tasks/{task}")).Find($"a[href='/reminders/urge?occurrence={occurrence}']");
        var sent = await focal.FillInAsync($"/reminders/urge?occurrence={occurrence}", ("Input.Note", "Cần số liệu trước thứ Sáu"));
        var twice = await focal.FillInAsync($"/reminders/urge?occurrence={occurrence}", ("Input.Note", "Lần nữa"));

        sent.Location.ShouldBe($"/plans/tasks/{task}");
        twice.Status.ShouldBe(HttpStatusCode.BadRequest);
        twice.Text.ShouldContain("Hôm nay việc này đã được đôn đốc");
        using var asked = await app.SignedInAsync(head);
        var list = await asked.OpenAsync("/reminders");
        list.Find(".bell:not([hidden]) .bell__count").TextContent.ShouldBe("1");
        list.Text.ShouldContain("Nguyễn Thị Khánh: “Cần số liệu trước thứ Sáu”");
        await asked.SubmitAsync("/reminders", list, ".page-head form");
        (await asked.OpenAsync("/reminders")).Document.QuerySelector(".bell:not([hidden]) .bell__count").ShouldBeNull();

        await asked.FillInAsync($"/plans/tasks/{task}/update?occurrence={occurrence}", ("Input.State", "InProgress"), ("Input.Note", "Đang làm"));
        var log = await focal.OpenAsync("/reminders/log?show=Urging");
        log.Text.ShouldContain("Đôn đốc thu gom rác");
        log.Text.ShouldContain("“Đang làm”");
    }

    [Fact]
    public async Task Urge_AnsweredMeanwhile_LeadsToTheTaskAndSaysSo()
    {
        var head = await app.AddPersonAsync(Role.Head, "Lộc Thị Niềm", unit: await app.AddUnitAsync("Phòng Văn hóa phường một"));
        var (task, occurrence) = await AddWorkOfAsync(head, "Lập tổ truyền thông");
        using var answering = await app.SignedInAsync(head);
        await answering.FillInAsync($"/plans/tasks/{task}/update?occurrence={occurrence}", ("Input.State", "Done"), ("Input.DocumentNumber", "12/QĐ-UBND"));
        var focal = await app.SignedInAsync(Role.Focal);

        var urge = await focal.OpenAsync($"/reminders/urge?occurrence={occurrence}");

        urge.Location.ShouldBe($"/plans/tasks/{task}");
        (await focal.OpenAsync(urge.Location!)).Text.ShouldContain("không cần đôn đốc nữa");
    }

    [Fact]
    public async Task Preferences_DaysAway_AreKeptAndRemoved()
    {
        using var client = await app.SignedInAsync(await app.AddPersonAsync());

        (await client.FillInAsync("/reminders/preferences", ("Input.ByMail", "false"), ("Input.DigestAt", "10:30"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await client.OpenAsync("/reminders/preferences");
        page.Find("#Input_DigestAt option[selected]").GetAttribute("value").ShouldBe("10:30");

        (await client.SubmitAsync("/reminders/preferences", page, "form[action*='Absence']", ("Away.From", "05/01/2099"), ("Away.To", "04/01/2099"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await client.SubmitAsync("/reminders/preferences", page, "form[action*='Absence']", ("Away.From", "05/01/2099"), ("Away.To", "09/01/2099"));
        page = await client.OpenAsync("/reminders/preferences");
        page.Text.ShouldContain("05/01/2099 – 09/01/2099");
        await client.SubmitAsync("/reminders/preferences", page, "form[action*='Remove']");
        (await client.OpenAsync("/reminders/preferences")).Text.ShouldNotContain("05/01/2099");
    }

    [Fact]
    public async Task Settings_Ladder_IsTheOrganisationsOwn()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        (await focal.FillInAsync("/reminders/settings", ("Input.Steps[0].WorkingDays", "-61"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await focal.FillInAsync("/reminders/settings", ("Input.DigestAt", "06:00"))).Text.ShouldContain("giờ yên lặng");
        (await focal.FillInAsync("/reminders/settings", ("Input.Steps[0].WorkingDays", "-7"), ("Input.OneTapDays", "3"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var rule = await app.WithAsync(services => services.GetRequiredService<ReminderRules>().OfAsync(app.Ward.Id));
        rule.Steps[0].WorkingDays.ShouldBe(-7);
        rule.OneTapDays.ShouldBe(3);
    }

    [Fact]
    public async Task Letters_UndeliveredOne_IsShownToTheAdministratorAndSentAgain()
    {
        var person = await app.AddPersonAsync(name: "Vi Thị Thư");
        await app.WithAsync(async services =>
        {
            var db = services.GetRequiredService<DiemSangDbContext>();
            var mail = new Mail
            {
                OrganisationId = app.Ward.Id, PersonId = person.Id, Key = "digest", Address = "sai@binhminh.example", Subject = "1 nhiệm vụ cần cập nhật", TextBody = "", HtmlBody = "",
                CreatedAt = DateTimeOffset.UtcNow, NextAttemptAt = DateTimeOffset.UtcNow,
            };
            mail.Fail("550 5.1.1 No such mailbox", isFinal: true, DateTimeOffset.UtcNow);
            db.Mails.Add(mail);
            return await db.SaveChangesAsync();
        });
        var administrator = await app.SignedInAsync(Role.Administrator);

        var page = await administrator.OpenAsync("/reminders/letters");
        page.Text.ShouldContain("550 5.1.1 No such mailbox");
        await administrator.SubmitAsync("/reminders/letters", page, "main form[method=post]");

        (await administrator.OpenAsync("/reminders/letters")).Text.ShouldNotContain("No such mailbox");
    }

    [Fact]
    public async Task OneTap_LinkOfALetter_OpensItsOneFormAndNothingElse()
    {
        var head = await app.AddPersonAsync(Role.Head, "Ma Văn Vĩnh", unit: await app.AddUnitAsync("Trung tâm Dịch vụ công phường hai"));
        var (task, occurrence) = await AddWorkOfAsync(head, "Một chạm");
        var (otherTask, otherOccurrence) = await AddWorkOfAsync(head, "Việc khác");
        var token = await TokenAsync(head, task, occurrence);
        var form = $"/plans/tasks/{task}/update?occurrence={occurrence}";
        using var phone = app.Visitor();

        (await phone.OpenAsync($"/reminders/open/{token}")).Location.ShouldBe(form);
        (await phone.OpenAsync(form)).Find("h1").TextContent.ShouldBe("Một chạm");
        foreach (var elsewhere in new[] { "/plans/my-work", $"/plans/tasks/{task}", "/reminders", "/access/my-account", $"/plans/tasks/{otherTask}/update?occurrence={otherOccurrence}", $"/plans/tasks/{task}/update?occurrence={otherOccurrence}" })
        {
            (await phone.OpenAsync(elsewhere)).Location!.ShouldContain("/access/sign-in", Case.Sensitive, elsewhere);
        }

        (await phone.FillInAsync(form, ("Input.State", "InProgress"), ("Input.Note", "Gửi từ thư"))).Location.ShouldBe("/reminders/thanks");
        (await phone.OpenAsync(form)).Location!.ShouldContain("/access/sign-in", Case.Sensitive, "the pass is over with the report");
        var said = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.SingleAsync(update => update.OccurrenceId == occurrence));
        said.PersonId.ShouldBe(head.Id);
    }

    [Fact]
    public async Task OneTap_WhereItIsNotEnough_AsksToSignInOrSaysWhoseItIs()
    {
        var head = await app.AddPersonAsync(Role.Head, "Ma Văn Vĩnh", unit: await app.AddUnitAsync("Trung tâm Dịch vụ công phường ba"));
        var (task, occurrence) = await AddWorkOfAsync(head, "Hai chạm");
        var token = await TokenAsync(head, task, occurrence);
        var form = $"/plans/tasks/{task}/update?occurrence={occurrence}";

        (await (await app.SignedInAsync(Role.Leader)).OpenAsync($"/reminders/open/{token}")).Text.ShouldContain("Liên kết này dành cho Ma Văn Vĩnh");
        using var owner = await app.SignedInAsync(head);
        (await owner.OpenAsync($"/reminders/open/{token}")).Location.ShouldBe(form);
        await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Accounts.Where(account => account.UserName == WebApp.UserNameOf(head))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.TwoFactorEnabled, true)));
        using var phone = app.Visitor();
        await phone.OpenAsync($"/reminders/open/{token}");
        (await phone.OpenAsync(form)).Location!.ShouldContain("/access/sign-in");
        (await phone.OpenAsync("/reminders/open/" + token.Replace(token[..3], "AAA"))).Text.ShouldContain("Liên kết không còn dùng được");
    }

    private async Task<(Guid Task, Guid Occurrence)> AddWorkOfAsync(Person head, string title)
    {
        var (_, task, occurrence) = await app.AddTaskAsync(title, new RowDeadline(DeadlineKind.Fixed, "31/12", new DateOnly(TimeProvider.System.Today().Year, 12, 31)));
        await app.WithAsync(async services =>
        {
            var db = services.GetRequiredService<DiemSangDbContext>();
            var unit = await db.Appointments.Where(held => held.PersonId == head.Id).Select(held => held.UnitId!.Value).SingleAsync();
            await db.Assignments.Where(part => part.TaskId == task).ExecuteUpdateAsync(set => set.SetProperty(part => part.UnitId, unit));
            return await db.Occurrences.Where(one => one.TaskId == task).ExecuteUpdateAsync(set => set.SetProperty(one => one.UnitId, unit));
        });
        return (task, occurrence);
    }

    private Task<string> TokenAsync(Person person, Guid task, Guid occurrence) => app.WithAsync(async services =>
        new OneTapTicket(app.Ward.Id, person.Id, task, occurrence, DateTimeOffset.UtcNow.AddDays(1)).Sign(await services.GetRequiredService<OneTapLinks>().SecretAsync(app.Ward.Id)));
}
