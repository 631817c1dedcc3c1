using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using DiemSang.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Web.Tests.Infrastructure;

/// <summary>What rounds do by themselves, on two copies of the program with the schedulers as they run in service.</summary>
public sealed class RoundJobsTests : IAsyncLifetime
{
    private static readonly DateOnly DayBeforeTheEnd = new(2026, 11, 9), DayAfterTheEnd = new(2026, 11, 11);
    private readonly SmtpServer _smtp = SmtpServer.Start();
    private ScoredProvince _province = null!;

    public async Task InitializeAsync()
    {
        _province = await ScoredProvince.CreateAsync();
        await GiveAddressAsync(_province.WardFocal, "khanh@binhminh.example");
        await GiveAddressAsync(_province.Focal, "giang@truongson.example");
    }

    public async Task DisposeAsync()
    {
        await _province.DisposeAsync();
        _smtp.Dispose();
    }

    [Fact]
    public async Task RoundClock_TwoNodesAtTheEndOfAStage_LocksAndTellsOnce()
    {
        _province.Clock.MoveTo(DayAfterTheEnd);
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        await Task.WhenAll(first.FireAsync<RoundClockJob>(), second.FireAsync<RoundClockJob>(), first.FireAsync<RoundClockJob>(), second.FireAsync<RoundClockJob>());
        await JobNode.EventuallyAsync(IsDoneAsync<RoundClockJob>);

        var locked = await _province.ReadAsync(_province.Focal, db => db.AuditEntries.Where(entry => entry.Verb == "scorecards.lock").Select(entry => entry.SubjectKind).ToListAsync());
        locked.Order().ShouldBe([nameof(Participant), nameof(Participant), nameof(Round)]);
        (await _province.ReadAsync(_province.Focal, db => db.Participants.CountAsync(one => one.LockedOn == DayAfterTheEnd))).ShouldBe(2);
        (await _province.ReadAsync(_province.Focal, db => db.Notices.CountAsync(one => one.PersonId == _province.Focal.PersonId))).ShouldBe(1, "appraisal 1 has begun");
    }

    [Fact]
    public async Task RoundClock_BeforeTheEndOfAStage_SendsOneLetterToThoseWithSomethingLeft()
    {
        _province.Clock.MoveTo(DayBeforeTheEnd);
        await using var node = await StartAsync();

        await RunAsync<RoundClockJob>(node);
        await RunAsync<RemindersJob>(node);
        await RunAsync<MailJob>(node);
        await RunAsync<RoundClockJob>(node);
        await RunAsync<RemindersJob>(node);
        await RunAsync<MailJob>(node);

        var letter = _smtp.Received.ShouldHaveSingleItem("the keeper has nothing to do yet");
        letter.To.ShouldBe("khanh@binhminh.example");
        letter.Text.ShouldContain("Còn 1 ngày để nộp phiếu “Chấm điểm 2026”; đã chấm 0/3 tiêu chí");
        letter.Text.ShouldContain(ScorecardPaths.Sheet(_province.Round, _province.Ward.Id));
    }

    private Task<JobNode> StartAsync() => JobNode.StartAsync(_province.Database, _province.Clock, _smtp);

    private async Task RunAsync<TJob>(JobNode node)
    {
        await node.FireAsync<TJob>();
        await JobNode.EventuallyAsync(IsDoneAsync<TJob>);
    }

    /// <summary>Nothing that was fired by hand waits or runs; what the calendar fires stays.</summary>
    private async Task<bool> IsDoneAsync<TJob>()
    {
        await using var connection = new NpgsqlConnection(_province.Database.Connections.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select not exists (select from jobs.triggers where job_name = $1 and trigger_type = 'SIMPLE') and not exists (select from jobs.fired_triggers where job_name = $1)", connection);
        command.Parameters.AddWithValue(typeof(TJob).Name);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private Task<bool> GiveAddressAsync(Actor actor, string address) => _province.AsAsync(actor, async (DiemSangDbContext db) =>
    {
        (await db.People.SingleAsync(person => person.Id == actor.PersonId)).Email = address;
        await db.SaveAsync(Act.BySystem(actor.OrganisationId, "test.give-address"));
        return true;
    });
}
