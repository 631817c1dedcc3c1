using DiemSang.Core.Statistics;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Statistics.R;

/// <summary>Generated samples, estimated here and by R's <c>survey</c>: equal to 1e-9 of the number. One R process does them all.</summary>
[Requirement("SVY-11")]
public sealed class SameAsRTests
{
    private const double Tolerance = 1e-9;

    private const string Prelude = """
        suppressMessages(library(survey))
        put <- function(name, value) cat(paste0(case, ".", name), sprintf("%.17g", value), "\n", sep = " ")
        both <- function(name, object) { put(name, coef(object)[[1]]); put(paste0(name, ".se"), SE(object)[[1]]) }

        """;

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["StratifiedClusters"] = new(
            11,
            """
            s <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
            both("mean", svymean(~y, s, na.rm = TRUE)); both("total", svytotal(~y, s, na.rm = TRUE)); both("ratio", svyratio(~y, ~x, s, na.rm = TRUE))
            put("mean.deff", deff(svymean(~y, s, na.rm = TRUE, deff = TRUE))[[1]]); put("total.deff", deff(svytotal(~y, s, na.rm = TRUE, deff = TRUE))[[1]])
            put("ratio.deff", deff(svyratio(~y, ~x, s, na.rm = TRUE, deff = TRUE))[[1]])
            g <- subset(s, g == 2)
            both("domain", svymean(~y, g, na.rm = TRUE)); both("domaintotal", svytotal(~y, g, na.rm = TRUE)); both("domainratio", svyratio(~y, ~x, g, na.rm = TRUE))
            put("domain.deff", deff(svymean(~y, g, na.rm = TRUE, deff = TRUE))[[1]])
            p <- svyciprop(~yes, g, method = "logit"); put("low", confint(p)[[1]]); put("high", confint(p)[[2]]); put("df", degf(g))
            """,
            sample => Figures(sample, sample.Design([sample.Clusters]))),
        ["StratifiedClustersWithPopulation"] = new(
            12,
            """
            s <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, fpc = ~N1, data = d, nest = TRUE)
            both("mean", svymean(~y, s, na.rm = TRUE)); both("total", svytotal(~y, s, na.rm = TRUE)); both("ratio", svyratio(~y, ~x, s, na.rm = TRUE))
            """,
            sample => Figures(sample, sample.Design([sample.ClustersOf(sample.PsuPopulation)]))),
        ["TwoStages"] = new(
            13,
            """
            s <- svydesign(id = ~psu + id, strata = ~stratum, weights = ~w, fpc = ~N1 + N2, data = d, nest = TRUE)
            both("mean", svymean(~y, s, na.rm = TRUE)); both("total", svytotal(~y, s, na.rm = TRUE)); both("ratio", svyratio(~y, ~x, s, na.rm = TRUE))
            u <- svydesign(id = ~psu + id, strata = ~stratum, fpc = ~N1 + N2, data = d, nest = TRUE)
            both("unweighted", svymean(~y, u, na.rm = TRUE))
            """,
            sample =>
            {
                SamplingStage[] stages = [sample.ClustersOf(sample.PsuPopulation), new() { Population = sample.PersonPopulation }];
                var figures = Figures(sample, sample.Design(stages));
                Put(figures, "unweighted", new SurveyEstimator(new SurveyDesign(sample.Size, null, stages)).Mean(sample.Y));
                return figures;
            }),
        ["LonelyPsus"] = new(
            14,
            """
            d <- d[d$stratum != 2 | d$psu == min(d$psu[d$stratum == 2]), ]
            s <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
            for (rule in c("remove", "certainty", "adjust", "average")) {
              options(survey.lonely.psu = rule)
              both(rule, svymean(~y, s, na.rm = TRUE)); both(paste0(rule, "total"), svytotal(~y, s, na.rm = TRUE)) }
            """,
            sample =>
            {
                var lonely = sample.WithOnePsuInStratum(2);
                var figures = new Dictionary<string, double>();
                foreach (var rule in new[] { LonelyPsu.Remove, LonelyPsu.Certainty, LonelyPsu.Adjust, LonelyPsu.Average })
                {
                    var estimator = new SurveyEstimator(lonely.Design([lonely.Clusters], rule));
                    Put(figures, rule.ToString().ToLowerInvariant(), estimator.Mean(lonely.Y));
                    Put(figures, rule.ToString().ToLowerInvariant() + "total", estimator.Total(lonely.Y));
                }
    
                return figures;
            }),
        ["PostStratified"] = new(
            15,
            """
            s <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
            s <- postStratify(s, ~g, data.frame(g = 1:3, Freq = c(900, 1200, 700)))
            both("mean", svymean(~y, s, na.rm = TRUE)); both("total", svytotal(~y, s, na.rm = TRUE)); both("ratio", svyratio(~y, ~x, s, na.rm = TRUE))
            both("domain", svymean(~y, subset(s, h == 1), na.rm = TRUE))
            """,
            sample =>
            {
                var design = sample.Design([sample.Clusters]);
                return Figures(sample, design.With(new PostStratification(design, sample.MarginG)), domain: sample.H, category: 1);
            }),
        ["Raked"] = new(
            16,
            """
            s <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
            s <- rake(s, list(~g, ~h), list(data.frame(g = 1:3, Freq = c(900, 1200, 700)), data.frame(h = 1:2, Freq = c(1500, 1300))),
                      control = list(maxit = 500, epsilon = 1e-10, verbose = FALSE))
            both("mean", svymean(~y, s, na.rm = TRUE)); both("total", svytotal(~y, s, na.rm = TRUE)); both("ratio", svyratio(~y, ~x, s, na.rm = TRUE))
            """,
            sample =>
            {
                var design = sample.Design([sample.Clusters]);
                return Figures(sample, design.With(new Raking(design, [sample.MarginG, sample.MarginH])));
            }),
        ["LinearCalibration"] = new(
            17,
            """
            s <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
            s <- calibrate(s, ~x, c(2800, 15000))
            both("mean", svymean(~y, s, na.rm = TRUE)); both("total", svytotal(~y, s, na.rm = TRUE)); both("ratio", svyratio(~y, ~x, s, na.rm = TRUE))
            """,
            sample =>
            {
                var design = sample.Design([sample.Clusters]);
                double[] ones = [.. Enumerable.Repeat(1.0, sample.Size)];
                return Figures(sample, design.With(new LinearCalibration(design, [ones, sample.X], [2800, 15000])));
            }),
    };

    private static readonly Lazy<Dictionary<string, double>> Expected = new(RunAll);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [RTheory]
    [MemberData(nameof(Names))]
    public void Estimate_GeneratedSample_EqualsR(string name)
    {
        var actual = Cases[name].Estimate(GeneratedSample.From(Cases[name].Seed));
        var expected = Expected.Value.Where(figure => figure.Key.StartsWith($"{name}.", StringComparison.Ordinal)).ToList();
        expected.ShouldNotBeEmpty();
        foreach (var (figure, value) in expected)
        {
            actual[figure[(name.Length + 1)..]].ShouldBe(value, Tolerance * Math.Abs(value), figure);
        }
    }

    private static Dictionary<string, double> RunAll() => RScript.Run(Prelude + string.Join('\n', Cases.Select(named => $$"""
        case <- "{{named.Key}}"
        d <- read.csv(text = readLines(textConnection("{{GeneratedSample.From(named.Value.Seed).ToCsv()}}")))
        {{named.Value.Program}}
        """)));

    private static Dictionary<string, double> Figures(GeneratedSample sample, SurveyDesign design, int[]? domain = null, int category = 2)
    {
        var figures = new Dictionary<string, double>();
        var estimator = new SurveyEstimator(design);
        var rows = Enumerable.Range(0, sample.Size).Where(row => (domain ?? sample.G)[row] == category).ToArray();
        Put(figures, "mean", estimator.Mean(sample.Y));
        Put(figures, "total", estimator.Total(sample.Y));
        Put(figures, "ratio", estimator.Ratio(sample.Y, sample.X));
        Put(figures, "domain", estimator.Mean(sample.Y, rows));
        Put(figures, "domaintotal", estimator.Total(sample.Y, rows));
        Put(figures, "domainratio", estimator.Ratio(sample.Y, sample.X, rows));
        var yes = estimator.Mean(sample.Yes, rows);
        var interval = ConfidenceInterval.Around(yes, IntervalMethod.Logit, yes.DegreesOfFreedom);
        (figures["low"], figures["high"], figures["df"]) = (interval.Low, interval.High, yes.DegreesOfFreedom);
        return figures;
    }

    private static void Put(Dictionary<string, double> figures, string name, Estimate estimate)
    {
        figures[name] = estimate.Value;
        figures[name + ".se"] = estimate.StandardError;
        figures[name + ".deff"] = estimate.DesignEffect;
    }

    /// <summary>One comparison: a sample, what R does with it, what we do with it.</summary>
    private sealed record Case(int Seed, string Program, Func<GeneratedSample, Dictionary<string, double>> Estimate);
}
