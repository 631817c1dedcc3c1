using DiemSang.Core.Meetings;
using DiemSang.Modules.Access;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Meetings.Minutes;

/// <summary>Names that pages and papers print; a meeting itself knows only keys.</summary>
/// <param name="ChairPost">"Chủ tịch UBND phường"; null when it was not written down.</param>
public sealed record MeetingNames(
    Organisation Organisation, string Chair, string? ChairPost, string Secretary, IReadOnlyDictionary<Guid, string> Units, IReadOnlyDictionary<Guid, string> People);

/// <summary>A meeting with everything its page and its minutes say.</summary>
public sealed record MeetingFile(Meeting Meeting, MeetingKind Kind, MeetingNames Names);

/// <summary>Opens a meeting for a person who may see it; what it holds is tracked, so that it can be changed and saved.</summary>
public sealed class MeetingReader(DiemSangDbContext db)
{
    public async Task<MeetingFile?> OpenAsync(Actor actor, Guid meetingId, CancellationToken cancel = default)
    {
        var meeting = await db.Meetings.VisibleTo(actor)
            .Include(one => one.Agenda.OrderBy(item => item.Position)).Include(one => one.Guests).Include(one => one.Conclusions.OrderBy(item => item.Position))
            .Include(one => one.Proposals.OrderBy(item => item.Position)).AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == meetingId, cancel);
        return meeting is null || MeetingCalendar.Find(meeting.Kind) is not { } kind ? null : new MeetingFile(meeting, kind, await NamesAsync(meeting, cancel));
    }

    private async Task<MeetingNames> NamesAsync(Meeting meeting, CancellationToken cancel)
    {
        Guid[] units = [.. meeting.Conclusions.Select(one => one.UnitId), .. meeting.Proposals.Select(one => one.UnitId)];
        Guid[] people = [meeting.ChairId, meeting.SecretaryId, .. meeting.Conclusions.Select(one => one.PersonId).OfType<Guid>()];
        var named = await db.People.Where(one => one.OrganisationId == meeting.OrganisationId && people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
        return new MeetingNames(
            await db.Organisations.SingleAsync(one => one.Id == meeting.OrganisationId, cancel), named[meeting.ChairId].FullName, named[meeting.ChairId].Post, named[meeting.SecretaryId].FullName,
            await db.Units.Where(one => one.OrganisationId == meeting.OrganisationId && units.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancel),
            named.ToDictionary(one => one.Key, one => one.Value.FullName));
    }
}
