using System.Diagnostics;
using System.Globalization;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Benchmarks;

/// <summary>
/// A province's list of tasks: 124 communes with 100 tasks each, and the same communes with 50 each, in one run. Asked for: a page in under 300 ms
/// of server time on two cores, growing with the page and not with the data. The rival computes the light of every task and then takes a page.
/// Run: <c>dotnet run -c Release --project bench/DiemSang.Benchmarks -- tasks-below</c>.
/// </summary>
public static class TasksBelowTimes
{
    private const int Communes = 124;
    private const int Turns = 15;
    private const int RivalTurns = 3;
    private static readonly DateOnly Today = new(2026, 11, 21);

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("   tasks | first page ms   last page ms | rival ms");
        var half = await MeasureAsync(50);
        var whole = await MeasureAsync(100);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"2 × data | first page × {whole.First / half.First:0.00}, last page × {whole.Last / half.Last:0.00}, rival × {whole.Rival / half.Rival:0.00}"));
        return whole.First < 300 ? 0 : 1;
    }

    private static async Task<(double First, double Last, double Rival)> MeasureAsync(int tasks)
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(new MovableClock(Today)));
        var province = await database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        for (var number = 1; number <= Communes; number++)
        {
            await database.AddOrganisationAsync($"Ủy ban nhân dân xã {number}", OrganisationKind.Commune, province);
        }

        await database.ExecuteAsOwnerAsync(CommunesAtWork.Sql(tasks));
        await database.ExecuteAsOwnerAsync("vacuum analyze");
        var reader = new Actor(province.Id, Guid.NewGuid(), "Lò Thị Hương Giang", [new HeldRole(Role.Focal, null, false)]);
        var first = await TimeAsync(database, province, services => services.GetRequiredService<TasksBelow>().FindAsync(reader, only: null));
        var last = await TimeAsync(database, province, services => services.GetRequiredService<TasksBelow>().FindAsync(reader, only: null, int.MaxValue));
        var rival = await TimeAsync(database, province, services => services.GetRequiredService<DiemSangDbContext>().Set<BoardLine>()
            .FromSql($"select * from plans.board({Today}, null, null)").OrderBy(line => line.Light).ThenBy(line => line.TaskId).Take(TasksBelow.PageSize).ToListAsync(), RivalTurns);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Communes * tasks,8} | {first,13:0.0} {last,14:0.0} | {rival,8:0.0}"));
        return (first, last, rival);
    }

    /// <summary>Median of several turns, in milliseconds, each in a unit of work of its own as a request has it.</summary>
    private static async Task<double> TimeAsync<T>(TestDatabase database, Organisation province, Func<IServiceProvider, Task<T>> ask, int turns = Turns)
    {
        var times = new List<double>();
        for (var turn = 0; turn < turns; turn++)
        {
            await using var scope = database.Scope(province.Id);
            var start = Stopwatch.GetTimestamp();
            await ask(scope.ServiceProvider);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(turns / 2);
    }
}
