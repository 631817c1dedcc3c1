using System.Globalization;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;

namespace DiemSang.Tests.Criteria;

/// <summary>
/// Seven years of PAPI through the shipped sets: sums, totals, ranks and quartile groups (Papi/README.md says where the numbers come from).
/// </summary>
public class PapiOracleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "DiemSang.Documents.Tests", "Criteria", "Papi");
    private static readonly ILookup<int, Dictionary<string, string>> Subdimensions = Rows("subdimensions.csv")
        .ToLookup(row => int.Parse(row["year"], CultureInfo.InvariantCulture));
    private static readonly ILookup<int, Dictionary<string, string>> Expected = Rows("expected.csv")
        .ToLookup(row => int.Parse(row["year"], CultureInfo.InvariantCulture));

    public static TheoryData<int> Years => [2018, 2019, 2020, 2021, 2022, 2023, 2024];

    [Theory]
    [MemberData(nameof(Years))]
    public void Total_EveryProvince_IsTheExpectedOneOrNone(int year) =>
        Totals(year).Select(total => (total.Name, total.Value))
            .ShouldBe(Expected[year].Select(row => (row["province"], Number(row["total"]))));

    [Theory]
    [MemberData(nameof(Years))]
    public void Rank_EveryProvince_IsTheExpectedOneAndMissingOnesHaveNone(int year) =>
        Ranking.Of(Totals(year), TieRule.Competition).OrderBy(standing => standing.Unit.Name)
            .Select(standing => (standing.Unit.Name, standing.Rank?.ToString(CultureInfo.InvariantCulture) ?? ""))
            .ShouldBe(Expected[year].Select(row => (row["province"], row["rank"])));

    [Theory]
    [MemberData(nameof(Years))]
    public void Group_BothBoundaryRules_AreTheExpectedOnes(int year)
    {
        var totals = Totals(year);
        var values = totals.Where(total => total.Value is not null).Select(total => total.Value!.Value).ToList();
        var above = QuartileScale.Of(values, boundaryIsHigher: false);
        var from = QuartileScale.Of(values, boundaryIsHigher: true);
        totals.Select(total => (total.Name, above.Of(total.Value) ?? "", from.Of(total.Value) ?? ""))
            .ShouldBe(Expected[year].Select(row => (row["province"], row["group_above"], row["group_from"])));
    }

    /// <summary>Table 3.6 of the 2023 report, table 3.1 of the 2019 report, press of 2020 and 2023.</summary>
    [Theory]
    [InlineData(2023, "P01", "6", 7.8486)]
    [InlineData(2023, "P02", "6", 7.1704)]
    [InlineData(2023, "P18", "6", 8.2568)]
    [InlineData(2023, "P17", "6", 8.0307)]
    [InlineData(2023, "P31", "", 46.0415)]
    [InlineData(2023, "P01", "", 43.9603)]
    [InlineData(2023, "P50", "", 41.7754)]
    [InlineData(2020, "P14", "", 48.8114)]
    [InlineData(2020, "P56", "", 46.9611)]
    [InlineData(2020, "P12", "", 46.4712)]
    public void Published_Scores_AreReproducedToFourDigits(int year, string province, string dimension, decimal printed)
    {
        var result = Results(year).Single(result => result.Sheet.Unit == province);
        result.Set.Rounding.Print((dimension.Length == 0 ? result.Points : result.Find(dimension)!.Points)!.Value).ShouldBe(printed);
    }

    [Fact]
    public void Quartiles_2023Report_AreCountedAbove()
    {
        var governance = Dimension(2023, "7");
        Counts(QuartileScale.Of(Dimension(2023, "1"), boundaryIsHigher: false), Dimension(2023, "1")).ShouldBe([15, 15, 15, 16]);
        Counts(QuartileScale.Of(governance, boundaryIsHigher: false), governance).ShouldBe([15, 15, 15, 16]);
        QuartileScale.Percentile([.. governance.Order()], 75).ShouldBe(3.793299556m, 0.000000001m);
    }

    [Fact]
    public void Quartiles_2020Press_AreCountedFromTheBoundary()
    {
        var totals = Totals(2020).Select(total => total.Value!.Value).ToList();
        Counts(QuartileScale.Of(totals, boundaryIsHigher: true), totals).ShouldBe([16, 16, 15, 16]);
    }

    /// <summary>The "national average 42.3265" of the 2023 press is the median of the provinces.</summary>
    [Fact]
    public void Median_2023_IsWhatThePressCalledTheAverage()
    {
        var totals = Totals(2023).Select(total => total.Value).OfType<decimal>().Order().ToList();
        decimal.Round(QuartileScale.Percentile(totals, 50), 4).ShouldBe(42.3265m);
        decimal.Round(totals.Average(), 6).ShouldBe(42.421154m);
    }

    [Fact]
    public void Compare_2020With2021_DropsConstructionPermitsAndKeepsTheRest()
    {
        var comparison = VersionComparison.Between(Results(2020).First(), Results(2021).First());
        comparison.Dropped.Select(node => node.Criterion.Title).ShouldBe(["Cấp phép xây dựng"]);
        comparison.Criteria.ShouldAllBe(criterion => criterion.Before.Count == 1);
    }

    /// <summary>A plan asks for at least 40 points and at least 5 of 10 in each of the eight contents.</summary>
    [Fact]
    [Requirement("SCR-07")]
    public void Flags_TargetOfFivePerContent_NamesTheContentsBelowIt()
    {
        var set = SetOf(2024);
        var targets = set.Criteria.ToDictionary(criterion => criterion.Code, _ => new Interval(5, true, null, false));
        var result = new ScoringEngine(set).Score(Sheet(Subdimensions[2024].First(), set) with { Targets = targets });
        SheetFlags.Of(result).Where(flag => flag.Kind == FlagKind.BelowTarget).Select(flag => flag.Code).ShouldBe(["3", "7", "8"]);
    }

    private static List<RankedUnit> Totals(int year) =>
        [.. Results(year).Select(result => new RankedUnit(result.Sheet.Unit!, null, result.Points))];

    private static List<decimal> Dimension(int year, string code) =>
        [.. Results(year).Select(result => result.Find(code)!.Points).OfType<decimal>()];

    private static IEnumerable<ScoreSheetResult> Results(int year)
    {
        var engine = new ScoringEngine(SetOf(year));
        return Subdimensions[year].Select(row => engine.Score(Sheet(row, engine.Set)));
    }

    private static CriteriaSet SetOf(int year) =>
        Catalog.Set(year switch { 2018 => "papi-2018", <= 2020 => "papi-2019", _ => "papi-2021" });

    private static SheetDeclaration Sheet(Dictionary<string, string> row, CriteriaSet set) => new()
    {
        Unit = row["province"],
        Items = row.Where(cell => cell.Key.Contains('.') && cell.Value.Length > 0 && set.Find(cell.Key) is not null)
            .ToDictionary(cell => cell.Key, cell => Declaration.Of(("points", Number(cell.Value)!.Value))),
    };

    private static List<int> Counts(GradeScale scale, IReadOnlyCollection<decimal> values) =>
        [.. scale.Grades.Select(grade => values.Count(value => scale.Of(value) == grade.Label))];

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var headings = lines[0].Split(',');
        return lines.Skip(1).Select(line => headings.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
