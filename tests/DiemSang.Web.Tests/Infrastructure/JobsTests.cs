using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Tests.TestData;
using DiemSang.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Web.Tests.Infrastructure;

/// <summary>Two copies of the program on one database, with the schedulers as they run in service.</summary>
public sealed class JobsTests : IAsyncLifetime
{
    private RemindedWard _reminded = null!;

    public async Task InitializeAsync()
    {
        _reminded = await RemindedWard.CreateAsync();
        await _reminded.AddWorkAsync(_reminded.Ward.Culture);
        await _reminded.AddWorkAsync(_reminded.Ward.Economy);
        _reminded.Ward.Clock.MoveTo(RemindedWard.Due);
    }

    public async Task DisposeAsync() => await _reminded.DisposeAsync();

    [Fact]
    public async Task Reminders_TwoNodes_AskOnce()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        await first.FireAsync<RemindersJob>();
        await second.FireAsync<RemindersJob>();
        await JobNode.EventuallyAsync(async () => (await _reminded.NotificationsAsync()).Count == 2);
        await first.FireAsync<MailJob>();
        await second.FireAsync<MailJob>();
        await JobNode.EventuallyAsync(() => Task.FromResult(_reminded.Smtp.Received.Count >= 2));
        await Task.Delay(500);

        (await _reminded.NotificationsAsync()).Count.ShouldBe(2);
        _reminded.Smtp.Received.Select(letter => letter.To).Order().ShouldBe(["tuan.le@binhminh.example", "vinh.ma@binhminh.example"]);
    }

    [Fact]
    public async Task Reminders_NodeKilledInTheMiddle_AreAskedByTheOther()
    {
        await using var doomed = await StartAsync();
        await using var survivor = await StartAsync(runsJobs: false);

        await using (var obstacle = new NpgsqlConnection(_reminded.Ward.Database.Connections.Owner))
        {
            // The round cannot write its letters and hangs in its transaction: the middle.
            await obstacle.OpenAsync();
            await using var transaction = await obstacle.BeginTransactionAsync();
            await new NpgsqlCommand("lock table reminders.mail in exclusive mode", obstacle, transaction).ExecuteNonQueryAsync();
            await doomed.FireAsync<RemindersJob>();
            await JobNode.EventuallyAsync(() => IsWaitingAsync(doomed));
            await doomed.KillAsync();
            await transaction.RollbackAsync();
        }

        (await _reminded.NotificationsAsync()).ShouldBeEmpty("what the dead node had begun is undone");
        await survivor.BeginAsync();
        await JobNode.EventuallyAsync(async () => (await _reminded.NotificationsAsync()).Count == 2);
        (await _reminded.Ward.ReadAsync(db => db.Mails.CountAsync(mail => mail.State == MailState.Waiting))).ShouldBe(2);
    }

    [Fact]
    public async Task TopUp_ProgramOffAtTheTurnOfTheYear_IsCaughtUpAtStart()
    {
        await _reminded.Ward.AddIssuedAsync(WorkingWard.Row(parties: WorkingWard.Lead(_reminded.Ward.Culture)));
        _reminded.Ward.Clock.MoveTo(new DateOnly(2027, 1, 4));

        await using var node = await StartAsync();

        await JobNode.EventuallyAsync(() => _reminded.Ward.ReadAsync(db => db.Occurrences.AnyAsync(one => one.FromDate.Year == 2027)));
    }

    private Task<JobNode> StartAsync(bool runsJobs = true) => JobNode.StartAsync(_reminded.Ward.Database, _reminded.Ward.Clock, _reminded.Smtp, runsJobs);

    private async Task<bool> IsWaitingAsync(JobNode node)
    {
        await using var connection = new NpgsqlConnection(_reminded.Ward.Database.Connections.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select exists (select from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock')", connection);
        command.Parameters.AddWithValue(node.Name);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
