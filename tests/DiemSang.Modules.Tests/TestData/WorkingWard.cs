using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Tests.TestData;

/// <summary>
/// A ward at work on a day that the test moves: three offices with their heads, a partner, a leader, a focal official, and plans to issue.
/// </summary>
public sealed class WorkingWard : IAsyncDisposable
{
    private WorkingWard(TestDatabase database, MovableClock clock) => (Database, Clock) = (database, clock);

    public TestDatabase Database { get; }
    public MovableClock Clock { get; }
    public Organisation Organisation { get; private set; } = null!;
    public Unit Culture { get; private set; } = null!;
    public Unit Economy { get; private set; } = null!;
    public Unit OneStop { get; private set; } = null!;
    public Unit Front { get; private set; } = null!;
    public Actor Focal { get; private set; } = null!;
    public Actor Leader { get; private set; } = null!;
    public Actor CultureHead { get; private set; } = null!;
    public Actor CultureMember { get; private set; } = null!;
    public Actor EconomyHead { get; private set; } = null!;
    public Actor OneStopHead { get; private set; } = null!;
    public Actor FrontHead { get; private set; } = null!;
    public Actor Viewer { get; private set; } = null!;

    /// <param name="configure">Replaces further services.</param>
    public static async Task<WorkingWard> CreateAsync(DateOnly? today = null, Action<IServiceCollection>? configure = null)
    {
        var clock = new MovableClock(today ?? new DateOnly(2026, 2, 2));
        var ward = new WorkingWard(await TestDatabase.CreateAsync(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            configure?.Invoke(services);
        }), clock);
        await ward.SettleAsync();
        return ward;
    }

    /// <summary>A row that is clear in all five: who, what, when, with what result, answered for by whom.</summary>
    public static PlanRow Row(RowDeadline? deadline = null, string title = "Cơ hội tham gia", string? index = "PAPI", string? target = "Tăng tỷ lệ người dân tham gia", params Party[] parties)
    {
        var row = new PlanRow { IndexCode = index, Code = "1.1", Title = title, Target = target, Deadline = deadline ?? new RowDeadline(DeadlineKind.Yearly, "31/12 hằng năm", null) { Month = 12, Day = 31 } };
        row.Parties.AddRange(parties);
        return row;
    }

    public static Party Lead(Unit unit, int position = 1) => new() { Duty = Duty.Lead, PrintedName = unit.Name, UnitId = unit.Id, Position = position };

    public static Party Cooperator(Unit unit) => new() { Duty = Duty.Cooperate, PrintedName = unit.Name, UnitId = unit.Id, Position = 1 };

    public static Party AllUnits(Duty duty = Duty.Lead) => new() { Duty = duty, PrintedName = "Các cơ quan, đơn vị liên quan", IsAllUnits = true, Position = 1 };

    /// <summary>Saves a draft of these rows; their keys are filled in here.</summary>
    public async Task<Plan> AddDraftAsync(params PlanRow[] rows)
    {
        await using var scope = Database.Scope(Organisation.Id);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var plan = new Plan(Organisation.Id, "Nâng cao các chỉ số PAR INDEX, SIPAS, PAPI", new PlanPeriod(2026, 2030), Clock.GetUtcNow()) { Indices = ["PAR", "SIPAS", "PAPI"] };
        plan.Rows.AddRange(rows.Select((row, number) => Complete(row, plan, number + 1)));
        db.Plans.Add(plan);
        await db.SaveAsync(Act.BySystem(Organisation.Id, "test.add-plan"));
        return plan;
    }

    public async Task<Plan> AddIssuedAsync(params PlanRow[] rows)
    {
        var plan = await AddDraftAsync(rows);
        (await IssueAsync(plan)).ShouldBe(IssueOutcome.Issued);
        return plan;
    }

    public Task<IssueOutcome> IssueAsync(Plan plan, Actor? by = null, DateOnly? on = null, IReadOnlyDictionary<Guid, Guid>? accountable = null) =>
        WithAsync((PlanIssuer issuer) => issuer.IssueAsync(by ?? Focal, new IssueOrder
        {
            PlanId = plan.Id, Number = "05", Symbol = "KH-UBND", IssuedOn = on ?? new DateOnly(2026, 1, 20), Accountable = accountable ?? new Dictionary<Guid, Guid>(),
        }));

    /// <summary>One unit of work with one service of the product.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Database.Scope(Organisation.Id);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<DiemSangDbContext, Task<T>> read) => WithAsync(read);

    public async Task<Actor> HireAsync(string name, Role role, Unit? unit = null)
    {
        var person = await Database.AddPersonAsync(Organisation, name, role, unit);
        return new Actor(Organisation.Id, person.Id, name, [new HeldRole(role, unit?.Id, IsActing: false)]);
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    private async Task SettleAsync()
    {
        Organisation = await Database.AddOrganisationAsync();
        Culture = await Database.AddUnitAsync(Organisation, "Phòng Văn hóa - Xã hội phường");
        Economy = await Database.AddUnitAsync(Organisation, "Phòng Kinh tế, Hạ tầng và Đô thị phường");
        OneStop = await Database.AddUnitAsync(Organisation, "Trung tâm Phục vụ hành chính công phường", UnitKind.Service);
        Front = await Database.AddUnitAsync(Organisation, "Ủy ban Mặt trận Tổ quốc Việt Nam phường", UnitKind.Partner);
        Focal = await HireAsync("Nguyễn Thị Khánh", Role.Focal);
        Leader = await HireAsync("Nông Văn Thành", Role.Leader);
        CultureHead = await HireAsync("Ma Văn Vĩnh", Role.Head, Culture);
        CultureMember = await HireAsync("Ma Thị Dung", Role.Member, Culture);
        EconomyHead = await HireAsync("Lê Minh Tuấn", Role.Head, Economy);
        OneStopHead = await HireAsync("Hứa Thị Ngọc Ánh", Role.Head, OneStop);
        FrontHead = await HireAsync("Hà Thị Mỵ", Role.Head, Front);
        Viewer = await HireAsync("Vi Văn Hòa", Role.Viewer);
    }

    private PlanRow Complete(PlanRow row, Plan plan, int position)
    {
        var complete = new PlanRow
        {
            OrganisationId = Organisation.Id, PlanId = plan.Id, Position = position, IndexCode = row.IndexCode, Code = row.Code, Title = row.Title, Target = row.Target,
            Deadline = row.Deadline, Proposed = row.Proposed,
        };
        complete.Measures.Add(new Measure { OrganisationId = Organisation.Id, RowId = complete.Id, Position = 1, Text = "Tuyên truyền, vận động người dân" });
        complete.Parties.AddRange(row.Parties.Select(party => new Party
        {
            OrganisationId = Organisation.Id, RowId = complete.Id, Position = party.Position, Duty = party.Duty, PrintedName = party.PrintedName, UnitId = party.UnitId, IsAllUnits = party.IsAllUnits,
        }));
        return complete;
    }
}
