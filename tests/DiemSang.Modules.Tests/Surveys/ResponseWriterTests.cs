using DiemSang.Core.Surveys.Integrity;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Codes;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Modules.Tests.Surveys;

public sealed class ResponseWriterTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Actor _actor = null!;
    private Wave _wave = null!;
    private CollectionPoint _point = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var ward = await _database.AddOrganisationAsync();
        var focal = await _database.AddPersonAsync(ward);
        _actor = new Actor(ward.Id, focal.Id, focal.FullName, [new HeldRole(Role.Focal, null, false)]);
        await using var scope = _database.Scope(ward.Id);
        var keeper = scope.ServiceProvider.GetRequiredService<SurveyKeeper>();
        var survey = await keeper.FoundAsync(_actor, "Một cửa", SurveyCatalog.Shipped.Single(one => one.Code == "mot_cua"), "Liên kết chung");
        _point = await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Set<CollectionPoint>().SingleAsync(point => point.SurveyId == survey.Id);
        _wave = new Wave(survey, "Đợt 1", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Enum.GetValues<CollectionChannel>());
        await keeper.PlanAsync(_actor, _wave);
        (await keeper.OpenAsync(_actor, _wave)).ShouldBeTrue();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Store_ManyAtOnceEachTwice_KeepsEveryAnswerOnce()
    {
        await using var scope = _database.Scope(_actor.OrganisationId);
        var writer = scope.ServiceProvider.GetRequiredService<ResponseWriter>();
        var given = Enumerable.Range(0, 300).Select(number => Given(number)).ToList();

        var outcomes = await Task.WhenAll(given.Concat(given.Select(one => one with { Id = Guid.CreateVersion7() })).Select(writer.StoreAsync));

        outcomes.Count(outcome => outcome == SubmissionOutcome.Stored).ShouldBe(300);
        outcomes.Count(outcome => outcome == SubmissionOutcome.StoredBefore).ShouldBe(300);
        var read = await scope.ServiceProvider.GetRequiredService<WaveAnswersReader>().ReadAsync(_actor.OrganisationId, _wave.Id);
        read!.Answers.Select(answer => answer.Answers["so_lan"]).Order().ShouldBe(given.Select(one => one.Answers["so_lan"]).Order());
    }

    [Fact]
    public async Task Store_OneImpossibleAmongMany_StoresTheOthers()
    {
        await using var scope = _database.Scope(_actor.OrganisationId);
        var writer = scope.ServiceProvider.GetRequiredService<ResponseWriter>();

        var others = Enumerable.Range(0, 40).Select(number => writer.StoreAsync(Given(number))).ToList();
        var forged = writer.StoreAsync(Given(99) with { PointId = Guid.NewGuid() });

        await Should.ThrowAsync<PostgresException>(forged);
        (await Task.WhenAll(others)).ShouldAllBe(outcome => outcome == SubmissionOutcome.Stored);
    }

    [Fact]
    public async Task Store_AfterClosing_TakesOnlyInterviewsAndPaperFinishedBefore()
    {
        await using var scope = _database.Scope(_actor.OrganisationId);
        var writer = scope.ServiceProvider.GetRequiredService<ResponseWriter>();
        var before = DateTimeOffset.UtcNow.AddHours(-1);
        var opened = await scope.ServiceProvider.GetRequiredService<SurveyList>().FindWaveAsync(_actor, _wave.Id);
        await scope.ServiceProvider.GetRequiredService<SurveyKeeper>().CloseAsync(_actor, opened!.Wave);

        (await writer.StoreAsync(Given(1))).ShouldBe(SubmissionOutcome.WaveClosed);
        (await writer.StoreAsync(Given(2) with { Channel = CollectionChannel.Interviewer, FinishedAt = before })).ShouldBe(SubmissionOutcome.Stored);
        (await writer.StoreAsync(Given(3) with { Channel = CollectionChannel.Interviewer, FinishedAt = DateTimeOffset.UtcNow.AddMinutes(5) })).ShouldBe(SubmissionOutcome.WaveClosed);
    }

    [Fact]
    public async Task Response_Stored_CannotBeChangedOrTakenAway()
    {
        await using var scope = _database.Scope(_actor.OrganisationId);
        await scope.ServiceProvider.GetRequiredService<ResponseWriter>().StoreAsync(Given(1));
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();

        await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update surveys.response set answers = '{{}}'"));
        await Should.ThrowAsync<PostgresException>(() => _database.ExecuteAsOwnerAsync("delete from surveys.response"));
    }

    [Fact]
    public async Task Codes_Issued_AreMarksThatTellNeitherCodeNorDossier()
    {
        await using var scope = _database.Scope(_actor.OrganisationId);
        var issuer = scope.ServiceProvider.GetRequiredService<CodeIssuer>();

        var issued = await issuer.IssueAsync(_actor, _wave, [new CodeOrder("HS-001", "Đất đai", WasOnTime: false), new CodeOrder("HS-002"), new CodeOrder("HS-001")]);
        var again = await issuer.IssueAsync(_actor, _wave, [new CodeOrder("HS-002")]);

        issued.Select(code => code.Reference).ShouldBe(["HS-001", "HS-002"]);
        again.ShouldBeEmpty();
        var rows = await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Database
            .SqlQuery<string>($"select row_to_json(c)::text as \"Value\" from surveys.access_code c").ToListAsync();
        rows.ShouldAllBe(row => !row.Contains("HS-00") && issued.All(code => !row.Contains(code.Code)));
    }

    [Fact]
    public async Task Wave_Opened_KeepsItsQuestionsWhenTheSurveyIsRevised()
    {
        await using var scope = _database.Scope(_actor.OrganisationId);
        var list = scope.ServiceProvider.GetRequiredService<SurveyList>();
        var opened = await list.FindAsync(_actor, _wave.SurveyId);
        var keeper = scope.ServiceProvider.GetRequiredService<SurveyKeeper>();

        await keeper.ReviseAsync(_actor, opened!.Survey, SurveyCatalog.Shipped.Single(one => one.Code == "sipas"));

        var read = await scope.ServiceProvider.GetRequiredService<WaveAnswersReader>().ReadAsync(_actor.OrganisationId, _wave.Id);
        read!.Questionnaire.Code.ShouldBe("mot_cua");
    }

    private Submission Given(int number) => new()
    {
        OrganisationId = _actor.OrganisationId, WaveId = _wave.Id, PointId = _point.Id, Key = Guid.CreateVersion7(), Channel = CollectionChannel.Web,
        FinishedAt = DateTimeOffset.UtcNow, Answers = new Dictionary<string, string> { ["viec"] = "1", ["so_lan"] = $"{number}" },
    };
}
