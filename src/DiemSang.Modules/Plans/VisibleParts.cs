using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans;

/// <summary>
/// Finds one period or one unit's part of a task; null where there is none, or where the task may not be seen.
/// Two short reads by key: in one statement PostgreSQL joined all tasks with all parts of a plan it had not counted yet, 200 times as slow.
/// </summary>
public static class VisibleParts
{
    public static async Task<Occurrence?> VisibleOccurrenceAsync(this DiemSangDbContext db, Actor actor, Guid occurrenceId, CancellationToken cancel)
    {
        var occurrence = await db.Occurrences.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.Id == occurrenceId, cancel);
        return occurrence is not null && await IsVisibleAsync(db, actor, occurrence.TaskId, cancel) ? occurrence : null;
    }

    public static async Task<Assignment?> VisibleAssignmentAsync(this DiemSangDbContext db, Actor actor, Guid assignmentId, CancellationToken cancel)
    {
        var part = await db.Assignments.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.Id == assignmentId, cancel);
        return part is not null && await IsVisibleAsync(db, actor, part.TaskId, cancel) ? part : null;
    }

    private static Task<bool> IsVisibleAsync(DiemSangDbContext db, Actor actor, Guid taskId, CancellationToken cancel) =>
        db.Tasks.VisibleTo(actor).AnyAsync(task => task.Id == taskId, cancel);
}
