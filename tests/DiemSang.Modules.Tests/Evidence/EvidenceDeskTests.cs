using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Tests.Evidence;

public sealed class EvidenceDeskTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 31);
    private WorkingWard _ward = null!;
    private Occurrence _period = null!;

    public async Task InitializeAsync()
    {
        _ward = await WorkingWard.CreateAsync();
        await _ward.AddIssuedAsync(WorkingWard.Row(new RowDeadline(DeadlineKind.Fixed, "31/3/2026", Day), parties: WorkingWard.Lead(_ward.Culture)));
        _period = await _ward.ReadAsync(db => db.Occurrences.SingleAsync());
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("SCR-12")]
    public async Task Add_ForAPeriodSaidToBeDone_TakesItOffTheMissingList()
    {
        await ReportDoneAsync();
        var missing = (await MissingAsync(_ward.CultureHead)).ShouldHaveSingleItem();
        missing.Unit.ShouldBe("Phòng Văn hóa - Xã hội phường");
        (await MissingAsync(_ward.EconomyHead)).ShouldBeEmpty("it is another unit's");

        var added = (await AddAsync(_ward.CultureHead, Report("12/BC-UBND ngày 31/3/2026"), _period.Id)).ShouldBeOfType<Addition.Added>();

        (await MissingAsync(_ward.Focal)).ShouldBeEmpty();
        var record = (await OpenAsync(_ward.Focal, added.ItemId))!;
        record.Uses.Single().Subject!.Name.ShouldBe("PAPI 1.1 Cơ hội tham gia");
        record.AddedBy.ShouldBe("Ma Văn Vĩnh");
        record.History.Single().Verb.ShouldBe("evidence.add");
    }

    [Fact]
    public async Task Add_SameNumberWithAnotherDate_AsksThenTakesThePersonsWord()
    {
        await AddAsync(_ward.Focal, Report("12/BC-UBND ngày 31/3/2026"));

        (await AddAsync(_ward.Focal, Report("12/BC-UBND"))).ShouldBeOfType<Addition.Doubtful>().Like.ShouldHaveSingleItem();
        (await _ward.ReadAsync(db => db.EvidenceItems.CountAsync())).ShouldBe(1);
        (await AddAsync(_ward.Focal, Report("12/BC-UBND"), isAnother: true)).ShouldBeOfType<Addition.Added>();
        (await AddAsync(_ward.Focal, Report("12/BC-UBND"))).ShouldBeOfType<Addition.Known>();
    }

    [Fact]
    public async Task Open_ProofOfAnotherUnitsWork_IsNotThere()
    {
        var added = (await AddAsync(_ward.CultureHead, Report("12/BC-UBND"), _period.Id)).ShouldBeOfType<Addition.Added>();

        (await OpenAsync(_ward.CultureMember, added.ItemId)).ShouldNotBeNull("it proves work of their unit");
        (await OpenAsync(_ward.Viewer, added.ItemId)).ShouldNotBeNull("they see the whole organisation");
        (await OpenAsync(_ward.EconomyHead, added.ItemId)).ShouldBeNull();
    }

    [Fact]
    public async Task Withdraw_WhatProvesSomething_IsRefused()
    {
        var used = (await AddAsync(_ward.Focal, Report("12/BC-UBND"), _period.Id)).ShouldBeOfType<Addition.Added>();
        var unused = (await AddAsync(_ward.Focal, Report("13/BC-UBND"))).ShouldBeOfType<Addition.Added>();

        (await WithdrawAsync(used.ItemId)).ShouldBeFalse();
        (await WithdrawAsync(unused.ItemId)).ShouldBeTrue();

        (await OpenAsync(_ward.Focal, unused.ItemId)).ShouldBeNull();
    }

    private static EvidenceDescription Report(string document) => new EvidenceDescription("Báo cáo cải cách hành chính quý I", Day).WithDocument(document);

    private Task<Addition> AddAsync(Actor by, EvidenceDescription description, Guid? occurrence = null, bool isAnother = false) => _ward.ReadAsync(async db =>
    {
        var proves = occurrence is { } id ? await new EvidenceReader(db).SubjectAsync(by, id) : null;
        (proves is null).ShouldBe(occurrence is null);
        return await new EvidenceDesk(db, new EvidenceLibrary(db, _ward.Clock), _ward.Clock).AddAsync(by, description, file: null, proves, isAnother);
    });

    private Task<bool> WithdrawAsync(Guid id) => _ward.ReadAsync(async db =>
        await new EvidenceDesk(db, new EvidenceLibrary(db, _ward.Clock), _ward.Clock).WithdrawAsync(_ward.Focal, await db.EvidenceItems.SingleAsync(item => item.Id == id)));

    private Task<EvidenceRecord?> OpenAsync(Actor by, Guid id) => _ward.WithAsync((EvidenceReader reader) => reader.OpenAsync(by, id));

    private Task<IReadOnlyList<OccurrenceLine>> MissingAsync(Actor by) => _ward.WithAsync((MissingProofs missing) => missing.FindAsync(by, 2026));

    private async Task ReportDoneAsync()
    {
        var result = await _ward.WithAsync((ProgressReporter reporter) =>
            reporter.ReportAsync(_ward.CultureHead, new ProgressReport { OccurrenceId = _period.Id, SeenVersion = _period.Version, State = ProgressState.Done }));
        result.Outcome.ShouldBe(ReportOutcome.Taken);
    }
}
