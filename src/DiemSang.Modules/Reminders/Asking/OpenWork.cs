using DiemSang.Core.Reminders;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>An occurrence that waits for an answer, with what a reminder says about it.</summary>
public sealed record OpenWork
{
    public required Guid OccurrenceId { get; init; }
    public required Guid TaskId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly FromDate { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required bool IsCheckIn { get; init; }

    /// <summary>When the task was given in the product.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The official it was given to by name.</summary>
    public required Guid? NamedId { get; init; }
    public required string Title { get; init; }
    public required string? IndexCode { get; init; }
    public required string? Code { get; init; }
    public required string UnitName { get; init; }
    public required UnitKind UnitKind { get; init; }

    public bool IsOfPartner => UnitKind == UnitKind.Partner;

    /// <summary>"PAPI 1.1", as printed in the plan.</summary>
    public string Label => string.Join(' ', new[] { IndexCode, Code }.OfType<string>());

    public AskedWork Asked => new(FromDate, DueOn, GivenAt.VietnameseDay(), IsAnswered: false, IsOfPartner);
}

internal static class OpenWorkQuery
{
    /// <summary>
    /// Work of issued plans that is not done; a monthly check-in waits no more once it, or a later one, was answered. What a plan below answers for is asked there.
    /// </summary>
    public static IQueryable<OpenWork> OpenWork(this DiemSangDbContext db, Guid organisationId) =>
        from occurrence in db.Occurrences
        where occurrence.OrganisationId == organisationId && occurrence.State != ProgressState.Done
        where !occurrence.IsCheckIn || (occurrence.AnsweredAt == null && !db.Occurrences.Any(later => later.OrganisationId == organisationId
            && later.TaskId == occurrence.TaskId && later.UnitId == occurrence.UnitId && later.FromDate > occurrence.FromDate && later.AnsweredAt != null))
        where !db.Set<CarriedOccurrence>().Any(carried => carried.OrganisationId == organisationId && carried.OccurrenceId == occurrence.Id)
        join task in db.Tasks on new { occurrence.OrganisationId, Id = occurrence.TaskId } equals new { task.OrganisationId, task.Id }
        where task.WithdrawnAt == null && db.Plans.Any(plan => plan.OrganisationId == organisationId && plan.Id == task.PlanId && plan.State == PlanState.Issued)
        from part in task.Assignments
        where part.Duty == Duty.Lead && part.UnitId == occurrence.UnitId
        join unit in db.Units on new { occurrence.OrganisationId, Id = occurrence.UnitId } equals new { unit.OrganisationId, unit.Id }
        select new OpenWork
        {
            OccurrenceId = occurrence.Id, TaskId = task.Id, UnitId = unit.Id, FromDate = occurrence.FromDate, DueOn = occurrence.DueOn, IsCheckIn = occurrence.IsCheckIn,
            GivenAt = task.CreatedAt, NamedId = part.PersonId, Title = task.Row.Title, IndexCode = task.Row.IndexCode, Code = task.Row.Code,
            UnitName = unit.ShortName, UnitKind = unit.Kind,
        };

    /// <summary>Of the check-ins that passed without an answer only the last is asked about: one answer is enough for all.</summary>
    public static IEnumerable<OpenWork> WithoutOlderCheckIns(this IReadOnlyList<OpenWork> work, DateOnly today)
    {
        var last = work.Where(one => one.IsCheckIn && one.DueOn < today).GroupBy(one => (one.TaskId, one.UnitId)).ToDictionary(group => group.Key, group => group.Max(one => one.DueOn));
        return work.Where(one => !one.IsCheckIn || one.DueOn >= today || last[(one.TaskId, one.UnitId)] == one.DueOn);
    }
}
