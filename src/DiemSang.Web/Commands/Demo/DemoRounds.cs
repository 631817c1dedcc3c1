using DiemSang.Core.Language;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Improving;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>
/// Lets the demo province score its units: last year's round published, a review of the half-year being appraised, and this year's round in which
/// the units are scoring themselves, and what the province asked citizens about the contents of PAPI.
/// </summary>
public sealed class DemoRounds(IServiceProvider services, DemoClock clock)
{
    private const string Grades = "Tốt>=85; Khá>=75; Trung bình>=65; Yếu<65";
    private static readonly int[] Qualities = [88, 79, 70];
    private static readonly string[] Linked = ["1.1.3", "1.2.4", "1.2.4", "1.4.1"];
    private Actor _focal = null!;
    private Actor _leader = null!;

    public async Task LiveAsync(DemoFile demo, CancellationToken cancel)
    {
        var today = TimeProvider.System.Today();
        (_focal, _leader) = await DemoPeople.OfAsync(services, demo.RoundsOf, cancel);
        var units = new List<(Actor Focal, Actor Leader)>();
        foreach (var below in demo.Organisations.Where(one => one.Parent == demo.RoundsOf && one.Kind is "ward" or "commune"))
        {
            units.Add(await DemoPeople.OfAsync(services, below.Code, cancel));
        }

        clock.Set(new DateOnly(today.Year - 1, 11, 3));
        await PublishSetAsync(CriteriaFiles.Find("par-index-tinh", "2017")!, cancel);
        var edition = await PublishSetAsync(CriteriaFiles.Default.First(one => one.Code == demo.Criteria), cancel);
        await LinkPlanAsync(units[0].Focal, demo.Criteria, cancel);
        await PublishedYearAsync(edition, units, today.Year - 1, cancel);
        await AppraisedHalfYearAsync(edition, units, today, cancel);
        await OpenYearAsync(edition, units, today, cancel);
        await SurveyedContentsAsync(units, today, cancel);
        clock.Set(today);
        await InScopeAsync(_focal, scope => scope.GetRequiredService<RoundClock>().RunAsync(_focal.OrganisationId, cancel));
        await InScopeAsync(_focal, async scope => await scope.GetRequiredService<SetLibrary>().CloneAsync(_focal, (await scope.GetRequiredService<SetLibrary>().FindAsync(edition, cancel))!, $"{today.Year + 1}", cancel));
        foreach (var actor in units.ConvertAll(unit => unit.Focal).Append(_focal))
        {
            await InScopeAsync(actor, scope => scope.GetRequiredService<RoundNews>().RunAsync(actor.OrganisationId, cancel));
        }
    }

    private async Task PublishedYearAsync(Guid edition, List<(Actor Focal, Actor Leader)> units, int year, CancellationToken cancel)
    {
        var start = new DateOnly(year, 11, 10);
        var round = await OpenRoundAsync(edition, $"Chỉ số cải cách hành chính cấp xã năm {year}", year, Dates(start), units, cancel);
        await HandInAllAsync(round, units, year, -4, cancel);
        clock.Set(start.AddDays(3));
        await AppraiseAllAsync(round, units, share: 100, cancel);
        clock.Set(start.AddDays(55));
        await WithFileAsync(_leader, round, (scope, file) => scope.GetRequiredService<Publisher>().PublishAsync(_leader, file, $"12/QĐ-UBND ngày 05/01/{year + 1}", countsMissingAsZero: true, cancel));
    }

    private async Task AppraisedHalfYearAsync(Guid edition, List<(Actor Focal, Actor Leader)> units, DateOnly today, CancellationToken cancel)
    {
        clock.Set(today.AddDays(-12));
        var round = await OpenRoundAsync(edition, $"Rà soát cải cách hành chính 9 tháng năm {today.Year}", today.Year, Dates(today.AddDays(-3)), units, cancel);
        await HandInAllAsync(round, [.. units.Take(2)], today.Year, -2, cancel);
        clock.Set(today);
        await AppraiseAllAsync(round, [.. units.Take(2)], share: 45, cancel);
    }

    private async Task OpenYearAsync(Guid edition, List<(Actor Focal, Actor Leader)> units, DateOnly today, CancellationToken cancel)
    {
        clock.Set(today.AddDays(-5));
        var round = await OpenRoundAsync(edition, $"Chỉ số cải cách hành chính cấp xã năm {today.Year}", today.Year, Dates(today.AddDays(9)), units, cancel);
        int[] scored = [13, 17, 5];
        foreach (var ((focal, _), number) in units.Select((unit, number) => (unit, number)))
        {
            await ScoreAsync(focal, round, new DemoDeclarations(today.Year, Qualities[number]), scored[number], cancel);
        }
    }

