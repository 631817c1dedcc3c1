using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Surveys.Indices;

public sealed class PapiScoresTests
{
    [Theory]
    [InlineData(0, 4, 0.25)]
    [InlineData(100, 4, 2.5)]
    [InlineData(50, 2, 2.75)]
    public void Rescale_Percentage_LandsOnTheScale(int value, int components, double expected) =>
        PapiScale.Rescale(value, 0, 100, components).ShouldBe((decimal)expected);

    [Fact]
    public void Rescale_HarmfulIndicator_TurnsRound() => PapiScale.Rescale(20, worst: 100, best: 0, components: 1).ShouldBe(8.2m);

    [Fact]
    public void Of_PublishedSubDimensions_AddUpToThePublishedDimension()
    {
        // PAPI 2023 report, table 3.6, dimension 6 of Hà Nội, Hà Giang, Bắc Ninh, Vĩnh Phúc.
        PapiInput[] places =
        [
            Place("Hà Nội", 1.7029m, 1.9570m, 2.2548m, 1.9339m), Place("Hà Giang", 2.0531m, 1.4387m, 1.7372m, 1.9414m),
            Place("Bắc Ninh", 2.0065m, 2.0623m, 2.2201m, 1.9678m), Place("Vĩnh Phúc", 1.9498m, 1.9764m, 2.1608m, 1.9437m),
        ];
        var scores = PapiScores.Of(places);
        scores[0].Dimensions["6"].ShouldBe(7.8486m);
        scores.Select(score => score.Rank).ShouldBe([3, 4, 1, 2]);
        scores.Select(score => score.Group).ShouldBe(["Trung bình thấp", "Thấp", "Cao", "Trung bình cao"]);
    }

    [Fact]
    public void Of_PlaceWithAGap_IsNeitherTotalledNorRanked()
    {
        var scores = PapiScores.Of([Place("A", 1, 2), Place("B", 1, null), Place("C", 2, 2)]);
        (scores[1].Total, scores[1].Rank, scores[1].Group).ShouldBe((null, null, null));
        scores[0].Rank.ShouldBe(2);
    }

    [Fact]
    public void Of_SubDimensionDroppedThatYear_IsLeftOut() =>
        PapiScores.Of([Place("A", 1, null), Place("B", 2, null)])[0].Total.ShouldBe(1);

    [RFact]
    public void Estimate_FromRespondents_EqualsR()
    {
        double[][] answers = [[.. Draw(1)], [.. Draw(2)], [.. Draw(3)]];
        var r = RScript.Run($"""
            suppressMessages(library(survey))
            d <- data.frame(a = c({Join(answers[0])}), b = c({Join(answers[1])}), c = c({Join(answers[2])}), st = rep(1:2, each = 20), psu = rep(1:10, each = 4), w = rep(1:4, 10))
            s <- svydesign(id = ~psu, strata = ~st, weights = ~w, data = d)
            m <- svymean(~a + b + c, s)
            # 1.1 is the mean of a (0-1) and b (0-1, harmful) with k = 2; 1.2 is c (0-10).
            k <- svycontrast(m, list(sub = c(a = 4.5 / 2, b = -4.5 / 2), dim = c(a = 4.5 / 2, b = -4.5 / 2, c = 0.45)))
            cat("sub", sprintf("%.17g", coef(k)[[1]] + 0.5 + 4.5 / 2), "\n"); cat("sub.se", sprintf("%.17g", SE(k)[[1]]), "\n")
            cat("dim", sprintf("%.17g", coef(k)[[2]] + 1 + 4.5 / 2), "\n"); cat("dim.se", sprintf("%.17g", SE(k)[[2]]), "\n")
            """);
        var stage = new SamplingStage { Strata = [.. Enumerable.Range(0, 40).Select(i => i / 20)], Units = [.. Enumerable.Range(0, 40).Select(i => i / 4)] };
        var design = new SurveyDesign(40, [.. Enumerable.Range(0, 40).Select(i => 1.0 + (i % 4))], [stage]);
        var estimates = new PapiEstimator(design).Estimate(
            [new("1.1", answers[0], 0, 1), new("1.1", answers[1], 1, 0), new("1.2", answers[2], 0, 10)]);
        estimates["1.1"].Value.ShouldBe(r["sub"], 1e-9);
        estimates["1.1"].StandardError.ShouldBe(r["sub.se"], 1e-9);
        estimates["total"].Value.ShouldBe(r["dim"], 1e-9);
        estimates["total"].StandardError.ShouldBe(r["dim.se"], 1e-9);
    }

    private static IEnumerable<double> Draw(int kind)
    {
        var random = new Random(kind);
        return Enumerable.Range(0, 40).Select(_ => kind == 3 ? random.Next(0, 11) : random.Next(0, 2)).Select(value => (double)value).ToList();
    }

    private static string Join(double[] values) => string.Join(", ", values);

    private static PapiInput Place(string name, params decimal?[] subDimensions) => new(name, name, new Dictionary<string, IReadOnlyDictionary<string, decimal?>>
    {
        ["6"] = subDimensions.Select((score, i) => ($"6.{i + 1}", score)).ToDictionary(),
    });
}
