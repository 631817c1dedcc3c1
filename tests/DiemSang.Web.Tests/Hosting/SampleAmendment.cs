using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>An issued plan of one row with an amendment handed to the leader, and another proposal for the same row that waits.</summary>
public sealed record SampleAmendment(Guid Plan, Guid Row, Guid Amendment)
{
    public static async Task<SampleAmendment> AddAsync(WebApp app)
    {
        var (plan, _, _) = await app.AddTaskAsync("Công khai kết quả giải quyết kiến nghị");
        var row = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().PlanRows.Where(one => one.PlanId == plan).Select(one => one.Id).SingleAsync());
        var first = await app.ProposeAsync(plan, row, "Đạt 90% kiến nghị được trả lời");
        await app.ProposeAsync(plan, row, "Đạt 95% kiến nghị được trả lời");
        var focal = app.ActorWith(Role.Focal);
        await app.WithAsync(services => services.GetRequiredService<AmendmentDesk>().AcceptAsync(focal, first, 1, "Sát thực tế"));
        var amendment = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Amendments.SingleAsync(one => one.PlanId == plan));
        (await app.WithAsync(services => services.GetRequiredService<AmendmentDesk>().SubmitAsync(focal, amendment.Id, amendment.Version))).ShouldBe(AmendOutcome.Done);
        return new SampleAmendment(plan, row, amendment.Id);
    }
}

public static class SampleAmendmentBuilding
{
    /// <summary>The division's head asks for another target.</summary>
    public static async Task<Guid> ProposeAsync(this WebApp app, Guid plan, Guid row, string target) => await app.WithAsync(async services =>
    {
        var actor = app.ActorWith(Role.Head);
        var proposer = services.GetRequiredService<RowProposer>();
        var now = (await proposer.CurrentAsync(actor, plan, row))!;
        var proposed = await proposer.ProposeAsync(actor, plan, new ProposedRow(ProposalKind.Change, row, AmendedRow.TextOf(now) with { Target = target }, "Theo kết quả sáu tháng đầu năm"));
        proposed.Outcome.ShouldBe(AmendOutcome.Done);
        return proposed.ProposalId!.Value;
    });
}
