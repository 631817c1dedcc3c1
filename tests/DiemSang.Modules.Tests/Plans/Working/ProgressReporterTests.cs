using System.Text;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Working;

public sealed class ProgressReporterTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-19", "BRD-05", "BRD-07")]
    public async Task Report_WithNumberNoteAndFile_IsKeptInHistoryAndCarriedByThePeriod()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));

        var result = await ReportWithFileAsync(_ward.CultureMember, occurrence);

        result.Outcome.ShouldBe(ReportOutcome.Taken);
        var saved = await FindAsync(occurrence.Id);
        (saved.State, saved.Percent, saved.Numerator, saved.Denominator).ShouldBe((ProgressState.Done, 75, 30m, 40m));
        saved.DoneOn.ShouldBe(new DateOnly(2026, 2, 2));
        var said = (await OpenAsync(occurrence.TaskId))!.History.Single();
        (said.PersonName, said.Note, said.DocumentNumber, said.FileName).ShouldBe(("Ma Thị Dung", "Đã họp 7 tổ dân phố", "12/BC-UBND", "bien-ban.txt"));
        (await _ward.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Verb == "plans.report-progress" && entry.SubjectKind == nameof(ProgressUpdate)))).ShouldBe(1);
    }

    [Fact]
    [Requirement("SCR-12")]
    public async Task Report_WithDocumentNumberAndFile_KeepsTheProofForItsPeriod()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));

        await ReportWithFileAsync(_ward.CultureMember, occurrence);

        var proof = await _ward.ReadAsync(db => db.EvidenceItems.SingleAsync());
        (proof.Number, proof.Symbol, proof.FileId is null).ShouldBe(("12", "BC-UBND", false));
        (await _ward.ReadAsync(db => db.EvidenceUses.SingleAsync())).SubjectId.ShouldBe(occurrence.Id);
    }

    [Fact]
    public async Task Report_AfterSomebodyElseSpoke_KeepsBothAndTellsTheSecond()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));
        await ReportAsync(_ward.CultureHead, occurrence, ProgressState.Done, "Đã xong từ hôm qua");
        _ward.Clock.Pass(TimeSpan.FromMinutes(1));

        var second = await ReportAsync(_ward.CultureMember, occurrence, ProgressState.InProgress, "Đang làm");

        second.Outcome.ShouldBe(ReportOutcome.Taken);
        second.SaidSince.Single().Note.ShouldBe("Đã xong từ hôm qua");
        (await FindAsync(occurrence.Id)).State.ShouldBe(ProgressState.InProgress);
        (await OpenAsync(occurrence.TaskId))!.History.Select(said => said.Note).ShouldBe(["Đang làm", "Đã xong từ hôm qua"]);
    }

    [Fact]
    public async Task Report_ManyInTheSameMoment_LosesNone()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));

        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => ReportAsync(_ward.CultureMember, occurrence, ProgressState.InProgress, $"Lần {number}")));

        results.ShouldAllBe(result => result.Outcome == ReportOutcome.Taken);
        results.Count(result => result.SaidSince.Count == 0).ShouldBe(1);
        (await OpenAsync(occurrence.TaskId))!.History.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Report_SameSendingManyTimes_IsTakenOnce()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));
        var key = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => SendAsync(_ward.CultureMember, occurrence, key)));

        results.ShouldAllBe(result => result.Outcome == ReportOutcome.Taken);
        (await OpenAsync(occurrence.TaskId))!.History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Report_ThatWaitedForALine_IsHeldBackWhenOthersSpoke()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));
        await SendAsync(_ward.CultureMember, occurrence, Guid.NewGuid(), onlyIfUnchanged: true);
        (await SendAsync(_ward.CultureMember, occurrence, Guid.NewGuid(), onlyIfUnchanged: true)).Outcome.ShouldBe(ReportOutcome.Taken, "nobody is surprised by the own words");
        await ReportAsync(_ward.CultureHead, occurrence, ProgressState.Done, "Đã xong");

        var late = await SendAsync(_ward.CultureMember, occurrence, Guid.NewGuid(), onlyIfUnchanged: true);

        late.Outcome.ShouldBe(ReportOutcome.MovedOn);
        late.SaidSince.Single().Note.ShouldBe("Đã xong");
        (await FindAsync(occurrence.Id)).State.ShouldBe(ProgressState.Done);
    }

    [Fact]
    public async Task Report_NumbersThatCannotBe_SavesNothing()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));

        var result = await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(_ward.CultureHead, new ProgressReport
        {
            OccurrenceId = occurrence.Id, SeenVersion = occurrence.Version, State = ProgressState.Done, Numerator = 1, Denominator = 0,
        }));

        (result.Outcome, result.Fault).ShouldBe((ReportOutcome.Refused, ReportFault.DenominatorZero));
        (await FindAsync(occurrence.Id)).AnsweredAt.ShouldBeNull();
    }

    [Fact]
    [Requirement("PLN-19")]
    public async Task Report_ByEveryRole_OnlyTheUnitSpeaksForItself()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture), Cooperator(_ward.Economy));
        var expected = new Dictionary<Actor, ReportOutcome>
        {
            [_ward.CultureHead] = ReportOutcome.Taken,
            [_ward.CultureMember] = ReportOutcome.Taken,
            [_ward.EconomyHead] = ReportOutcome.NotAllowed,
            [_ward.OneStopHead] = ReportOutcome.NotFound,
            [_ward.FrontHead] = ReportOutcome.NotFound,
            [_ward.Focal] = ReportOutcome.NotAllowed,
            [_ward.Leader] = ReportOutcome.NotAllowed,
            [_ward.Viewer] = ReportOutcome.NotAllowed,
        };

        foreach (var (actor, outcome) in expected)
        {
            (await ReportAsync(actor, occurrence, ProgressState.InProgress)).Outcome.ShouldBe(outcome, actor.FullName);
        }
    }

    [Fact]
    public async Task Report_ByThePartnerThatLeads_IsTaken()
    {
        var occurrence = await OneAsync(Lead(_ward.Front));

        (await ReportAsync(_ward.FrontHead, occurrence, ProgressState.Done)).Outcome.ShouldBe(ReportOutcome.Taken);
    }

    [Fact]
    public async Task Report_FromAnotherOrganisation_FindsNothing()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));
        var stranger = await _ward.Database.AddOrganisationAsync("Ủy ban nhân dân xã Nơi Khác");
        var office = await _ward.Database.AddUnitAsync(stranger);
        var head = await _ward.Database.AddPersonAsync(stranger, "Người Lạ", Role.Head, office);
        await using var scope = _ward.Database.Scope(stranger.Id);

        var result = await scope.ServiceProvider.GetRequiredService<ProgressReporter>().ReportAsync(
            new Actor(stranger.Id, head.Id, head.FullName, [new HeldRole(Role.Focal, null, false), new HeldRole(Role.Head, _ward.Culture.Id, false)]),
            new ProgressReport { OccurrenceId = occurrence.Id, SeenVersion = 1, State = ProgressState.Done });

        result.Outcome.ShouldBe(ReportOutcome.NotFound);
    }

    [Fact]
    public async Task File_OfATask_IsForThoseWhoMaySeeTheTask()
    {
        var occurrence = await OneAsync(Lead(_ward.Culture));
        await ReportWithFileAsync(_ward.CultureMember, occurrence);
        var file = (await OpenAsync(occurrence.TaskId))!.History.Single().FileId!.Value;

        (await FileAsync(_ward.Viewer, occurrence.TaskId, file)).ShouldNotBeNull().Name.ShouldBe("bien-ban.txt");
        (await FileAsync(_ward.EconomyHead, occurrence.TaskId, file)).ShouldBeNull();
        (await FileAsync(_ward.Viewer, Guid.NewGuid(), file)).ShouldBeNull();
    }

    [Fact]
    [Requirement("PLN-16")]
    public async Task SetDueDay_WhenTheNoticeCame_GivesTheDayAndItsBasis()
    {
        var occurrence = await OneAsync(new RowDeadline(DeadlineKind.Event, "Theo thông báo kết quả", null), Lead(_ward.Culture));
        occurrence.DueOn.ShouldBeNull();

        (await SetDueDayAsync(_ward.CultureMember, occurrence)).ShouldBe(DueDayOutcome.NotAllowed);
        (await SetDueDayAsync(_ward.Focal, occurrence)).ShouldBe(DueDayOutcome.Set);

        var saved = await FindAsync(occurrence.Id);
        (saved.DueOn, saved.DueBasis).ShouldBe((new DateOnly(2026, 4, 15), "07/TB-TTr ngày 01/3/2026"));
    }

    [Fact]
    public async Task SetDueDay_WhereThePlanGaveOne_IsRefused() =>
        (await SetDueDayAsync(_ward.Focal, await OneAsync(Lead(_ward.Culture)))).ShouldBe(DueDayOutcome.HasDay);

    private Task<Occurrence> OneAsync(params Party[] parties) => OneAsync(new RowDeadline(DeadlineKind.Yearly, "31/12 hằng năm", null) { Month = 12, Day = 31 }, parties);

    private async Task<Occurrence> OneAsync(RowDeadline deadline, params Party[] parties)
    {
        var plan = await _ward.AddIssuedAsync(Row(deadline, parties: parties));
        return await _ward.ReadAsync(db => db.Occurrences.SingleAsync(occurrence => occurrence.Task.PlanId == plan.Id));
    }

    private Task<ReportResult> ReportAsync(Actor actor, Occurrence occurrence, ProgressState state, string? note = null) =>
        _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport
        {
            OccurrenceId = occurrence.Id, SeenVersion = occurrence.Version, State = state, Note = note,
        }));

    private Task<ReportResult> SendAsync(Actor actor, Occurrence occurrence, Guid key, bool onlyIfUnchanged = false) =>
        _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(actor, new ProgressReport
        {
            OccurrenceId = occurrence.Id, SeenVersion = occurrence.Version, State = ProgressState.InProgress, Key = key, OnlyIfUnchanged = onlyIfUnchanged,
        }));

    private async Task<ReportResult> ReportWithFileAsync(Actor actor, Occurrence occurrence)
    {
        await using var scope = _ward.Database.Scope(_ward.Organisation.Id);
        var (file, _) = await scope.ServiceProvider.GetRequiredService<FileStore>()
            .TakeInAsync(new MemoryStream(Encoding.UTF8.GetBytes("Biên bản họp")), "bien-ban.txt", actor.To("plans.report-progress"));
        return await scope.ServiceProvider.GetRequiredService<ProgressReporter>().ReportAsync(actor, new ProgressReport
        {
            OccurrenceId = occurrence.Id, SeenVersion = occurrence.Version, State = ProgressState.Done, Numerator = 30, Denominator = 40,
            Note = "Đã họp 7 tổ dân phố", DocumentNumber = "12/BC-UBND", File = file,
        });
    }

    private Task<DueDayOutcome> SetDueDayAsync(Actor actor, Occurrence occurrence) =>
        _ward.WithAsync((DueDays days) => days.SetAsync(actor, occurrence.Id, new DateOnly(2026, 4, 15), "07/TB-TTr ngày 01/3/2026"));

    private Task<Occurrence> FindAsync(Guid id) => _ward.ReadAsync(db => db.Occurrences.SingleAsync(occurrence => occurrence.Id == id));

    private Task<TaskRecord?> OpenAsync(Guid taskId) => _ward.WithAsync((TaskReader reader) => reader.OpenAsync(_ward.Focal, taskId));

    private Task<StoredFile?> FileAsync(Actor actor, Guid taskId, Guid fileId) => _ward.WithAsync((TaskReader reader) => reader.FileAsync(actor, taskId, fileId));
}
