using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Tests;

namespace DiemSang.Modules.Tests.Plans.Working;

public sealed class ProgressReportTests
{
    private static readonly ProgressReport Report = new() { OccurrenceId = Guid.Empty, SeenVersion = 1, State = ProgressState.InProgress };

    [Fact]
    public void Fault_StateAlone_IsAnAnswer() => Report.Fault.ShouldBeNull();

    [Theory]
    [Requirement("BRD-07")]
    [InlineData("3", "4", 75)]
    [InlineData("1", "8", 13)]
    [InlineData("0", "5", 0)]
    [InlineData("799.5", "800", 100)]
    public void ComputedPercent_CountedPopulation_IsRoundedOnceAwayFromZero(string numerator, string denominator, int percent) =>
        (Report with { Numerator = Number(numerator), Denominator = Number(denominator), Percent = 1 }).ComputedPercent.ShouldBe(percent);

    [Theory]
    [Requirement("BRD-07")]
    [InlineData("5", "0", ReportFault.DenominatorZero)]
    [InlineData("-1", "5", ReportFault.NegativeNumber)]
    [InlineData(null, "5", ReportFault.NumeratorMissing)]
    [InlineData("6", "5", ReportFault.NumeratorExceedsDenominator)]
    public void Fault_NumbersThatCannotBe_IsNamed(string? numerator, string? denominator, ReportFault fault) =>
        (Report with { Numerator = Number(numerator), Denominator = Number(denominator) }).Fault.ShouldBe(fault);

    [Fact]
    public void Fault_NumeratorLargerButConfirmed_IsNone()
    {
        var report = Report with { Numerator = 6, Denominator = 5, NumeratorMayExceed = true };

        report.Fault.ShouldBeNull();
        report.ComputedPercent.ShouldBe(100);
    }

    [Fact]
    [Requirement("BRD-05")]
    public void Fault_CountWithoutPopulation_IsNone() => (Report with { Numerator = 12, Percent = 40 }).ComputedPercent.ShouldBe(40);

    [Fact]
    public void Fault_PercentOver100OrObstacleWithoutWords_IsNamed()
    {
        (Report with { Percent = 101 }).Fault.ShouldBe(ReportFault.PercentOutOfRange);
        (Report with { State = ProgressState.Blocked }).Fault.ShouldBe(ReportFault.ObstacleNotSaid);
        (Report with { State = ProgressState.Blocked, Note = "Chưa có kinh phí" }).Fault.ShouldBeNull();
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
