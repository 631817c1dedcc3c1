using DiemSang.Core.Meetings;
using DiemSang.Documents.Meetings;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Meetings.Planning;

/// <summary>A quarter, half-year or year without a meeting that its kind asks for.</summary>
public sealed record MissingMeeting(MeetingKind Kind, CadenceGap Gap);

/// <summary>Warns of periods without their meeting, from the year in which the first plan was issued.</summary>
public sealed class MeetingCalendar(DiemSangDbContext db, TimeProvider clock)
{
    public static IReadOnlyList<MeetingKind> Kinds => MeetingKindFiles.Default;

    public static MeetingKind? Find(string? code) => Kinds.FirstOrDefault(kind => kind.Code == code);

    public async Task<IReadOnlyList<MissingMeeting>> MissingAsync(Actor actor, CancellationToken cancel = default)
    {
        var today = clock.Today();
        var since = await db.Plans.Where(plan => plan.OrganisationId == actor.OrganisationId && plan.State == PlanState.Issued).MinAsync(plan => plan.IssuedOn, cancel);
        if (since is null)
        {
            return [];
        }

        var planned = await db.Meetings.Where(meeting => meeting.OrganisationId == actor.OrganisationId && meeting.State != MeetingState.Cancelled)
            .Select(meeting => new { meeting.Kind, meeting.StartsAt, meeting.State }).ToListAsync(cancel);
        return
        [
            .. from kind in Kinds
               let days = planned.Where(one => one.Kind == kind.Code).Select(one => new MeetingDay(one.StartsAt.VietnameseDay(), one.State == MeetingState.Held)).ToList()
               from gap in CadenceWatch.Gaps(kind.Every, days, since.Value, today)
               select new MissingMeeting(kind, gap),
        ];
    }
}
