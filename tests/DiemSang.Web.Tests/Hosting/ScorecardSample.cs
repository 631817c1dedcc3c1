using System.Text;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>A round that the shared ward keeps of itself: one criterion proved by a file, handed in and questioned by the first appraisal; and a draft set.</summary>
/// <param name="Fed">The set whose area 1 that criterion feeds.</param>
public sealed record ScorecardSample(Guid Draft, Guid Round, Guid File, Guid Fed)
{
    /// <summary>Measures the index that the ward's plan has a target for (<see cref="SampleWork"/>), and feeds a shipped set.</summary>
    private static readonly string SetYaml = ScoredProvince.SetYaml.Replace("index: PAR", "index: SIPAS").Replace("figure: plan.done", "feeds: [par-index-tinh/1], figure: plan.done");

    public static async Task<ScorecardSample> AddAsync(WebApp app)
    {
        var focal = app.ActorWith(Role.Focal);
        var today = TimeProvider.System.Today();
        var fed = await app.WithAsync(services => AddSetAsync(services, focal, CriteriaSetYaml.Write(CriteriaFiles.Find("par-index-tinh", "2017")!)));
        var published = await app.WithAsync(services => AddSetAsync(services, focal, SetYaml));
        var draft = await app.WithAsync(async services => (await services.GetRequiredService<SetLibrary>().CloneAsync(focal, (await services.GetRequiredService<SetLibrary>().FindAsync(published))!, "nháp")).EditionId!.Value);
        var round = await app.WithAsync(async services =>
        {
            var keeper = services.GetRequiredService<RoundKeeper>();
            var added = await keeper.AddAsync(focal, new RoundOrder(published, "Tự rà soát giữa năm", today.Year, DatesFrom(today), [app.Ward.Id], "Tốt>=80; Khá>=60; Yếu<60"));
            await keeper.OpenAsync(focal, added!);
            return added!.Id;
        });
        var file = await app.WithAsync(services => HandInAsync(services, app, focal, round));
        await app.WithAsync(services => QuestionAsync(services, app, focal, round, today));
        return new ScorecardSample(draft, round, file, fed);
    }

    /// <summary>Self-scoring ends on this day, the other steps five days after one another.</summary>
    public static RoundDates DatesFrom(DateOnly selfScoreTo) => new(selfScoreTo, selfScoreTo.AddDays(5), selfScoreTo.AddDays(10), selfScoreTo.AddDays(15), selfScoreTo.AddDays(20), selfScoreTo.AddDays(25));

    public static async Task<Guid> AddSetAsync(IServiceProvider services, Actor actor, string yaml)
    {
        var library = services.GetRequiredService<SetLibrary>();
        var taken = await library.AddAsync(actor, CriteriaSetYaml.Read(yaml));
        (await library.PublishAsync(actor, (await library.FindAsync(taken.EditionId!.Value))!)).ShouldBeEmpty();
        return taken.EditionId.Value;
    }

    private static async Task<Guid> HandInAsync(IServiceProvider services, WebApp app, Actor focal, Guid round)
    {
        var (file, _) = await services.GetRequiredService<FileStore>().TakeInAsync(new MemoryStream(Encoding.UTF8.GetBytes("Báo cáo cải cách hành chính")), "bao-cao.txt", focal.To("test.prove"));
        var proof = new Proof(file, new EvidenceDescription("Báo cáo cải cách hành chính", TimeProvider.System.Today()));
        var input = new SelfScoreInput("1.2", Declaration.Of(("numerator", 8m), ("denominator", 10m)), 0, Proof: proof);
        (await services.GetRequiredService<SelfScorer>().ScoreAsync(focal, await OpenAsync(services, focal, round), input)).ShouldBe(ScoringResult.Saved);
        (await services.GetRequiredService<SelfScorer>().SubmitAsync(app.ActorWith(Role.Leader), await OpenAsync(services, focal, round))).ShouldBe(ScoringResult.Saved);
        return file!.Id;
    }

    private static async Task<bool> QuestionAsync(IServiceProvider services, WebApp app, Actor focal, Guid round, DateOnly today)
    {
        var reader = services.GetRequiredService<RoundReader>();
        var file = (await reader.OpenAsync(round))!;
        await services.GetRequiredService<RoundKeeper>().MoveDatesAsync(focal, file.Round, DatesFrom(today.AddDays(-1)), file.Round.Version, "Kết thúc tự chấm");
        var verdict = new VerdictDecision(VerdictBasis.Corrected, Declaration.Of(("numerator", 7m), ("denominator", 10m)).Values, Reason: "Một nhiệm vụ chưa có sản phẩm", NeedsExplanation: true);
        (await services.GetRequiredService<Appraiser>().DecideAsync(focal, (await reader.OpenAsync(round))!, app.Ward.Id, "1.2", verdict, 0)).ShouldBe(ScoringResult.Saved);
        return true;
    }

    private static async Task<SheetFile> OpenAsync(IServiceProvider services, Actor actor, Guid round) =>
        (await services.GetRequiredService<SheetReader>().OpenAsync(actor, (await services.GetRequiredService<RoundReader>().OpenAsync(round))!, actor.OrganisationId))!;
}
