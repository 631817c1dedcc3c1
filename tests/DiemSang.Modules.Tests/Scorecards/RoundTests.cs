using System.Text;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Exporting;
using DiemSang.Modules.Scorecards.Improving;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Scorecards;

public sealed class RoundTests : IAsyncLifetime
{
    private static readonly DateOnly InAppraisal1 = new(2026, 11, 12), InExplanation = new(2026, 11, 22), InAppraisal2 = new(2026, 12, 1), InCouncil = new(2026, 12, 8);
    private ScoredProvince _province = null!;

    public async Task InitializeAsync() => _province = await ScoredProvince.CreateAsync();

    public async Task DisposeAsync() => await _province.DisposeAsync();

    [Fact]
    [Requirement("SCR-01", "SCR-11", "RNK-08", "RNK-09")]
    public async Task Round_FromSelfScoreToPublication_KeepsFourValuesApartAndRanks()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        await _province.HandInAsync(_province.CommuneFocal, _province.CommuneLeader, done: 5);
        await MoveToAsync(InAppraisal1);
        await _province.AppraiseAsync(_province.Ward.Id, survey: 80);
        await _province.AppraiseAsync(_province.Commune.Id, survey: 90);
        var lowered = new VerdictDecision(VerdictBasis.Corrected, Declaration.Of(("numerator", 6m), ("denominator", 10m)).Values, Reason: "Ba nhiệm vụ chưa có sản phẩm", NeedsExplanation: true);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1.2", lowered)).ShouldBe(ScoringResult.Saved);

        await MoveToAsync(InExplanation);
        (await ExplainAsync("1.2", "Sản phẩm đã gửi bổ sung")).ShouldBe(ScoringResult.Saved);
        await MoveToAsync(InAppraisal2);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1.2", lowered with { Values = Declaration.Of(("numerator", 8m), ("denominator", 10m)).Values, NeedsExplanation = false })).ShouldBe(ScoringResult.Saved);
        await MoveToAsync(InCouncil);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1.3", new VerdictDecision(VerdictBasis.Overridden, Declaration.Of(("count", 1m)).Values, 2m, "Sáng kiến trùng"))).ShouldBe(ScoringResult.Saved);
        (await _province.PublishAsync(_province.Leader)).Outcome.ShouldBe(PublishOutcome.Published);

