using System.Globalization;
using DiemSang.Core.Meetings;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Meetings.Planning;

/// <summary>Plans meetings, invites the heads, and brings what is red and what is still open on the agenda.</summary>
public sealed class MeetingPlanner(DiemSangDbContext db, BoardReading board, TimeProvider clock)
{
    /// <summary>Saves the meeting; heads of the units under the organisation's command are invited where its kind says so.</summary>
    public async Task PlanAsync(Actor actor, Meeting meeting, MeetingKind kind, CancellationToken cancel = default)
    {
        if (kind.InvitesHeads)
        {
            meeting.Guests.AddRange(await HeadsAsync(meeting, cancel));
        }

        db.Meetings.Add(meeting);
        await db.SaveAsync(actor.To("meetings.plan"), cancel);
    }

    /// <summary>Adds the open conclusions of earlier meetings of this kind, then the late and blocked tasks; none twice.</summary>
    /// <returns>Items added.</returns>
    public async Task<int> FillAgendaAsync(Actor actor, Meeting meeting, MeetingKind kind, CancellationToken cancel = default)
    {
        var before = meeting.Agenda.Count;
        foreach (var open in (await OpenBeforeAsync(meeting, cancel)).Where(open => meeting.Agenda.TrueForAll(item => item.ConclusionId != open.Id)))
        {
            db.Add(meeting.AddItem($"Kết luận đã giao: {open.Text} (hạn {Day(open.DueOn)})", conclusionId: open.Id));
        }

        var red = kind.TakesRedRows ? BoardReading.RedFirst((await board.NowAsync(cancel)).Where(line => line.IsRed)) : [];
        foreach (var line in red.Where(line => meeting.Agenda.TrueForAll(item => item.TaskId != line.TaskId)))
        {
            db.Add(meeting.AddItem($"{line.Name} – {line.Leads}: {Why(line)}", line.TaskId));
        }

        var added = meeting.Agenda.Count - before;
        if (added > 0)
        {
            meeting.CloseAgendaAs(kind);
        }

        await db.SaveAsync(actor.To("meetings.fill-agenda"), cancel);
        return added;
    }

    private Task<List<Conclusion>> OpenBeforeAsync(Meeting meeting, CancellationToken cancel) =>
        db.Conclusions
            .Where(conclusion => conclusion.OrganisationId == meeting.OrganisationId && conclusion.State == ConclusionState.Open && conclusion.MeetingId != meeting.Id)
            .Where(conclusion => db.Meetings.Any(earlier => earlier.OrganisationId == meeting.OrganisationId && earlier.Id == conclusion.MeetingId
                && earlier.Kind == meeting.Kind && earlier.StartsAt < meeting.StartsAt))
            .OrderBy(conclusion => conclusion.DueOn).ToListAsync(cancel);

    private async Task<List<Guest>> HeadsAsync(Meeting meeting, CancellationToken cancel)
    {
        var today = clock.Today();
        var heads = await (
            from held in db.Appointments
            where held.OrganisationId == meeting.OrganisationId && held.Role == Role.Head && held.FromDate <= today && (held.ToDate == null || held.ToDate >= today)
            join person in db.People on new { held.OrganisationId, Id = held.PersonId } equals new { person.OrganisationId, person.Id }
            join unit in db.Units on new { held.OrganisationId, Id = held.UnitId!.Value } equals new { unit.OrganisationId, unit.Id }
            orderby unit.SortOrder, unit.Name
            select new { person.Id, person.FullName, person.Post, Unit = unit.Name }).ToListAsync(cancel);
        return heads.DistinctBy(head => head.Id).Where(head => head.Id != meeting.ChairId).Select(head => new Guest
        {
            OrganisationId = meeting.OrganisationId, MeetingId = meeting.Id, Name = head.FullName, PersonId = head.Id,
            StandingFor = head.Post is null ? head.Unit : $"{head.Post}, {head.Unit}",
        }).ToList();
    }

    private static string Why(SnapshotLine line) => line.LateSince is { } since ? $"quá hạn từ {Day(since)}{(line.IsBlocked ? ", có vướng mắc" : "")}" : "vướng mắc";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
