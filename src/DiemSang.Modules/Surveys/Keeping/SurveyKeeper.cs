using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Collecting;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Keeping;

/// <summary>Founds surveys, opens and closes waves, sets up collection points.</summary>
public sealed class SurveyKeeper(DiemSangDbContext db, FormDirectory forms, TimeProvider clock)
{
    /// <summary>A survey with the link that every survey has: the one for messages.</summary>
    public async Task<Survey> FoundAsync(Actor actor, string title, Questionnaire questionnaire, string linkName, CancellationToken cancel = default)
    {
        var survey = new Survey(title, await VersionOfAsync(actor, questionnaire, cancel));
        db.Add(survey);
        db.Add(new CollectionPoint(survey, PointKind.Link, linkName));
        await db.SaveAsync(actor.To("surveys.found"), cancel);
        return survey;
    }

    public async Task ReviseAsync(Actor actor, Survey survey, Questionnaire questionnaire, CancellationToken cancel = default)
    {
        survey.Revise(await VersionOfAsync(actor, questionnaire, cancel));
        await db.SaveAsync(actor.To("surveys.revise"), cancel);
    }

    public async Task PlanAsync(Actor actor, Wave wave, CancellationToken cancel = default)
    {
        db.Add(wave);
        db.Add(new WaveKey { OrganisationId = wave.OrganisationId, Id = wave.Id });
        await db.SaveAsync(actor.To("surveys.plan-wave"), cancel);
    }

    /// <returns>False when another wave of the survey is open: a poster leads to one form at a time.</returns>
    public async Task<bool> OpenAsync(Actor actor, Wave wave, CancellationToken cancel = default)
    {
        var survey = await db.Set<Survey>().SingleAsync(survey => survey.OrganisationId == wave.OrganisationId && survey.Id == wave.SurveyId, cancel);
        if (await db.Set<Wave>().AnyAsync(other => other.OrganisationId == wave.OrganisationId && other.SurveyId == wave.SurveyId && other.State == WaveState.Open, cancel))
        {
            return false;
        }

        wave.Open(survey, clock.GetUtcNow());
        await db.SaveAsync(actor.To("surveys.open-wave"), cancel);
        forms.Forget();
        return true;
    }

    public async Task CloseAsync(Actor actor, Wave wave, CancellationToken cancel = default)
    {
        wave.Close(clock.GetUtcNow());
        await db.SaveAsync(actor.To("surveys.close-wave"), cancel);
        forms.Forget();
    }

    /// <summary>The version with this text: the one kept already, or a new one.</summary>
    private async Task<QuestionnaireVersion> VersionOfAsync(Actor actor, Questionnaire questionnaire, CancellationToken cancel)
    {
        var definition = QuestionnaireYamlWriter.Write(questionnaire);
        var hash = QuestionnaireVersion.HashOf(definition);
        var kept = await db.Set<QuestionnaireVersion>().SingleOrDefaultAsync(version => version.OrganisationId == actor.OrganisationId && version.ContentHash == hash, cancel);
        return kept ?? db.Add(new QuestionnaireVersion(actor.OrganisationId, questionnaire, definition)).Entity;
    }
}
