using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Meetings;

[Collection(nameof(WebApp))]
public sealed class MeetingPagesTests(WebApp app)
{
    [Fact]
    [Requirement("LDR-02", "LDR-03", "LDR-05")]
    public async Task Review_PlannedHeldConcludedSigned_GivesMinutesAndWork()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var leader = await app.SignedInAsync(Role.Leader);
        var planned = await focal.FillInAsync("/meetings/add",
            ("Input.Kind", "giao-ban"), ("Input.Title", "Giao ban quý I/2026"), ("Input.Day", "10/04/2026"), ("Input.Time", "08:00"), ("Input.Place", "Hội trường"),
            ("Input.Chair", app.PersonWith(Role.Leader).Id.ToString()), ("Input.Secretary", app.PersonWith(Role.Focal).Id.ToString()));
        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Text);
        var path = planned.Location!;

        await focal.FillInAsync($"{path}/conclude", ("Input.Text", "Gửi phiếu SIPAS"), ("Input.Unit", app.Division.Id.ToString()), ("Input.DueOn", "30/04/2026"));
        await focal.FillInAsync($"{path}/hold", ("Input.Time", "10:30"), ("Input.MinutesNumber", "07"));
        var details = await focal.OpenAsync(path);
        details.Text.ShouldContain("Gửi phiếu SIPAS");
        await focal.SubmitAsync($"{path}?handler=Sign", details, "main form[method=post]");
        await leader.SubmitAsync($"{path}?handler=Sign", await leader.OpenAsync(path), "main form[method=post]:has(button[formaction$=Sign])");

        (await focal.GetAsync($"{path}?handler=Minutes")).Content.Headers.ContentType!.ToString().ShouldContain("wordprocessingml");
        (await (await app.SignedInAsync(Role.Member)).OpenAsync("/meetings/conclusions")).Text.ShouldContain("Gửi phiếu SIPAS");
    }

    [Fact]
    [Requirement("LDR-05")]
    public async Task Report_ByTheUnit_IsShownToTheLeader()
    {
        var member = await app.SignedInAsync(Role.Member);

        var reported = await member.FillInAsync($"/meetings/conclusions/{app.Meetings.Conclusion}", ("Input.Progress", "Đã đổ bê tông 200 m"));

        reported.Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await app.SignedInAsync(Role.Leader)).OpenAsync("/meetings/conclusions")).Text.ShouldContain("Đã đổ bê tông 200 m");
    }

    [Fact]
    [Requirement("FRM-04")]
    public async Task Outcomes_ForAVisitor_AreLightAndWithoutTheProposer()
    {
        using var visitor = app.Visitor();

        var html = await visitor.GetStringAsync($"/meetings/forum/{app.Ward.Code}");

        html.Length.ShouldBeLessThan(100_000);
        html.ShouldNotContain("Lý Thị Mai");
        (await visitor.OpenAsync("/meetings/forum/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Requirement("BRD-01")]
    public async Task Freeze_ByTheFocalOfficial_ShowsTheSnapshotAndRefusesOthers()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var page = await focal.OpenAsync("/snapshots");

        var taken = await focal.SubmitAsync("/snapshots", page, "main form[method=post]", ("kind", "Weekly"));

        taken.Location!.ShouldStartWith("/snapshots/");
        (await focal.OpenAsync(taken.Location!)).Find("h1").TextContent.ShouldContain("Tuần");
        (await focal.GetAsync("/snapshots?handler=Sheet&index=PAPI&format=xlsx")).Content.Headers.ContentType!.ToString().ShouldContain("spreadsheetml");
        (await focal.GetStringAsync("/snapshots/brief?handler=Text")).ShouldContain("Chưa báo cáo");
    }

    [Fact]
    [Requirement("FRM-02")]
    public async Task Invitations_ForAllOrForOne_AreDocuments()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = $"/meetings/{app.Meetings.Meeting}/invitations";
        var one = (await focal.OpenAsync(path)).Find("main tbody a").GetAttribute("href")!;

        foreach (var address in new[] { $"{path}?handler=Docx", one })
        {
            (await focal.GetAsync(address)).Content.Headers.ContentType!.ToString().ShouldContain("wordprocessingml");
        }

        (await focal.OpenAsync($"{path}?handler=Docx&guest={Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("agenda", "textarea[name^=Said]")]
    [InlineData("guests", "select[name^=Seen]")]
    public async Task Form_SentBySecondOfTwoEditors_IsRefusedAndShowsBoth(string form, string field)
    {
        var (focal, leader) = (await app.SignedInAsync(Role.Focal), await app.SignedInAsync(Role.Leader));
        var path = $"/meetings/{app.Meetings.Meeting}/{form}";
        var address = form == "guests" ? $"{path}?handler=Attend" : path;
        var (one, other) = (await focal.OpenAsync(path), await leader.OpenAsync(path));
        var (name, values) = (one.Find(field).GetAttribute("name")!, form == "guests" ? ("Present", "Absent") : ("Ý kiến thứ nhất", "Ý kiến thứ hai"));

        (await focal.SubmitAsync(address, one, "main form.card", (name, values.Item1))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await leader.SubmitAsync(address, other, "main form.card", (name, values.Item2));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain(form == "guests" ? "Đã lưu: Có mặt" : "Đã lưu: Ý kiến thứ nhất");
        (await leader.SubmitAsync(address, refused, "main form.card")).Status.ShouldBe(HttpStatusCode.Redirect, "the second has seen both and decides");
    }

    [Fact]
    public async Task Conclusion_OfAPerson_IsOnTheirWorkPage() =>
        (await (await app.SignedInAsync(Role.Member)).OpenAsync("/plans/my-work")).Text.ShouldContain("Kết luận cuộc họp giao cho bạn");

    [Fact]
    public async Task Meeting_OfAnotherOrganisation_DoesNotExist()
    {
        var leader = await app.SignedInAsync(Role.Leader);

        (await leader.OpenAsync($"/meetings/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.OpenAsync($"/snapshots/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
