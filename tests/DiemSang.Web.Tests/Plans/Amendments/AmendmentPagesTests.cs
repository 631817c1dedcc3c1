using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Plans.Amendments;

/// <summary>Amending an issued plan over HTTP.</summary>
[Collection(nameof(WebApp))]
public sealed class AmendmentPagesTests(WebApp app)
{
    [Fact]
    [Requirement("PLN-24", "PLN-25")]
    public async Task Amend_FromProposalToApproval_KeepsBothEditionsReadable()
    {
        var (plan, row) = await PlanAsync();
        var (head, focal, leader) = (await app.SignedInAsync(Role.Head), await app.SignedInAsync(Role.Focal), await app.SignedInAsync(Role.Leader));

        var sent = await head.FillInAsync($"/plans/{plan}/amendments/propose/{row}", ("Input.Target", "Đạt 90%"), ("Reason", "Theo số liệu mới"));
        sent.Location.ShouldStartWith($"/plans/{plan}/amendments#proposal-");
        var index = await focal.OpenAsync($"/plans/{plan}/amendments");
        (await focal.SubmitAsync($"/plans/{plan}/amendments", index, ".decide", ("answer", "Phù hợp"), ("accept", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var path = (await focal.OpenAsync($"/plans/{plan}/amendments")).Find("#open a").GetAttribute("href")!;
        (await focal.FillInAsync(path)).Location.ShouldBe(path);
        var approved = await leader.FillInAsync(path, ("Input.Number", "31"), ("Input.DecidedOn", TimeProvider.System.Today().ToString("dd/MM/yyyy")));

        approved.Location.ShouldBe(path);
        (await leader.OpenAsync($"/plans/{plan}")).Text.ShouldContain("Đạt 90%");
        var first = await head.OpenAsync($"/plans/{plan}/editions/1");
        first.Text.ShouldContain("Đây là bản cũ");
        first.Text.ShouldContain("Tăng tỷ lệ người dân tham gia");
        (await head.OpenAsync($"/plans/{plan}/editions/compare?from=1&to=2")).Find(".change ins").TextContent.ShouldBe("Đạt 90%");
        (await head.OpenAsync($"/plans/{plan}/editions/3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Propose_WithoutReasonOrKnownUnit_SaysWhatToDo()
    {
        var (plan, row) = await PlanAsync();
        var head = await app.SignedInAsync(Role.Head);

        var blank = await head.FillInAsync($"/plans/{plan}/amendments/propose/{row}", ("Input.Target", "Đạt 90%"));
        var unknown = await head.FillInAsync($"/plans/{plan}/amendments/propose/{row}", ("Input.Leads", "Phòng Không Ai Biết"), ("Reason", "Phân công lại"));

        (blank.Status, unknown.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        blank.Find("[role=alert]").TextContent.ShouldContain("Ghi lý do đề xuất.");
        unknown.Text.ShouldContain("Cơ quan không có đơn vị nào tên “Phòng Không Ai Biết”.");
        unknown.Find("textarea[name=Reason]").TextContent.ShouldBe("Phân công lại");
    }

    [Fact]
    [Requirement("PLN-24")]
    public async Task Decide_WhileTheLeaderHasIt_IsRefusedAndSaysWhy()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = $"/plans/{app.Amendment.Plan}/amendments";

        var index = await focal.OpenAsync(path);
        var refused = await focal.SubmitAsync(path, index, ".decide", ("answer", "Cũng hợp lý"), ("accept", "true"));

        index.Text.ShouldContain("Mâu thuẫn với đề xuất của");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Find("[role=alert]").TextContent.ShouldContain("đã trình lãnh đạo");
    }

    [Fact]
    public async Task Approve_ByTheFocalOfficial_IsNotOffered()
    {
        var path = $"/plans/{app.Amendment.Plan}/amendments/{app.Amendment.Amendment}";

        (await (await app.SignedInAsync(Role.Focal)).OpenAsync(path)).Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        (await (await app.SignedInAsync(Role.Leader)).OpenAsync(path)).Document.QuerySelectorAll("main form[method=post]").Length.ShouldBe(2);
    }

    private async Task<(Guid Plan, Guid Row)> PlanAsync()
    {
        var (plan, _, _) = await app.AddTaskAsync("Đối thoại với người dân");
        return (plan, await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().PlanRows.Where(row => row.PlanId == plan).Select(row => row.Id).SingleAsync()));
    }
}
