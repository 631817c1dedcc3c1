using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Issuing;

public sealed class PlanReadinessTests : IAsyncLifetime
{
    private WorkingWard _ward = null!;

    public async Task InitializeAsync() => _ward = await CreateAsync();

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-17")]
    public async Task Check_CompleteRow_IsClear()
    {
        var clarity = await CheckAsync(Row(parties: [Lead(_ward.Culture), Cooperator(_ward.Economy)]));

        clarity.IsClear.ShouldBeTrue();
        clarity.Rows.Single().Leads.Single().HeadName.ShouldBe("Ma Văn Vĩnh");
    }

    [Fact]
    [Requirement("PLN-14", "PLN-17")]
    public async Task Check_RowWithNothing_MissesAllFive()
    {
        var clarity = await CheckAsync(Row(RowDeadline.None, title: " ", target: null));

        clarity.IsClear.ShouldBeFalse();
        clarity.Rows.Single().Missing.ShouldBe([Clear.Person, Clear.Work, Clear.Schedule, Clear.Result, Clear.Responsibility]);
    }

    [Fact]
    public async Task Check_LeadWhoseHeadLeftYesterday_MissesPersonAndResponsibility()
    {
        var office = await _ward.Database.AddUnitAsync(_ward.Organisation, "Văn phòng", UnitKind.Office);
        var head = await _ward.HireAsync("Trần Quốc Đạt", Role.Head, office);
        await _ward.ReadAsync(async db =>
        {
            (await db.Appointments.SingleAsync(held => held.PersonId == head.PersonId)).End(new DateOnly(2026, 2, 1));
            await db.SaveAsync(Act.BySystem(_ward.Organisation.Id, "test.end"));
            return 0;
        });

        var row = (await CheckAsync(Row(parties: Lead(office)))).Rows.Single();

        row.Missing.ShouldBe([Clear.Person, Clear.Responsibility]);
        row.UnitsWithoutHead.ShouldBe(["Văn phòng"]);
    }

    [Fact]
    public async Task Check_NameWithoutUnit_IsListedAsPrinted()
    {
        var unknown = new Party { Duty = Duty.Cooperate, PrintedName = "Trạm Y tế", Position = 1 };

        var row = (await CheckAsync(Row(parties: [Lead(_ward.Culture), unknown]))).Rows.Single();

        row.IsClear.ShouldBeFalse();
        row.Missing.ShouldBeEmpty();
        row.UnmappedNames.ShouldBe(["Trạm Y tế"]);
    }

    [Fact]
    [Requirement("PLN-11")]
    public async Task Check_PartnerBesideAnOffice_OfficeIsAccountableUnlessChosen()
    {
        var rows = Row(parties: [Lead(_ward.Front), Lead(_ward.OneStop, 2)]);
        var plan = await _ward.AddDraftAsync(rows);

        var proposed = await _ward.WithAsync((PlanReadiness readiness) => readiness.CheckAsync(_ward.Focal, plan.Id));
        var chosen = await _ward.WithAsync((PlanReadiness readiness) =>
            readiness.CheckAsync(_ward.Focal, plan.Id, new Dictionary<Guid, Guid> { [plan.Rows[0].Id] = _ward.Front.Id }));

        proposed!.Rows.Single().AccountableUnitId.ShouldBe(_ward.OneStop.Id);
        chosen!.Rows.Single().AccountableUnitId.ShouldBe(_ward.Front.Id);
    }

    [Fact]
    public async Task Check_ProposedRowOrUnconfirmedPicture_IsNotClear()
    {
        var row = Row(parties: Lead(_ward.Culture));
        row.Proposed = true;

        (await CheckAsync(row)).IsClear.ShouldBeFalse();

        var scanned = await _ward.AddDraftAsync(Row(parties: Lead(_ward.Culture)));
        await _ward.ReadAsync(async db =>
        {
            (await db.Plans.SingleAsync(plan => plan.Id == scanned.Id)).IdentityConfirmed = false;
            await db.SaveAsync(Act.BySystem(_ward.Organisation.Id, "test.scan"));
            return 0;
        });
        var clarity = await _ward.WithAsync((PlanReadiness readiness) => readiness.CheckAsync(_ward.Focal, scanned.Id));
        clarity!.IdentityUnconfirmed.ShouldBeTrue();
        clarity.IsClear.ShouldBeFalse();
    }

    [Fact]
    public async Task Check_PlanWithoutRows_IsNotClear() => (await CheckAsync()).HasNoRows.ShouldBeTrue();

    private async Task<PlanClarity> CheckAsync(params PlanRow[] rows)
    {
        var plan = await _ward.AddDraftAsync(rows);
        return (await _ward.WithAsync((PlanReadiness readiness) => readiness.CheckAsync(_ward.Focal, plan.Id)))!;
    }
}
