using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using static DiemSang.Tests.Scoring.Sheets;

namespace DiemSang.Tests.Scoring;

[Requirement("SCR-01", "SCR-05", "SCR-10")]
public class ScoringEngineTests
{
    [Fact]
    public void Score_Tree_SumsExactlyAndDividesAtEveryNode()
    {
        var set = Set(Group("1", Leaf("1.1", 0.2m), Group("1.2", Leaf("1.2.1", 0.3m), Leaf("1.2.2", 14))), Leaf("2", 15.5m));
        var result = Score(set, ("1.1", Points(0.1m)), ("1.2.1", Points(0.2m)), ("1.2.2", Points(7)), ("2", Points(15.5m)));
        result.Points.ShouldBe(22.8m);
        result.ApplicableMax.ShouldBe(30);
        result.PrintedIndex.ShouldBe(76m);
        result.Find("1.2")!.Points.ShouldBe(7.2m);
        result.Find("1")!.Index.ShouldBe(7.3m * 100 / 14.5m);
        result.Find("1")!.How.ShouldBe("Tổng 2 mục: 0,1 + 7,2 = 7,3 trên 14,5 điểm.");
    }

    [Fact]
    public void Print_HalfCent_RoundsAwayFromZeroOnlyOnPaper()
    {
        var result = Score(Set(Leaf("1", 200)), ("1", Points(166.25m)));
        result.Index.ShouldBe(83.125m);
        result.PrintedIndex.ShouldBe(83.13m);
    }

    [Fact]
    public void Score_RoundingEachStep_RoundsEveryNode()
    {
        var rule = new ProportionalRule(new Quantity(QuantityKind.Percent));
        var set = Set(Group("1", Leaf("1.1", 1, rule), Leaf("1.2", 1, rule)));
        var thirds = new[] { ("1.1", Declaration.Of(("value", 33.5m))), ("1.2", Declaration.Of(("value", 33.5m))) };
        Score(set, thirds).Points.ShouldBe(0.67m);
        Score(set with { Rounding = new ScoreRounding(1, EachStep: true) }, thirds).Points.ShouldBe(0.6m);
    }

    [Theory]
    [InlineData(NotApplicableTreatment.Rebase, 84, 90)]
    [InlineData(NotApplicableTreatment.SmallerMaximum, 84, 90)]
    [InlineData(NotApplicableTreatment.WithoutBlock, 84, 90)]
    [InlineData(NotApplicableTreatment.FullMarks, 100, 91.6)]
    public void Score_NotApplicable_FollowsItsTreatment(NotApplicableTreatment treatment, decimal applicable, decimal index)
    {
        var survey = Leaf("S", 16, new SurveyRule([])) with { NotApplicable = treatment, ScoredBy = ScoredBy.Survey };
        var result = Score(Set(Leaf("1", 84), survey), ("1", Points(75.6m)), ("S", NotApplicable("không có mẫu khảo sát")));
        result.ApplicableMax.ShouldBe(applicable);
        result.Index.ShouldBe(index);
        result.RebasedPoints.ShouldBe(index);
    }

    [Fact]
    public void Score_WholeAreaNotApplicable_LeavesTheMaximum()
    {
        var area = Group("3", Leaf("3.1", 12), Leaf("3.2", 8)) with { NotApplicable = NotApplicableTreatment.SmallerMaximum };
        var result = Score(Set(Leaf("1", 80), area), ("1", Points(40)), ("3", NotApplicable()));
        result.Index.ShouldBe(50);
        result.Find("3")!.Children.ShouldBeEmpty();
    }

    [Fact]
    public void Score_NothingApplies_HasNoIndex()
    {
        var result = Score(Set(Leaf("1", 10m / 3) with { NotApplicable = NotApplicableTreatment.Rebase }), ("1", NotApplicable()));
        result.ApplicableMax.ShouldBe(0);
        result.Index.ShouldBeNull();
        result.Root.How.ShouldBe("Không tiêu chí nào áp dụng.");
    }

    [Fact]
    public void Score_NotApplicableWhereForbidden_IsAnError() =>
        Score(Set(Leaf("1", 10)), ("1", NotApplicable())).Invalid.Single()
            .Problem.ShouldBe("Bộ tiêu chí không cho phép “không áp dụng” ở mục này.");

