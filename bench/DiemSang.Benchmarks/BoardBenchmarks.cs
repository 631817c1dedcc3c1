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

        await _database.ExecuteAsOwnerAsync(Work);
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

    private const string Work = """
        insert into access.unit (organisation_id, id, name, name_folded, short_name, kind, sort_order)
          select o.id, gen_random_uuid(), 'Phòng ' || n, 'phong ' || n, 'Phòng ' || n, 'division', n from access.organisation o, generate_series(1, 8) n where o.kind = 'commune';
        insert into plans.plan (organisation_id, id, state, title, title_folded, period_from, period_to, indices, content, issued_on, issued_at, created_at)
          select id, gen_random_uuid(), 'issued', 'Kế hoạch', 'ke hoach', 2026, 2030, '{PAR,SIPAS,PAPI}', '{}', '2026-01-20', '2026-01-20', '2026-01-20' from access.organisation where kind = 'commune';
        insert into plans.plan_row (organisation_id, id, plan_id, position, index_code, title, target, deadline_kind, deadline_text)
          select p.organisation_id, gen_random_uuid(), p.id, n, (array['PAR', 'SIPAS', 'PAPI'])[1 + n % 3], 'Nhiệm vụ ' || n, '100%', 'continuous', 'Thường xuyên' from plans.plan p, generate_series(1, 100) n;
        insert into plans.task (organisation_id, id, plan_id, row_id, created_at, search_folded)
          select organisation_id, gen_random_uuid(), plan_id, id, '2026-01-20', 'nhiem vu ' || position from plans.plan_row;
        insert into plans.assignment (organisation_id, id, task_id, unit_id, duty, is_accountable)
          select t.organisation_id, gen_random_uuid(), t.id, u.id, 'lead', u.sort_order % 2 = 0
          from plans.task t join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
          join access.unit u on u.organisation_id = t.organisation_id and u.sort_order in (1 + r.position % 8, 1 + (r.position + 1) % 8);
        insert into plans.occurrence (organisation_id, id, task_id, unit_id, from_date, to_date, due_on, state, is_check_in, answered_at)
          select a.organisation_id, gen_random_uuid(), a.task_id, a.unit_id, m, m + interval '1 month' - interval '1 day', m + interval '1 month' - interval '1 day',
            case when random() < 0.9 then 'in_progress' else 'not_started' end, true, case when random() < 0.9 then m + interval '20 days' end
          from plans.assignment a, generate_series(date '2026-01-01', date '2026-12-01', interval '1 month') m;
        """;
}
