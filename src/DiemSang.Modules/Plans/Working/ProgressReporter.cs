using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Plans.Working;

/// <summary>MovedOn: others have spoken since, and the sender wants to hear of it first.</summary>
public enum ReportOutcome { Taken, Refused, NotAllowed, NotFound, MovedOn }

/// <param name="Since">What others said after the page was opened, oldest first: both updates are kept, and the second person is told.</param>
public sealed record ReportResult(ReportOutcome Outcome, ReportFault? Fault = null, IReadOnlyList<SaidUpdate>? Since = null)
{
    public IReadOnlyList<SaidUpdate> SaidSince => Since ?? [];
}

/// <summary>Takes progress updates in. Nothing said is ever lost: the history keeps all, the occurrence carries the last.</summary>
public sealed class ProgressReporter(DiemSangDbContext db, EvidenceLibrary evidence, ObstacleDesk obstacles, TimeProvider clock)
{
    private const int Attempts = 5;

    public async Task<ReportResult> ReportAsync(Actor actor, ProgressReport report, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, report, cancel);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && IsOvertaken(exception))
            {
                // Somebody spoke in the same moment, or the same sending arrived twice: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ReportResult> TryAsync(Actor actor, ProgressReport report, CancellationToken cancel)
    {
        var occurrence = await FindAsync(actor, report.OccurrenceId, cancel);
        if (occurrence is null)
        {
            return new ReportResult(ReportOutcome.NotFound);
        }

        var lead = occurrence.Task.Assignments.Find(part => part.Duty == Duty.Lead && part.UnitId == occurrence.UnitId);
        if (lead is null || !actor.MayUpdate(lead))
        {
            return new ReportResult(ReportOutcome.NotAllowed);
        }

        if (await WasTakenAsync(actor, report, cancel))
        {
            return new ReportResult(ReportOutcome.Taken);
        }

        if ((report.Fault ?? await FaultAsync(report, occurrence, cancel)) is { } fault)
        {
            return new ReportResult(ReportOutcome.Refused, fault);
        }

        var since = occurrence.Version == report.SeenVersion ? [] : await SaidSinceAsync(occurrence, report.SeenVersion, cancel);
        if (report.OnlyIfUnchanged && since.Any(said => said.PersonId != actor.PersonId))
        {
            return new ReportResult(ReportOutcome.MovedOn, Since: [.. since.Where(said => said.PersonId != actor.PersonId)]);
        }

        await KeepFileAsync(report.File, cancel);
        await obstacles.FollowAsync(actor, occurrence, Take(actor, report, occurrence), report.AskedPersonId, cancel);
        var act = actor.To("plans.report-progress");
        await KeepProofAsync(report, occurrence, act, cancel);
        await db.SaveAsync(act, cancel);
        return new ReportResult(ReportOutcome.Taken, Since: since);
    }

    private static bool IsOvertaken(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>The same sending has arrived before: the answer got lost on the way, or the button was pressed twice.</summary>
    private async Task<bool> WasTakenAsync(Actor actor, ProgressReport report, CancellationToken cancel) =>
        report.Key is not null && await db.ProgressUpdates.AnyAsync(said => said.OrganisationId == actor.OrganisationId
            && said.ClientKey == report.Key && said.OccurrenceId == report.OccurrenceId && said.PersonId == actor.PersonId, cancel);

    /// <summary>What this task asks of its updates.</summary>
    private async Task<ReportFault?> FaultAsync(ProgressReport report, Occurrence occurrence, CancellationToken cancel) =>
        await db.Set<CarriedOccurrence>().AnyAsync(carried => carried.OrganisationId == occurrence.OrganisationId && carried.OccurrenceId == occurrence.Id, cancel) ? ReportFault.AnsweredBelow
        : report is { Percent: not null, Numerator: null } && ResultWordsFile.Default.IsRate(occurrence.Task.Row.Target) ? ReportFault.BarePercent
        : report is { State: ProgressState.Done, File: null, DocumentNumber: null } && occurrence.Task.NeedsEvidence && !await HasProofAsync(occurrence, cancel) ? ReportFault.EvidenceMissing
        : null;

    /// <summary>Proof given earlier is enough, unless the period was sent back: then it was not.</summary>
    private async Task<bool> HasProofAsync(Occurrence occurrence, CancellationToken cancel) =>
        occurrence.ReturnedAt is null && (await evidence.OfAsync(occurrence.OrganisationId, EvidenceSubject.Occurrence, [occurrence.Id], cancel)).Count > 0;

    private async Task<Occurrence?> FindAsync(Actor actor, Guid occurrenceId, CancellationToken cancel)
    {
        var occurrence = await db.VisibleOccurrenceAsync(actor, occurrenceId, cancel);
        if (occurrence is not null)
        {
            await db.Tasks.Include(task => task.Assignments).Include(task => task.Row)
                .SingleAsync(task => task.OrganisationId == occurrence.OrganisationId && task.Id == occurrence.TaskId, cancel);
        }

        return occurrence;
    }

    private async Task<IReadOnlyList<SaidUpdate>> SaidSinceAsync(Occurrence occurrence, int seenVersion, CancellationToken cancel)
    {
        var unseen = db.ProgressUpdates
            .Where(update => update.OrganisationId == occurrence.OrganisationId && update.OccurrenceId == occurrence.Id && update.OccurrenceVersion > seenVersion);
        return [.. (await SaidUpdate.ReadAsync(db, unseen, cancel)).Reverse()];
    }

    /// <summary>After a failed attempt the context has forgotten a file that was taken in with it.</summary>
    private async Task KeepFileAsync(StoredFile? file, CancellationToken cancel)
    {
        if (file is not null && db.Entry(file).State == EntityState.Detached
            && !await db.StoredFiles.AnyAsync(known => known.OrganisationId == file.OrganisationId && known.Id == file.Id, cancel))
        {
            db.StoredFiles.Add(file);
        }
    }

    /// <summary>A file or a document number is a proof: kept once in the library and used for this period.</summary>
    private async Task KeepProofAsync(ProgressReport report, Occurrence occurrence, Act act, CancellationToken cancel)
    {
        if (report.File is null && report.DocumentNumber is null)
        {
            return;
        }

        var (item, _) = await evidence.TakeInAsync(ProofOf(report), report.File, act, cancel);
        await evidence.UseAsync(item, EvidenceSubject.Occurrence, occurrence.Id, occurrence.ToDate.Year, act, cancel);
    }

    private EvidenceDescription ProofOf(ProgressReport report)
    {
        var proof = new EvidenceDescription(report.DocumentNumber ?? report.File!.Name, clock.Today());
        return report.DocumentNumber is { } typed ? proof.WithDocument(typed) : proof;
    }

    private ProgressUpdate Take(Actor actor, ProgressReport report, Occurrence occurrence)
    {
        var update = new ProgressUpdate
        {
            OrganisationId = occurrence.OrganisationId,
            OccurrenceId = occurrence.Id,
            PersonId = actor.PersonId,
            At = clock.GetUtcNow(),
            OccurrenceVersion = occurrence.Version + 1,
            ClientKey = report.Key,
            State = report.State,
            Percent = report.ComputedPercent,
            Numerator = report.Numerator,
            Denominator = report.Denominator,
            Note = report.Note,
            DocumentNumber = report.DocumentNumber,
            FileId = report.File?.Id,
        };
        db.ProgressUpdates.Add(update);
        occurrence.Take(update, clock.Today());
        return update;
    }
}
