using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Scorecards;

/// <summary>Who may do what when: units with more time, agencies outside the keeper, what people are told, groups set as a whole.</summary>
public sealed class RoundStageTests : IAsyncLifetime
{
    private static readonly DateOnly InAppraisal1 = new(2026, 11, 12), InExplanation = new(2026, 11, 22), InAppraisal2 = new(2026, 12, 1), InCouncil = new(2026, 12, 8);
    private ScoredProvince _province = null!;

    public async Task InitializeAsync() => _province = await ScoredProvince.CreateAsync();

    public async Task DisposeAsync() => await _province.DisposeAsync();

    [Fact]
    public async Task Appraise_UnitWithMoreTimeForAppraisal_StaysOpenAndHiddenForItAlone()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        await _province.HandInAsync(_province.CommuneFocal, _province.CommuneLeader);
        await _province.GiveTimeAsync(_province.Ward.Id, UnitDates.None with { Appraisal1To = new(2026, 11, 24) });
        await MoveToAsync(InExplanation);

        (await _province.DecideAsync(_province.Focal, _province.Commune.Id, "1.1", await _province.AcceptedAsync(_province.Commune.Id, "1.1"))).ShouldBe(ScoringResult.Closed);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1.1", await _province.AcceptedAsync(_province.Ward.Id, "1.1"))).ShouldBe(ScoringResult.Saved);
        (await _province.ReadAsync(_province.WardFocal, db => db.Verdicts.CountAsync())).ShouldBe(0, "its own appraisal 1 still runs");
        (await _province.WithSheetAsync(_province.Focal, _province.Ward.Id, (_, sheet) => Task.FromResult(sheet.Sheet!.IsSubmitted(sheet.Participant)))).ShouldBeTrue("more time for appraisers does not open the sheet");

        await MoveToAsync(new(2026, 11, 25));
        (await _province.ReadAsync(_province.WardFocal, db => db.Verdicts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Appraise_ByAnAgencyOutsideTheKeeper_OnlyItsCriteria()
    {
        var agency = await _province.Database.AddOrganisationAsync("Thanh tra tỉnh Trường Sơn", OrganisationKind.Agency, _province.Province);
        var inspector = await _province.HireAsync(agency, "Lương Thế Hiển", Role.Focal);
        var round = await _province.AddRoundAsync(ScoredProvince.SetYaml.Replace("\"2026\"", "\"thanh-tra\"").Replace("Sở Nội vụ", "Thanh tra tỉnh"), 2026, ScoredProvince.Dates);
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, round: round);
        (await _province.ReadAsync(inspector, db => db.SelfScores.CountAsync())).ShouldBe(0, "not appointed yet");

        await _province.AsAsync(_province.Focal, async (IServiceProvider services) =>
        {
            var file = (await services.GetRequiredService<RoundReader>().OpenAsync(round))!;
            AgencyRoster.Read(file).Select(named => (named.Name, named.IsOwnUnit)).ShouldBe([("Thanh tra tỉnh", false)]);
            await services.GetRequiredService<AgencyRoster>().WriteAsync(_province.Focal, file, new Dictionary<string, Guid> { ["Thanh tra tỉnh"] = agency.Id });
            return true;
        });
        await MoveToAsync(InAppraisal1);

        var accepted = await _province.AcceptedAsync(_province.Ward.Id, "1.3", round);
        (await _province.DecideAsync(inspector, _province.Ward.Id, "1.3", accepted, round)).ShouldBe(ScoringResult.Saved);
        (await _province.DecideAsync(inspector, _province.Ward.Id, "1.1", accepted, round)).ShouldBe(ScoringResult.NotAllowed);
        (await _province.ReadAsync(inspector, db => db.EvidenceItems.CountAsync())).ShouldBe(1, "it sees the proofs of the sheet");
        (await _province.ReadAsync(inspector, db => db.Plans.CountAsync())).ShouldBe(0, "and nothing else of the ward");
        (await _province.ReadAsync(_province.Focal, db => db.Participants.Where(one => one.RoundId == round && one.SubjectId == _province.Ward.Id).Select(one => one.FinalPoints).SingleAsync())).ShouldBe(2.5m);
        (await _province.ReadAsync(_province.CommuneFocal, db => db.Verdicts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Tick_OnSeveralNodesAtOnce_MovesTheRoundAndLocksEachUnitOnce()
    {
        _province.Clock.MoveTo(InAppraisal1);

        var ticks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _province.TickAsync()));

        ticks.Order().ShouldBe([(0, 0), (0, 0), (0, 0), (1, 2)]);
        (await _province.ReadAsync(_province.Focal, db => db.AuditEntries.CountAsync(entry => entry.Verb == "scorecards.lock" && entry.SubjectKind == nameof(Round)))).ShouldBe(1);
    }

    [Fact]
    public async Task News_OfEachStep_IsToldOnceToThoseWhoHaveSomethingToDo()
    {
        (await TellAsync(_province.WardFocal)).ShouldBe(2, "focal official and leader: the round runs");
        (await TellAsync(_province.WardFocal)).ShouldBe(0);
        _province.Clock.MoveTo(new DateOnly(2026, 11, 8));
        await TellAsync(_province.WardFocal);
        (await TitlesAsync(_province.WardFocal)).ShouldContain("Còn 2 ngày để nộp phiếu “Chấm điểm 2026”; đã chấm 0/3 tiêu chí");

        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        await MoveToAsync(InAppraisal1);
        await TellAsync(_province.Focal);
        (await TitlesAsync(_province.Appraiser)).ShouldBe(["“Chấm điểm 2026” ở bước thẩm định lần 1, đến hết ngày 20/11/2026"]);
        var lowered = new VerdictDecision(VerdictBasis.Overridden, Declaration.Of(("count", 1m)).Values, 1m, "Trùng", NeedsExplanation: true);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1.3", lowered)).ShouldBe(ScoringResult.Saved);

        await MoveToAsync(InExplanation);
        await TellAsync(_province.WardFocal);
        (await TitlesAsync(_province.WardFocal)).ShouldContain("1 tiêu chí của “Chấm điểm 2026” cần giải trình, đến hết ngày 25/11/2026");
        await MoveToAsync(InCouncil);
        await _province.PublishAsync(_province.Leader, countsMissingAsZero: true);
        await TellAsync(_province.CommuneFocal);
        (await TitlesAsync(_province.CommuneFocal)).ShouldContain("Đã công bố kết quả “Chấm điểm 2026” theo 12/QĐ-UBND ngày 20/12/2026");
    }

    [Fact]
    public async Task TakeBack_ByTheHead_TellsTheOfficialWhy()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);

        await _province.WithSheetAsync(_province.WardLeader, _province.Ward.Id, (services, sheet) => services.GetRequiredService<SelfScorer>().TakeBackAsync(_province.WardLeader, sheet, "Thiếu số liệu quý IV"));

        (await TitlesAsync(_province.WardFocal)).ShouldBe(["Nông Văn Thành trả lại phiếu “Chấm điểm 2026” để sửa: Thiếu số liệu quý IV"]);
    }