    /// <summary>Survey results come from the province, and the units read them; some contents stay under the floor of the ward's plan.</summary>
    private async Task SurveyedContentsAsync(List<(Actor Focal, Actor Leader)> units, DateOnly today, CancellationToken cancel)
    {
        clock.Set(today.AddDays(-28));
        var edition = await PublishSetAsync(CriteriaFiles.Find("papi", "2021")!, cancel);
        var round = await OpenRoundAsync(edition, $"Khảo sát nội bộ theo các nội dung PAPI năm {today.Year}", today.Year, Dates(today.AddDays(-20)), units, cancel, grades: "");
        clock.Set(today.AddDays(-6));
        foreach (var ((unit, _), place) in units.Select((unit, place) => (unit, place)))
        {
            foreach (var leaf in await WithFileAsync(_focal, round, (_, file) => Task.FromResult(file.Leaves)))
            {
                var heard = new DemoDeclarations(today.Year, 58 - (4 * place) + Liked(leaf)).For(leaf).Values;
                var decision = new VerdictDecision(VerdictBasis.Imported, heard, Reason: "Khảo sát 240 hộ, báo cáo số 52/BC-SNV");
                await WithFileAsync(_focal, round, (scope, file) => scope.GetRequiredService<Appraiser>().DecideAsync(_focal, file, unit.OrganisationId, leaf.Code, decision, 0, cancel));
            }
        }
    }

    /// <summary>People are least content with participation and openness, most with integrity and e-government.</summary>
    private static int Liked(Criterion leaf) => leaf.Code[0] switch { '1' or '2' => -10, '4' or '8' => 12, _ => 0 };

    private static RoundDates Dates(DateOnly selfScoreTo) =>
        new(selfScoreTo, selfScoreTo.AddDays(15), selfScoreTo.AddDays(25), selfScoreTo.AddDays(40), selfScoreTo.AddDays(50), selfScoreTo.AddDays(60));

    private async Task<Guid> PublishSetAsync(CriteriaSet set, CancellationToken cancel)
    {
        var taken = await InScopeAsync(_focal, scope => scope.GetRequiredService<SetLibrary>().AddAsync(_focal, set, cancel));
        return await InScopeAsync(_focal, async scope =>
        {
            var library = scope.GetRequiredService<SetLibrary>();
            await library.PublishAsync(_focal, (await library.FindAsync(taken.EditionId!.Value, cancel))!, cancel);
            return taken.EditionId.Value;
        });
    }

    private Task<Guid> OpenRoundAsync(Guid edition, string title, int year, RoundDates dates, List<(Actor Focal, Actor Leader)> units, CancellationToken cancel, string grades = Grades) => InScopeAsync(_focal, async scope =>
    {
        var keeper = scope.GetRequiredService<RoundKeeper>();
        var round = await keeper.AddAsync(_focal, new RoundOrder(edition, title, year, dates, units.ConvertAll(unit => unit.Focal.OrganisationId), grades), cancel);
        await keeper.OpenAsync(_focal, round!, cancel);
        await AppointAsync(scope, round!.Id, cancel);
        return round!.Id;
    });

    /// <summary>What the set gives to an organisation of the province that is no unit of it, that organisation appraises.</summary>
    private async Task AppointAsync(IServiceProvider scope, Guid round, CancellationToken cancel)
    {
        var roster = scope.GetRequiredService<AgencyRoster>();
        var file = (await scope.GetRequiredService<RoundReader>().OpenAsync(round, cancel))!;
        var candidates = await roster.CandidatesAsync(file, cancel);
        var chosen = AgencyRoster.Read(file).Where(named => !named.IsOwnUnit)
            .Select(named => (named.Name, Agency: candidates.Find(one => one.NameFolded.StartsWith(VietnameseText.Fold(named.Name), StringComparison.Ordinal))))
            .Where(pair => pair.Agency is not null).ToDictionary(pair => pair.Name, pair => pair.Agency!.Id);
        await roster.WriteAsync(_focal, file, chosen, cancel);
    }

    private async Task HandInAllAsync(Guid round, List<(Actor Focal, Actor Leader)> units, int year, int better, CancellationToken cancel)
    {
        foreach (var ((focal, leader), number) in units.Select((unit, number) => (unit, number)))
        {
            await ScoreAsync(focal, round, new DemoDeclarations(year, Qualities[number] + better), int.MaxValue, cancel);
            await WithSheetAsync(leader, round, leader.OrganisationId, (scope, sheet) => scope.GetRequiredService<SelfScorer>().SubmitAsync(leader, sheet, cancel));
        }
    }

