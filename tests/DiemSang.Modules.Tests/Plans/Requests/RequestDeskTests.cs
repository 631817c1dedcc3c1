using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Requests;

public sealed class RequestDeskTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;
    private PlanTask _task = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        var plan = await _ward.AddIssuedAsync(Row(parties: [Lead(_ward.Culture), Cooperator(_ward.Economy)]));
        _task = await _ward.ReadAsync(db => db.Tasks.SingleAsync(task => task.PlanId == plan.Id));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("LDR-01")]
    public async Task Explanation_AskedByTheLeader_IsAnsweredByTheUnitAndClosed()
    {
        (await AskAsync(_ward.Leader, RequestKind.Explanation, _ward.Culture)).ShouldBe(RequestOutcome.Done);
        var asked = (await ToAnswerAsync(_ward.CultureHead)).Single();

        (await AnswerAsync(_ward.CultureHead, asked)).ShouldBe(RequestOutcome.Done);
        var answered = (await _ward.WithAsync((RequestDesk desk) => desk.AnsweredAsync(_ward.Leader))).Single();
        (answered.AnswererName, answered.Request.Answer).ShouldBe(("Ma Văn Vĩnh", "Đã xong phần việc"));
        (await CloseAsync(_ward.CultureHead, asked)).ShouldBe(RequestOutcome.NotAllowed);
        (await CloseAsync(_ward.Leader, asked)).ShouldBe(RequestOutcome.Done);
        (await ToAnswerAsync(_ward.CultureHead)).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("PLN-19")]
    public async Task Contribution_AskedByTheLead_IsAnsweredByTheCooperator()
    {
        (await AskAsync(_ward.CultureMember, RequestKind.Contribution, _ward.Economy)).ShouldBe(RequestOutcome.Done);
        var asked = (await ToAnswerAsync(_ward.EconomyHead)).Single();

        (await AnswerAsync(_ward.EconomyHead, asked)).ShouldBe(RequestOutcome.Done);

        var record = await _ward.WithAsync((TaskReader reader) => reader.OpenAsync(_ward.CultureMember, _task.Id));
        record!.Requests.Single().AnswererName.ShouldBe("Lê Minh Tuấn", "the lead sees who answered");
        (await AnswerAsync(_ward.EconomyHead, asked)).ShouldBe(RequestOutcome.MovedOn, "answered once");
    }

    [Fact]
    [Requirement("SCR-12")]
    public async Task Answer_WithTheFileOfAnUpdate_IsOneProofUsedForBoth()
    {
        await AskAsync(_ward.CultureMember, RequestKind.Contribution, _ward.Economy);
        var asked = (await ToAnswerAsync(_ward.EconomyHead)).Single();
        var occurrence = await _ward.ReadAsync(db => db.Occurrences.SingleAsync(one => one.TaskId == _task.Id));
        await WithFileAsync(_ward.CultureHead, (services, file) => services.GetRequiredService<ProgressReporter>().ReportAsync(
            _ward.CultureHead, new ProgressReport { OccurrenceId = occurrence.Id, SeenVersion = occurrence.Version, State = ProgressState.Done, File = file }));

        await WithFileAsync(_ward.EconomyHead, (services, file) => services.GetRequiredService<RequestDesk>().AnswerAsync(_ward.EconomyHead, asked.Request.Id, "Gửi kèm", file));

        var item = await _ward.ReadAsync(db => db.EvidenceItems.SingleAsync());
        var record = (await _ward.WithAsync((EvidenceReader reader) => reader.OpenAsync(_ward.EconomyHead, item.Id)))!;
        record.Uses.Select(used => used.Use.SubjectKind).ShouldBe([EvidenceSubject.Occurrence, EvidenceSubject.Request]);
        record.Uses[1].Request!.Unit.ShouldBe(_ward.Economy.Name);
        (await _ward.WithAsync((EvidenceReader reader) => reader.FindAsync(_ward.CultureMember, item.Id))).ShouldNotBeNull("the lead unit asked for it");
        (await _ward.WithAsync((EvidenceReader reader) => reader.FindAsync(_ward.OneStopHead, item.Id))).ShouldBeNull();
    }

    [Fact]
    public async Task Ask_ByWhoMayNot_IsRefused()
    {
        (await AskAsync(_ward.CultureHead, RequestKind.Explanation, _ward.Culture)).ShouldBe(RequestOutcome.NotAllowed);
        (await AskAsync(_ward.Leader, RequestKind.Explanation, _ward.Economy)).ShouldBe(RequestOutcome.NotAllowed, "a co-operating unit has nothing to explain");
        (await AskAsync(_ward.EconomyHead, RequestKind.Contribution, _ward.Economy)).ShouldBe(RequestOutcome.NotAllowed);
        (await AskAsync(_ward.OneStopHead, RequestKind.Contribution, _ward.Economy)).ShouldBe(RequestOutcome.NotFound);
        (await AskAsync(_ward.Leader, RequestKind.Explanation, _ward.Culture, new DateOnly(2026, 2, 1))).ShouldBe(RequestOutcome.DayHasPassed);
    }

    [Fact]
    public async Task ToAnswer_WhenTheTaskIsGivenToAnOfficial_ShowsThatOfficialAndTheHead()
    {
        var colleague = await _ward.HireAsync("Lý Thị Sen", Role.Member, _ward.Culture);
        var part = await _ward.ReadAsync(db => db.Assignments.SingleAsync(one => one.TaskId == _task.Id && one.Duty == Duty.Lead));
        await _ward.WithAsync((TaskAssigner assigner) => assigner.AssignAsync(_ward.CultureHead, part.Id, _ward.CultureMember.PersonId, part.Version));
        await AskAsync(_ward.Focal, RequestKind.Explanation, _ward.Culture);

        (await ToAnswerAsync(_ward.CultureMember)).Count.ShouldBe(1);
        (await ToAnswerAsync(_ward.CultureHead)).Count.ShouldBe(1);
        (await ToAnswerAsync(colleague)).ShouldBeEmpty();
    }

    /// <summary>The same photograph each time, sent under a name of its own.</summary>
    private async Task WithFileAsync(Actor actor, Func<IServiceProvider, StoredFile, Task> use)
    {
        await using var scope = _ward.Database.Scope(_ward.Organisation.Id);
        var files = new EvidenceFiles(new FileStore(scope.ServiceProvider.GetRequiredService<DiemSangDbContext>(), new(_ward.Database.FilesFolder), _ward.Clock), scope.ServiceProvider.GetRequiredService<DiemSangDbContext>());
        var (file, _) = await files.TakeInAsync(actor, new MemoryStream("Biên bản có chữ ký"u8.ToArray()), $"{actor.FullName}.txt");
        await use(scope.ServiceProvider, file!);
    }

    private Task<RequestOutcome> AskAsync(Actor actor, RequestKind kind, Unit unit, DateOnly? due = null) =>
        _ward.WithAsync((RequestDesk desk) => desk.AskAsync(actor, new RequestOrder(_task.Id, unit.Id, kind, "Vì sao chậm?", due ?? new DateOnly(2026, 2, 10))));

    private Task<RequestOutcome> AnswerAsync(Actor actor, AskedRequest asked) =>
        _ward.WithAsync((RequestDesk desk) => desk.AnswerAsync(actor, asked.Request.Id, "Đã xong phần việc", null));

    private Task<RequestOutcome> CloseAsync(Actor actor, AskedRequest asked) => _ward.WithAsync((RequestDesk desk) => desk.CloseAsync(actor, asked.Request.Id));

    private Task<IReadOnlyList<AskedRequest>> ToAnswerAsync(Actor actor) => _ward.WithAsync((RequestDesk desk) => desk.ToAnswerAsync(actor));
}
