using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Requests;

public enum RequestOutcome { Done, NotFound, NotAllowed, DayHasPassed, MovedOn }

/// <summary>What is asked of whom.</summary>
public sealed record RequestOrder(Guid TaskId, Guid UnitId, RequestKind Kind, string Text, DateOnly DueOn);

/// <summary>Asks units to explain or to contribute, takes their answers, and closes.</summary>
public sealed class RequestDesk(DiemSangDbContext db, EvidenceLibrary evidence, TimeProvider clock)
{
    private const string AnswerVerb = "plans.answer-request";

    public async Task<RequestOutcome> AskAsync(Actor actor, RequestOrder order, CancellationToken cancel = default)
    {
        var task = await db.Tasks.VisibleTo(actor).Include(task => task.Assignments).SingleOrDefaultAsync(task => task.Id == order.TaskId, cancel);
        if (task is null)
        {
            return RequestOutcome.NotFound;
        }

        if (!actor.MayAsk(order.Kind, order.UnitId, task.Assignments))
        {
            return RequestOutcome.NotAllowed;
        }

        if (order.DueOn < clock.Today())
        {
            return RequestOutcome.DayHasPassed;
        }

        db.UnitRequests.Add(new UnitRequest
        {
            OrganisationId = actor.OrganisationId, TaskId = task.Id, UnitId = order.UnitId, Kind = order.Kind, Text = order.Text, DueOn = order.DueOn,
            AskedBy = actor.PersonId, AskedAt = clock.GetUtcNow(),
        });
        return await SaveAsync(actor, "plans.ask-unit", cancel);
    }

    /// <param name="file">Taken in with this unit of work, or kept from a refused sending; it becomes a proof in the library.</param>
    public Task<RequestOutcome> AnswerAsync(Actor actor, Guid id, string answer, StoredFile? file, CancellationToken cancel = default) =>
        ChangeAsync(actor, id, request => actor.MayAnswer(request), request => !request.IsAnswered && !request.IsClosed,
            request =>
            {
                request.Reply(answer, file?.Id, actor.PersonId, clock.GetUtcNow());
                return file is null ? Task.CompletedTask : KeepProofAsync(request, file, actor.To(AnswerVerb), cancel);
            }, AnswerVerb, cancel);

    public Task<RequestOutcome> CloseAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        ChangeAsync(actor, id, request => actor.MayClose(request), request => !request.IsClosed,
            request =>
            {
                request.Close(actor.PersonId, clock.GetUtcNow());
                return Task.CompletedTask;
            }, "plans.close-request", cancel);

    public async Task<AskedRequest?> FindAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        (await AskedRequest.ReadAsync(db, Visible(actor).Where(request => request.Id == id), cancel)).SingleOrDefault();

    /// <summary>What units of this person are to answer: the official the task was given to, the head, and everybody where it was given to nobody.</summary>
    public async Task<IReadOnlyList<AskedRequest>> ToAnswerAsync(Actor actor, CancellationToken cancel = default)
    {
        var units = actor.UnitIds.ToArray();
        var led = units.Where(actor.Leads).ToArray();
        var waiting = db.UnitRequests
            .Where(request => request.OrganisationId == actor.OrganisationId && request.AnsweredAt == null && request.ClosedAt == null && units.Contains(request.UnitId))
            .Where(request => led.Contains(request.UnitId) || db.Assignments.Any(part => part.OrganisationId == request.OrganisationId
                && part.TaskId == request.TaskId && part.UnitId == request.UnitId && (part.PersonId == null || part.PersonId == actor.PersonId)));
        return await AskedRequest.ReadAsync(db, waiting, cancel);
    }

    /// <summary>Answers that have come to what this person asked, and not been closed.</summary>
    public Task<IReadOnlyList<AskedRequest>> AnsweredAsync(Actor actor, CancellationToken cancel = default) =>
        AskedRequest.ReadAsync(db, Visible(actor).Where(request => request.AskedBy == actor.PersonId && request.AnsweredAt != null && request.ClosedAt == null), cancel);

    private async Task<RequestOutcome> ChangeAsync(
        Actor actor, Guid id, Func<UnitRequest, bool> may, Func<UnitRequest, bool> isOpen, Func<UnitRequest, Task> change, string verb, CancellationToken cancel)
    {
        var request = await Visible(actor).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (request is null)
        {
            return RequestOutcome.NotFound;
        }

        if (!may(request))
        {
            return RequestOutcome.NotAllowed;
        }

        if (!isOpen(request))
        {
            return RequestOutcome.MovedOn;
        }

        await change(request);
        return await SaveAsync(actor, verb, cancel);
    }

    private async Task KeepProofAsync(UnitRequest request, StoredFile file, Act act, CancellationToken cancel)
    {
        var today = clock.Today();
        var (item, _) = await evidence.TakeInAsync(new EvidenceDescription(file.Name, today), file, act, cancel);
        await evidence.UseAsync(item, EvidenceSubject.Request, request.Id, today.Year, act, cancel);
    }

    private async Task<RequestOutcome> SaveAsync(Actor actor, string verb, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To(verb), cancel);
            return RequestOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return RequestOutcome.MovedOn;
        }
    }

    private IQueryable<UnitRequest> Visible(Actor actor)
    {
        var tasks = db.Tasks.VisibleTo(actor).Select(task => task.Id);
        return db.UnitRequests.Where(request => request.OrganisationId == actor.OrganisationId && tasks.Contains(request.TaskId));
    }
}
