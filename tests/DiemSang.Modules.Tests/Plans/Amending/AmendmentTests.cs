using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static DiemSang.Modules.Tests.Plans.Amending.AmendedWard;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Amending;

/// <summary>Propose, gather, decide; what was issued stays readable.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;
    private Plan _plan = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        _plan = await _ward.AddIssuedAsync(
            Row(title: "Cơ hội tham gia", parties: Lead(_ward.Culture)), Row(title: "Trách nhiệm giải trình", parties: Lead(_ward.Economy)), Row(title: "Thủ tục hành chính", parties: Lead(_ward.OneStop)));
        _ward.Clock.MoveTo(new DateOnly(2026, 7, 15));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-24", "PLN-25")]
    public async Task Approve_ChangeNewAndDrop_MakesTheNextEditionAndKeepsTheFormer()
    {
        var (changed, dropped) = (await RowAsync("Cơ hội tham gia"), await RowAsync("Thủ tục hành chính"));

        await _ward.DecideAsync(_plan,
            await _ward.ProposeAsync(_ward.CultureHead, changed, text => text with { Target = "Đạt 90% người dân tham gia", Measures = ["Lấy ý kiến qua Zalo"] }),
            await _ward.ProposeDropAsync(_ward.OneStopHead, dropped),
            await _ward.ProposeNewAsync(_ward.EconomyHead, _plan, changed.Id, new PlanDraftRow { Index = "PAPI", Code = "1.2", Title = "Công khai ngân sách", Target = "100%", Leads = [_ward.Economy.Name], Deadline = Words("Thường xuyên") }));

        var first = (await FindAsync(1))!;
        first.Rows.Select(row => row.Title).ShouldBe(["Cơ hội tham gia", "Trách nhiệm giải trình", "Thủ tục hành chính"]);
        first.Rows[0].Target.ShouldBe("Tăng tỷ lệ người dân tham gia");
        var second = (await FindAsync(2))!;
        second.Rows.Select(row => row.Title).ShouldBe(["Cơ hội tham gia", "Công khai ngân sách", "Trách nhiệm giải trình"]);
        second.Rows[0].Target.ShouldBe("Đạt 90% người dân tham gia");
        (second.Edition.MadeBy!.Number, second.Edition.MadeBy.DecidedOn).ShouldBe(("31", new DateOnly(2026, 7, 15)));
        first.Tasks.Count.ShouldBe(3, "what was done for a dropped row stays readable");
        (await FindAsync(3)).ShouldBeNull();
    }

    [Fact]
    [Requirement("PLN-25")]
    public async Task Compare_TwoEditions_SaysWhatChangedRowByRow()
    {
        await _ward.DecideAsync(_plan, await _ward.ProposeAsync(_ward.CultureHead, await RowAsync("Cơ hội tham gia"), text => text with { Title = "Cơ hội tham gia của người dân" }));
        await _ward.DecideAsync(_plan,
            await _ward.ProposeDropAsync(_ward.OneStopHead, await RowAsync("Thủ tục hành chính")),
            await _ward.ProposeAsync(_ward.CultureHead, await RowAsync("Cơ hội tham gia của người dân"), text => text with { Leads = [_ward.Culture.Name, _ward.Economy.Name] }));

        var difference = (await _ward.WithAsync((PlanEditions editions) => editions.CompareAsync(_ward.Viewer, _plan.Id, 1, 3)))!;

        difference.Rows.Select(row => row.Kind).ShouldBe([RowChangeKind.Changed, RowChangeKind.Removed]);
        difference.Rows[0].Fields.Select(field => field.Field).ShouldBe([PlanField.RowTitle, PlanField.RowLeads]);
        difference.Unchanged.ShouldBe(1);
        var back = (await _ward.WithAsync((PlanEditions editions) => editions.CompareAsync(_ward.Viewer, _plan.Id, 3, 1)))!;
        back.Rows.Select(row => row.Kind).ShouldBe([RowChangeKind.Changed, RowChangeKind.Added], "the other way round");
    }

    [Fact]
    [Requirement("PLN-24")]
    public async Task Overview_TwoProposalsForOneRow_NamesTheCellsTheyContradictEachOtherIn()
    {
        var row = await RowAsync("Cơ hội tham gia");
        var mine = await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Deadline = Words("trước ngày 30/9/2026"), Target = "90%" });
        var other = await _ward.ProposeAsync(_ward.EconomyHead, row, text => text with { Deadline = Words("trước ngày 30/11/2026") });
        var third = await _ward.ProposeAsync(_ward.OneStopHead, row, text => text with { Cooperators = [_ward.OneStop.Name] });

        var waiting = (await OverviewAsync()).Waiting;

        waiting.Single(card => card.Proposal.Id == mine.ProposalId).Against.Single().Fields.ShouldBe([PlanField.RowDeadline]);
        waiting.Single(card => card.Proposal.Id == third.ProposalId).Against.ShouldBeEmpty();
        (await _ward.AcceptAsync(mine.ProposalId!.Value)).ShouldBe(AmendOutcome.Done);
        (await _ward.AcceptAsync(other.ProposalId!.Value)).ShouldBe(AmendOutcome.Contradicts);
        (await _ward.AcceptAsync(third.ProposalId!.Value)).ShouldBe(AmendOutcome.Done);
        var together = (await OverviewAsync()).Open!.Rows.Single();
        together.Changes.Select(change => change.Field).ShouldBe([PlanField.RowTarget, PlanField.RowCooperators, PlanField.RowDeadline]);
    }

    [Fact]
    [Requirement("PLN-24")]
    public async Task Accept_RowChangedSince_TellsThatTheProposalIsStale()
    {
        var row = await RowAsync("Cơ hội tham gia");
        var late = await _ward.ProposeAsync(_ward.EconomyHead, row, text => text with { Target = "70%" });
        await _ward.DecideAsync(_plan, await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Target = "90%" }));

        (await OverviewAsync()).Waiting.Single().IsStale.ShouldBeTrue();
        (await _ward.AcceptAsync(late.ProposalId!.Value)).ShouldBe(AmendOutcome.Stale);
        (await _ward.ProposeAsync(_ward.EconomyHead, row, text => text with { Target = "80%" })).Outcome.ShouldBe(AmendOutcome.Stale);
        var now = await _ward.WithAsync((RowProposer proposer) => proposer.CurrentAsync(_ward.EconomyHead, _plan.Id, row.Id));
        now!.Target.ShouldBe("90%");
    }

    [Fact]
    public async Task Propose_RowThatWouldNotBeClear_IsRefusedWithWhatIsMissing()
    {
        var row = await RowAsync("Cơ hội tham gia");

        var nobody = await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Leads = ["Phòng Không Ai Biết"] });
        var same = await _ward.ProposeAsync(_ward.CultureHead, row, text => text);

        nobody.Outcome.ShouldBe(AmendOutcome.NotClear);
        nobody.Unclear!.UnmappedNames.ShouldBe(["Phòng Không Ai Biết"]);
        same.Outcome.ShouldBe(AmendOutcome.NothingChanged);
    }

    [Fact]
    [Requirement("PLN-24")]
    public async Task Decide_EachStep_IsForWhoeverHoldsTheRole()
    {
        var row = await RowAsync("Cơ hội tham gia");
        (await _ward.ProposeAsync(_ward.CultureMember, row, text => text with { Target = "90%" })).Outcome.ShouldBe(AmendOutcome.NotFound);
        var proposal = (await _ward.ProposeAsync(_ward.CultureHead, row, text => text with { Target = "90%" })).ProposalId!.Value;
        (await _ward.AcceptAsync(proposal, by: _ward.CultureHead)).ShouldBe(AmendOutcome.NotFound);
        (await _ward.AcceptAsync(proposal)).ShouldBe(AmendOutcome.Done);
        (await _ward.ApproveAsync(_plan)).ShouldBe(AmendOutcome.Locked, "nobody handed it in");
        (await _ward.SubmitAsync(_plan)).ShouldBe(AmendOutcome.Done);

        (await _ward.ApproveAsync(_plan, by: _ward.Focal)).ShouldBe(AmendOutcome.NotFound);
        (await _ward.WithAsync((AmendmentDesk desk) => desk.ReopenAsync(_ward.Focal, proposal, 2))).ShouldBe(AmendOutcome.Locked);
        (await _ward.ApproveAsync(_plan)).ShouldBe(AmendOutcome.Done);
    }

    [Fact]
    public async Task Approve_AmendmentChangedAfterItWasShown_IsRefused()
    {
        var proposal = (await _ward.ProposeAsync(_ward.CultureHead, await RowAsync("Cơ hội tham gia"), text => text with { Target = "90%" })).ProposalId!.Value;
        await _ward.AcceptAsync(proposal);
        await _ward.SubmitAsync(_plan);
        var shown = await _ward.AmendmentAsync(_plan);
        await _ward.WithAsync((AmendmentApprover approver) => approver.ReturnAsync(_ward.Leader, shown.Id, shown.Version, "Bổ sung dòng về chuyển đổi số"));
        await _ward.SubmitAsync(_plan);

        var late = await _ward.WithAsync((AmendmentApprover approver) => approver.ApproveAsync(_ward.Leader, shown.Id, shown.Version, new DecisionIdentity("31", "QĐ-UBND", new DateOnly(2026, 7, 15))));

        late.ShouldBe(AmendOutcome.ChangedMeanwhile);
        (await _ward.ReadAsync(db => db.Plans.SingleAsync(plan => plan.Id == _plan.Id))).Edition.ShouldBe(1);
    }

    [Fact]
    public async Task Approve_TwoNodesAtOnce_MakesOneEdition()
    {
        await _ward.AcceptAsync((await _ward.ProposeAsync(_ward.CultureHead, await RowAsync("Cơ hội tham gia"), text => text with { Target = "90%" })).ProposalId!.Value);
        await _ward.SubmitAsync(_plan);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => _ward.ApproveAsync(_plan)));

        outcomes.Count(outcome => outcome == AmendOutcome.Done).ShouldBe(1);
        (await FindAsync(2))!.Rows.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("update plans.plan_row set title = 'x'")]
    [InlineData("delete from plans.plan_row")]
    [InlineData("update plans.measure set text = 'x'")]
    [InlineData("delete from plans.party")]
    public async Task Change_OfAnIssuedRowPastTheApplication_IsRefusedByTheDatabase(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => _ward.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

        refused.MessageText.ShouldContain("amendment only");
    }

    private Task<PlanRow> RowAsync(string title) => _ward.RowAsync(_plan, title);

    private Task<ReadEdition?> FindAsync(int number) => _ward.WithAsync((PlanEditions editions) => editions.FindAsync(_ward.Viewer, _plan.Id, number));

    private async Task<AmendmentOverview> OverviewAsync() => (await _ward.WithAsync((AmendmentReading reading) => reading.OverviewAsync(_ward.Focal, _plan.Id)))!;
}
