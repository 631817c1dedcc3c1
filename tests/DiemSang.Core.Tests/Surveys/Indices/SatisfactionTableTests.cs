using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Surveys.Indices;

/// <summary>
/// Twelve respondents in two strata of two sampling units, some with nothing to say on part II. Expected numbers from R 4.2.2, survey 4.1-1.
/// </summary>
[Requirement("SVY-11")]
public sealed class SatisfactionTableTests
{
    private static readonly double[] Weights = [10, 10, 10, 12, 12, 12, 30, 30, 30, 25, 25, 25];
    private static readonly int[] Strata = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];

    private static readonly Dictionary<string, byte[]> Answers = new()
    {
        ["P1"] = [4, 5, 3, 4, 4, 2, 5, 4, 4, 3, 4, 5],
        ["P2"] = [4, 4, 3, 3, 4, 3, 4, 2, 4, 4, 3, 4],
        ["P3"] = [5, 4, 4, 4, 3, 3, 4, 4, 5, 2, 4, 4],
        ["S1"] = [4, 0, 5, 4, 0, 3, 0, 4, 4, 5, 0, 2],
        ["S2"] = [3, 0, 4, 4, 0, 4, 0, 5, 3, 4, 0, 3],
    };

    private static readonly IndexNode Root = Node("all", Node("I", Leaf("P1"), Leaf("P2"), Leaf("P3")), Node("II", Leaf("S1"), Leaf("S2")));

    [Theory]
    [InlineData("all", 0.7132867133, 0.0903995433)]
    [InlineData("I", 0.7330447330, 0.0966827658)]
    [InlineData("II", 0.6688311688, 0.0864652414)]
    [InlineData("P1", .7965367965, .1214838462)]
    [InlineData("P2", .6147186147, .0507110689)]
    [InlineData("P3", .7878787879, .1567281208)]
    [InlineData("S1", .7597402597, .1918346023)]
    [InlineData("S2", .5779220779, .0760666034)]
    public void Compute_Pooled_EqualsR(string node, double value, double standardError)
    {
        var row = Table(Design()).Single(row => row.Node.Code == node);
        row.Estimate.Value.ShouldBe(value, 1e-9);
        row.Estimate.StandardError.ShouldBe(standardError, 1e-9);
    }

    [Fact]
    public void Compute_Whole_KnowsItsCountsAndDesignEffect()
    {
        var whole = Table(Design())[0];
        whole.Answers.ShouldBe(52);
        whole.Estimate.Count.ShouldBe(12);
        whole.Estimate.DegreesOfFreedom.ShouldBe(2);
        whole.Estimate.DesignEffect.ShouldBe(2.855760728, 1e-8);
        var normal = ConfidenceInterval.Around(whole.Estimate, IntervalMethod.Wald, ConfidenceInterval.NormalQuantile);
        normal.Low.ShouldBe(.5361068642, 1e-9);
        normal.High.ShouldBe(.8904665623, 1e-9);
        ConfidenceInterval.Around(whole.Estimate, IntervalMethod.Wald, 2).Low.ShouldBe(.3243288716, 1e-9);
    }

    [Theory]
    [InlineData(Aggregation.Pooled, 0.7132867133)]
    [InlineData(Aggregation.MeanOfCriteria, 0.7073593074)]
    [InlineData(Aggregation.MeanOfChildren, 0.7009379509)]
    public void Compute_EachAggregation_GivesItsOwnFigure(Aggregation aggregation, double expected) =>
        Table(Design(), aggregation)[0].Estimate.Value.ShouldBe(expected, 1e-9);

    [Fact]
    public void Compute_FixedWeights_WeighsTheParts()
    {
        var root = Root with { Children = [Root.Children[0] with { Weight = 60 }, Root.Children[1] with { Weight = 40 }] };
        var whole = new SatisfactionTable(Design(), new SatisfactionIndex(root, Aggregation: Aggregation.FixedWeights)).Compute(Answers)[0];
        whole.Estimate.Value.ShouldBe((0.6 * 0.7330447330) + (0.4 * 0.6688311688), 1e-9);
    }

    [Fact]
    public void Compute_Unweighted_CountsAnswers()
    {
        var rows = Table(SurveyDesign.Unweighted(12));
        rows[0].Estimate.Value.ShouldBe(36.0 / 52, 1e-12);
        rows.Single(row => row.Node.Code == "II").Estimate.Value.ShouldBe(0.6875, 1e-12);
    }

    [Theory]
    [InlineData(0, .6433566434, .1144310235)]
    [InlineData(1, .7412587413, .1144310235)]
    public void Compute_ForOneStratum_EqualsR(int stratum, double value, double standardError)
    {
        var domain = Enumerable.Range(0, 12).Where(row => Strata[row] == stratum).ToArray();
        var whole = new SatisfactionTable(Design(), new SatisfactionIndex(Root)).Compute(Answers, domain)[0].Estimate;
        whole.Value.ShouldBe(value, 1e-9);
        whole.StandardError.ShouldBe(standardError, 1e-9);
    }

    [Fact]
    public void Compute_PostStratified_EqualsR()
    {
        var design = Design();
        var whole = Table(design.With(new PostStratification(design, new Margin("stratum", ["U", "R"], [100, 200], Strata))))[0].Estimate;
        whole.Value.ShouldBe(0.7086247086, 1e-9);
        whole.StandardError.ShouldBe(0.0852918491, 1e-9);
    }

    [Fact]
    public void Compute_CriterionNobodyAnswered_LeavesTheOthersAlone()
    {
        var answers = new Dictionary<string, byte[]>(Answers) { ["S2"] = new byte[12] };
        var rows = new SatisfactionTable(Design(), new SatisfactionIndex(Root, Aggregation: Aggregation.MeanOfCriteria)).Compute(answers);
        rows.Single(row => row.Node.Code == "S2").Estimate.Value.ShouldBe(double.NaN);
        rows.Single(row => row.Node.Code == "II").Estimate.Value.ShouldBe(.7597402597, 1e-9);
    }

    [Fact]
    public void Compute_Criterion_EqualsMeanOfIndicator()
    {
        var estimator = new SurveyEstimator(Design());
        double[] indicator = [.. Answers["S1"].Select(answer => answer == 0 ? double.NaN : answer >= 4 ? 1.0 : 0)];
        Table(Design()).Single(row => row.Node.Code == "S1").Estimate.ShouldBe(estimator.Mean(indicator));
    }

    private static IReadOnlyList<SatisfactionRow> Table(SurveyDesign design, Aggregation aggregation = Aggregation.Pooled) =>
        new SatisfactionTable(design, new SatisfactionIndex(Root, Aggregation: aggregation)).Compute(Answers);

    private static SurveyDesign Design() =>
        new(12, Weights, [new SamplingStage { Strata = Strata, Units = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4] }]);

    private static IndexNode Node(string code, params IndexNode[] children) => new() { Code = code, Name = new(code), Children = children };

    private static IndexNode Leaf(string code) => new() { Code = code, Name = new(code), Variable = code };
}
