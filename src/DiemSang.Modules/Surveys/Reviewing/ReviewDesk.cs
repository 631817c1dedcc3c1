using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Reviewing;

/// <summary>A wave as a reviewer sees it: what was found, what was decided, and the codes that were turned away.</summary>
public sealed record ReviewedWave(WaveAnswers Answers, IntegrityReview Review, IReadOnlyList<Review> Decisions, IReadOnlyList<RefusedCode> Refused);

/// <summary>Looks for answers that may not be the respondents' own. Nothing is dropped by itself: a person decides, with a reason.</summary>
public sealed class ReviewDesk(WaveAnswersReader reader, HelperNames helpers, DiemSangDbContext db, TimeProvider clock)
{
    public async Task<ReviewedWave?> OpenAsync(Actor actor, Guid waveId, CancellationToken cancel = default)
    {
        if (await reader.ReadAsync(actor.OrganisationId, waveId, cancel) is not { } answers)
        {
            return null;
        }

        var refused = await db.Set<RefusedCode>().AsNoTracking().Where(code => code.OrganisationId == actor.OrganisationId && code.WaveId == waveId)
            .OrderByDescending(code => code.LastAt).ToListAsync(cancel);
        return new ReviewedWave(
            answers,
            await ReviewAsync(answers, refused, cancel),
            await db.Set<Review>().AsNoTracking().Where(review => review.OrganisationId == actor.OrganisationId && review.WaveId == waveId)
                .OrderByDescending(review => review.DecidedAt).ToListAsync(cancel),
            refused);
    }

    public async Task DecideAsync(Actor actor, Guid waveId, IEnumerable<Guid> responses, ReviewDecision decision, string reason, CancellationToken cancel = default)
    {
        db.AddRange(responses.Select(response => new Review
        {
            OrganisationId = actor.OrganisationId, WaveId = waveId, ResponseId = response, Decision = decision, Reason = reason,
            DecidedBy = actor.PersonId, DecidedAt = clock.GetUtcNow(),
        }));
        await db.SaveAsync(actor.To("surveys.review", reason), cancel);
    }

    /// <summary>What the checks find in a wave's answers and refusals.</summary>
    public async Task<IntegrityReview> ReviewAsync(WaveAnswers answers, IReadOnlyList<RefusedCode> refused, CancellationToken cancel = default)
    {
        var names = await helpers.OfAsync(answers, cancel);
        var points = answers.Points.ToDictionary(point => point.Id, point => point.Name);
        var scale = ScaleOf(answers.Questionnaire);
        var responses = answers.Answers.Select(answer => TraceOf(answer, answers.Questionnaire, scale) with
        {
            Place = points[answer.PointId], Enumerator = answer.HelperId is { } helper ? names.GetValueOrDefault(helper) : null,
        });
        var refusals = refused.Select(code => new RefusalTrace(code.Reason, code.CodeId?.ToString(), points[code.PointId], code.Tries, code.LastAt.InVietnam()));
        return new IntegrityReview([.. responses], [.. refusals], SurveyCatalog.ShippedRules);
    }

    private static ResponseTrace TraceOf(GivenAnswer answer, Questionnaire questionnaire, IReadOnlyList<string> scale) => new()
    {
        Id = answer.Id.ToString(), SubmittedAt = answer.FinishedAt.InVietnam(), Duration = answer.FinishedAt - answer.StartedAt, Channel = answer.Channel,
        Answers = [.. scale.Select(variable => questionnaire.ScaleAnswer(answer.Answers.GetValueOrDefault(variable)))],
        Device = answer.Device, ByStaff = answer.HelperId is not null, Code = answer.CodeId?.ToString(),
    };

    /// <summary>The questions on the scale of the index; without an index, every matrix row.</summary>
    private static IReadOnlyList<string> ScaleOf(Questionnaire questionnaire) => questionnaire.Index is { } index
        ? [.. index.Root.Criteria().Select(criterion => criterion.Variable).OfType<string>()]
        : [.. questionnaire.Questions.Where(question => question.Kind == QuestionKind.Matrix).SelectMany(question => question.Variables)];
}
