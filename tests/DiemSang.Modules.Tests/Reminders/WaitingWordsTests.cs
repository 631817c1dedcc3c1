using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Reminders.Reading;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Reminders;

/// <summary>What waits for somebody's word is told to that person: letters are read from a real mail server.</summary>
public sealed class WaitingWordsTests : IAsyncLifetime
{
    private RemindedWard _reminded = null!;
    private Occurrence _work = null!;

    private WorkingWard Ward => _reminded.Ward;

    public async Task InitializeAsync()
    {
        _reminded = await RemindedWard.CreateAsync();
        _work = await _reminded.AddWorkAsync(Ward.Culture, due: new DateOnly(2026, 9, 30));
    }

    public async Task DisposeAsync() => await _reminded.DisposeAsync();

    [Fact]
    [Requirement("PLN-32")]
    public async Task Run_ObstacleWaits_TellsWhoIsAskedUntilItIsDecided()
    {
        await _reminded.AnswerAsync(Ward.CultureMember, _work, ProgressState.Blocked, "Chưa có kinh phí");

        var letter = (await _reminded.MorningAsync(new(2026, 3, 3))).ShouldHaveSingleItem();
        letter.To.ShouldBe("vinh.ma@binhminh.example");
        letter.Subject.ShouldBe("1 việc chờ ý kiến của đồng chí");
        letter.Text.ShouldContain("Cần quyết định: Cơ hội tham gia\n  “Chưa có kinh phí”");
        letter.Text.ShouldContain("https://diemsang.example/plans/decisions/");
        (await UnreadAsync(Ward.CultureHead)).ShouldBe(1);
        (await _reminded.MorningAsync(new(2026, 3, 4))).ShouldBeEmpty("told yesterday");
        (await _reminded.MorningAsync(new(2026, 3, 6))).ShouldHaveSingleItem("three working days later");

        var obstacle = await Ward.ReadAsync(db => db.Obstacles.SingleAsync());
        await Ward.WithAsync((ObstacleDesk desk) => desk.DecideAsync(Ward.CultureHead, obstacle.Id, "Chi từ nguồn thường xuyên"));

        (await _reminded.MorningAsync(new(2026, 3, 12))).ShouldBeEmpty("decided");
        (await UnreadAsync(Ward.CultureHead)).ShouldBe(0);
    }

    [Fact]
    [Requirement("PLN-24")]
    public async Task Run_ProposalThenAmendment_TellsTheFocalOfficialThenTheLeader()
    {
        var row = await Ward.ReadAsync(db => db.PlanRows.Include(one => one.Measures).Include(one => one.Parties).SingleAsync());
        var proposed = await Ward.WithAsync((RowProposer proposer) => proposer.ProposeAsync(
            Ward.CultureHead, row.PlanId, new ProposedRow(ProposalKind.Change, row.Id, AmendedRow.TextOf(row) with { Target = "Tăng 5 %" }, "Thiếu nguồn lực")));
        (await _reminded.MorningAsync(new(2026, 3, 3))).ShouldHaveSingleItem().To.ShouldBe("khanh.nguyen@binhminh.example");

        var proposal = await Ward.ReadAsync(db => db.RowProposals.SingleAsync(one => one.Id == proposed.ProposalId));
        await Ward.WithAsync((AmendmentDesk desk) => desk.AcceptAsync(Ward.Focal, proposal.Id, proposal.Version, "Đồng ý"));
        var amendment = await Ward.ReadAsync(db => db.Amendments.SingleAsync());
        await Ward.WithAsync((AmendmentDesk desk) => desk.SubmitAsync(Ward.Focal, amendment.Id, amendment.Version));

        var letter = (await _reminded.MorningAsync(new(2026, 3, 4))).ShouldHaveSingleItem();
        letter.To.ShouldBe("thanh.nong@binhminh.example");
        letter.Text.ShouldContain($"/plans/{row.PlanId}/amendments/{amendment.Id}");
    }

    [Fact]
    [Requirement("PLN-19", "GSC-09")]
    public async Task Run_RequestToAPartner_AsksWithoutCallingItLate()
    {
        var work = await _reminded.AddWorkAsync(Ward.Economy, due: new DateOnly(2026, 9, 30));
        await Ward.ReadAsync(db => db.Database.ExecuteSqlAsync($"insert into plans.assignment (organisation_id, id, task_id, unit_id, duty) values ({Ward.Organisation.Id}, {Guid.CreateVersion7()}, {work.TaskId}, {Ward.Front.Id}, 'cooperate')"));
        var order = new RequestOrder(work.TaskId, Ward.Front.Id, RequestKind.Contribution, "Cung cấp danh sách hộ", new DateOnly(2026, 3, 5));
        (await Ward.WithAsync((RequestDesk desk) => desk.AskAsync(Ward.EconomyHead, order))).ShouldBe(RequestOutcome.Done);

        (await _reminded.MorningAsync(new(2026, 3, 3))).ShouldHaveSingleItem().To.ShouldBe("my.ha@binhminh.example");
        (await _reminded.MorningAsync(new(2026, 3, 5))).ShouldHaveSingleItem().Text.ShouldContain("mong nhận trước 05/03/2026");
        var later = (await _reminded.MorningAsync(new(2026, 3, 10))).ShouldHaveSingleItem();

        later.Text.ShouldNotContain("quá hạn", Case.Insensitive);
    }

    private Task<int> UnreadAsync(Actor actor) => Ward.WithAsync((NotificationList list) => list.UnreadAsync(actor));
}
