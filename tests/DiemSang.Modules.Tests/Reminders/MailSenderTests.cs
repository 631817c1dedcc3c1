using DiemSang.Modules.Reminders;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Tests.Reminders;

public sealed class MailSenderTests
{
    [Fact]
    public async Task Send_ServerDown_WaitsLongerEachTimeAndLosesNothing()
    {
        using var smtp = SmtpServer.Closed();
        await using var reminded = await RemindedWard.CreateAsync(smtp);
        await reminded.AddWorkAsync(reminded.Ward.Culture);

        await reminded.MorningAsync(RemindedWard.Due);
        var waiting = await SingleAsync(reminded);
        waiting.State.ShouldBe(MailState.Waiting);
        waiting.Failure.ShouldNotBeNull();
        (await reminded.SendAsync()).ShouldBe(0, "not before its minute has passed");

        smtp.Open();
        reminded.Ward.Clock.Pass(TimeSpan.FromMinutes(1));
        (await reminded.SendAsync()).ShouldBe(1);

        (await SingleAsync(reminded)).State.ShouldBe(MailState.Sent);
        smtp.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_AddressThatDoesNotExist_IsGivenUpAndToldToTheAdministrator()
    {
        await using var reminded = await RemindedWard.CreateAsync();
        await reminded.AddWorkAsync(reminded.Ward.Culture);
        await reminded.AddWorkAsync(reminded.Ward.Economy);
        await reminded.WithDbAsync("test.wrong-address", async db => (await db.People.SingleAsync(person => person.Id == reminded.Ward.CultureHead.PersonId)).Email = "khong-co@binhminh.example");

        (await reminded.MorningAsync(RemindedWard.Due)).ShouldHaveSingleItem().To.ShouldBe("tuan.le@binhminh.example", "one wrong address does not keep the others waiting");

        var failed = await reminded.Ward.ReadAsync(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.State == MailState.Failed));
        failed.PersonId.ShouldBe(reminded.Ward.CultureHead.PersonId);
        failed.Failure!.ShouldContain("No such mailbox");
    }

    [Fact]
    public async Task Send_QuietHours_KeepsTheLetterUntilTheyEnd()
    {
        await using var reminded = await RemindedWard.CreateAsync();
        await reminded.AddWorkAsync(reminded.Ward.Culture);
        reminded.Ward.Clock.MoveTo(RemindedWard.Due);
        await reminded.RoundAsync();

        reminded.Ward.Clock.Pass(TimeSpan.FromHours(12));
        (await reminded.SendAsync()).ShouldBe(0);
        reminded.Ward.Clock.MoveTo(RemindedWard.Due.AddDays(1));
        (await reminded.SendAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Send_NodeDyingWithTheLetterInHand_LeavesItToTheNext()
    {
        await using var reminded = await RemindedWard.CreateAsync();
        await reminded.AddWorkAsync(reminded.Ward.Culture);
        reminded.Ward.Clock.MoveTo(RemindedWard.Due);
        await reminded.RoundAsync();

        await using (var dying = new NpgsqlConnection(reminded.Ward.Database.Connections.Owner))
        {
            await dying.OpenAsync();
            await using var transaction = await dying.BeginTransactionAsync();
            await new NpgsqlCommand("update reminders.mail set state = 'sent'", dying, transaction).ExecuteNonQueryAsync();
            (await reminded.SendAsync()).ShouldBe(0, "another node has it in hand");
            await new NpgsqlCommand("select pg_terminate_backend(pg_backend_pid())", dying, transaction).ExecuteNonQueryAsync().ContinueWith(_ => { });
        }

        (await reminded.SendAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Round_FailingBeforeItsEnd_LeavesNothingHalfDone()
    {
        await using var reminded = await RemindedWard.CreateAsync();
        await reminded.AddWorkAsync(reminded.Ward.Culture);
        reminded.Ward.Clock.MoveTo(RemindedWard.Due);
        await reminded.Ward.Database.ExecuteAsOwnerAsync("alter table reminders.mail add constraint broken check (false) not valid");

        await Should.ThrowAsync<DbUpdateException>(reminded.RoundAsync);
        (await reminded.NotificationsAsync()).ShouldBeEmpty();
        await reminded.Ward.Database.ExecuteAsOwnerAsync("alter table reminders.mail drop constraint broken");

        (await reminded.RoundAsync()).ShouldBe(1);
    }

    private static Task<Mail> SingleAsync(RemindedWard reminded) => reminded.Ward.ReadAsync(db => db.Mails.AsNoTracking().SingleAsync());
}
