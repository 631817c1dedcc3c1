using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>The results of a wave and those of the waves before it.</summary>
public sealed class ResultsReader(DiemSangDbContext db, WaveAnswersReader answers)
{
    private const int WavesInATrend = 8;

    /// <summary>Null when the organisation has no such wave, or it never opened.</summary>
    public async Task<WaveResults?> ReadAsync(Actor actor, Guid waveId, CancellationToken cancel = default) =>
        await answers.ReadAsync(actor.OrganisationId, waveId, cancel) is { } wave ? ResultsCalculator.Of(wave) : null;

    /// <summary>Oldest first, up to this wave; a wave of which nothing may be shown is left out.</summary>
    public async Task<IReadOnlyList<TrendPoint>> TrendAsync(WaveResults results, CancellationToken cancel = default)
    {
        var wave = results.Source.Wave;
        var before = await db.Set<Wave>().AsNoTracking()
            .Where(other => other.OrganisationId == wave.OrganisationId && other.SurveyId == wave.SurveyId && other.QuestionnaireId != null && other.FromDate < wave.FromDate)
            .OrderByDescending(other => other.FromDate).Take(WavesInATrend - 1).ToListAsync(cancel);
        var points = new List<TrendPoint>();
        foreach (var other in before.AsEnumerable().Reverse())
        {
            var read = await answers.ReadAsync(wave.OrganisationId, other.Id, cancel);
            points.Add(TrendPoint.Of(ResultsCalculator.Of(read!)));
        }

        return [.. points.Append(TrendPoint.Of(results)).Where(point => !point.Figure.IsHidden)];
    }
}
