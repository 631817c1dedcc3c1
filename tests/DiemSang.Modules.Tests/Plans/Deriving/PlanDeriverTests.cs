using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Modules.Plans.Deriving;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Plans.Deriving;

public sealed class PlanDeriverTests : IAsyncLifetime
{
    private static readonly RowDeadline June2027 = new(DeadlineKind.Fixed, "trước 01/7/2027", new DateOnly(2027, 6, 30));
    private WorkingWard _ward = null!;
    private Plan _fiveYears = null!;

    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        _fiveYears = await _ward.AddIssuedAsync(
            Row(title: "Cơ hội tham gia", parties: Lead(_ward.Culture)),
            Row(June2027, title: "Số hóa hồ sơ", parties: [Lead(_ward.Economy), Cooperator(_ward.OneStop)]),
            Row(new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null), title: "Trực một cửa", parties: Lead(_ward.OneStop)));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("PLN-20")]
    public async Task OfYear_FiveYearPlan_TakesRowsOfTheYearAndLinksEachToItsLine()
    {
        var year2026 = (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.Focal, _fiveYears.Id, 2026)))!;
        var year2027 = (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.Focal, _fiveYears.Id, 2027)))!;

        year2026.Rows.Select(row => row.Title).ShouldBe(["Cơ hội tham gia", "Trực một cửa"]);
        year2027.Rows.Select(row => row.Title).ShouldBe(["Cơ hội tham gia", "Số hóa hồ sơ", "Trực một cửa"]);
        (year2027.State, year2027.PeriodFrom, year2027.PeriodTo, year2027.ParentPlanId).ShouldBe((PlanState.Draft, 2027, 2027, _fiveYears.Id));
        year2027.Title.ShouldEndWith("năm 2027");
        var cover = (await _ward.WithAsync((CoverReading reading) => reading.FindAsync(_ward.Focal, year2027.Id)))!;
        cover.Covered.ShouldAllBe(row => row.By.Single().Row.Title == row.Parent.Title);
        cover.WithoutParent.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("MYR-01", "MYR-02", "MYR-07")]
    public async Task Years_OfAFiveYearPlan_NameTheYearsWithoutAPlanOfTheirOwn()
    {
        var year2027 = (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.Focal, _fiveYears.Id, 2027)))!;

        var years = await _ward.WithAsync((YearPlans plans) => plans.FindAsync(_ward.Focal, _fiveYears));

        years.Select(year => year.Year).ShouldBe(Enumerable.Range(_fiveYears.PeriodFrom, _fiveYears.PeriodTo - _fiveYears.PeriodFrom + 1));
        years.Single(year => year.PlanId is not null).ShouldBe(new PlanYear(2027, year2027.Id, year2027.Title, PlanState.Draft));
    }

    [Fact]
    [Requirement("PLN-20")]
    public async Task OfUnit_LeadsAndCooperates_MakesADraftThatIsIssuedAsUsual()
    {
        var plan = (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfUnitAsync(_ward.Focal, _fiveYears.Id, _ward.OneStop.Id)))!;

        plan.Rows.Select(row => row.Title).ShouldBe(["Số hóa hồ sơ", "Trực một cửa"]);
        (plan.UnitId, plan.Issuer).ShouldBe((_ward.OneStop.Id, _ward.OneStop.Name));
        plan.Content.Parents.Single().Number.ShouldBe("05");
        var cover = (await _ward.WithAsync((CoverReading reading) => reading.FindAsync(_ward.Focal, plan.Id)))!;
        cover.Covered.Select(row => row.Parent.Title).ShouldBe(["Số hóa hồ sơ", "Trực một cửa"], "rows of other units are not missing");
        plan.Rows.ShouldAllBe(row => row.Leads.Single().UnitId == _ward.OneStop.Id);
        plan.Rows[0].Cooperators.Single().UnitId.ShouldBe(_ward.Economy.Id);
        (await _ward.IssueAsync(plan)).ShouldBe(IssueOutcome.Issued);
        (await _ward.ReadAsync(db => db.Tasks.CountAsync(task => task.PlanId == plan.Id))).ShouldBe(2);
    }

    [Fact]
    public async Task Derive_YearOutsideUnitWithoutRowsOrNoRight_MakesNothing()
    {
        (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.Focal, _fiveYears.Id, 2031))).ShouldBeNull();
        (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfUnitAsync(_ward.Focal, _fiveYears.Id, _ward.Front.Id))).ShouldBeNull();
        (await _ward.WithAsync((PlanDeriver deriver) => deriver.OfYearAsync(_ward.CultureHead, _fiveYears.Id, 2026))).ShouldBeNull();
    }
}