    /// <summary>Proved by a document, except each fifth criterion, which has only an explanation.</summary>
    private async Task ScoreAsync(Actor focal, Guid round, DemoDeclarations declarations, int most, CancellationToken cancel)
    {
        var leaves = await WithSheetAsync(focal, round, focal.OrganisationId, (_, sheet) => Task.FromResult(sheet.File.Leaves.Where(leaf => leaf.IsSelfScored()).Take(most).ToList()));
        foreach (var (leaf, number) in leaves.Select((leaf, number) => (leaf, number)))
        {
            var declaration = declarations.For(leaf) with { Explanation = number % 5 == 4 ? "Đếm theo sổ theo dõi của Văn phòng, chưa có báo cáo riêng." : null };
            var proof = number % 5 == 4 ? null : ProofOf(number, declarations.Year);
            await WithSheetAsync(focal, round, focal.OrganisationId, (scope, sheet) => scope.GetRequiredService<SelfScorer>().ScoreAsync(focal, sheet, new SelfScoreInput(leaf.Code, declaration, 0, Proof: proof), cancel));
        }
    }

    private static Proof ProofOf(int number, int year)
    {
        var issuedOn = new DateOnly(year, 1 + (number % 9), 20);
        return new Proof(null, new EvidenceDescription($"{number + 21}/BC-UBND ngày {issuedOn:dd/MM/yyyy}", issuedOn) { DocumentKind = "Báo cáo", Number = $"{number + 21}", Symbol = "BC-UBND", IssuedOn = issuedOn });
    }

    /// <summary>Most criteria are accepted, each sixth is questioned; surveys get their result.</summary>
    private async Task AppraiseAllAsync(Guid round, List<(Actor Focal, Actor Leader)> units, int share, CancellationToken cancel)
    {
        foreach (var ((unit, _), place) in units.Select((unit, place) => (unit, place)))
        {
            var decisions = await WithSheetAsync(_focal, round, unit.OrganisationId, (_, sheet) => Task.FromResult(DecisionsOf(sheet, Qualities[place]).ToList()));
            foreach (var (code, decision) in decisions.Take(decisions.Count * share / 100))
            {
                await WithFileAsync(_focal, round, (scope, file) => scope.GetRequiredService<Appraiser>().DecideAsync(_focal, file, unit.OrganisationId, code, decision, 0, cancel));
            }
        }
    }

    private static IEnumerable<(string Code, VerdictDecision Decision)> DecisionsOf(SheetFile sheet, int quality)
    {
        foreach (var (leaf, number) in sheet.File.Leaves.Select((leaf, number) => (leaf, number)))
        {
            var self = sheet.SelfOf(leaf.Code);
            if (self is null)
            {
                yield return (leaf.Code, new VerdictDecision(VerdictBasis.Imported, new DemoDeclarations(sheet.Round.Year, quality).For(leaf).Values, Reason: "Báo cáo kết quả khảo sát số 45/BC-SNV"));
            }
            else if (number % 6 == 5 && self.Points > 0)
            {
                yield return (leaf.Code, new VerdictDecision(VerdictBasis.Overridden, self.Declaration.Values, self.Points / 2, "Tài liệu mới chứng minh được một nửa nội dung.", NeedsExplanation: true));
            }
            else
            {
                yield return (leaf.Code, new VerdictDecision(VerdictBasis.Accepted, self.Declaration.Values));
            }
        }
    }

    private Task<bool> LinkPlanAsync(Actor focal, string setCode, CancellationToken cancel) => InScopeAsync(focal, async scope =>
    {
        var rows = await scope.GetRequiredService<DiemSangDbContext>().PlanRows.Where(row => row.OrganisationId == focal.OrganisationId && row.IndexCode == "PAR").OrderBy(row => row.Position).Take(Linked.Length).ToListAsync(cancel);
        foreach (var (row, code) in rows.Zip(Linked))
        {
            await scope.GetRequiredService<Improvement>().LinkAsync(focal, setCode, code, row.Id, cancel);
        }

        return true;
    });

    private Task<T> WithFileAsync<T>(Actor actor, Guid round, Func<IServiceProvider, RoundFile, Task<T>> use) =>
        InScopeAsync(actor, async scope => await use(scope, (await scope.GetRequiredService<RoundReader>().OpenAsync(round))!));

    private Task<T> WithSheetAsync<T>(Actor actor, Guid round, Guid subject, Func<IServiceProvider, SheetFile, Task<T>> use) =>
        WithFileAsync(actor, round, async (scope, file) => await use(scope, (await scope.GetRequiredService<SheetReader>().OpenAsync(actor, file, subject))!));

    private async Task<T> InScopeAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(actor.OrganisationId);
        return await work(scope.ServiceProvider);
    }
}
