using DiemSang.Core.Surveys;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Reviewing;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys;

/// <summary>One response as results, checks and exports read it: no name, no code, no device's own traits.</summary>
public sealed record GivenAnswer
{
    public required Guid Id { get; init; }
    public required Guid PointId { get; init; }
    public required CollectionChannel Channel { get; init; }
    public Guid? HelperId { get; init; }
    public Guid? CodeId { get; init; }
    public string? Device { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>From the one-time code's dossier or household; empty, 1 and null without one.</summary>
    public string Stratum { get; init; } = "";
    public string Cluster { get; init; } = "";
    public double Weight { get; init; } = 1;
    public bool? WasOnTime { get; init; }

    /// <summary>A reviewer decided, with a reason, that it does not count.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>By variable; several choices separated by spaces.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }
}

/// <summary>Everything a wave collected, with the questionnaire it was asked with.</summary>
public sealed record WaveAnswers(Wave Wave, Survey Survey, Questionnaire Questionnaire, string ContentHash, IReadOnlyList<CollectionPoint> Points, IReadOnlyList<GivenAnswer> Answers)
{
    /// <summary>Those that count: all but the ones a reviewer left out.</summary>
    public IEnumerable<GivenAnswer> Counted => Answers.Where(answer => !answer.IsLeftOut);

    /// <summary>What became of the people who were drawn, by stratum; empty when nobody was.</summary>
    public IReadOnlyList<StratumOutcome> Strata { get; init; } = [];

    /// <summary>How the answers are weighed.</summary>
    public ResultSetting Setting { get; init; } = new();
}

/// <summary>One-time codes given out in a stratum, and what became of them.</summary>
public sealed record StratumOutcome(string Stratum, ResponseRate Rate)
{
    /// <summary>What those drawn stand for together, replacements aside.</summary>
    public double DrawnWeight { get; init; }

    /// <summary>Units of the stratum in the frame, where the draw was simple enough for a finite population correction; else null.</summary>
    public int? Population { get; init; }

    /// <summary>What the drawn who belong to the population stand for: those who answered must stand for all of it.</summary>
    public double EligibleWeight => DrawnWeight * (1 - ((double)Rate.Ineligible / Rate.Drawn));
}

/// <summary>The published way to a wave's answers: for results, exports and the integrity review.</summary>
public sealed class WaveAnswersReader(DiemSangDbContext db, StrataReader strata)
{
    /// <summary>Null when the organisation has no such wave, or the wave never opened.</summary>
    public async Task<WaveAnswers?> ReadAsync(Guid organisationId, Guid waveId, CancellationToken cancel = default)
    {
        var wave = await db.Set<Wave>().AsNoTracking().SingleOrDefaultAsync(wave => wave.OrganisationId == organisationId && wave.Id == waveId && wave.QuestionnaireId != null, cancel);
        if (wave is null)
        {
            return null;
        }

        var survey = await db.Set<Survey>().AsNoTracking().SingleAsync(survey => survey.OrganisationId == organisationId && survey.Id == wave.SurveyId, cancel);
        var version = await db.Set<QuestionnaireVersion>().AsNoTracking().SingleAsync(version => version.OrganisationId == organisationId && version.Id == wave.QuestionnaireId, cancel);
        var points = await db.Set<CollectionPoint>().AsNoTracking().Where(point => point.OrganisationId == organisationId && point.SurveyId == survey.Id)
            .OrderBy(point => point.Kind).ThenBy(point => point.Name).ToListAsync(cancel);
        return new WaveAnswers(wave, survey, QuestionnaireYaml.Read(version.Definition), version.ContentHash, points, await AnswersAsync(organisationId, waveId, cancel))
        {
            Strata = await strata.OfAsync(organisationId, waveId, cancel),
            Setting = await db.Set<ResultSetting>().AsNoTracking().SingleOrDefaultAsync(setting => setting.OrganisationId == organisationId && setting.Id == waveId, cancel) ?? new ResultSetting(),
        };
    }

    private async Task<List<GivenAnswer>> AnswersAsync(Guid organisationId, Guid waveId, CancellationToken cancel)
    {
        var leftOut = await LeftOutAsync(organisationId, waveId, cancel);
        var rows = await (
            from response in db.Set<Response>().AsNoTracking()
            where response.OrganisationId == organisationId && response.WaveId == waveId
            join code in db.Set<AccessCode>().AsNoTracking() on new { response.OrganisationId, Id = response.CodeId } equals new { code.OrganisationId, Id = (Guid?)code.Id } into codes
            from code in codes.DefaultIfEmpty()
            orderby response.ReceivedAt, response.Id
            select new { response, code }).ToListAsync(cancel);
        return rows.ConvertAll(row => Given(row.response, row.code, leftOut.Contains(row.response.Id)));
    }

    /// <summary>The last decision about a response stands.</summary>
    private async Task<HashSet<Guid>> LeftOutAsync(Guid organisationId, Guid waveId, CancellationToken cancel)
    {
        var decisions = await db.Set<Review>().AsNoTracking().Where(review => review.OrganisationId == organisationId && review.WaveId == waveId)
            .OrderBy(review => review.DecidedAt).Select(review => new { review.ResponseId, review.Decision }).ToListAsync(cancel);
        return [.. decisions.GroupBy(review => review.ResponseId).Where(reviews => reviews.Last().Decision == ReviewDecision.LeftOut).Select(reviews => reviews.Key)];
    }

    private static GivenAnswer Given(Response response, AccessCode? code, bool isLeftOut) => new()
    {
        Id = response.Id, PointId = response.PointId, Channel = response.Channel, HelperId = response.HelperId, CodeId = response.CodeId, Device = response.Device,
        StartedAt = response.StartedAt, FinishedAt = response.FinishedAt, IsLeftOut = isLeftOut, Answers = response.Answers,
        Stratum = code?.Stratum ?? "", Cluster = code?.Cluster ?? "", Weight = code?.Weight ?? 1, WasOnTime = code?.WasOnTime,
    };
}
