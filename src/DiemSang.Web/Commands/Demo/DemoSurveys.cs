using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Modules.Surveys.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>The demo ward's surveys: a closed and an open SIPAS-like wave by residential group, a one-stop form by counter and a policy poll by residential group. All answers are invented.</summary>
public sealed class DemoSurveys(IServiceProvider services, DemoClock clock)
{
    private static readonly string[] Hamlets = ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3", "Tổ dân phố 4", "Tổ dân phố 5", "Tổ dân phố 6"];
    private static readonly string[] Counters = ["Quầy 1 – Tư pháp, hộ tịch", "Quầy 2 – Đất đai, xây dựng", "Quầy 3 – Lao động, bảo trợ xã hội", "Quầy 4 – Trả kết quả"];

    public async Task AskAsync(string organisationCode, CancellationToken cancel)
    {
        clock.Set(TimeProvider.System.Today());
        var organisation = (await services.GetRequiredService<OrganisationFounder>().FindAsync(organisationCode, cancel))!.Value;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var focal = await db.Appointments.Where(held => held.OrganisationId == organisation && held.Role == Role.Focal)
            .Join(db.People, held => new { held.OrganisationId, Id = held.PersonId }, person => new { person.OrganisationId, person.Id }, (held, person) => person).FirstAsync(cancel);
        var actor = new Actor(organisation, focal.Id, focal.FullName, [new HeldRole(Role.Focal, null, false)]);
        var today = clock.Today();
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);

        var sipas = await FoundAsync(scope.ServiceProvider, actor, "sipas", "Sự hài lòng của người dân về phục vụ của phường", PointKind.Hamlet, Hamlets);
        await AskAsync(scope.ServiceProvider, sipas, new Period(quarter.AddMonths(-6), quarter.AddMonths(-3).AddDays(-1)), 380, isOver: true);
        await AskAsync(scope.ServiceProvider, sipas, new Period(quarter.AddMonths(-3), quarter.AddDays(-1)), 420, isOver: true, isDrawn: true);
        await AskAsync(scope.ServiceProvider, sipas, new Period(quarter, quarter.AddMonths(3).AddDays(-1)), 160, isOver: false);
        var oneStop = await FoundAsync(scope.ServiceProvider, actor, "mot_cua", "Ý kiến sau khi làm thủ tục tại một cửa", PointKind.Counter, Counters);
        await AskAsync(scope.ServiceProvider, oneStop, new Period(quarter, quarter.AddMonths(3).AddDays(-1)), 240, isOver: false);
        var poll = await FoundAsync(scope.ServiceProvider, actor, "y_kien_chinh_sach", "Lấy ý kiến về dự thảo quy ước giữ vệ sinh ngõ, phố", PointKind.Hamlet, Hamlets);
        await AskAsync(scope.ServiceProvider, poll, new Period(quarter, quarter.AddMonths(3).AddDays(-1)), 130, isOver: false);
    }

    private static async Task<Asked> FoundAsync(IServiceProvider scope, Actor actor, string code, string title, PointKind kind, string[] names)
    {
        var questionnaire = SurveyCatalog.Shipped.Single(one => one.Code == code);
        var survey = await scope.GetRequiredService<SurveyKeeper>().FoundAsync(actor, title, questionnaire, "Liên kết chung");
        var points = names.Select(name => new CollectionPoint(survey, kind, name)).ToList();
        var db = scope.GetRequiredService<DiemSangDbContext>();
        db.AddRange(points);
        await db.SaveAsync(actor.To("surveys.add-point"));
        return new Asked(actor, survey, questionnaire, points);
    }

    private async Task AskAsync(IServiceProvider scope, Asked asked, Period period, int people, bool isOver, bool isDrawn = false)
    {
        var keeper = scope.GetRequiredService<SurveyKeeper>();
        var writer = scope.GetRequiredService<ResponseWriter>();
        var wave = new Wave(asked.Survey, $"Quý {(period.From.Month + 2) / 3} năm {period.From.Year}", period.From, period.To, Enum.GetValues<CollectionChannel>());
        await keeper.PlanAsync(asked.Actor, wave);
        clock.Set(period.From);
        await keeper.OpenAsync(asked.Actor, wave);
        var invention = new InventedAnswers(asked.Questionnaire, asked.Points, wave, asked.Actor.PersonId);
        var last = isOver ? period.To : TimeProvider.System.Today();
        var codes = isDrawn ? await DemoSample.DrawAsync(scope, asked.Actor, wave, Hamlets) : null;
        await Task.WhenAll(Enumerable.Range(0, people).Select(person => invention.Of(person, last))
            .Select(given => writer.StoreAsync(codes is null ? given : given with { CodeId = codes.Take(asked.Points.First(point => point.Id == given.PointId).Name) })));
        if (isOver)
        {
            clock.Set(period.To);
            await keeper.CloseAsync(asked.Actor, wave);
            await BackCheckAsync(scope.GetRequiredService<BackCheckDesk>(), asked.Actor, wave);
            var results = await scope.GetRequiredService<ResultsReader>().ReadAsync(asked.Actor, wave.Id);
            await scope.GetRequiredService<ResultsPublisher>().PublishAsync(asked.Actor, results!, asked.Questionnaire.Code.ToUpperInvariant());
        }
    }

    /// <summary>Twelve of fifteen people asked again: most said the same.</summary>
    private static async Task BackCheckAsync(BackCheckDesk desk, Actor actor, Wave wave)
    {
        var answers = (await desk.OpenAsync(actor, wave.Id))!.Answers;
        var list = await desk.DrawAsync(actor, answers, size: 15, onlyHelped: true, $"Phúc tra {wave.Name}");
        await desk.RecordAsync(actor, (await desk.OpenAsync(actor, wave.Id))!, list, list.Responses.Take(12).Select((response, number) => number switch
        {
            3 => new BackCheckNote(response, BackCheckOutcome.Different, "Nhớ là chấm 3, không phải 5, ở câu về thời gian chờ"),
            7 => new BackCheckNote(response, BackCheckOutcome.NotReached, null),
            _ => new BackCheckNote(response, BackCheckOutcome.Same, null),
        }));
    }

    private sealed record Period(DateOnly From, DateOnly To);

    private sealed record Asked(Actor Actor, Survey Survey, Questionnaire Questionnaire, IReadOnlyList<CollectionPoint> Points);
}
