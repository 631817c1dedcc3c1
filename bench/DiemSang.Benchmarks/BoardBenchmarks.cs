using BenchmarkDotNet.Attributes;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Benchmarks;

/// <summary>
/// A province of 124 communes with 100 tasks each, two lead units to a task and a year of monthly check-ins: 300,000 periods in one
/// PostgreSQL. Asked for: one commune's board (counts and first page), and the lights of the whole province; beside them the rival that
/// loads a commune's tasks and computes in memory. Run:
/// <c>dotnet run -c Release --project bench/DiemSang.Benchmarks -- --filter *Board*</c>.
/// </summary>
[InProcess, WarmupCount(2), IterationCount(5)]
public class BoardBenchmarks
{
    private const int Communes = 124;
    private static readonly DateOnly Today = new(2026, 11, 21);
    private TestDatabase _database = null!;
    private Organisation _province = null!;
    private Actor _leader = null!;

    /// <summary>Waits itself: the in-process toolchain does not await an asynchronous setup.</summary>
    [GlobalSetup]
    public void Settle() => SettleAsync().GetAwaiter().GetResult();

    private async Task SettleAsync()
    {
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(new MovableClock(Today)));
        _province = await _database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        for (var number = 1; number <= Communes; number++)
        {
            var commune = await _database.AddOrganisationAsync($"Ủy ban nhân dân xã {number}", OrganisationKind.Commune, _province);
            _leader = new Actor(commune.Id, Guid.NewGuid(), "Nông Văn Thành", [new HeldRole(Role.Leader, null, false)]);
        }

        await _database.ExecuteAsOwnerAsync(CommunesAtWork.Sql(tasksEach: 100));
        await _database.ExecuteAsOwnerAsync("vacuum analyze");
    }

    [GlobalCleanup]
    public void Leave() => _database.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public async Task<BoardPage> OneCommuneBoard()
    {
        await using var scope = _database.Scope(_leader.OrganisationId);
        return await scope.ServiceProvider.GetRequiredService<BoardSearch>().FindAsync(_leader, new BoardFilter());
    }

    [Benchmark]
    public async Task<int> OneCommuneInMemory()
    {
        await using var scope = _database.Scope(_leader.OrganisationId);
        var tasks = await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Tasks.AsNoTracking()
            .Include(task => task.Row).Include(task => task.Assignments).Include(task => task.Occurrences)
            .Where(task => task.OrganisationId == _leader.OrganisationId)
            .AsSplitQuery().ToListAsync();
        return tasks.Count(task => task.Occurrences.Any(period => period.DueOn < Today && period.AnsweredAt is null));
    }

    [Benchmark]
    public async Task<int> WholeProvinceLights()
    {
        await using var scope = _database.Scope(_province.Id);
        var lights = await Standing.On(scope.ServiceProvider.GetRequiredService<DiemSangDbContext>(), Today)
            .GroupBy(standing => new { standing.OrganisationId, standing.Light })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        return lights.Count;
    }
}
