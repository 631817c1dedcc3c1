using DiemSang.Modules.Access;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>The demo ward meets: this quarter's review held and signed, a forum to come, and an amendment that waits for the leader.</summary>
public sealed class DemoMeetings(IServiceProvider services, DemoClock clock)
{
    public async Task MeetAsync(string organisationCode, CancellationToken cancel)
    {
        var today = TimeProvider.System.Today();
        var (focal, leader) = await DemoPeople.OfAsync(services, organisationCode, cancel);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(focal.OrganisationId);
        clock.Set(WorkdayUpTo(today.AddDays(-4)));
        await HoldReviewAsync(scope.ServiceProvider, focal, leader, cancel);
        clock.Set(today);
        await PlanForumAsync(scope.ServiceProvider, focal, leader, WorkdayUpTo(today.AddDays(14)), cancel);
        await ProposeAsync(scope.ServiceProvider, focal, cancel);
    }

    private async Task HoldReviewAsync(IServiceProvider scope, Actor focal, Actor leader, CancellationToken cancel)
    {
        var (kind, day) = (MeetingCalendar.Find("giao-ban")!, clock.Today());
        var meeting = new Meeting(focal.OrganisationId, kind, $"{kind.Name} quý {(day.Month + 2) / 3} năm {day.Year}", At(day, 8), "Phòng họp tầng 2, trụ sở UBND phường", leader.PersonId, focal.PersonId);
        var planner = scope.GetRequiredService<MeetingPlanner>();
        await planner.PlanAsync(focal, meeting, kind, cancel);
        await planner.FillAgendaAsync(focal, meeting, kind, cancel);
        foreach (var guest in meeting.Guests)
        {
            guest.Invite(day.AddDays(-3));
            guest.Attendance = guest == meeting.Guests[^1] ? Attendance.Absent : Attendance.Present;
        }

        var db = scope.GetRequiredService<DiemSangDbContext>();
        var units = await db.Units.Where(unit => unit.OrganisationId == focal.OrganisationId && unit.Kind == UnitKind.Division).OrderBy(unit => unit.SortOrder).Take(2).ToListAsync(cancel);
        db.AddRange(
            new Conclusion { OrganisationId = focal.OrganisationId, MeetingId = meeting.Id, Position = 1, Text = "Rà soát các nhiệm vụ quá hạn, báo cáo rõ nguyên nhân và ngày hoàn thành mới", UnitId = units[0].Id, PersonId = focal.PersonId, DueOn = day.AddDays(10) },
            new Conclusion { OrganisationId = focal.OrganisationId, MeetingId = meeting.Id, Position = 2, Text = "Niêm yết bổ sung quy trình, thời hạn giải quyết tại Trung tâm và nhà văn hóa các tổ dân phố", UnitId = units[^1].Id, DueOn = day.AddDays(24) });
        meeting.Hold(At(day, 10), "07", "Các đơn vị thống nhất với báo cáo tiến độ.");
        meeting.Sign(leader.PersonId, clock.GetUtcNow());
        meeting.Sign(focal.PersonId, clock.GetUtcNow());
        await db.SaveAsync(focal.To("meetings.hold"), cancel);
    }

    private static async Task PlanForumAsync(IServiceProvider scope, Actor focal, Actor leader, DateOnly day, CancellationToken cancel)
    {
        var kind = MeetingCalendar.Find("dien-dan")!;
        var meeting = new Meeting(focal.OrganisationId, kind, $"{kind.Name} năm {day.Year}", At(day, 8), "Hội trường UBND phường", leader.PersonId, focal.PersonId);
        meeting.Guests.AddRange(Enumerable.Range(1, 3).Select(group => new Guest
        {
            OrganisationId = focal.OrganisationId, MeetingId = meeting.Id, Name = $"Đại diện hộ gia đình tổ {group}", StandingFor = $"Tổ dân phố {group}",
        }));
        await scope.GetRequiredService<MeetingPlanner>().PlanAsync(focal, meeting, kind, cancel);
    }

    private static async Task ProposeAsync(IServiceProvider scope, Actor focal, CancellationToken cancel)
    {
        var db = scope.GetRequiredService<DiemSangDbContext>();
        var row = await db.PlanRows.Where(row => row.OrganisationId == focal.OrganisationId && row.IndexCode == "PAPI" && row.Target != null)
            .Join(db.Plans.Where(plan => plan.State == PlanState.Issued && plan.UnitId == null), row => row.PlanId, plan => plan.Id, (row, plan) => row).OrderBy(row => row.Position).FirstAsync(cancel);
        var proposer = scope.GetRequiredService<RowProposer>();
        var now = AmendedRow.TextOf((await proposer.CurrentAsync(focal, row.PlanId, row.Id, cancel))!);
        var proposed = await proposer.ProposeAsync(focal, row.PlanId, new ProposedRow(ProposalKind.Change, row.Id, now with { Target = $"{now.Target} (rà soát lại vào quý sau)" }, "Theo kết luận họp giao ban quý"), cancel);
        var desk = scope.GetRequiredService<AmendmentDesk>();
        await desk.AcceptAsync(focal, proposed.ProposalId ?? throw new InvalidOperationException($"The demo amendment was not taken: {proposed.Outcome}."), 1, "Sát thực tế", cancel);
        var amendment = await db.Amendments.SingleAsync(one => one.OrganisationId == focal.OrganisationId && one.PlanId == row.PlanId, cancel);
        await desk.SubmitAsync(focal, amendment.Id, amendment.Version, cancel);
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), TimeSpan.FromHours(7));

    private static DateOnly WorkdayUpTo(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WorkdayUpTo(day.AddDays(-1)) : day;
}
