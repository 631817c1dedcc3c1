using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Targets;

public sealed class TargetBookTests : IAsyncLifetime
{
    private static readonly DatedNumber LastYear = new(new CountedNumber(425, 500), new DateOnly(2025, 12, 31), "Báo cáo 210/BC-UBND");
    private WorkingWard _ward = null!;
    private Plan _plan = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        _plan = await _ward.AddDraftAsync(Row(parties: Lead(_ward.Culture)));
        await _ward.WithAsync((HeaderEditor editor) => editor.SetTargetsAsync(_ward.Focal, _plan.Id, _plan.Version, [new PlanTarget("SIPAS", null, TargetKind.MoreThan, 90, null, "%", "Mức độ hài lòng trên 90 %")]));
        await _ward.IssueAsync(_plan);
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("BRD-06")]
    [Requirement("BRD-07")]
    public async Task Say_BaseAndThenNumbers_JudgesTheTargetByTheLast()
    {
        (await FindAsync()).IsReached.ShouldBeNull();
        await SayAsync(_ward.Leader, LastYear, isBase: true);
        await SayAsync(_ward.Focal, new DatedNumber(new CountedNumber(440, 500), new DateOnly(2026, 1, 30), null));
        (await FindAsync()).IsReached.ShouldBe(false, "88 %");

        await SayAsync(_ward.Focal, new DatedNumber(new CountedNumber(451, 500), new DateOnly(2026, 2, 1), null));

        var followed = await FindAsync();
        followed.IsReached.ShouldBe(true);
        followed.Direction!.Value.Judge(followed.Base!.Number, followed.Reached!.Number).ShouldBe(Trend.RightWay);
        followed.Figures.Count.ShouldBe(3, "nothing said is lost");
    }

    [Fact]
    public async Task Say_OnWhatSomebodyElseSaidMeanwhile_IsTold()
    {
        await SayAsync(_ward.Leader, LastYear, isBase: true);

        (await SayAsync(_ward.Focal, LastYear, isBase: true, seen: Guid.Empty)).ShouldBe(FigureOutcome.SaidMeanwhile);
        (await SayAsync(_ward.CultureHead, LastYear, isBase: true)).ShouldBe(FigureOutcome.NotAllowed);
    }

    /// <param name="seen">Absent: the last one.</param>
    private async Task<FigureOutcome> SayAsync(Actor actor, DatedNumber number, bool isBase = false, Guid? seen = null)
    {
        var followed = await FindAsync();
        return await _ward.WithAsync((TargetBook book) => book.SayAsync(actor, _plan.Id, followed.Target.Id, isBase, number, seen ?? followed.Last(isBase)?.Id));
    }

    private async Task<FollowedTarget> FindAsync() => (await _ward.WithAsync((TargetBook book) => book.OpenAsync(_ward.Viewer, _plan.Id)))!.Value.Targets.Single();
}
