using DiemSang.Core.Planning;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.Improving;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using static DiemSang.Tests.TestData.WorkingWard;

namespace DiemSang.Modules.Tests.Scorecards;

public sealed class FigureTests : IAsyncLifetime
{
    private const string Set = "par-thu", Code = "1.2";
    private WorkingWard _ward = null!;

    /// <summary>Two tasks due in February: one done in time with a measured share and linked with a criterion, one not.</summary>
    public async Task InitializeAsync()
    {
        _ward = await CreateAsync();
        var plan = await _ward.AddIssuedAsync(Row(Due(15), "Hồ sơ đúng hạn", parties: Lead(_ward.Culture)), Row(Due(20), "Tuyên truyền", parties: Lead(_ward.Economy)));
        var row = await _ward.ReadAsync(db => db.PlanRows.SingleAsync(one => one.PlanId == plan.Id && one.Title == "Hồ sơ đúng hạn"));
        await _ward.WithAsync((Improvement improvement) => improvement.LinkAsync(_ward.Focal, Set, Code, row.Id));
        var period = await _ward.ReadAsync(db => db.Occurrences.SingleAsync(one => one.UnitId == _ward.Culture.Id));
        var report = new ProgressReport { OccurrenceId = period.Id, SeenVersion = period.Version, State = ProgressState.Done, Numerator = 83, Denominator = 90, DocumentNumber = "12/BC-UBND" };
        (await _ward.WithAsync((ProgressReporter reporter) => reporter.ReportAsync(_ward.CultureMember, report))).Outcome.ShouldBe(ReportOutcome.Taken);
        _ward.Clock.MoveTo(new DateOnly(2026, 3, 4));
    }

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Theory]
    [InlineData(FigureNames.PlanDone, 1, 2, "1 trên 2 nhiệm vụ của kế hoạch đã hoàn thành, tính đến ngày 04/03/2026")]
    [InlineData(FigureNames.PlanOnTime, 1, 2, "1 trên 2 kỳ đến hạn năm 2026 của nhiệm vụ của kế hoạch đúng hạn")]
    [InlineData(FigureNames.LinkedDone, 1, 1, "1 trên 1 nhiệm vụ gắn với tiêu chí đã hoàn thành")]
    [InlineData(FigureNames.LinkedOnTime, 1, 1, "1 trên 1 kỳ đến hạn")]
    [InlineData(FigureNames.LinkedMeasured, 83, 90, "Từ nhiệm vụ “Hồ sơ đúng hạn”: 83 trên 90, cập nhật ngày 02/02/2026")]
    public async Task Read_FigureOfTasks_CountsThemAndSaysWhereFrom(string name, int part, int whole, string source)
    {
        var figure = (await ReadAsync(name))!;

        (figure.Numerator, figure.Denominator).ShouldBe((part, (decimal?)whole));
        figure.Source.ShouldContain(source);
    }

    [Fact]
    public async Task Read_NothingToCount_IsNoFigure()
    {
        (await ReadAsync(FigureNames.LinkedDone, "9.9")).ShouldBeNull();
        (await ReadAsync(FigureNames.PlanOnTime, year: 2027)).ShouldBeNull();
        (await ReadAsync("plan.unknown")).ShouldBeNull();
    }

    [Fact]
    public void For_EachShapeOfRule_FillsWhatItAsks()
    {
        var figure = new Figure(83, 90, "Từ kế hoạch");

        figure.For(new ProportionalRule(new Quantity(QuantityKind.Ratio)))!.ShouldBe(new Dictionary<string, DeclaredValue> { ["numerator"] = 83m, ["denominator"] = 90m });
        figure.For(new ProportionalRule(new Quantity(QuantityKind.Percent)))!.ShouldBe(new Dictionary<string, DeclaredValue> { ["value"] = 92.2222m });
        figure.For(new CountRule(1))!.ShouldBe(new Dictionary<string, DeclaredValue> { ["count"] = 83m });
        figure.For(new YesNoRule()).ShouldBeNull();
        (figure with { Denominator = null }).For(new ProportionalRule(new Quantity(QuantityKind.Ratio))).ShouldBeNull("one number is no share");
    }

    [Fact]
    public void For_FormulaOfNamedNumbers_FillsPartAndWholeOnlyWhereItNamesThem()
    {
        var figure = new Figure(83, 90, "Từ kế hoạch");

        figure.For(Formula("numerator", "denominator"))!.ShouldBe(new Dictionary<string, DeclaredValue> { ["numerator"] = 83m, ["denominator"] = 90m });
        figure.For(Formula("ty_le"))!.ShouldBe(new Dictionary<string, DeclaredValue> { ["ty_le"] = 92.2222m });
        figure.For(Formula("dung_han", "tong")).ShouldBeNull("which number is the part is not guessed");
        figure.For(Formula("denominator", "tong")).ShouldBeNull("a whole without its part");
    }

    private static FormulaRule Formula(params string[] variables) =>
        new([.. variables.Select(name => new FormulaVariable(name, name))], [new FormulaCase(null, NumberFormula.Parse("0"))]);

    private Task<Figure?> ReadAsync(string name, string code = Code, int year = 2026) =>
        _ward.WithAsync((TaskFigures figures) => figures.ReadAsync(name, new FigureQuestion(_ward.Organisation.Id, Set, code, year, new DateOnly(2026, 3, 4))));

    private static RowDeadline Due(int day) => new(DeadlineKind.Fixed, $"{day}/02/2026", new DateOnly(2026, 2, day));
}
