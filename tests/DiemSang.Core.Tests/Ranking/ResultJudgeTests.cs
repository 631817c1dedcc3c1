using DiemSang.Core.Planning;
using DiemSang.Core.Ranking;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Ranking;

public sealed class ResultJudgeTests
{
    private static readonly GradeScale Grades = GradeScale.Parse("Tốt>=85; Khá>=75; Trung bình>=65; Yếu<65", out _)!;
    private static readonly GradeScale Quartiles = QuartileScale.Of([70m, 76m, 80m, 84m, 90m], boundaryIsHigher: false);

    [Theory]
    [InlineData(TargetKind.MoreThan, "80", "80", TargetOutcome.Missed)]
    [InlineData(TargetKind.MoreThan, "80", "80.0001", TargetOutcome.Reached)]
    [InlineData(TargetKind.AtLeast, "80", "80", TargetOutcome.Reached)]
    [InlineData(TargetKind.AtLeast, "80", "79.9999", TargetOutcome.Missed)]
    [Requirement("RNK-03")]
    public void Judge_Value_KeepsStrictAndNonStrictApart(string kind, string value, string index, TargetOutcome expected) =>
        Target(kind, Number(value), "%").Judge(new MeasuredResult(Number(index), null)).Outcome.ShouldBe(expected);

    [Fact]
    [Requirement("RNK-03")]
    public void Judge_StrictAtTheEdge_SaysWhyItIsMissed() =>
        Target(TargetKind.MoreThan, 80, "%").Judge(new MeasuredResult(80, null)).Reason.ShouldBe("Kết quả 80 %, mục tiêu trên 80 %, đúng bằng mốc nên chưa trên mốc.");

    [Theory]
    [InlineData(12, 124, TargetOutcome.Reached, "Hạng 12/124, mục tiêu hạng 15–30, tốt hơn khoảng này.")]
    [InlineData(30, 124, TargetOutcome.Reached, "Hạng 30/124, mục tiêu hạng 15–30.")]
    [InlineData(31, 124, TargetOutcome.Missed, "Hạng 31/124, mục tiêu hạng 15–30.")]
    [InlineData(31, 60, TargetOutcome.Missed, "Hạng 31/60, mục tiêu hạng 15–30 (kế hoạch tính trên 124 đơn vị).")]
    [InlineData(1, 2, TargetOutcome.NotComparable, "Hạng 1, nhưng nhóm chỉ xếp hạng 2 đơn vị nên hạng không nói lên mục tiêu hạng 15–30.")]
    [InlineData(3, 30, TargetOutcome.NotComparable, "Hạng 3, nhưng nhóm chỉ xếp hạng 30 đơn vị nên hạng không nói lên mục tiêu hạng 15–30.")]
    [Requirement("RNK-01")]
    public void Judge_RankRange_NeedsAGroupInWhichItCanBeMissed(int rank, int of, TargetOutcome expected, string reason) =>
        (Target(TargetKind.RankRange, 15, "hạng") with { Upper = 30, Among = 124 }).Judge(new MeasuredResult(88, null, rank, of)).ShouldBe(new TargetJudgement(expected, reason));

    [Fact]
    [Requirement("RNK-01")]
    public void Judge_RankNotPublished_IsNotCompared() =>
        Target(TargetKind.TopN, 10, "hạng").Judge(new MeasuredResult(88, null)).Outcome.ShouldBe(TargetOutcome.NotComparable);

    [Theory]
    [InlineData("PAPI nằm trong nhóm các xã đạt điểm Trung bình cao trở lên của tỉnh", "82", TargetOutcome.Reached, "Thuộc nhóm “Trung bình cao”, mục tiêu nhóm “Trung bình cao”.")]
    [InlineData("Nâng cao PAR INDEX, xếp loại Khá trở lên", "90", TargetOutcome.Reached, "Thuộc nhóm “Tốt”, mục tiêu nhóm “Khá”.")]
    [InlineData("Nâng cao PAR INDEX, xếp loại Khá", "74.9", TargetOutcome.Missed, "Thuộc nhóm “Trung bình”, mục tiêu nhóm “Khá”.")]
    [InlineData("Nâng cao kết quả, đạt loại xuất sắc", "90", TargetOutcome.NotComparable, "Kỳ chấm không có nhóm nào tên như trong mục tiêu.")]
    [Requirement("RNK-03")]
    public void Judge_Tier_TakesTheLongestNameInTheTargetsText(string text, string index, TargetOutcome expected, string reason) =>
        (Target(TargetKind.Tier, null, null) with { Text = text }).Judge(new MeasuredResult(Number(index), null) { Grades = Grades, Quartiles = Quartiles }).ShouldBe(new TargetJudgement(expected, reason));

    [Fact]
    public void Judge_QuartileOfTooFewUnits_IsNotTakenForTheRoundsShorterName() =>
        (Target(TargetKind.Tier, null, null) with { Text = "đạt điểm Trung bình cao" }).Judge(new MeasuredResult(70, null) { Grades = Grades }).Outcome.ShouldBe(TargetOutcome.NotComparable);

    [Fact]
    [Requirement("SCR-07")]
    public void Judge_FloorOfAContent_ComparesItsPoints()
    {
        var floor = Target(TargetKind.Floor, 5, "điểm") with { OutOf = 10 };

        floor.Judge(new MeasuredResult(49.9m, 4.99m)).ShouldBe(new TargetJudgement(TargetOutcome.Missed, "Kết quả 4,99 điểm, mục tiêu từ 5 điểm."));
        floor.Judge(new MeasuredResult(50, 5)).Outcome.ShouldBe(TargetOutcome.Reached);
        floor.Judge(new MeasuredResult(null, null)).Outcome.ShouldBe(TargetOutcome.NotComparable);
    }

    [Fact]
    public void Judge_BetterThanLastYear_NeedsLastYear()
    {
        var better = Target(TargetKind.BetterThanLastYear, null, null);

        better.Judge(new MeasuredResult(80, null)).Outcome.ShouldBe(TargetOutcome.NotComparable);
        better.Judge(new MeasuredResult(80, null) { IndexBefore = 80 }).Outcome.ShouldBe(TargetOutcome.Missed);
        (better with { Unit = "hạng" }).Judge(new MeasuredResult(80, null, 3, 9) { RankBefore = 5 }).ShouldBe(new TargetJudgement(TargetOutcome.Reached, "Hạng 3, năm trước hạng 5."));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static PlanTarget Target(string kind, decimal? value, string? unit) => new("PAR", null, kind, value, null, unit, "Mục tiêu");
}
