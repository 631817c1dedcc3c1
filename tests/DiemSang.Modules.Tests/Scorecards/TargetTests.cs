using DiemSang.Core.Planning;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Exporting;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Targets;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Scorecards;

public sealed class TargetTests : IAsyncLifetime
{
    private const string Contents = """
        code: papi-thu
        version: "2026"
        title: Hai nội dung
        index: PAPI
        total: 20
        missing: unscored
        criteria:
          - { code: "1", title: Tham gia của người dân ở cấp cơ sở, max: 10, scored_by: survey, evidence: none, rule: { kind: manual, min: 1 } }
          - { code: "2", title: "Công khai, minh bạch trong việc ra quyết định", max: 10, scored_by: survey, evidence: none, rule: { kind: manual, min: 1 } }
        """;

    private ScoredProvince _province = null!;

    public async Task InitializeAsync() => _province = await ScoredProvince.CreateAsync();

    public async Task DisposeAsync() => await _province.DisposeAsync();

    [Fact]
    [Requirement("RNK-01", "RNK-03")]
    public async Task Targets_OfThePlanInForce_AreHeldAgainstRunningAndPublishedResults()
    {
        await IssuePlanAsync(2026, 2030, Target(TargetKind.MoreThan, 80, "%"), Target(TargetKind.RankRange, 15, "hạng") with { Index = null, Upper = 30 }, Target(TargetKind.AtLeast, 50, "%") with { Index = "SIPAS" });
        await IssuePlanAsync(2020, 2025, Target(TargetKind.AtLeast, 99, "%"));
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, done: 10);
        await _province.HandInAsync(_province.CommuneFocal, _province.CommuneLeader);

        (await OfWardAsync(_province.WardFocal)).Select(one => (one.Target.Kind, one.Judgement.Outcome, one.IsRunning)).ShouldBe(
            [(TargetKind.MoreThan, TargetOutcome.Reached, true), (TargetKind.RankRange, TargetOutcome.NotComparable, true)], "17,5 of 20 points that the ward scores itself");
        await PublishAsync();

        (await OfWardAsync(_province.WardFocal)).Select(one => (one.Judgement, one.IsRunning)).ShouldBe(
        [
            (new TargetJudgement(TargetOutcome.Missed, "Kết quả 78,3333 %, mục tiêu trên 80 %."), false),
            (TargetJudgement.NotComparable("Hạng 1, nhưng nhóm chỉ xếp hạng 2 đơn vị nên hạng không nói lên mục tiêu hạng 15–30."), false),
        ]);
        var printed = await _province.WithSheetAsync(_province.WardFocal, _province.Ward.Id, async (services, sheet) =>
            DocxText.Of(new SheetPaper(sheet, await services.GetRequiredService<TargetReader>().OfSheetAsync(_province.WardFocal, sheet)).WriteDocx));
        printed.ShouldContain("Mục tiêu 80 %Chưa đạtKết quả 78,3333 %, mục tiêu trên 80 %.");
        (await OfRankingAsync(_province.Leader)).ShouldBe(2, "the province reads the plans below");
        (await OfRankingAsync(_province.CommuneLeader)).ShouldBe(0, "a neighbour's plan is not");
    }

    [Fact]
    [Requirement("SCR-07")]
    public async Task Targets_FloorOfEachContent_NameTheContentsBelowIt()
    {
        var floor = Target(TargetKind.Floor, 5, "điểm") with { Index = "PAPI", OutOf = 10 };
        await IssuePlanAsync(2026, 2026, Target(TargetKind.Score, 10, "điểm") with { Index = "PAPI" }, floor with { Content = "Tham gia của người dân" }, floor with { Content = "Công khai, minh bạch" }, floor with { Content = "Quản trị điện tử" });
        var round = await _province.AddRoundAsync(Contents, 2026, ScoredProvince.Dates);
        _province.Clock.MoveTo(new DateOnly(2026, 11, 12));
        foreach (var (code, points) in new[] { ("1", 4.9m), ("2", 5.2m) })
        {
            var decision = new VerdictDecision(VerdictBasis.Imported, Declaration.Of(("points", points)).Values, Reason: "Khảo sát");
            (await _province.DecideAsync(_province.Focal, _province.Ward.Id, code, decision, round)).ShouldBe(ScoringResult.Saved);
        }

        var judged = await OfWardAsync(_province.Focal, round);

        judged.Select(one => (one.Content?.Code, one.Judgement.Outcome)).ShouldBe(
            [(null, TargetOutcome.Reached), ("1", TargetOutcome.Missed), ("2", TargetOutcome.Reached), (null, TargetOutcome.NotComparable)]);
        judged[0].Judgement.Reason.ShouldBe("Kết quả 10,1 điểm, mục tiêu từ 10 điểm.");
    }

    private async Task PublishAsync()
    {
        _province.Clock.MoveTo(new DateOnly(2026, 11, 12));
        await _province.TickAsync();
        await _province.AppraiseAsync(_province.Ward.Id, survey: 60);
        await _province.AppraiseAsync(_province.Commune.Id, survey: 50);
        _province.Clock.MoveTo(new DateOnly(2026, 12, 8));
        await _province.TickAsync();
        (await _province.PublishAsync(_province.Leader)).Outcome.ShouldBe(PublishOutcome.Published);
    }

    private Task<IReadOnlyList<JudgedTarget>> OfWardAsync(Actor reader, Guid? round = null) =>
        _province.WithSheetAsync(reader, _province.Ward.Id, (services, sheet) => services.GetRequiredService<TargetReader>().OfSheetAsync(reader, sheet), round);

    /// <summary>How many targets stand beside the ward's line of the ranking.</summary>
    private Task<int> OfRankingAsync(Actor reader) => _province.AsAsync(reader, async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<RoundReader>().OpenAsync(_province.Round))!;
        var lines = await services.GetRequiredService<RankingReader>().ReadAsync(reader, file, SheetStage.Final);
        return (await services.GetRequiredService<TargetReader>().OfRankingAsync(file, lines))[_province.Ward.Id].Count();
    });

    private Task<bool> IssuePlanAsync(int from, int to, params PlanTarget[] targets) => _province.AsAsync(_province.WardLeader, async (DiemSangDbContext db) =>
    {
        var plan = new Plan(_province.Ward.Id, $"Kế hoạch {from}–{to}", new PlanPeriod(from, to), _province.Clock.GetUtcNow());
        plan.SetTargets(targets);
        plan.Issue(_province.Clock.GetUtcNow(), _province.WardLeader.PersonId);
        db.Plans.Add(plan);
        await db.SaveAsync(_province.WardLeader.To("plans.issue"));
        return true;
    });

    private static PlanTarget Target(string kind, decimal value, string unit) => new("PAR", null, kind, value, null, unit, $"Mục tiêu {value} {unit}");
}
