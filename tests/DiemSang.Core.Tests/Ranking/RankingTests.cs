using DiemSang.Core.Ranking;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Tests.Ranking;

[Requirement("RNK-01", "RNK-02", "RNK-03", "RNK-08")]
public class RankingTests
{
    [Theory]
    [InlineData(TieRule.Competition, new[] { 1, 2, 2, 4 })]
    [InlineData(TieRule.Dense, new[] { 1, 2, 2, 3 })]
    [InlineData(TieRule.Ordinal, new[] { 1, 2, 3, 4 })]
    public void Of_EqualValues_FollowTheTieRule(TieRule ties, int[] expected) =>
        Core.Ranking.Ranking.Of([Unit("b", 90), Unit("a", 95), Unit("c", 90), Unit("d", 80)], ties)
            .Select(standing => standing.Rank!.Value).ShouldBe(expected);

    [Fact]
    public void Of_PrintedEqualButNotEqual_RanksOnUnroundedValues()
    {
        var standings = Core.Ranking.Ranking.Of([Unit("VP UBND", 90.0161m), Unit("Nội vụ", 90.0238m)], TieRule.Competition);
        standings.Select(standing => (standing.Unit.Name, standing.Rank)).ShouldBe([("Nội vụ", 1), ("VP UBND", 2)]);
    }

    [Fact]
    public void Of_PeersApartAndUnranked_AreKeptOutOfTheCount()
    {
        var standings = Core.Ranking.Ranking.Of(
            [Unit("Sở A", 90, "sở"), Unit("Xã A", 80, "xã"), Unit("Sở B", 95, "sở") with { IsRanked = false }, Unit(
                "Xã B", null, "xã"), Unit("Sở C", 91, "sở")],
            TieRule.Competition);
        standings.Select(standing => (standing.Unit.Name, standing.Rank, standing.RankedCount)).ShouldBe(
            [("Sở C", 1, 2), ("Sở A", 2, 2), ("Sở B", null, 2), ("Xã A", 1, 1), ("Xã B", null, 1)]);
    }

    [Fact]
    public void Of_AnyValues_HigherValueNeverRanksWorse() => Prop.ForAll(
        Gen.Choose(0, 20).ListOf(12).ToArbitrary(),
        values => Enum.GetValues<TieRule>().All(ties =>
        {
            var standings = Core.Ranking.Ranking.Of([.. values.Select((value, i) => Unit($"{i}", value))], ties);
            return standings.Zip(standings.Skip(1)).All(pair => pair.First.Unit.Value >= pair.Second.Unit.Value &&
                pair.First.Rank <= pair.Second.Rank);
        })).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("A>90; B>=80; C<80", 90, "B")]
    [InlineData("A>=90; B>=80; C<80", 90, "A")]
    [InlineData("A ≥ 90, B ≥ 80, C < 80", 79.999, "C")]
    [InlineData("Xuất sắc: >= 93; Tốt: >= 80; Khá: < 80", 93, "Xuất sắc")]
    public void Parse_Thresholds_KeepTheirSide(string text, decimal value, string expected)
    {
        var scale = GradeScale.Parse(text, out var problem);
        problem.ShouldBeNull();
        scale!.Of(value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("A>=90; C<80", "không thuộc khoảng nào")]
    [InlineData("A>=90; B>=95; C<90", "Không hiểu nhóm “B>=95”")]
    [InlineData("90", "Không hiểu nhóm “90”")]
    [InlineData("", "Chưa có khoảng nào")]
    public void Parse_BadThresholds_SaysWhy(string text, string expected)
    {
        GradeScale.Parse(text, out var problem).ShouldBeNull();
        problem!.ShouldContain(expected);
    }

    private static RankedUnit Unit(string name, decimal? value, string? peer = null) => new(name, peer, value);
}
