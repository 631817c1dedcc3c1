using System.Text;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Hosting;

/// <summary>Plans of the shared ward: one issued, whose task the division has answered once with a file, and a draft with gaps.</summary>
/// <param name="Task">Led by the division; its deadline waits for a document.</param>
/// <param name="File">Attached to the division's update.</param>
/// <param name="Proof">One page of PDF that the focal official put in for the same period.</param>
public sealed record SampleWork(Guid Plan, Guid Draft, Guid Task, Guid Occurrence, Guid File, Guid Update, Guid Proof, Guid Obstacle, Guid Request, Guid Target)
{
    private const string OnePage = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    public static async Task<SampleWork> AddAsync(WebApp app)
    {
        var draft = await app.AddPlanAsync(app.Row("Dòng chưa có hạn và chưa rõ đơn vị", RowDeadline.None, leads: []));
        var (plan, task, occurrence) = await app.AddTaskAsync("Khắc phục hạn chế sau kiểm tra", new RowDeadline(DeadlineKind.Event, "Theo thông báo kết quả", null));
        var actor = app.ActorWith(Role.Member);
        var file = await app.WithAsync(async services =>
        {
            var (taken, _) = await services.GetRequiredService<FileStore>().TakeInAsync(new MemoryStream(Encoding.UTF8.GetBytes("<script>alert(1)</script>")), "bien-ban.html", actor.To("plans.report-progress"));
            await services.GetRequiredService<ProgressReporter>().ReportAsync(actor, new ProgressReport { OccurrenceId = occurrence, SeenVersion = 1, State = ProgressState.InProgress, Note = "Đã họp", File = taken });
            return taken!.Id;
        });
        var update = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.SingleAsync(said => said.OccurrenceId == occurrence));
        var proof = await app.AddProofAsync(OnePage, "thong-bao.pdf", "Thông báo kết quả kiểm tra", occurrence);
        return new SampleWork(plan, draft, task, occurrence, file, update.Id, proof, await AddObstacleAsync(app), await AddRequestAsync(app, task), await AddTargetAsync(app, plan));
    }

    /// <summary>A task the division is stuck with, asked of its head.</summary>
    private static async Task<Guid> AddObstacleAsync(WebApp app)
    {
        var (_, task, occurrence) = await app.AddTaskAsync("Bố trí màn hình công khai thủ tục");
        var actor = app.ActorWith(Role.Member);
        await app.WithAsync(services => services.GetRequiredService<ProgressReporter>().ReportAsync(
            actor, new ProgressReport { OccurrenceId = occurrence, SeenVersion = 1, State = ProgressState.Blocked, Note = "Chưa có kinh phí mua màn hình" }));
        return await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Obstacles.Where(one => one.TaskId == task).Select(one => one.Id).SingleAsync());
    }

    /// <summary>A target of the issued plan, with what the number was before.</summary>
    private static async Task<Guid> AddTargetAsync(WebApp app, Guid plan)
    {
        var target = new PlanTargetRow { OrganisationId = app.Ward.Id, PlanId = plan, IndexCode = "SIPAS", Kind = TargetKind.MoreThan, Value = 90, Unit = "%", Text = "Mức độ hài lòng đạt trên 90 %" };
        await app.WithAsync(async services =>
        {
            var db = services.GetRequiredService<DiemSangDbContext>();
            db.Add(target);
            await db.SaveAsync(Act.BySystem(app.Ward.Id, "test.add-target"));
            return true;
        });
        var before = new DatedNumber(new CountedNumber(430, 500), TimeProvider.System.Today().AddYears(-1), "Báo cáo năm trước");
        (await app.WithAsync(services => services.GetRequiredService<TargetBook>().SayAsync(app.ActorWith(Role.Focal), plan, target.Id, isBase: true, before, seen: null))).ShouldBe(FigureOutcome.Said);
        return target.Id;
    }

    /// <summary>The division asked to explain.</summary>
    private static async Task<Guid> AddRequestAsync(WebApp app, Guid task)
    {
        var actor = app.ActorWith(Role.Leader);
        await app.WithAsync(services => services.GetRequiredService<RequestDesk>().AskAsync(
            actor, new RequestOrder(task, app.Division.Id, RequestKind.Explanation, "Vì sao chưa có kết quả?", TimeProvider.System.Today().AddDays(7))));
        return await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().UnitRequests.Where(one => one.TaskId == task).Select(one => one.Id).SingleAsync());
    }
}