    [Fact]
    [Requirement("SCR-10")]
    public async Task Group_NotApplicableOrSetAsAWhole_CountsForAllBelowIt()
    {
        var round = await _province.AddRoundAsync(ScoredProvince.SetYaml.Replace("\"2026\"", "\"khoi\"").Replace("evidence: required\n", "evidence: required\n    not_applicable: smaller_maximum\n"), 2026, ScoredProvince.Dates);
        (await _province.ScoreAsync(_province.CommuneFocal, "1", new Declaration { IsNotApplicable = true, NotApplicableReason = "Không có nhiệm vụ" }, document: null, round: round)).ShouldBe(ScoringResult.Saved);
        var sheet = await _province.WithSheetAsync(_province.CommuneFocal, _province.Commune.Id, (_, one) => Task.FromResult(one), round);
        (sheet.At(SheetStage.Self).ApplicableMax, sheet.TotalAt(SheetStage.Self).Count).ShouldBe((10m, 0));
        (await _province.ScoreAsync(_province.WardFocal, "1", new Declaration(), document: null, round: round)).Outcome.ShouldBe(ScoringOutcome.Refused);

        await _province.HandInAsync(_province.WardFocal, _province.WardLeader, round: round);
        await MoveToAsync(InAppraisal1);
        await _province.AppraiseAsync(_province.Ward.Id, 80, round);
        var set = new VerdictDecision(VerdictBasis.Overridden, new Dictionary<string, DeclaredValue>(), 12m, "Hội đồng thống nhất trừ");
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1", set, round)).ShouldBe(ScoringResult.Saved);
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1", set with { OverridePoints = 21 }, round)).Problem.ShouldBe("Điểm ấn định 21 nằm ngoài khoảng từ 0 đến 20.");

        var decided = await _province.WithSheetAsync(_province.Focal, _province.Ward.Id, (_, one) => Task.FromResult(one), round);
        (decided.At(SheetStage.Appraisal1).Points, decided.VerdictOf("1", VerdictStage.Appraisal1)!.ComputedPoints).ShouldBe((20m, 16.5m));
        (await _province.DecideAsync(_province.Focal, _province.Ward.Id, "1", new VerdictDecision(VerdictBasis.Accepted, new Dictionary<string, DeclaredValue>()), round)).ShouldBe(ScoringResult.Saved);
        (await _province.WithSheetAsync(_province.Focal, _province.Ward.Id, (_, one) => Task.FromResult(one.At(SheetStage.Appraisal1).Points), round)).ShouldBe(24.5m);
    }

    [Fact]
    [Requirement("SCR-11")]
    public async Task Queue_OfACriterion_PutsFlagsFirstAndFilters()
    {
        await _province.HandInAsync(_province.WardFocal, _province.WardLeader);
        await _province.ScoreAsync(_province.CommuneFocal, "1.3", Declaration.Of(("count", 2m)) with { Explanation = "không có văn bản" }, document: null);
        await MoveToAsync(InAppraisal1);

        var lines = await _province.AsAsync(_province.Focal, async (IServiceProvider services) =>
            await services.GetRequiredService<AppraisalQueue>().UnitsAsync((await services.GetRequiredService<RoundReader>().OpenAsync(_province.Round))!, "1.3"));

        lines.Select(line => line.Sheet.Participant.SubjectId).ShouldBe([_province.Commune.Id, _province.Ward.Id]);
        lines.Count(new QueueFilter(QueueView.Flagged).Admits).ShouldBe(1);
        lines.Count(new QueueFilter(QueueView.NotSubmitted).Admits).ShouldBe(1);
        lines.Count(new QueueFilter(Name: "khe vang").Admits).ShouldBe(1);
        lines.Count(new QueueFilter(Flag: FlagKind.NoEvidence).Admits).ShouldBe(1);
    }

    private async Task MoveToAsync(DateOnly day)
    {
        _province.Clock.MoveTo(day);
        await _province.TickAsync();
    }

    private Task<int> TellAsync(Actor of) => _province.AsAsync(of, (RoundNews news) => news.RunAsync(of.OrganisationId));

    private Task<List<string>> TitlesAsync(Actor of) =>
        _province.ReadAsync(of, db => db.Notices.Where(one => one.PersonId == of.PersonId).OrderBy(one => one.At).Select(one => one.Title).ToListAsync());
}
