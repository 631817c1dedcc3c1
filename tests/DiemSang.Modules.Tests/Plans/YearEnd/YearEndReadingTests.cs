using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Plans.YearEnd;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.YearEnd;

/// <summary>What a year comes to: one task of culture on time with proof, one of economy late.</summary>
public sealed class YearEndReadingTests : IAsyncLifetime
{
    private static readonly RowDeadline March = new(DeadlineKind.Fixed, "trước 01/4/2026", new DateOnly(2026, 3, 31));
    private WorkingWard _ward = null!;
    private Plan _plan = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        _plan = await _ward.AddIssuedAsync(Row(March, title: "Cơ hội tham gia", parties: Lead(_ward.Culture)), Row(March, title: "Số hóa hồ sơ", parties: Lead(_ward.Economy)));
        await _ward.AddIssuedAsync(Row(March, title: "Việc của kế hoạch khác", parties: Lead(_ward.Culture)));
        var part = await _ward.ReadAsync(db => db.Assignments.SingleAsync(part => part.UnitId == _ward.Culture.Id && db.Tasks.Any(task => task.Id == part.TaskId && task.PlanId == _plan.Id)));
        await _ward.WithAsync((TaskAssigner assigner) => assigner.AssignAsync(_ward.CultureHead, part.Id, _ward.CultureMember.PersonId, part.Version));
        var period = await _ward.ReadAsync(db => db.Occurrences.SingleAsync(period => period.TaskId == part.TaskId));
        await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(
            _ward.CultureMember, new ProgressReport { OccurrenceId = period.Id, SeenVersion = 1, State = ProgressState.Done, DocumentNumber = "12/BC-UBND" }));
        _ward.Clock.MoveTo(new DateOnly(2026, 12, 20));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("EVA-01", "EVA-02")]
    public async Task Find_YearOfAPlan_CountsPerUnitAndPerson()
    {
        var record = await FindAsync(_ward.Leader, _plan.Id);

        record.Units.Select(unit => (unit.Name, unit.Figures)).ShouldBe(
            [(_ward.Culture.Name, new YearFigures(1, 1, 1, 0, 1, 1, 0)), (_ward.Economy.Name, new YearFigures(1, 1, 0, 1, 0, 0, 0))], ignoreOrder: true);
        record.People.Single().ShouldSatisfyAllConditions(person => person.Name.ShouldBe("Ma Thị Dung"), person => person.Figures.OnTime.ShouldBe(1));
        (await FindAsync(_ward.Leader, null)).Units.Single(unit => unit.Id == _ward.Culture.Id).Figures.Led.ShouldBe(2, "of all plans");
        (await _ward.WithAsync((YearEndReading reading) => reading.FindAsync(_ward.Leader, 2025, null))).Units.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("EVA-05", "EVA-06")]
    public async Task Sheet_IsForThePersonTheHeadAndThoseAbove()
    {
        foreach (var actor in new[] { _ward.CultureMember, _ward.CultureHead, _ward.Focal, _ward.Leader })
        {
            (await PersonAsync(actor, _ward.CultureMember))!.Lines.Single().Title.ShouldBe("Cơ hội tham gia");
        }

        (await PersonAsync(_ward.EconomyHead, _ward.CultureMember)).ShouldBeNull();
        (await PersonAsync(_ward.Viewer, _ward.CultureMember)).ShouldBeNull();
        (await PersonAsync(_ward.Viewer, _ward.Viewer))!.Lines.ShouldBeEmpty();
        (await UnitAsync(_ward.CultureMember, _ward.Culture)).ShouldBeNull();
        (await UnitAsync(_ward.CultureHead, _ward.Culture))!.Lines.Select(line => line.Title).ShouldBe(["Cơ hội tham gia", "Việc của kế hoạch khác"], ignoreOrder: true);
        (await FindAsync(_ward.CultureHead, null)).Units.Single().Id.ShouldBe(_ward.Culture.Id);
        (await FindAsync(_ward.CultureMember, null)).ShouldSatisfyAllConditions(its => its.Units.ShouldBeEmpty(), its => its.People.Single().Id.ShouldBe(_ward.CultureMember.PersonId));
    }

    [Fact]
    [Requirement("EVA-02")]
    public async Task Papers_OfTheYear_HoldTheFigures()
    {
        using var docx = new MemoryStream();
        using var xlsx = new MemoryStream();

        YearPapers.WriteDocx((await UnitAsync(_ward.Leader, _ward.Economy))!, docx);
        YearPapers.WriteXlsx(await FindAsync(_ward.Leader, null), "Ủy ban nhân dân phường", xlsx);

        docx.Position = 0;
        DocumentReader.Read(docx, "phieu.docx", ReadLimits.Default).Blocks.OfType<ParagraphBlock>().ShouldContain(paragraph => paragraph.Text.Contains("1 muộn"));
        xlsx.ToArray()[..2].ShouldBe("PK"u8.ToArray());
    }

    private Task<YearEndRecord> FindAsync(Actor actor, Guid? plan) => _ward.WithAsync((YearEndReading reading) => reading.FindAsync(actor, 2026, plan));

    private Task<YearSheet?> PersonAsync(Actor actor, Actor of) => _ward.WithAsync((YearEndReading reading) => reading.OfPersonAsync(actor, of.PersonId, 2026, null));

    private Task<YearSheet?> UnitAsync(Actor actor, Unit unit) => _ward.WithAsync((YearEndReading reading) => reading.OfUnitAsync(actor, unit.Id, 2026, null));
}
