using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Tests.TestData;

/// <summary>A province that scores a ward and a commune on a small set, on a day that the test moves; the round runs through 2026.</summary>
public sealed class ScoredProvince : IAsyncDisposable
{
    public static readonly RoundDates Dates = new(new(2026, 11, 10), new(2026, 11, 20), new(2026, 11, 25), new(2026, 12, 5), new(2026, 12, 10), new(2026, 12, 20));

    /// <summary>30 points: a date, a ratio fed by the board, a count given to an office, a survey.</summary>
    public const string SetYaml = """
        code: par-thu
        version: "2026"
        title: Bộ tiêu chí thử
        index: PAR
        total: 30
        criteria:
          - code: "1"
            title: Chỉ đạo, điều hành
            max: 20
            evidence: required
            children:
              - { code: "1.1", title: Ban hành kế hoạch, max: 5, rule: { kind: deadline, steps: [{ by: "01-31", points: 5 }], late: 2 } }
              - { code: "1.2", title: Thực hiện nhiệm vụ, max: 10, figure: plan.done, rule: { kind: proportional, of: ratio } }
              - { code: "1.3", title: Sáng kiến, max: 5, appraising_unit: Sở Nội vụ, not_applicable: smaller_maximum, rule: { kind: count, each: 2.5 } }
          - { code: "2", title: Hài lòng của người dân, max: 10, scored_by: survey, evidence: none, rule: survey }
        """;

    private ScoredProvince(TestDatabase database, MovableClock clock) => (Database, Clock) = (database, clock);

    public TestDatabase Database { get; }
    public MovableClock Clock { get; }
    public Organisation Province { get; private set; } = null!;
    public Organisation Ward { get; private set; } = null!;
    public Organisation Commune { get; private set; } = null!;
    public Actor Focal { get; private set; } = null!;
    public Actor Leader { get; private set; } = null!;
    public Actor Appraiser { get; private set; } = null!;
    public Actor WardFocal { get; private set; } = null!;
    public Actor WardLeader { get; private set; } = null!;
    public Actor CommuneFocal { get; private set; } = null!;
    public Actor CommuneLeader { get; private set; } = null!;
    public Guid Round { get; private set; }

