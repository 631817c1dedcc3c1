using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using static DiemSang.Tests.Scoring.Sheets;

namespace DiemSang.Tests.Scoring;

/// <summary>Flags, lost points and the comparison of two years.</summary>
public class SheetAnalysisTests
{
    [Fact]
    [Requirement("SCR-11", "SCR-14", "RNK-09", "SCR-07")]
    public void Flags_DoubtfulDeclarations_AreNamed()
    {
        var set = Set(
            Leaf("1", 5) with { Evidence = EvidenceDemand.Required }, Leaf("2", 5), Leaf("3", 5), Leaf("4", 5), Leaf("5", 5), Leaf("6", 5),
            Leaf("7", 5) with { NotApplicable = NotApplicableTreatment.Rebase });
        var sheet = Sheet(
            ("1", Points(3)),
            ("2", Points(4) with { LastYearPoints = 4 }),
            ("3", Points(4) with { LastYearPoints = 5, SelfPoints = 4.5m }),
            ("4", Points(4) with { Evidence = [new("12/BC-UBND", new DateOnly(2025, 12, 30)), new("13/BC-UBND", new DateOnly(2026, 1, 2))] }),
            ("5", Points(4) with { Override = new PointsOverride(3, "thiếu phụ lục") }),
            ("7", NotApplicable()));
        var result = new ScoringEngine(set)
            .Score(sheet with { Targets = new Dictionary<string, Interval> { ["2"] = new(5, true, null, false) } });
        SheetFlags.Of(result).Select(flag => (flag.Code, flag.Kind)).ShouldBe(
        [
            ("1", FlagKind.NoEvidence), ("2", FlagKind.EqualToLastYear), ("2", FlagKind.BelowTarget), ("3", FlagKind.BelowLastYearsMaximum),
            ("3", FlagKind.SelfAboveAppraisal), ("4", FlagKind.EvidenceOutsideYear), ("5", FlagKind.Overridden), (
                "6", FlagKind.NotDeclared),
            ("7", FlagKind.NotApplicable),
        ]);
        SheetFlags.Of(result)[0].Message.ShouldBe("được 3 điểm nhưng không có tài liệu kiểm chứng, cũng không có giải trình.");
    }

    [Fact]
    [Requirement("SCR-02")]
    public void LostPoints_Sheet_ListsGreatestFirstWithCause()
    {
        var set = Set(Group("1", Leaf("1.1", 2, new YesNoRule()), Leaf("1.2", 4)), Leaf("2", 10, new SurveyRule([])), Leaf("3", 4));
        var lost = LostPoints.Of(
            Score(set, ("1.1", Declaration.Of(("met", false))), ("2", Declaration.Of(("percent", 70))), ("3", Points(4))));
        lost.Select(each => (each.Node.Criterion.Code, each.Points, each.Cause)).ShouldBe(
            [("1.2", 4m, LossCause.NotDeclared), ("2", 3m, LossCause.Survey), ("1.1", 2m, LossCause.NotDone)]);
        lost[0].Share.ShouldBe(20);
        LostPoints.ByCause(lost)[0].ShouldBe((LossCause.NotDeclared, 4m));
    }

    [Fact]
    public void Compare_AcrossVersions_FollowsMappedCriteriaAndSaysWhatWasDropped()
    {
        var old = Score(Set(Leaf("1", 2), Leaf("2", 4), Leaf("3", 4), Leaf("4", 10)), ("1", Points(1)), ("2", Points(2)), ("3", Points(4)), ("4", Points(5)));
        var now = Score(
            Set(Leaf("1", 5), Leaf("A", 10) with { Previous = ["2", "3"] }, Leaf("4", 5) with { Title = "Nội dung khác" }),
            ("1", Points(5)), ("A", Points(9)), ("4", Points(5)));
        var comparison = VersionComparison.Between(old, now);
        comparison.Criteria.Select(each => (each.Now.Criterion.Code, each.Change)).ShouldBe([("1", 50m), ("A", 15m), ("4", null)]);
        comparison.Dropped.Select(node => node.Criterion.Code).ShouldBe(["4"]);
    }
}