public static class SampleWorkBuilding
{
    /// <summary>A plan of one row led by the division, issued; its task and first period.</summary>
    public static async Task<(Guid Plan, Guid Task, Guid Occurrence)> AddTaskAsync(this WebApp app, string title, RowDeadline? deadline = null)
    {
        var plan = await app.AddPlanAsync(app.Row(title, deadline, app.Division));
        var actor = app.ActorWith(Role.Focal);
        (await app.WithAsync(services => services.GetRequiredService<PlanIssuer>().IssueAsync(actor, new IssueOrder { PlanId = plan, Number = "05", Symbol = "KH-UBND", IssuedOn = TimeProvider.System.Today() })))
            .ShouldBe(IssueOutcome.Issued);
        var occurrence = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Occurrences.Where(one => one.Task.PlanId == plan).OrderBy(one => one.FromDate).FirstAsync());
        return (plan, occurrence.TaskId, occurrence.Id);
    }

    /// <summary>A proof with a file, put in by the focal official.</summary>
    public static async Task<Guid> AddProofAsync(this WebApp app, string content, string name, string title, Guid? occurrence = null)
    {
        var actor = app.ActorWith(Role.Focal);
        return await app.WithAsync(async services =>
        {
            var (file, _) = await services.GetRequiredService<EvidenceFiles>().TakeInAsync(actor, new MemoryStream(Encoding.UTF8.GetBytes(content)), name);
            var proves = occurrence is { } id ? await services.GetRequiredService<EvidenceReader>().SubjectAsync(actor, id) : null;
            var added = await services.GetRequiredService<EvidenceDesk>().AddAsync(actor, new EvidenceDescription(title, TimeProvider.System.Today()), file, proves, isAnother: false);
            return added.ShouldBeOfType<Addition.Added>().ItemId;
        });
    }

    public static async Task<Guid> AddPlanAsync(this WebApp app, params PlanRow[] rows)
    {
        var year = TimeProvider.System.Today().Year;
        var plan = new Plan(app.Ward.Id, "Nâng cao các chỉ số PAR INDEX, SIPAS, PAPI", new PlanPeriod(year, year + 4), TimeProvider.System.GetUtcNow()) { Indices = ["PAR", "SIPAS", "PAPI"] };
        await app.WithAsync(async services =>
        {
            var db = services.GetRequiredService<DiemSangDbContext>();
            db.Plans.Add(plan);
            db.PlanRows.AddRange(rows.Select((row, number) => row.In(plan, number + 1)));
            await db.SaveAsync(Act.BySystem(app.Ward.Id, "test.add-plan"));
            return true;
        });
        return plan.Id;
    }

    public static PlanRow Row(this WebApp app, string title, RowDeadline? deadline = null, params Unit[] leads)
    {
        var row = new PlanRow
        {
            OrganisationId = app.Ward.Id, IndexCode = "PAPI", Code = "1.2", Title = title, Target = "Tăng tỷ lệ người dân tham gia các tổ chức, đoàn thể ở tổ dân phố",
            Deadline = deadline ?? new RowDeadline(DeadlineKind.Yearly, "31/12 hằng năm", null) { Month = 12, Day = 31 },
        };
        row.Parties.AddRange(leads.Select((unit, number) => new Party { OrganisationId = app.Ward.Id, RowId = row.Id, Position = number, Duty = Duty.Lead, PrintedName = unit.Name, UnitId = unit.Id }));
        return row;
    }

    public static Actor ActorWith(this WebApp app, Role role)
    {
        var person = app.PersonWith(role);
        return new Actor(app.Ward.Id, person.Id, person.FullName, [new HeldRole(role, Appointment.IsOrganisationWide(role) ? null : app.Division.Id, IsActing: false)]);
    }

    public static Task<Unit> AddUnitAsync(this WebApp app, string name) => app.Database.AddUnitAsync(app.Ward, name);

    /// <summary>A member of another unit than the division, with an account.</summary>
    public static Task<Person> AddPersonInAsync(this WebApp app, Unit unit) => app.AddPersonAsync(Role.Member, "Vi Văn Hòa", unit: unit);

    /// <summary>One unit of work in the ward.</summary>
    public static async Task<T> WithAsync<T>(this WebApp app, Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(app.Ward.Id);
        return await use(scope.ServiceProvider);
    }

    private static PlanRow In(this PlanRow row, Plan plan, int position)
    {
        var placed = new PlanRow
        {
            OrganisationId = plan.OrganisationId, Id = row.Id, PlanId = plan.Id, Position = position, IndexCode = row.IndexCode, Code = row.Code, Title = row.Title, Target = row.Target, Deadline = row.Deadline,
        };
        placed.Parties.AddRange(row.Parties);
        placed.Measures.Add(new Measure { OrganisationId = plan.OrganisationId, RowId = row.Id, Position = 1, Text = "Tuyên truyền, vận động người dân tham gia" });
        return placed;
    }
}