        var sheet = await SheetAsync(_province.WardFocal, _province.Ward.Id);
        new[] { SheetStage.Self, SheetStage.Appraisal1, SheetStage.Appraisal2, SheetStage.Final }.Select(stage => sheet.At(stage).Points).ShouldBe([16.5m, 21.5m, 23.5m, 23m]);
        sheet.At(SheetStage.Final).Find("1.3")!.ComputedPoints.ShouldBe(2.5m);
        var ranking = await RankingAsync(_province.CommuneFocal);
        ranking.Select(line => (line.Name, line.Rank, line.Grade)).ShouldBe([(_province.Ward.Name, 1, "Khá"), (_province.Commune.Name, 2, "Khá")]);
    }

    [Fact]
    [Requirement("SCR-01")]
    public async Task Score_AfterTheLastDay_IsClosedUntilThatUnitGetsMoreTime()
    {
        await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 2m)));
        await MoveToAsync(InAppraisal1);

        (await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 1m)))).ShouldBe(ScoringResult.Closed);
        (await _province.ReadAsync(_province.Focal, db => db.Participants.CountAsync(one => one.LockedOn == InAppraisal1))).ShouldBe(2);
        await _province.GiveTimeAsync(_province.Ward.Id, UnitDates.None with { SelfScoreTo = new DateOnly(2026, 11, 15) });

        (await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 1m)))).ShouldBe(ScoringResult.Saved);
        (await _province.ScoreAsync(_province.CommuneFocal, "1.3", Declaration.Of(("count", 1m)))).ShouldBe(ScoringResult.Closed);
        (await _province.ReadAsync(_province.Focal, db => db.AuditEntries.Where(entry => entry.Verb == "scorecards.lock" || entry.Verb == "scorecards.reopen").Select(entry => entry.Verb).Distinct().ToListAsync()))
            .ShouldBe(["scorecards.lock", "scorecards.reopen"], ignoreOrder: true);
    }

    [Fact]
    public async Task Tick_TwiceOnOneDay_MovesAndLocksOnce()
    {
        _province.Clock.MoveTo(InAppraisal1);

        (await _province.TickAsync()).ShouldBe((1, 2));
        (await _province.TickAsync()).ShouldBe((0, 0));
    }

    [Fact]
    [Requirement("SCR-12")]
    public async Task Submit_PointsWithoutProofOrWord_IsRefusedAndNamesThem()
    {
        await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 2m)), document: null);
        await _province.ScoreAsync(_province.WardFocal, "1.1", Declaration.Of(("date", new DateOnly(2026, 1, 20))), document: null);

        var refused = await SubmitAsync();
        refused.Outcome.ShouldBe(ScoringOutcome.Refused);
        refused.Problem!.ShouldContain("1.1, 1.3");
        await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 2m)) with { Explanation = "Đếm theo quyết định công nhận" }, document: null);
        await _province.ScoreAsync(_province.WardFocal, "1.1", Declaration.Of(("date", new DateOnly(2026, 1, 20))));

        (await SubmitAsync()).ShouldBe(ScoringResult.Saved);
        (await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 1m)))).ShouldBe(ScoringResult.Closed, "handed in");
        (await _province.ReadAsync(_province.WardFocal, db => db.EvidenceUses.CountAsync(use => use.SubjectKind == EvidenceSubject.Criterion))).ShouldBe(1);
    }

    [Fact]
    public async Task Score_TakenFigure_KeepsItsSourceUntilAnotherValueIsTyped()
    {
        await TakeFigureAsync(Declaration.Of(("count", 2m)));
        await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 2m)) with { Explanation = "Theo kế hoạch" });
        (await SheetAsync(_province.WardFocal, _province.Ward.Id)).SelfOf("1.3")!.FigureSource.ShouldBe("Từ kế hoạch: 2 sáng kiến");

        await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 1m)));
        (await SheetAsync(_province.WardFocal, _province.Ward.Id)).SelfOf("1.3")!.FigureSource.ShouldBeNull();
    }

    [Fact]
    public async Task Score_SecondEditor_IsToldAndNothingIsLost()
    {
        await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 2m)));

        (await _province.ScoreAsync(_province.WardFocal, "1.3", Declaration.Of(("count", 1m)), seen: 0)).ShouldBe(ScoringResult.MovedOn);

        (await SheetAsync(_province.WardFocal, _province.Ward.Id)).SelfOf("1.3")!.Points.ShouldBe(5);
    }

    [Fact]
    public async Task Score_WhatTheRuleCannotRead_SavesNothing()
    {
        var tooMany = await _province.ScoreAsync(_province.WardFocal, "1.2", Declaration.Of(("numerator", 11m), ("denominator", 10m)));

        tooMany.Outcome.ShouldBe(ScoringOutcome.Refused);
        tooMany.Problem.ShouldBe("Số đạt yêu cầu (11) lớn hơn tổng số (10).");
        (await _province.ReadAsync(_province.WardFocal, db => db.SelfScores.CountAsync())).ShouldBe(0);
        (await _province.ScoreAsync(_province.WardFocal, "2", Declaration.Of(("percent", 90m)))).ShouldBe(ScoringResult.NotAllowed, "a survey is not self-scored");
    }

    [Fact]
    [Requirement("RNK-05", "RNK-09")]
    public async Task Read_OtherUnitsAndOpenStages_DoNotExistForAUnit()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        await MoveToAsync(InAppraisal1);
        await _province.AppraiseAsync(_province.Ward.Id, survey: 80);

        (await _province.ReadAsync(_province.WardFocal, db => db.Verdicts.CountAsync())).ShouldBe(0, "appraisal 1 is still open");
        await MoveToAsync(InExplanation);
        (await _province.ReadAsync(_province.WardFocal, db => db.Verdicts.CountAsync())).ShouldBe(4);
        (await _province.ReadAsync(_province.CommuneFocal, db => db.Verdicts.CountAsync())).ShouldBe(0);
        (await _province.ReadAsync(_province.CommuneFocal, db => db.SelfScores.CountAsync())).ShouldBe(0);
        (await _province.ReadAsync(_province.CommuneFocal, db => db.Participants.CountAsync())).ShouldBe(1);
        (await _province.ReadAsync(_province.Focal, db => db.SelfScores.CountAsync())).ShouldBe(3);
        (await SheetAsync(_province.CommuneFocal, _province.Ward.Id)).ShouldBeNull();
        (await _province.ReadAsync(_province.CommuneFocal, db => db.CriteriaEditions.CountAsync())).ShouldBe(1);
        (await _province.AsAsync(_province.CommuneFocal, async (SheetReader _) => await _province.DecideAsync(_province.CommuneFocal, _province.Commune.Id, "1.1", new VerdictDecision(VerdictBasis.Overridden, new Dictionary<string, DeclaredValue>(), 5, "tự cho"))))
            .ShouldBe(ScoringResult.NotAllowed);
    }

    [Fact]
    public async Task Decide_ByUnitOfTheSet_OnlyItsCriteriaAndOnlyWithAReason()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        (await _province.DecideAsync(_province.Appraiser, _province.Ward.Id, "1.3", await _province.AcceptedAsync(_province.Ward.Id, "1.3"))).ShouldBe(ScoringResult.Closed, "self-scoring still runs");
        await MoveToAsync(InAppraisal1);

        (await _province.DecideAsync(_province.Appraiser, _province.Ward.Id, "1.1", await _province.AcceptedAsync(_province.Ward.Id, "1.1"))).ShouldBe(ScoringResult.NotAllowed);
        var override3 = new VerdictDecision(VerdictBasis.Overridden, Declaration.Of(("count", 1m)).Values, 3m);
        (await _province.DecideAsync(_province.Appraiser, _province.Ward.Id, "1.3", override3)).Outcome.ShouldBe(ScoringOutcome.Refused);
        (await _province.DecideAsync(_province.Appraiser, _province.Ward.Id, "1.3", override3 with { OverridePoints = 9, Reason = "x" })).Problem.ShouldBe("Điểm ấn định 9 nằm ngoài khoảng từ 0 đến 5.");
        (await _province.DecideAsync(_province.Appraiser, _province.Ward.Id, "1.3", override3 with { Reason = "Sáng kiến cấp tỉnh" })).ShouldBe(ScoringResult.Saved);
        (await _province.DecideAsync(_province.Appraiser, _province.Ward.Id, "1.3", override3 with { Reason = "Lần hai" }, seen: 0)).ShouldBe(ScoringResult.MovedOn);
    }

    [Fact]
    [Requirement("SCR-11")]
    public async Task Accept_Many_LeavesFlaggedOnesForALook()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        await _province.ScoreAsync(_province.CommuneFocal, "1.3", Declaration.Of(("count", 2m)) with { Explanation = "không có văn bản" }, document: null);
        (await _province.WithSheetAsync(_province.CommuneLeader, _province.Commune.Id, (services, sheet) => services.GetRequiredService<SelfScorer>().SubmitAsync(_province.CommuneLeader, sheet))).ShouldBe(ScoringResult.Saved);
        await MoveToAsync(InAppraisal1);

        var accepted = await WithFileAsync(_province.Focal, (services, file) => services.GetRequiredService<Appraiser>().AcceptAsync(_province.Focal, file, "1.3", [_province.Ward.Id, _province.Commune.Id]));

        accepted.ShouldBe((1, 1));
        var queue = await WithFileAsync(_province.Focal, (services, file) => services.GetRequiredService<AppraisalQueue>().UnitsAsync(file, "1.3"));
        queue[0].Flags.ShouldContain(flag => flag.Kind == FlagKind.NoEvidence);
        queue[1].Now!.Basis.ShouldBe(VerdictBasis.Accepted);
    }

    [Fact]
    public async Task Import_SurveyResults_AreAllTakenOrNone()
    {
        await MoveToAsync(InAppraisal1);
        var wrong = await ImportAsync($"Đơn vị;2\n{_province.Ward.Name};81,5\nXã không có;70\n");
        wrong.Problems.ShouldBe(["Dòng 3: không có đơn vị “Xã không có” trong kỳ chấm."]);
        (await _province.ReadAsync(_province.Focal, db => db.Verdicts.CountAsync())).ShouldBe(0);

        (await ImportAsync($"Đơn vị;2\n{_province.Ward.Name};81,5\n{_province.Commune.Name};90\n")).ShouldSatisfyAllConditions(taken => taken.Units.ShouldBe(2), taken => taken.Figures.ShouldBe(2));

        (await SheetAsync(_province.Focal, _province.Ward.Id)).At(SheetStage.Appraisal1).Find("2")!.Points.ShouldBe(8.15m);
    }

    [Fact]
    public async Task Publish_WithOpenDecisions_IsRefusedUnlessTheyCountNothing()
    {
        await MoveToAsync(InAppraisal1);
        (await _province.PublishAsync(_province.Leader)).Outcome.ShouldBe(PublishOutcome.TooEarly);
        await MoveToAsync(InCouncil);

        (await _province.PublishAsync(_province.Leader)).ShouldBe(new PublishResult(PublishOutcome.NotDecided, 8));
        (await _province.PublishAsync(_province.Focal, countsMissingAsZero: true)).Outcome.ShouldBe(PublishOutcome.NotAllowed);
        (await _province.PublishAsync(_province.Leader, countsMissingAsZero: true)).Outcome.ShouldBe(PublishOutcome.Published);
    }

    [Fact]
    [Requirement("SCR-11", "SCR-14", "RNK-02", "MYR-03")]
    public async Task LastYear_PublishedOnAnotherVersion_FlagsWhatStayedTheSameAndComparesTheRest()
    {
        await PublishYearBeforeAsync();
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, done: 8);

        var sheet = await SheetAsync(_province.WardFocal, _province.Ward.Id);
        sheet.FlagsAt(SheetStage.Self).Where(flag => flag.Kind == FlagKind.EqualToLastYear).Select(flag => flag.Code).ShouldBe(["1.1"]);
        var years = await _province.WithSheetAsync(_province.WardFocal, _province.Ward.Id, (services, one) => services.GetRequiredService<YearReader>().ReadAsync(one, SheetStage.Self));
        years.Results.Select(result => result.Year).ShouldBe([2025]);
        years.Comparison!.Criteria.Single(pair => pair.Now.Criterion.Code == "1.2").Change.ShouldBe(-10);
        var printed = DocxText.Of(new ComparisonPaper(sheet, years.Before!, years.Comparison).WriteDocx);
        new[] { "Bộ tiêu chí thử", "12/QĐ-UBND", "−10" }.ShouldAllBe(words => printed.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("SCR-02", "PLN-21")]
    public async Task Gains_GreatestFirst_BecomeARowOfADraftPlanLinkedWithTheCriterion()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, done: 4);

        var (first, whatIf) = await _province.WithSheetAsync(_province.WardFocal, _province.Ward.Id, async (services, sheet) =>
        {
            var improvement = services.GetRequiredService<Improvement>();
            var gains = await improvement.GainsAsync(sheet, SheetStage.Self);
            await improvement.ToPlanRowAsync(_province.WardFocal, sheet, gains.First(gain => gain.Lost.Node.Criterion.Code == "1.2").Lost, "Giao ban hằng tuần về nhiệm vụ chậm");
            return ((await improvement.GainsAsync(sheet, SheetStage.Self)).First(gain => gain.Tasks.Count > 0), await improvement.WhatIfAsync(sheet, SheetStage.Self, ["1.2"]));
        });

        first.Lost.Points.ShouldBe(6);
        first.Tasks.ShouldHaveSingleItem().Title.ShouldBe("Thực hiện nhiệm vụ");
        (whatIf.Index - whatIf.IndexNow).ShouldBe(20);
        (await _province.ReadAsync(_province.WardFocal, db => db.Plans.Select(plan => plan.Title).SingleAsync())).ShouldBe("Khắc phục các tiêu chí mất điểm năm 2026");
    }

    [Fact]
    [Requirement("RNK-07")]
    public async Task Import_OfficialResults_KeepTheirDecisionAndCannotBeOverwritten()
    {
        var table = $"Đơn vị;Chỉ số;Xếp hạng\n{_province.Ward.Name};85,10;2\n{_province.Commune.Name};86;1\n";

        (await ImportResultsAsync(table)).Units.ShouldBe(2);
        (await ImportResultsAsync(table)).Problems.Count.ShouldBe(2);
        var ranking = await RankingAsync(_province.Focal);
        ranking.Single(line => line.SubjectId == _province.Ward.Id).Past.ShouldBe([new PastResult(2025, 85.10m, 2, 2, null)]);
    }

    private async Task PublishYearBeforeAsync()
    {
        _province.Clock.MoveTo(new DateOnly(2025, 11, 2));
        var dates = new RoundDates(new(2025, 11, 10), new(2025, 11, 20), new(2025, 11, 25), new(2025, 12, 5), new(2025, 12, 10), new(2025, 12, 20));
        var round = await _province.AddRoundAsync(ScoredProvince.SetYaml.Replace("\"2026\"", "\"2025\""), 2025, dates);
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, round: round);
        _province.Clock.MoveTo(new DateOnly(2025, 11, 12));
        await _province.AppraiseAsync(_province.Ward.Id, 80, round);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1.3", new VerdictDecision(VerdictBasis.Overridden, Declaration.Of(("count", 1m)).Values, 1m, "Trùng"), round)).ShouldBe(ScoringResult.Saved);
        _province.Clock.MoveTo(new DateOnly(2025, 12, 8));
        (await _province.PublishAsync(_province.Leader, countsMissingAsZero: true, round)).Outcome.ShouldBe(PublishOutcome.Published);
        _province.Clock.MoveTo(new DateOnly(2026, 11, 2));
    }

    private async Task MoveToAsync(DateOnly day)
    {
        _province.Clock.MoveTo(day);
        await _province.TickAsync();
    }

    private Task<SheetFile> SheetAsync(Actor actor, Guid subject) => _province.WithSheetAsync(actor, subject, (_, sheet) => Task.FromResult(sheet));

    private Task<ScoringResult> TakeFigureAsync(Declaration declaration) => _province.WithSheetAsync(_province.WardFocal, _province.Ward.Id, (services, sheet) =>
        services.GetRequiredService<SelfScorer>().ScoreAsync(_province.WardFocal, sheet, new SelfScoreInput("1.3", declaration, 0, "Từ kế hoạch: 2 sáng kiến")));

    private Task<ScoringResult> SubmitAsync() =>
        _province.WithSheetAsync(_province.WardLeader, _province.Ward.Id, (services, sheet) => services.GetRequiredService<SelfScorer>().SubmitAsync(_province.WardLeader, sheet));

    private Task<ScoringResult> ExplainAsync(string code, string answer) => _province.WithSheetAsync(_province.WardFocal, _province.Ward.Id, (services, sheet) =>
        services.GetRequiredService<SelfScorer>().ExplainAsync(_province.WardFocal, sheet, code, answer, sheet.SelfOf(code)!.Version, proof: null));

    private Task<T> WithFileAsync<T>(Actor actor, Func<IServiceProvider, RoundFile, Task<T>> use) =>
        _province.AsAsync(actor, async (IServiceProvider services) => await use(services, (await services.GetRequiredService<RoundReader>().OpenAsync(_province.Round))!));

    private Task<IReadOnlyList<RankingLine>> RankingAsync(Actor actor) =>
        WithFileAsync(actor, (services, file) => services.GetRequiredService<RankingReader>().ReadAsync(actor, file, SheetStage.Final));

    private Task<TakenFigures> ImportAsync(string csv) => WithFileAsync(_province.Focal, (services, file) =>
        services.GetRequiredService<FigureImporter>().ImportAsync(_province.Focal, file, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "so-lieu.csv", "Báo cáo khảo sát"));

    private Task<TakenResults> ImportResultsAsync(string csv) => _province.AsAsync(_province.Focal, (ResultImporter importer) =>
        importer.ImportAsync(_province.Focal, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "ket-qua.csv", "par-thu", 2025, "268/QĐ-UBND ngày 20/12/2025"));
}