    [Theory]
    [InlineData(9, 5, 0, false, 10)]
    [InlineData(9, 5, 0, true, 12)]
    [InlineData(9, 1, 3, false, 7)]
    [InlineData(1, 0, 5, false, 0)]
    public void Score_BonusAndPenalty_AreCappedAndNeverBelowZero(
        decimal points, decimal bonus, decimal penalty, bool mayExceed, decimal expected)
    {
        var set = Set(
            Leaf("1", 10),
            Group("C", Leaf("C.1", 3), Leaf("C.2", 2)) with { Kind = CriterionKind.Bonus, Max = 3 },
            Leaf("T", 5) with { Kind = CriterionKind.Penalty }) with { MayExceedMaximum = mayExceed };
        var result = Score(set, ("1", Points(points)), ("C.1", Points(Math.Min(bonus, 3))), ("C.2", Points(bonus - Math.Min(bonus, 3))), ("T", Points(penalty)));
        result.ApplicableMax.ShouldBe(10);
        result.Points.ShouldBe(expected);
        result.Find("T")!.Points.ShouldBe(-penalty);
    }

    [Fact]
    public void Score_PenaltyInsideAnArea_TakesFromThatArea()
    {
        var set = Set(Group("1", Leaf("1.1", 10), Leaf("1.P", 4) with { Kind = CriterionKind.Penalty }), Leaf("2", 10));
        Score(set, ("1.1", Points(2)), ("1.P", Points(4)), ("2", Points(10))).Points.ShouldBe(10);
    }

    [Fact]
    public void Score_Silence_IsZeroOrUnscoredAsTheSetSays()
    {
        var set = Set(Leaf("1", 5), Leaf("2", 5));
        Score(set, ("1", Points(5))).Index.ShouldBe(50);
        var unscored = Score(set with { Missing = MissingTreatment.Unscored }, ("1", Points(5)));
        unscored.Index.ShouldBeNull();
        unscored.Root.How.ShouldBe("Chưa có điểm: “2” chưa có điểm.");
    }

    [Fact]
    [Requirement("RNK-09")]
    public void Score_Override_StandsBesideTheComputedPoints()
    {
        var declaration = Declaration.Of(
            ("numerator", 4), ("denominator", 5)) with { Override = new PointsOverride(0.8m, "theo ví dụ của hướng dẫn") };
        var node = Score(Set(Leaf("4.1", 1, new ProportionalRule(new Quantity(QuantityKind.Ratio), Floor: 90))), ("4.1", declaration))
            .Find("4.1")!;
        node.Points.ShouldBe(0.8m);
        node.ComputedPoints.ShouldBe(0);
        node.How.ShouldBe("Người chấm ấn định 0,8 điểm, lý do: theo ví dụ của hướng dẫn. Tính theo quy tắc: 4 ÷ 5 = 80 %, dưới mức tối thiểu 90 %: 0 điểm.");
    }

    [Theory]
    [InlineData(1.5, "lý do", "nằm ngoài khoảng từ 0 đến 1")]
    [InlineData(0.5, " ", "phải kèm lý do")]
    public void Score_BadOverride_IsAnError(decimal points, string reason, string expected) =>
        Score(Set(Leaf("1", 1)), ("1", Points(1) with { Override = new PointsOverride(points, reason) })).Invalid.Single()
            .Problem!.ShouldContain(expected);

    [Fact]
    public void Score_InvalidLeaf_LeavesNoIndexAbove()
    {
        var result = Score(Set(Leaf("1", 5), Leaf("2", 5)), ("1", Points(6)), ("2", Points(5)));
        result.Index.ShouldBeNull();
        result.Invalid.Single().Criterion.Code.ShouldBe("1");
    }

    [Fact]
    public void Create_BadSet_IsRefusedBeforeAnythingIsScored() =>
        Should.Throw<InvalidCriteriaSetException>(() => new ScoringEngine(Set(Leaf("1", 5)) with { Total = 100 }))
            .Message.ShouldBe("Bộ tiêu chí ghi 100 điểm nhưng 1 mục con cộng lại là 5.");
}
