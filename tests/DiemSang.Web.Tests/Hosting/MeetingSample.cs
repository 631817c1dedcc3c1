using DiemSang.Modules.Access;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Modules.Snapshots.Briefs;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>A forum to which everybody of the ward is invited, with a conclusion and a proposal; a snapshot and a brief.</summary>
public sealed record MeetingSample(Guid Meeting, Guid Conclusion, Guid Proposal, Guid Snapshot, Guid Brief)
{
    public static async Task<MeetingSample> AddAsync(WebApp app)
    {
        await using var scope = app.Database.Scope(app.Ward.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var actor = new Actor(app.Ward.Id, app.PersonWith(Role.Focal).Id, "Nguyễn Thị Khánh", [new HeldRole(Role.Focal, null, IsActing: false)]);
        var kind = MeetingCalendar.Find("dien-dan")!;
        var meeting = new Meeting(app.Ward.Id, kind, kind.Name, new DateTimeOffset(2026, 5, 20, 1, 0, 0, TimeSpan.Zero), "Hội trường", app.PersonWith(Role.Leader).Id, actor.PersonId);
        meeting.Guests.AddRange(Enum.GetValues<Role>().Select(role => new Guest { OrganisationId = app.Ward.Id, MeetingId = meeting.Id, Name = $"Người {role}", PersonId = app.PersonWith(role).Id }));
        var conclusion = new Conclusion { OrganisationId = app.Ward.Id, MeetingId = meeting.Id, Position = 1, Text = "Sửa đường tổ 3", UnitId = app.Division.Id, DueOn = new DateOnly(2026, 6, 30) };
        var proposal = new Proposal { OrganisationId = app.Ward.Id, MeetingId = meeting.Id, Position = 1, Proposer = "Bà Lý Thị Mai", Text = "Thắp sáng đường tổ 3", UnitId = app.Division.Id, DueOn = new DateOnly(2026, 6, 30) };
        meeting.Conclusions.Add(conclusion);
        meeting.Proposals.Add(proposal);
        await scope.ServiceProvider.GetRequiredService<MeetingPlanner>().PlanAsync(actor, meeting, kind);
        var taken = await scope.ServiceProvider.GetRequiredService<SnapshotTaker>().TakeAsync(actor.To(SnapshotTaker.Verb), SnapshotKind.Monthly);
        var brief = await scope.ServiceProvider.GetRequiredService<BriefDesk>().SendAsync(actor);
        return new MeetingSample(meeting.Id, conclusion.Id, proposal.Id, taken.Snapshot.Id, brief!.Id);
    }
}