    public static async Task<ScoredProvince> CreateAsync()
    {
        var clock = new MovableClock(new DateOnly(2026, 11, 2));
        var province = new ScoredProvince(await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock)), clock);
        await province.SettleAsync();
        province.Round = await province.AddRoundAsync(SetYaml, 2026, Dates);
        return province;
    }

    /// <summary>Publishes a set and opens a round of all units on it.</summary>
    public async Task<Guid> AddRoundAsync(string yaml, int year, RoundDates dates)
    {
        var taken = await AsAsync(Focal, (SetLibrary library) => library.AddAsync(Focal, CriteriaSetYaml.Read(yaml)));
        taken.Problems.ShouldBeEmpty();
        return await AsAsync(Focal, async (IServiceProvider services) =>
        {
            var library = services.GetRequiredService<SetLibrary>();
            (await library.PublishAsync(Focal, (await library.FindAsync(taken.EditionId!.Value))!)).ShouldBeEmpty();
            var keeper = services.GetRequiredService<RoundKeeper>();
            var round = await keeper.AddAsync(Focal, new RoundOrder(taken.EditionId!.Value, $"Chấm điểm {year}", year, dates, [Ward.Id, Commune.Id], "Tốt>=80; Khá>=60; Yếu<60"));
            await keeper.OpenAsync(Focal, round!);
            return round!.Id;
        });
    }

    /// <summary>One unit of work of this person with one service of the product.</summary>
    public async Task<TResult> AsAsync<TService, TResult>(Actor actor, Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Database.Scope(actor.OrganisationId);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Actor actor, Func<DiemSangDbContext, Task<T>> read) => AsAsync(actor, read);

    /// <summary>With the sheet of a unit as this person may open it; fails when they may not.</summary>
    public Task<TResult> WithSheetAsync<TResult>(Actor actor, Guid subject, Func<IServiceProvider, SheetFile, Task<TResult>> use, Guid? round = null) => AsAsync(actor, async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<RoundReader>().OpenAsync(round ?? Round))!;
        return await use(services, (await services.GetRequiredService<SheetReader>().OpenAsync(actor, file, subject))!);
    });

    public Task<ScoringResult> ScoreAsync(Actor actor, string code, Declaration declaration, string? document = "12/KH-UBND", Guid? round = null, int? seen = null) =>
        WithSheetAsync(actor, actor.OrganisationId, (services, sheet) => services.GetRequiredService<SelfScorer>().ScoreAsync(
            actor, sheet, new SelfScoreInput(code, declaration, seen ?? sheet.SelfOf(code)?.Version ?? 0, Proof: ProofOf(document))), round);

    /// <summary>All self-scored criteria of the set, and handed in by the head.</summary>
    public async Task HandInAsync(Actor focal, Actor leader, decimal done = 9, Guid? round = null)
    {
        var year = await ReadAsync(focal, db => db.Rounds.Where(one => one.Id == (round ?? Round)).Select(one => one.Year).SingleAsync());
        (await ScoreAsync(focal, "1.1", Declaration.Of(("date", new DateOnly(year, 1, 20))), round: round)).ShouldBe(ScoringResult.Saved);
        (await ScoreAsync(focal, "1.2", Declaration.Of(("numerator", done), ("denominator", 10m)), round: round)).ShouldBe(ScoringResult.Saved);
        (await ScoreAsync(focal, "1.3", Declaration.Of(("count", 1m)), round: round)).ShouldBe(ScoringResult.Saved);
        (await WithSheetAsync(leader, leader.OrganisationId, (services, sheet) => services.GetRequiredService<SelfScorer>().SubmitAsync(leader, sheet), round)).ShouldBe(ScoringResult.Saved);
    }

    public Task<ScoringResult> DecideAsync(Actor actor, Guid subject, string code, VerdictDecision decision, Guid? round = null, int? seen = null) => AsAsync(actor, async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<RoundReader>().OpenAsync(round ?? Round))!;
        var sheet = await services.GetRequiredService<SheetReader>().OpenAsync(actor, file, subject);
        var version = sheet?.OpenVerdictStage is { } stage ? sheet.VerdictOf(code, stage)?.Version ?? 0 : 0;
        return await services.GetRequiredService<Appraiser>().DecideAsync(actor, file, subject, code, decision, seen ?? version);
    });

    public async Task<VerdictDecision> AcceptedAsync(Guid subject, string code, Guid? round = null) =>
        new(VerdictBasis.Accepted, await WithSheetAsync(Focal, subject, (_, sheet) => Task.FromResult(sheet.SelfOf(code)!.Declaration.Values), round));

    /// <summary>Accepts what the unit declared and takes a survey result over.</summary>
    public async Task AppraiseAsync(Guid subject, decimal survey, Guid? round = null)
    {
        foreach (var code in new[] { "1.1", "1.2", "1.3" })
        {
            (await DecideAsync(Focal, subject, code, await AcceptedAsync(subject, code, round), round)).ShouldBe(ScoringResult.Saved);
        }

        (await DecideAsync(Focal, subject, "2", new VerdictDecision(VerdictBasis.Imported, Declaration.Of(("percent", survey)).Values, Reason: "Báo cáo khảo sát"), round)).ShouldBe(ScoringResult.Saved);
    }

    public Task<PublishResult> PublishAsync(Actor actor, bool countsMissingAsZero = false, Guid? round = null) => AsAsync(actor, async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<RoundReader>().OpenAsync(round ?? Round))!;
        return await services.GetRequiredService<Publisher>().PublishAsync(actor, file, "12/QĐ-UBND ngày 20/12/2026", countsMissingAsZero);
    });

    /// <summary>Other last days for one unit.</summary>
    public Task<bool> GiveTimeAsync(Guid subject, UnitDates dates) => AsAsync(Focal, async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<RoundReader>().OpenAsync(Round))!;
        var participant = (await services.GetRequiredService<RoundReader>().ParticipantsAsync(file.Round)).Single(one => one.SubjectId == subject);
        return await services.GetRequiredService<RoundKeeper>().ReopenAsync(Focal, file.Round, participant, dates, "Mưa lũ, mất điện hai ngày", participant.Version);
    });

    /// <summary>The clustered job's turn.</summary>
    public Task<(int Moved, int Locked)> TickAsync() => AsAsync(Focal, (RoundClock clock) => clock.RunAsync(Province.Id));

    public async Task<Actor> HireAsync(Organisation organisation, string name, Role role, Unit? unit = null)
    {
        var person = await Database.AddPersonAsync(organisation, name, role, unit);
        return new Actor(organisation.Id, person.Id, name, [new HeldRole(role, unit?.Id, IsActing: false)]);
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    private static Proof? ProofOf(string? document) =>
        document is null ? null : new Proof(null, new EvidenceDescription(document, new DateOnly(2026, 1, 20)) { Number = document, IssuedOn = new DateOnly(2026, 1, 20) });

    private async Task SettleAsync()
    {
        Province = await Database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        Ward = await Database.AddOrganisationAsync("Ủy ban nhân dân phường Bình Minh", OrganisationKind.Ward, Province);
        Commune = await Database.AddOrganisationAsync("Ủy ban nhân dân phường Khe Vàng", OrganisationKind.Ward, Province);
        var office = await Database.AddUnitAsync(Province, "Sở Nội vụ");
        Focal = await HireAsync(Province, "Lò Thị Hương Giang", Role.Focal);
        Leader = await HireAsync(Province, "Hoàng Đình Phúc", Role.Leader);
        Appraiser = await HireAsync(Province, "Vi Văn Hòa", Role.Member, office);
        WardFocal = await HireAsync(Ward, "Nguyễn Thị Khánh", Role.Focal);
        WardLeader = await HireAsync(Ward, "Nông Văn Thành", Role.Leader);
        CommuneFocal = await HireAsync(Commune, "Triệu Mùi Nái", Role.Focal);
        CommuneLeader = await HireAsync(Commune, "Giàng A Páo", Role.Leader);
    }
}
