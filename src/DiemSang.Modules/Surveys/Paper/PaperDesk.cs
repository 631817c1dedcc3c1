using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Collecting;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Paper;

/// <summary>What a clerk read from one sheet; answers are checked against the questionnaire before they come here.</summary>
public sealed record KeyedSheet(int Number, Guid PointId, DateOnly FilledOn, Guid? CodeId, Dictionary<string, string> Answers);

public enum KeyingOutcome
{
    /// <summary>Kept; another clerk keys the sheet next.</summary>
    FirstKept,

    /// <summary>Both clerks agree: it is a response now.</summary>
    Stored,

    /// <summary>The two differ; somebody looks at the paper.</summary>
    Differs,

    /// <summary>The same clerk may not key a sheet twice.</summary>
    SameClerk,

    /// <summary>The sheet was settled before.</summary>
    SettledBefore,

    /// <summary>The second clerk read another code: not the same sheet.</summary>
    OtherCode,

    /// <summary>Another answer was given with this code.</summary>
    CodeUsed,

    /// <summary>The sheet was filled in after the wave had closed.</summary>
    WaveClosed,
}

/// <summary>Keys paper forms twice, by two clerks, and stores them when they agree.</summary>
public sealed class PaperDesk(DiemSangDbContext db, ResponseWriter writer)
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    public Task<PaperForm?> FindAsync(Wave wave, int number, CancellationToken cancel = default) =>
        db.Set<PaperForm>().SingleOrDefaultAsync(form => form.OrganisationId == wave.OrganisationId && form.WaveId == wave.Id && form.Number == number, cancel);

    /// <summary>Sheets that wait for a second clerk or for somebody to look at the paper.</summary>
    public Task<List<PaperForm>> UnsettledAsync(Wave wave, CancellationToken cancel = default) =>
        db.Set<PaperForm>().AsNoTracking().Where(form => form.OrganisationId == wave.OrganisationId && form.WaveId == wave.Id && form.ResponseId == null)
            .OrderBy(form => form.Number).ToListAsync(cancel);

    public async Task<KeyingOutcome> KeyAsync(Actor clerk, Wave wave, KeyedSheet sheet, CancellationToken cancel = default)
    {
        var form = await FindAsync(wave, sheet.Number, cancel);
        if (form is null)
        {
            db.Add(new PaperForm
            {
                OrganisationId = wave.OrganisationId, WaveId = wave.Id, PointId = sheet.PointId, Number = sheet.Number, FilledOn = sheet.FilledOn,
                CodeId = sheet.CodeId, FirstClerkId = clerk.PersonId, FirstAnswers = sheet.Answers,
            });
            await db.SaveAsync(clerk.To("surveys.key-paper"), cancel);
            return KeyingOutcome.FirstKept;
        }

        if (WhyNotAgain(form, clerk, sheet) is { } reason)
        {
            return reason;
        }

        form.KeyAgain(clerk.PersonId, sheet.Answers);
        await db.SaveAsync(clerk.To("surveys.key-paper-again"), cancel);
        return form.Differences.Count > 0 ? KeyingOutcome.Differs : await SettleAsync(clerk, wave, form, form.FirstAnswers, cancel);
    }

    private static KeyingOutcome? WhyNotAgain(PaperForm form, Actor clerk, KeyedSheet sheet) =>
        form.IsSettled ? KeyingOutcome.SettledBefore
        : form.FirstClerkId == clerk.PersonId ? KeyingOutcome.SameClerk
        : form.CodeId != sheet.CodeId ? KeyingOutcome.OtherCode
        : null;

    /// <summary>Stores what the paper says. Done twice it is one response: the sheet's own id is its key.</summary>
    public async Task<KeyingOutcome> SettleAsync(Actor clerk, Wave wave, PaperForm form, Dictionary<string, string> answers, CancellationToken cancel = default)
    {
        var outcome = await writer.StoreAsync(new Submission
        {
            Id = form.Id, OrganisationId = form.OrganisationId, WaveId = form.WaveId, PointId = form.PointId, Key = form.Id,
            Channel = CollectionChannel.Paper, CodeId = form.CodeId, HelperId = clerk.PersonId, FinishedAt = FilledAt(wave, form), Answers = answers,
        });
        if (outcome is SubmissionOutcome.WaveClosed or SubmissionOutcome.CodeUsed)
        {
            return outcome is SubmissionOutcome.WaveClosed ? KeyingOutcome.WaveClosed : KeyingOutcome.CodeUsed;
        }

        form.Settle(form.Id);
        await db.SaveAsync(clerk.To("surveys.settle-paper"), cancel);
        return KeyingOutcome.Stored;
    }

    /// <summary>Paper tells the day only: noon, or the closing of the wave when that came earlier on the same day.</summary>
    private static DateTimeOffset FilledAt(Wave wave, PaperForm form)
    {
        var noon = new DateTimeOffset(form.FilledOn.ToDateTime(TimeOnly.FromTimeSpan(Noon)), TimeSpan.FromHours(7));
        return wave.ClosedAt is { } closed && closed < noon && closed > noon - Noon ? closed : noon;
    }
}
