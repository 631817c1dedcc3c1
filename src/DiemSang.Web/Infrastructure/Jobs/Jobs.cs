using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Reading;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using Quartz;

namespace DiemSang.Web.Infrastructure.Jobs;

/// <summary>Asks whoever is to be asked; the ladder itself knows the day, the hour and what was asked before.</summary>
[DisallowConcurrentExecution]
public sealed class RemindersJob(OrganisationRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await round.VisitAsync<ReminderRound>(PlansModule.OrganisationsWithIssuedPlans, (reminders, _, cancel) => reminders.RunAsync(cancel), cancellationToken);
        // A province may keep no plan of its own and still have something to tell.
        await round.VisitAsync<ReminderRound>(RemindersModule.OrganisationsWithNotices, (reminders, _, cancel) => reminders.RunAsync(cancel), cancellationToken);
    }
}

/// <summary>Sends what waits in the outboxes.</summary>
[DisallowConcurrentExecution]
public sealed class MailJob(OrganisationRound round, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await round.VisitAsync<MailSender>(MailSender.OrganisationsWithMail(clock.GetUtcNow()), (sender, _, cancel) => sender.SendAsync(cancel), cancellationToken);
}

/// <summary>Adds the periods that a new month or year brings.</summary>
[DisallowConcurrentExecution]
public sealed class TopUpJob(OrganisationRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await round.VisitAsync<OccurrenceTopUp>(PlansModule.OrganisationsWithIssuedPlans, (topUp, _, cancel) => topUp.RunAsync(cancel), cancellationToken);
}

/// <summary>Reads the text of files put into the evidence library, so that they are found by what they say.</summary>
[DisallowConcurrentExecution]
public sealed class FileTextJob(OrganisationRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await round.VisitAsync<FileTextReading>(EvidenceModule.OrganisationsWithUnreadFiles, (reading, _, cancel) => reading.RunAsync(cancel), cancellationToken);
}

/// <summary>Moves rounds to their stage, locks sheets whose day is over, and then tells everybody concerned.</summary>
[DisallowConcurrentExecution]
public sealed class RoundClockJob(OrganisationRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await round.VisitAsync<RoundClock>(ScorecardsModule.OrganisationsWithOpenRounds, (clock, organisation, cancel) => clock.RunAsync(organisation, cancel), cancellationToken);
        await round.VisitAsync<RoundNews>(ScorecardsModule.OrganisationsWithOpenRounds, (news, organisation, cancel) => news.RunAsync(organisation, cancel), cancellationToken);
    }
}

[DisallowConcurrentExecution]
public sealed class WeeklySnapshotJob(OrganisationRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await round.TakeSnapshotsAsync(SnapshotKind.Weekly, cancellationToken);
}

[DisallowConcurrentExecution]
public sealed class MonthlySnapshotJob(OrganisationRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await round.TakeSnapshotsAsync(SnapshotKind.Monthly, cancellationToken);
}

internal static class SnapshotRound
{
    public static Task TakeSnapshotsAsync(this OrganisationRound round, SnapshotKind kind, CancellationToken cancel) =>
        round.VisitAsync<SnapshotTaker>(
            PlansModule.OrganisationsWithIssuedPlans,
            (taker, organisation, stop) => taker.TakeAsync(Act.BySystem(organisation, SnapshotTaker.Verb), kind, stop),
            cancel);
}
