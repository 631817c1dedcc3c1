using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;
using static DiemSang.Tests.Scoring.Sheets;

namespace DiemSang.Tests.Scoring;

public class CriteriaSetCheckTests
{
    [Fact]
    public void Run_AreasThatDoNotAddUp_SaysBothNumbers() =>
        Problems(Set([.. Enumerable.Range(1, 9).Select(i => Leaf($"{i}", i == 5 ? 10.05m : 11))]) with { Total = 98.5m })
            .ShouldBe(["Bộ tiêu chí ghi 98,5 điểm nhưng 9 mục con cộng lại là 98,05."]);

    [Fact]
    public void Run_ThirdsOfTen_AddUpToTen() =>
        Problems(Set(Group("1", Leaf("1.1", 10m / 3), Leaf("1.2", 10m / 3), Leaf("1.3", 10m / 3)) with { Max = 10 }) with { Total = 10 })
            .ShouldBeEmpty();

    [Fact]
    public void Run_ChildAboveParent_IsAnError() =>
        Problems(Set(Group("1", Leaf("1.1", 12)) with { Max = 10 }) with { Total = 10 })
            .ShouldContain("Tiêu chí 1.1: điểm tối đa 12 lớn hơn 10 của mục 1.");

    [Fact]
    public void Run_DuplicateCodes_IsAnError() => Problems(Set(Leaf("1", 5), Leaf("1", 5))).ShouldBe(["Tiêu chí 1: mã bị trùng."]);

    [Fact]
    public void Run_SixLevels_IsAnError() =>
        Problems(Set(Group("1", Group("2", Group("3", Group("4", Group("5", Leaf("6", 1))))))))
            .ShouldBe(["Tiêu chí 6: nằm ở cấp 6; bộ tiêu chí có nhiều nhất 5 cấp."]);

    [Fact]
    public void Run_TenThousandLevels_IsRefusedWithoutExhaustingTheStack()
    {
        var node = Leaf("0", 1);
        for (var i = 1; i < 10_000; i++)
        {
            node = Group($"{i}", node);
        }

        Problems(Set(node)).Count.ShouldBe(10_000 - Limits.Levels);
    }

    [Fact]
    public void Run_LeafWithoutRule_IsAnError() =>
        Problems(Set(Leaf("1", 5) with { Rule = null })).ShouldBe(["Tiêu chí 1: chưa có cách tính điểm."]);

    [Fact]
    public void Run_BandsWithGap_NamesTheTwoBands() =>
        Problems(Set(Leaf("1", 2, Bands("> 90", "< 90"))))
            .ShouldBe(["Tiêu chí 1: Giữa khoảng “< 90” và “> 90” còn giá trị không thuộc khoảng nào."]);

    [Fact]
    public void Run_BandsThatOverlap_NamesTheTwoBands() =>
        Problems(Set(Leaf("1", 2, Bands(">= 90", "<= 90")))).ShouldBe(["Tiêu chí 1: Khoảng “≤ 90” và “≥ 90” chồng lên nhau."]);

    [Fact]
    public void Run_BandsThatStopBelowHundred_SaysSo() =>
        Problems(Set(Leaf("1", 2, Bands(">= 50, < 100", "< 50"))))
            .ShouldBe(["Tiêu chí 1: Giá trị trên “≥ 50 và < 100” không thuộc khoảng nào."]);

    [Fact]
    public void Run_FormulaWithUnknownVariable_NamesItsPlaceAndTheKnownOnes() =>
        Problems(Set(Leaf("1", 2, new FormulaRule([new("a", "A")], [new(null, NumberFormula.Parse("a + bb"))]))))
            .ShouldBe(["Tiêu chí 1: Công thức “a + bb”, vị trí 5: không có biến “bb”; các biến đã khai: a, max_points."]);

    [Fact]
    public void Run_FormulaVariablesInACycle_NamesTheCycle() =>
        Problems(Set(Leaf("1", 2, new FormulaRule(
            [new("a", "A", NumberFormula.Parse("b + 1")), new("b", "B", NumberFormula.Parse("a + 1"))], [new(
                null, NumberFormula.Parse("a"))]))))
            .ShouldBe(["Tiêu chí 1: Các biến gọi vòng quanh nhau: a → b → a."]);

    [Fact]
    public void Run_WrongRuleParameters_AreErrors()
    {
        ScoringRule[] wrong =
        [
            new AllOfRule([]),
            new LevelsRule([new("a", "A", 3, null)]),
            new LevelsRule([new("a", "A", 1, 50)]),
            new LevelsRule([new("a", "A", 2, null), new("a", "B", 1, null)]),
            new DeadlineRule([new(new YearlyDate(2, 30), 1)], 0, 0),
            new DeadlineRule([new(new YearlyDate(3, 1), 2), new(new YearlyDate(1, 1), 1)], 0, 0),
            new ChecklistRule([new("a", "A", 5)]),
            new ChecklistRule([new("a", "A", 1), new("a", "A", 1)]),
            new ProportionalRule(new Quantity(QuantityKind.Count)),
            new ProportionalRule(new Quantity(QuantityKind.Percent), FullAt: 0),
            new ProportionalRule(new Quantity(QuantityKind.Percent), FullAt: 80, Floor: 90),
            new CountRule(3),
            new DeductionRule([]),
            new SurveyRule([new("a", "A", 120)]),
            new ManualRule(Step: 0.3m),
            new ManualRule(Min: 3),
            new FormulaRule([], []),
            new FormulaRule([new("max", "M")], [new(null, NumberFormula.Parse("1"))]),
        ];
        foreach (var rule in wrong)
        {
            Problems(Set(Leaf("1", 2, rule))).ShouldNotBeEmpty(rule.ToString());
        }
    }

    private static BandsRule Bands(string high, string low)
    {
        Interval.TryParse(high, out var above).ShouldBeTrue();
        Interval.TryParse(low, out var below).ShouldBeTrue();
        return new BandsRule(new Quantity(QuantityKind.Percent), [new(above, 2), new(below, 0)]);
    }

    private static IReadOnlyList<string> Problems(CriteriaSet set) =>
        [.. CriteriaSetCheck.Run(set).Where(problem => problem.IsError).Select(problem => problem.ToString())];
}
