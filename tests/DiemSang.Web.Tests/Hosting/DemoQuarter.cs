using System.Net;
using System.Net.Sockets;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Tests.TestData;
using DiemSang.Web.Commands.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>The demo ward in a host of its own, whose days the test passes and whose mail a real server takes.</summary>
public sealed class DemoQuarter : IAsyncDisposable
{
    private readonly MovableClock _clock = new(new DateOnly(2026, 1, 20));
    private readonly SmtpServer _smtp = SmtpServer.Start();
    private TestDatabase _database = null!;
    private WebApplication _host = null!;
    private Guid _ward;

    private DemoQuarter()
    {
    }

    public Uri Address { get; } = new($"http://localhost:{FreePort()}");
    public DemoFile Demo { get; } = DemoFile.Read(Path.Combine(Repository.Root, "demo"));

    /// <summary>On the day the plan was signed: read from its file and issued.</summary>
    public static async Task<DemoQuarter> BeginAsync()
    {
        var quarter = new DemoQuarter();
        try
        {
            await quarter.FoundAsync();
            return quarter;
        }
        catch
        {
            await quarter.DisposeAsync();
            throw;
        }
    }

    public void MoveTo(DateOnly day) => _clock.MoveTo(day);

    /// <summary>What the schedule does on a working morning.</summary>
    /// <returns>The letters that arrived by it.</returns>
    public async Task<IReadOnlyList<ReceivedMail>> MorningAsync(DateOnly day)
    {
        MoveTo(day);
        await InWardAsync(services => services.GetRequiredService<OccurrenceTopUp>().RunAsync());
        await InWardAsync(services => services.GetRequiredService<ReminderRound>().RunAsync());
        return await PostAsync();
    }

    /// <summary>What the schedule does on a Friday evening.</summary>
    public Task FreezeAsync() => InWardAsync(services => services.GetRequiredService<SnapshotTaker>().TakeAsync(Act.BySystem(_ward, SnapshotTaker.Verb), SnapshotKind.Weekly));

    /// <summary>Sends what waits in the outbox.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> PostAsync()
    {
        var before = _smtp.Received.Count;
        await InWardAsync(services => services.GetRequiredService<MailSender>().SendAsync());
        return [.. _smtp.Received.Skip(before)];
    }

    public Task<T> ReadAsync<T>(Func<DiemSangDbContext, Task<T>> read) => InWardAsync(services => read(services.GetRequiredService<DiemSangDbContext>()));

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _smtp.Dispose();
    }

    private async Task FoundAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _host = await WebApp.StartAsync(_database, builder => builder.Services.AddSingleton<TimeProvider>(_clock),
            $"--urls={Address}", $"--Site:Address={Address}", "--Mail:Host=127.0.0.1", $"--Mail:Port={_smtp.Port}", "--Mail:From=diemsang@binhminh.example",
            "--Limits:SignInsPerAddressPerFiveMinutes=10000", "--Limits:RequestsPerMinute=100000");
        await new DemoLoader(_host.Services).LoadAsync(Demo, CancellationToken.None);
        _ward = (await _host.Services.GetRequiredService<OrganisationFounder>().FindAsync(Demo.PlanOf))!.Value;
        await IssueAsync(await FocalAsync());
    }

    private async Task<Actor> FocalAsync()
    {
        var focal = await ReadAsync(db => db.Appointments.Where(held => held.OrganisationId == _ward && held.Role == Role.Focal).Select(held => held.PersonId).SingleAsync());
        return new Actor(_ward, focal, "Nguyễn Thị Khánh", [new HeldRole(Role.Focal, null, IsActing: false)]);
    }

    private async Task IssueAsync(Actor focal)
    {
        await using var file = File.OpenRead(Path.Combine(Repository.Root, "demo", Demo.Plan));
        var upload = await InWardAsync(services => services.GetRequiredService<PlanImporter>().UploadAsync(focal, file, Demo.Plan));
        var import = upload.ShouldBeOfType<UploadOutcome.Accepted>().ImportId;
        PlanImport read;
        do
        {
            // The host's own reader may have taken the file up first.
            await InWardAsync(async services =>
            {
                await services.GetRequiredService<PlanReading>().ReadAsync(import);
                return true;
            });
            read = await ReadAsync(db => db.PlanImports.AsNoTracking().SingleAsync(one => one.Id == import));
        }
        while (read.IsUnfinished);

        var plan = await InWardAsync(services => services.GetRequiredService<PlanCreation>().FromImportAsync(focal, import, read.Draft!.Title!, read.Draft.Period!));
        var order = new IssueOrder { PlanId = plan!.Id, Number = read.Draft!.Number!, Symbol = read.Draft.Symbol!, IssuedOn = read.Draft.IssuedOn!.Value };
        (await InWardAsync(services => services.GetRequiredService<PlanIssuer>().IssueAsync(focal, order))).ShouldBe(IssueOutcome.Issued);
    }

    private async Task<T> InWardAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(_ward);
        return await work(scope.ServiceProvider);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
