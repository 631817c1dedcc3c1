using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Deriving;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>
/// Lets the demo ward live through its plan: the document is read, made into a plan and issued on its own date, then the units
/// report month by month — most on time, a few silent, late or blocked, the same ones at every loading.
/// </summary>
public sealed class DemoYear(IServiceProvider services, DemoClock clock)
{
    private const int ReportingDay = 18;

    // Of a hundred periods: done up to the first number, under way up to the second, blocked up to the third, the rest are silent.
    private static readonly (int Done, int UnderWay, int Blocked) PastMonth = (82, 90, 94), ThisMonth = (40, 68, 78);

    public async Task LiveAsync(string organisationCode, string planFile, CancellationToken cancel)
    {
        var today = TimeProvider.System.Today();
        var organisation = await services.GetRequiredService<OrganisationFounder>().FindAsync(organisationCode, cancel)
            ?? throw new InvalidOperationException($"The demo has no organisation {organisationCode}.");
        var (focal, heads) = await PeopleAsync(organisation, cancel);
        var planId = await IssueAsync(focal, planFile, cancel);
        await FollowTargetsAsync(focal, planId, cancel);
        await IssueUnitPlanAsync(organisation, heads, planId, cancel);
        var issuedOn = await ReadAsync(focal, db => db.Plans.Where(plan => plan.Id == planId).Select(plan => plan.IssuedOn!.Value).SingleAsync(cancel));
        for (var day = new DateOnly(issuedOn.Year, issuedOn.Month, ReportingDay); day <= today; day = day.AddMonths(1))
        {
            clock.Set(day);
            await ReportMonthAsync(heads, day, day.AddMonths(1) > today ? ThisMonth : PastMonth, cancel);
        }
    }

    private async Task<Guid> IssueAsync(Actor focal, string planFile, CancellationToken cancel)
    {
        var import = await InScopeAsync(focal, async scope =>
        {
            await using var content = File.OpenRead(planFile);
            var upload = await scope.GetRequiredService<PlanImporter>().UploadAsync(focal, content, Path.GetFileName(planFile), cancel: cancel);
            return upload is UploadOutcome.Accepted accepted ? accepted.ImportId : throw new InvalidOperationException($"The demo plan was not taken: {upload}.");
        });
        await InScopeAsync(focal, async scope =>
        {
            await scope.GetRequiredService<PlanReading>().ReadAsync(import, cancel);
            return true;
        });
        var draft = await ReadAsync(focal, db => db.PlanImports.Where(waiting => waiting.Id == import).Select(waiting => waiting.Draft!).SingleAsync(cancel));
        clock.Set(draft.IssuedOn!.Value);
        var plan = await InScopeAsync(focal, scope => scope.GetRequiredService<PlanCreation>().FromImportAsync(focal, import, draft.Title!, draft.Period!, cancel));
        var order = new IssueOrder { PlanId = plan!.Id, Number = draft.Number!, Symbol = draft.Symbol!, IssuedOn = draft.IssuedOn.Value };
        var outcome = await InScopeAsync(focal, scope => scope.GetRequiredService<PlanIssuer>().IssueAsync(focal, order, cancel));
        return outcome == IssueOutcome.Issued ? plan.Id : throw new InvalidOperationException($"The demo plan was not issued: {outcome}.");
    }

    /// <summary>What the first targets were last year, and what has been reached so far.</summary>
    private async Task FollowTargetsAsync(Actor focal, Guid planId, CancellationToken cancel)
    {
        var targets = await ReadAsync(focal, db => db.Plans.Where(plan => plan.Id == planId).SelectMany(plan => plan.Targets).OrderBy(target => target.Position)
            .Where(target => target.Kind == TargetKind.AtLeast || target.Kind == TargetKind.MoreThan).Take(2).Select(target => target.Id).ToListAsync(cancel));
        var on = clock.GetUtcNow().VietnameseDay();
        foreach (var (target, number) in targets.Select((target, number) => (target, number)))
        {
            await SayAsync(target, isBase: true, new DatedNumber(new CountedNumber(420 + (15 * number), 500), new DateOnly(on.Year - 1, 12, 31), $"Báo cáo tổng kết năm {on.Year - 1}"));
            await SayAsync(target, isBase: false, new DatedNumber(new CountedNumber(447 + (13 * number), 500), on, "Khảo sát nhanh đầu năm"));
        }

        Task SayAsync(Guid target, bool isBase, DatedNumber number) =>
            InScopeAsync(focal, scope => scope.GetRequiredService<TargetBook>().SayAsync(focal, planId, target, isBase, number, seen: null, cancel));
    }

