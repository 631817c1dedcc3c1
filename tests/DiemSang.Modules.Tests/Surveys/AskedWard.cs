using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Tests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Surveys;

/// <summary>A ward that asks people in an open wave at two places, by default after the one-stop counter; a province above it.</summary>
public sealed class AskedWard : IAsyncDisposable
{
    private AskedWard(TestDatabase database, Organisation province, Person focal, Person clerk) =>
        (Database, Province, Focal, Clerk) = (database, province, ActorOf(focal, Role.Focal), ActorOf(clerk, Role.Member));

    public TestDatabase Database { get; }
    public Organisation Province { get; }
    public Actor Focal { get; }
    public Actor Clerk { get; }
    public Guid WaveId { get; private set; }
    public CollectionPoint Counter { get; private set; } = null!;
    public CollectionPoint Other { get; private set; } = null!;

    public static async Task<AskedWard> CreateAsync(string questionnaire = "mot_cua", PointKind kind = PointKind.Counter, string place = "Quầy 1", string otherPlace = "Quầy 2")
    {
        var database = await TestDatabase.CreateAsync();
        var province = await database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        var ward = await database.AddOrganisationAsync(parent: province);
        var asked = new AskedWard(database, province, await database.AddPersonAsync(ward), await database.AddPersonAsync(ward));
        await asked.OpenAsync(SurveyCatalog.Shipped.Single(one => one.Code == questionnaire), kind, place, otherPlace);
        return asked;
    }

    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Database.Scope(Focal.OrganisationId);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Wave> WaveAsync() => WithAsync(async (SurveyList surveys) => (await surveys.FindWaveAsync(Focal, WaveId))!.Wave);

    /// <summary>Answers of as many people, content ones first.</summary>
    public async Task AnswerAsync(CollectionPoint point, int people, int content, Func<int, Submission, Submission>? change = null)
    {
        await using var scope = Database.Scope(Focal.OrganisationId);
        var writer = scope.ServiceProvider.GetRequiredService<ResponseWriter>();
        await Task.WhenAll(Enumerable.Range(0, people).Select(number =>
        {
            var given = Given(point, number < content ? "5" : "2");
            return writer.StoreAsync(change?.Invoke(number, given) ?? given);
        }));
    }

    public async Task CloseAsync()
    {
        await using var scope = Database.Scope(Focal.OrganisationId);
        var opened = await scope.ServiceProvider.GetRequiredService<SurveyList>().FindWaveAsync(Focal, WaveId);
        await scope.ServiceProvider.GetRequiredService<SurveyKeeper>().CloseAsync(Focal, opened!.Wave);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private Submission Given(CollectionPoint point, string answer) => new()
    {
        OrganisationId = Focal.OrganisationId, WaveId = WaveId, PointId = point.Id, Key = Guid.CreateVersion7(), Channel = CollectionChannel.Web,
        StartedAt = new DateTimeOffset(2026, 2, 1, 2, 50, 0, TimeSpan.Zero), FinishedAt = new DateTimeOffset(2026, 2, 1, 3, 0, 0, TimeSpan.Zero),
        Answers = new Dictionary<string, string> { ["viec"] = "2", ["s_1"] = answer, ["s_2"] = "4" },
    };

    private static Actor ActorOf(Person person, Role role) => new(person.OrganisationId, person.Id, person.FullName, [new HeldRole(role, null, IsActing: false)]);

    private async Task OpenAsync(Questionnaire questionnaire, PointKind kind, string place, string otherPlace)
    {
        await using var scope = Database.Scope(Focal.OrganisationId);
        var keeper = scope.ServiceProvider.GetRequiredService<SurveyKeeper>();
        var survey = await keeper.FoundAsync(Focal, "Ý kiến sau khi làm thủ tục", questionnaire, "Liên kết chung");
        Counter = new CollectionPoint(survey, kind, place);
        Other = new CollectionPoint(survey, kind, otherPlace);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        db.AddRange(Counter, Other);
        await db.SaveAsync(Focal.To("surveys.add-point"));
        var wave = new Wave(survey, "Quý I/2026", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Enum.GetValues<CollectionChannel>());
        await keeper.PlanAsync(Focal, wave);
        (await keeper.OpenAsync(Focal, wave)).ShouldBeTrue();
        WaveId = wave.Id;
    }
}
