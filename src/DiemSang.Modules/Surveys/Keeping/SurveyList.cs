using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Keeping;

/// <summary>A survey with its waves, newest first, and how many answered each.</summary>
public sealed record SurveyLine(Survey Survey, IReadOnlyList<WaveLine> Waves);

public sealed record WaveLine(Wave Wave, int Answers);

/// <summary>A wave with what belongs to it.</summary>
public sealed record OpenedWave(Wave Wave, Survey Survey, IReadOnlyList<CollectionPoint> Points);

/// <summary>A survey with what belongs to it.</summary>
public sealed record OpenedSurvey(Survey Survey, QuestionnaireVersion Questionnaire, IReadOnlyList<CollectionPoint> Points, IReadOnlyList<WaveLine> Waves);

/// <summary>The organisation's own surveys; another's do not exist here.</summary>
public sealed class SurveyList(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<SurveyLine>> AllAsync(Actor actor, CancellationToken cancel = default)
    {
        var surveys = await db.Set<Survey>().AsNoTracking().Where(survey => survey.OrganisationId == actor.OrganisationId).OrderBy(survey => survey.Title).ToListAsync(cancel);
        var waves = await WavesAsync(db.Set<Wave>().Where(wave => wave.OrganisationId == actor.OrganisationId), cancel);
        return surveys.ConvertAll(survey => new SurveyLine(survey, [.. waves.Where(line => line.Wave.SurveyId == survey.Id)]));
    }

    public async Task<OpenedSurvey?> FindAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        var survey = await db.Set<Survey>().SingleOrDefaultAsync(survey => survey.OrganisationId == actor.OrganisationId && survey.Id == id, cancel);
        return survey is null ? null : new OpenedSurvey(
            survey,
            await db.Set<QuestionnaireVersion>().SingleAsync(version => version.OrganisationId == actor.OrganisationId && version.Id == survey.QuestionnaireId, cancel),
            await PointsAsync(survey, cancel),
            await WavesAsync(db.Set<Wave>().Where(wave => wave.OrganisationId == actor.OrganisationId && wave.SurveyId == id), cancel));
    }

    public async Task<OpenedWave?> FindWaveAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        var wave = await db.Set<Wave>().SingleOrDefaultAsync(wave => wave.OrganisationId == actor.OrganisationId && wave.Id == id, cancel);
        if (wave is null)
        {
            return null;
        }

        var survey = await db.Set<Survey>().SingleAsync(survey => survey.OrganisationId == actor.OrganisationId && survey.Id == wave.SurveyId, cancel);
        return new OpenedWave(wave, survey, await PointsAsync(survey, cancel));
    }

    /// <summary>What the wave asks, or will ask when it opens.</summary>
    public async Task<Questionnaire> QuestionnaireOfAsync(OpenedWave opened, CancellationToken cancel = default)
    {
        var id = opened.Wave.QuestionnaireId ?? opened.Survey.QuestionnaireId;
        return QuestionnaireYaml.Read(await db.Set<QuestionnaireVersion>()
            .Where(version => version.OrganisationId == opened.Wave.OrganisationId && version.Id == id).Select(version => version.Definition).SingleAsync(cancel));
    }

    public Task<CollectionPoint?> FindPointAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        db.Set<CollectionPoint>().SingleOrDefaultAsync(point => point.OrganisationId == actor.OrganisationId && point.Id == id, cancel);

    private Task<List<CollectionPoint>> PointsAsync(Survey survey, CancellationToken cancel) =>
        db.Set<CollectionPoint>().Where(point => point.OrganisationId == survey.OrganisationId && point.SurveyId == survey.Id)
            .OrderBy(point => point.Kind).ThenBy(point => point.Name).ToListAsync(cancel);

    private Task<List<WaveLine>> WavesAsync(IQueryable<Wave> waves, CancellationToken cancel) => waves
        .OrderByDescending(wave => wave.FromDate)
        .Select(wave => new WaveLine(wave, db.Set<Response>().Count(response => response.OrganisationId == wave.OrganisationId && response.WaveId == wave.Id)))
        .ToListAsync(cancel);
}