    /// <summary>The one-stop centre works its rows out in a plan of its own: it is asked there, and counted in the ward's plan.</summary>
    private async Task IssueUnitPlanAsync(Guid organisation, Dictionary<Guid, Actor> heads, Guid planId, CancellationToken cancel)
    {
        var centre = await ReadAsync(heads.Values.First(), db => db.Units.FirstAsync(unit => unit.OrganisationId == organisation && unit.Kind == UnitKind.Service, cancel));
        var head = heads[centre.Id];
        var plan = await InScopeAsync(head, scope => scope.GetRequiredService<PlanDeriver>().OfUnitAsync(head, planId, centre.Id, cancel))
            ?? throw new InvalidOperationException($"The demo plan has no row for {centre.Name}.");
        var order = new IssueOrder { PlanId = plan.Id, Number = "03", Symbol = "KH-TTPVHCC", IssuedOn = clock.GetUtcNow().VietnameseDay() };
        var outcome = await InScopeAsync(head, scope => scope.GetRequiredService<PlanIssuer>().IssueAsync(head, order, cancel));
        if (outcome != IssueOutcome.Issued)
        {
            throw new InvalidOperationException($"The plan of {centre.Name} was not issued: {outcome}.");
        }
    }

    private async Task ReportMonthAsync(Dictionary<Guid, Actor> heads, DateOnly day, (int Done, int UnderWay, int Blocked) share, CancellationToken cancel)
    {
        var anyone = heads.Values.First();
        var open = await ReadAsync(anyone, db => db.Occurrences.AsNoTracking()
            .Where(occurrence => occurrence.State != ProgressState.Done && occurrence.FromDate <= day && occurrence.ToDate >= day)
            .OrderBy(occurrence => occurrence.Id)
            .ToListAsync(cancel));
        foreach (var (occurrence, number) in open.Select((occurrence, number) => (occurrence, number)))
        {
            if (heads.TryGetValue(occurrence.UnitId, out var head) && ReportOn(occurrence, day, number, share) is { } report)
            {
                await InScopeAsync(head, scope => scope.GetRequiredService<ProgressReporter>().ReportAsync(head, report, cancel));
            }
        }
    }

    /// <summary>The same lot falls to the same place each time: no two demos differ. What is due later than this month is under way.</summary>
    private static ProgressReport? ReportOn(Occurrence occurrence, DateOnly day, int number, (int Done, int UnderWay, int Blocked) share)
    {
        var lot = (number * 37 + day.Month * 53) % 100;
        var isDueThisMonth = occurrence.DueOn is { } due && (due.Year, due.Month) == (day.Year, day.Month);
        var report = new ProgressReport { OccurrenceId = occurrence.Id, SeenVersion = occurrence.Version, State = ProgressState.InProgress, Numerator = Elapsed(occurrence, day), Denominator = 100 };
        return (isDueThisMonth, lot) switch
        {
            (true, _) when lot < share.Done => report with
            {
                State = ProgressState.Done, Numerator = 19 + (number % 2), Denominator = 20,
                DocumentNumber = $"{number + 11}/BC-UBND ngày {day:dd/MM/yyyy}",
            },
            _ when lot < share.UnderWay => report,
            _ when lot < share.Blocked => report with { State = ProgressState.Blocked, Note = "Chờ hướng dẫn của cấp trên; đã có văn bản xin ý kiến." },
            _ => null,
        };
    }

    private static int Elapsed(Occurrence occurrence, DateOnly day) =>
        100 * (day.DayNumber - occurrence.FromDate.DayNumber) / Math.Max(1, occurrence.ToDate.DayNumber - occurrence.FromDate.DayNumber);

    private async Task<(Actor Focal, Dictionary<Guid, Actor> Heads)> PeopleAsync(Guid organisation, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var held = await db.Appointments
            .Where(held => held.OrganisationId == organisation && (held.Role == Role.Focal || held.Role == Role.Head))
            .Join(db.People, held => new { held.OrganisationId, Id = held.PersonId }, person => new { person.OrganisationId, person.Id }, (held, person) => new { held.Role, held.UnitId, Person = person })
            .ToListAsync(cancel);
        Actor ActorOf(Person person, Role role, Guid? unit) => new(organisation, person.Id, person.FullName, [new HeldRole(role, unit, false)]);
        var focal = held.First(role => role.Role == Role.Focal);
        return (ActorOf(focal.Person, Role.Focal, null), held.Where(role => role.UnitId is not null).ToDictionary(role => role.UnitId!.Value, role => ActorOf(role.Person, Role.Head, role.UnitId)));
    }

    private Task<T> ReadAsync<T>(Actor actor, Func<DiemSangDbContext, Task<T>> read) =>
        InScopeAsync(actor, scope => read(scope.GetRequiredService<DiemSangDbContext>()));

    private async Task<T> InScopeAsync<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(actor.OrganisationId);
        return await work(scope.ServiceProvider);
    }
}

/// <summary>The demo's year passes in seconds: noon in Vietnam of the day that was set, the real time before that.</summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? _now;

    public override DateTimeOffset GetUtcNow() => _now ?? System.GetUtcNow();

    public void Set(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.FromHours(7)).ToUniversalTime();
}
