using DiemSang.Core.Statistics.Sampling;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Codes;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>A one-stop survey of the ward with a counter and an open wave; an outside survey beside it.</summary>
public sealed record SurveySample(Guid Survey, Guid Point, Guid Wave, Guid Sample, string Code)
{
    /// <summary>A survey that others ran in the ward, supported by its division.</summary>
    public Guid Outside { get; private init; }
    public Guid Support { get; private init; }

    public static async Task<SurveySample> AddAsync(WebApp app)
    {
        var focal = app.PersonWith(Role.Focal);
        await using var scope = app.Database.Scope(app.Ward.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var outside = new OutsideSurvey
        {
            OrganisationId = app.Ward.Id, Title = "Điều tra SIPAS năm 2025", IndexCode = "SIPAS", Organiser = "Sở Nội vụ", FromDate = new DateOnly(2025, 9, 1),
            ToDate = new DateOnly(2025, 9, 10), TeamPhone = "0900 000 148", TeamEmail = "dieutra@example.vn", ContactId = focal.Id,
        };
        var support = new SupportTask { OrganisationId = app.Ward.Id, OutsideSurveyId = outside.Id, Text = "Bố trí người dẫn đường", UnitId = app.Division.Id, DueOn = new DateOnly(2025, 8, 31) };
        db.AddRange(outside, support);
        await db.SaveAsync(ActorOf(focal).To("test.add-outside"));
        return await AddAsync(app.Database, app.Ward, focal, "mot_cua") with { Outside = outside.Id, Support = support.Id };
    }

    /// <summary>A survey of its own, with one open wave that takes answers in every way.</summary>
    public static async Task<SurveySample> AddAsync(DiemSang.Tests.TestData.TestDatabase database, Organisation ward, Person focal, string questionnaire, bool needsCode = false)
    {
        await using var scope = database.Scope(ward.Id);
        var keeper = scope.ServiceProvider.GetRequiredService<SurveyKeeper>();
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var actor = ActorOf(focal);
        var survey = await keeper.FoundAsync(actor, $"Khảo sát {Guid.NewGuid():N}", SurveyCatalog.Shipped.Single(one => one.Code == questionnaire), "Liên kết chung");
        var point = new CollectionPoint(survey, PointKind.Counter, "Quầy 1 – Tư pháp, hộ tịch");
        db.Add(point);
        await db.SaveAsync(actor.To("test.add-point"));
        var wave = new Wave(survey, "Đợt thử", new DateOnly(2025, 1, 1), new DateOnly(2099, 12, 31), Enum.GetValues<CollectionChannel>(), needsCode);
        await keeper.PlanAsync(actor, wave);
        await keeper.OpenAsync(actor, wave);
        var frame = new UploadedFrame("ho.csv", "ma_ho\nH1\nH2\nH3\nH4\n"u8.ToArray(), new FrameColumns("ma_ho", null, [], null));
        var sample = await scope.ServiceProvider.GetRequiredService<SampleDesk>().DrawAsync(actor, wave, frame, new SampleOrder { Seed = "thử", Take = 2, Reserve = 1 });
        return new SurveySample(survey.Id, point.Id, wave.Id, sample.Id, point.Code);
    }

    public Task<List<Response>> ResponsesAsync(WebApp app) => app.WithAsync(services =>
        services.GetRequiredService<DiemSangDbContext>().Set<Response>().AsNoTracking().Where(response => response.WaveId == Wave).ToListAsync());

    public Task<ReviewedWave> ReviewAsync(WebApp app) => app.WithAsync(async services =>
        (await services.GetRequiredService<ReviewDesk>().OpenAsync(app.ActorWith(Role.Focal), Wave))!);

    /// <summary>A one-time code for a dossier or household.</summary>
    public Task<string> IssueCodeAsync(WebApp app, string reference) => app.WithAsync(async services =>
    {
        var actor = app.ActorWith(Role.Focal);
        var opened = await services.GetRequiredService<SurveyList>().FindWaveAsync(actor, Wave);
        return (await services.GetRequiredService<CodeIssuer>().IssueAsync(actor, opened!.Wave, [new CodeOrder(reference)])).Single().Code;
    });

    public static Actor ActorOf(Person focal) => new(focal.OrganisationId, focal.Id, focal.FullName, [new HeldRole(Role.Focal, null, IsActing: false)]);
}
