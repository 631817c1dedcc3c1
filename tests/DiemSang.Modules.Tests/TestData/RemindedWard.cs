using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Tests.TestData;

/// <summary>A working ward whose people have addresses, a mail server, and work that is due on Tuesday 31/3/2026.</summary>
public sealed class RemindedWard : IAsyncDisposable
{
    public static readonly DateOnly Due = new(2026, 3, 31);

    private RemindedWard(WorkingWard ward, SmtpServer smtp) => (Ward, Smtp) = (ward, smtp);

    public WorkingWard Ward { get; }
    public SmtpServer Smtp { get; }

    public static async Task<RemindedWard> CreateAsync(SmtpServer? server = null)
    {
        var smtp = server ?? SmtpServer.Start();
        try
        {
            return await SettleAsync(smtp);
        }
        catch
        {
            // A test whose beginning fails is never disposed of: its mail server would outlive the run.
            smtp.Dispose();
            throw;
        }
    }

    /// <summary>"Ma Văn Vĩnh" → "vinh.ma".</summary>
    public static string AddressOf(string name)
    {
        var words = DiemSang.Core.Language.VietnameseText.Fold(name).Split(' ');
        return $"{words[^1]}.{words[0]}";
    }

    /// <summary>One row for the unit, due on <see cref="Due"/>, issued on the clock's day.</summary>
    public async Task<Occurrence> AddWorkAsync(Unit unit, string title = "Cơ hội tham gia", DateOnly? due = null)
    {
        var plan = await Ward.AddIssuedAsync(WorkingWard.Row(new RowDeadline(DeadlineKind.Fixed, "31/3/2026", due ?? Due), title, parties: [WorkingWard.Lead(unit)]));
        return await Ward.ReadAsync(db => db.Occurrences.Include(one => one.Task).SingleAsync(one => one.Task.PlanId == plan.Id));
    }

    /// <summary>Runs the round and the sender at eight in the morning of the day; returns the letters that arrived by it.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MorningAsync(DateOnly day)
    {
        var before = Smtp.Received.Count;
        Ward.Clock.MoveTo(day);
        await RoundAsync();
        await SendAsync();
        return [.. Smtp.Received.Skip(before)];
    }

    public Task<int> RoundAsync() => Ward.WithAsync((ReminderRound round) => round.RunAsync());

    public Task<int> SendAsync() => Ward.WithAsync((MailSender sender) => sender.SendAsync());

    public Task<List<Notification>> NotificationsAsync(Actor? of = null) =>
        Ward.ReadAsync(db => db.Notifications.AsNoTracking().Where(one => of == null || one.PersonId == of.PersonId).OrderBy(one => one.At).ThenBy(one => one.Step).ToListAsync());

    public async Task AnswerAsync(Actor by, Occurrence occurrence, ProgressState state = ProgressState.Done, string? note = "Đã xong")
    {
        var seen = await Ward.ReadAsync(db => db.Occurrences.Where(one => one.Id == occurrence.Id).Select(one => one.Version).SingleAsync());
        var result = await Ward.WithAsync((ProgressReporter reporter) =>
            reporter.ReportAsync(by, new ProgressReport { OccurrenceId = occurrence.Id, SeenVersion = seen, State = state, Note = note }));
        result.Outcome.ShouldBe(ReportOutcome.Taken);
    }

    public Task WithDbAsync(string verb, Func<DiemSang.Modules.Shared.Data.DiemSangDbContext, Task> change) => Ward.ReadAsync(async db =>
    {
        await change(db);
        await db.SaveAsync(Act.BySystem(Ward.Organisation.Id, verb));
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await Ward.DisposeAsync();
        Smtp.Dispose();
    }

    private static async Task<RemindedWard> SettleAsync(SmtpServer smtp)
    {
        var ward = await WorkingWard.CreateAsync(configure: services => services.AddSingleton(
            MailSettings.Off with { Host = "127.0.0.1", Port = smtp.Port, From = "diemsang@binhminh.example", Site = new Uri("https://diemsang.example") }));
        var reminded = new RemindedWard(ward, smtp);
        await reminded.WithDbAsync("test.give-addresses", async db =>
        {
            foreach (var person in await db.People.ToListAsync())
            {
                person.Email = $"{AddressOf(person.FullName)}@binhminh.example";
            }
        });
        return reminded;
    }
}
