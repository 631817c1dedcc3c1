using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;
using static DiemSang.Tests.Scoring.Sheets;

namespace DiemSang.Tests.Scoring;

/// <summary>Each kind of rule on a row of a real criteria set.</summary>
[Requirement("SCR-01", "SCR-12")]
public class RuleTests
{
    private static readonly Quantity Ratio = new(QuantityKind.Ratio);

    [Theory]
    [InlineData(true, 0.5)]
    [InlineData(false, 0)]
    public void YesNo_MetOrNot_GivesAllOrNothing(bool met, decimal expected) =>
        ScoreOne(new YesNoRule(), 0.5m, ("met", met)).Points.ShouldBe(expected);

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 0)]
    public void AllOf_OneMissing_GivesNothing(bool tasks, bool budget, decimal expected) =>
        ScoreOne(new AllOfRule([new("tasks", "Đủ nhiệm vụ"), new("budget", "Bố trí kinh phí")]), 1, ("tasks", tasks), ("budget", budget))
            .Points.ShouldBe(expected);

    [Theory]
    [InlineData("kip_thoi", 1)]
    [InlineData("khong_kip_thoi", 0.5)]
    [InlineData("khong", 0)]
    public void Levels_FixedPoints_GivesThoseOfTheLevel(string level, decimal expected) =>
        ScoreOne(Timeliness(), 1, ("level", level))
            .Points.ShouldBe(expected);

    [Fact]
    public void Levels_PercentOfMaximum_GivesShare() =>
        ScoreOne(new LevelsRule([new("tot", "Tốt", null, 75), new("xuat_sac", "Xuất sắc", null, 100)]), 2, ("level", "tot"))
            .Points.ShouldBe(1.5m);

    [Theory]
    [InlineData("2026-01-31", 0.2)]
    [InlineData("2026-02-01", 0)]
    [InlineData("2025-12-30", 0.2)]
    public void Deadline_DateAgainstJanuary_GivesPointsOnlyInTime(string date, decimal expected) =>
        ScoreOne(Deadline(), 0.2m, ("date", DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)))
            .Points.ShouldBe(expected);

    [Fact]
    public void Deadline_NeverIssued_GivesPointsOfNever()
    {
        var node = ScoreOne(Deadline(), 0.2m, ("date", DeclaredValue.None));
        node.Points.ShouldBe(0);
        node.Cause.ShouldBe(LossCause.NotDone);
        node.How.ShouldBe("Chưa thực hiện: 0 điểm.");
    }

    [Fact]
    public void Deadline_TwentyNinthOfFebruary_IsTheTwentyEighthInACommonYear() =>
        new YearlyDate(2, 29).In(2026).ShouldBe(new DateOnly(2026, 2, 28));

    [Fact]
    public void Checklist_PartsMet_AreAddedAndExplained()
    {
        var rule = new ChecklistRule([new("a", "Đủ nhiệm vụ", 0.1m), new("b", "Cụ thể hóa", 0.1m), new("c", "Rõ trách nhiệm", 0.1m)]);
        var node = ScoreOne(rule, 0.3m, ("a", true), ("b", true));
        node.Points.ShouldBe(0.2m);
        node.How.ShouldBe("Đạt 2 trên 3 nội dung: 0,1 + 0,1 = 0,2 điểm; chưa có “Rõ trách nhiệm”.");
    }

    [Theory]
    [InlineData(91, 2)]
    [InlineData(90, 1)]
    [InlineData(70, 1)]
    [InlineData(69.99, 0)]
    public void Bands_CaMauPlanResults_BothEndsOfTheMiddleBelongToIt(decimal percent, decimal expected) =>
        ScoreOne(new BandsRule(new Quantity(QuantityKind.Percent), CaMauBands()), 2, ("value", percent)).Points.ShouldBe(expected);

    [Fact]
    public void Proportional_ObjectiveReasons_LeaveBothNumbers()
    {
        var node = ScoreOne(new ProportionalRule(Ratio), 1, ("numerator", 18), ("denominator", 21), ("excluded", 1));
        node.Points.ShouldBe(0.9m);
        node.How.ShouldBe("18 ÷ (21 − 1) = 90 %: 90 × 1 ÷ 100 = 0,9 điểm.");
    }

    [Theory]
    [InlineData(80, 2)]
    [InlineData(95, 2)]
    [InlineData(40, 1)]
    public void Proportional_Index766_IsFullFromEightyPercent(decimal percent, decimal expected) =>
        ScoreOne(new ProportionalRule(new Quantity(QuantityKind.Percent), FullAt: 80), 2, ("value", percent)).Points.ShouldBe(expected);

    [Theory]
    [InlineData(5, 5, 1)]
    [InlineData(9, 10, 0.9)]
    [InlineData(4, 5, 0)]
    public void Proportional_XuanLocFloor_GivesNothingBelowNinety(decimal done, decimal planned, decimal expected) =>
        ScoreOne(new ProportionalRule(Ratio, Floor: 90), 1, ("numerator", done), ("denominator", planned)).Points.ShouldBe(expected);

    [Theory]
    [InlineData(ZeroDenominator.Full, NodeState.Scored)]
    [InlineData(ZeroDenominator.Zero, NodeState.Scored)]
    [InlineData(ZeroDenominator.NotApplicable, NodeState.NotApplicable)]
    [InlineData(ZeroDenominator.Error, NodeState.Invalid)]
    public void Proportional_NothingToDivideBy_DoesWhatTheFigureSays(ZeroDenominator choice, NodeState expected) =>
        ScoreOne(new ProportionalRule(Ratio with { WhenNothing = choice }), 1, ("numerator", 0), ("denominator", 0))
            .State.ShouldBe(expected);

    [Fact]
    public void Proportional_MoreThanEverything_IsAnErrorNotAClamp() =>
        ScoreOne(new ProportionalRule(Ratio), 1, ("numerator", 11), ("denominator", 10))
            .Problem.ShouldBe("Số đạt yêu cầu (11) lớn hơn tổng số (10).");

    [Theory]
    [InlineData(3, 1.5)]
    [InlineData(5, 2)]
    public void Count_RegulationsInForce_AreCapped(decimal count, decimal expected) =>
        ScoreOne(new CountRule(0.5m), 2, ("count", count)).Points.ShouldBe(expected);

    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(1, 0, 2.5)]
    [InlineData(4, 3, 0)]
    public void Deduction_Breaches_NeverFallBelowTheFloor(decimal light, decimal heavy, decimal expected) =>
        ScoreOne(Discipline(), 3, ("light", light), ("heavy", heavy)).Points.ShouldBe(expected);

    [Fact]
    public void Survey_Percentage_IsShareOfMaximum() => ScoreOne(new SurveyRule([]), 10, ("percent", 83.94m)).Points.ShouldBe(8.394m);

    [Fact]
    public void Survey_CountedAnswers_AreWorthTheirPercentages()
    {
        var rule = new SurveyRule([new("a", "Tốt", 100), new("b", "Khá", 60), new("c", "Kém", 20), new("d", "Rất kém", 0)]);
        ScoreOne(rule, 10, ("a", 5), ("b", 3), ("c", 1), ("d", 1)).Points.ShouldBe(7m);
        ScoreOne(rule, 10, ("a", 0), ("b", 0), ("c", 0), ("d", 0))
            .Problem.ShouldBe("Chưa có câu trả lời khảo sát nào, không tính được điểm.");
    }

    [Theory]
    [InlineData(85, 80, 1)]
    [InlineData(80, 80, 0.5)]
    [InlineData(79.9, 80, 0)]
    public void Comparison_WithLastYear_GivesPointsOfTheChange(decimal current, decimal last, decimal expected) =>
        ScoreOne(Growth(), 1, ("current", current), ("last", last)).Points.ShouldBe(expected);

    [Fact]
    public void Comparison_Increase_IsSaidInWords() =>
        ScoreOne(Growth(), 1, ("current", 85), ("last", 80)).How.ShouldBe("Năm nay 85, năm trước 80, tăng 5: 1 điểm.");

    [Theory]
    [InlineData(1.5, NodeState.Scored)]
    [InlineData(1.6, NodeState.Invalid)]
    [InlineData(2.5, NodeState.Invalid)]
    [InlineData(-0.5, NodeState.Invalid)]
    public void Manual_Points_MustKeepStepAndLimits(decimal points, NodeState expected) =>
        ScoreOne(new ManualRule(Step: 0.25m), 2, ("points", points)).State.ShouldBe(expected);

    [Fact]
    public void Formula_Cases_FirstTrueConditionWins()
    {
        var rule = OnTime();
        ScoreOne(rule, 3, ("dung_han", 0), ("tong", 0)).Points.ShouldBe(3);
        ScoreOne(rule, 3, ("dung_han", 95), ("tong", 100)).Points.ShouldBe(2.85m);
        ScoreOne(rule, 3, ("dung_han", 50), ("tong", 100)).Points.ShouldBe(0);
        ScoreOne(rule, 3, ("dung_han", 95), ("tong", 100)).How.ShouldBe("Từ 90 % với Tỷ lệ đúng hạn = 95: 2,85 điểm.");
    }

    [Fact]
    public void Formula_AboveMaximum_IsAnErrorNotAClamp() =>
        ScoreOne(OnTime(), 3, ("dung_han", 110), ("tong", 100)).Problem.ShouldBe("Kết quả 3,3 điểm nằm ngoài khoảng từ 0 đến 3.");

    [Fact]
    public void Formula_DivisionByZero_IsAnErrorWithItsPlace()
    {
        var rule = new FormulaRule([new("a", "A")], [new(null, NumberFormula.Parse("1 / a"))]);
        ScoreOne(rule, 3, ("a", 0))
            .Problem.ShouldBe("Công thức “1 / a”, vị trí 3: chia cho 0, vì “a” bằng 0. Thêm một điều kiện cho trường hợp này.");
    }

    [Fact]
    public void Score_NumbersThatOverflow_IsAnErrorNotACrash() =>
        ScoreOne(Growth() with { Measure = ChangeMeasure.PercentChange }, 1, ("current", 1_000_000_000_000_000m), ("last", 0.0000000000000000000000000001m))
            .State.ShouldBe(NodeState.Invalid);

    [Fact]
    public void Score_WrongOrUnknownInput_SaysWhatIsExpected()
    {
        ScoreOne(new YesNoRule(), 1, ("met", 1)).Problem.ShouldBe("“Đạt” (met) phải là có hoặc không (true, false).");
        ScoreOne(new YesNoRule(), 1, ("dat", true)).Problem.ShouldBe("Không có số liệu tên “dat” ở tiêu chí này; cần: met.");
        ScoreOne(new CountRule(1), 1, ("count", 1.5m)).Problem.ShouldBe("“Số lượng” (count) là 1,5; phải là số nguyên.");
        ScoreOne(new ProportionalRule(Ratio), 1, ("numerator", 1)).How.ShouldBe("Còn thiếu “Tổng số”. Tạm tính 0 điểm.");
    }

    private static LevelsRule Timeliness() =>
        new([new("kip_thoi", "Kịp thời", 1, null), new("khong_kip_thoi", "Không kịp thời", 0.5m, null), new("khong", "Không", 0, null)]);

    private static DeductionRule Discipline() => new([new("light", "Khiển trách", 0.5m), new("heavy", "Cảnh cáo", 1.5m)]);

    private static DeadlineRule Deadline() => new([new(new YearlyDate(1, 31), 0.2m)], Late: 0, Never: 0);

    private static Band[] CaMauBands() =>
        [new(new Interval(90, false, null, false), 2), new(new Interval(70, true, 90, true), 1), new(
            new Interval(null, false, 70, false), 0)];

    private static ComparisonRule Growth() => new(
        ChangeMeasure.Difference,
        [new(new Interval(0, false, null, false), 1), new(new Interval(0, true, 0, true), 0.5m), new(
            new Interval(null, false, 0, false), 0)]);

    private static FormulaRule OnTime() => new(
        [new("dung_han", "Đúng hạn"), new("tong", "Tổng"), new("ty_le", "Tỷ lệ đúng hạn", NumberFormula.Parse("dung_han / tong * 100"))],
        [
            new(ConditionFormula.Parse("tong = 0"), NumberFormula.Parse("max_points"), "Không phát sinh"),
            new(ConditionFormula.Parse("ty_le >= 90"), NumberFormula.Parse("ty_le * 3 / 100"), "Từ 90 %"),
            new(null, NumberFormula.Parse("0"), "Dưới 90 %"),
        ]);
}
