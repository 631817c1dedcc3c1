using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;

namespace DiemSang.Tests.Ranking;

/// <summary>Numbers as the authorities printed them.</summary>
public class PublishedTableTests
{
    /// <summary>
    /// PAR INDEX 2020, ten highest provinces: appraisal, SIPAS, survey of managers, socio-economic impact, printed total (conference
    /// tables, June 2021).
    /// </summary>
    private static readonly (string Province, decimal[] Parts, decimal Total)[] ParIndex2020 =
    [
        ("Quảng Ninh", [57.66m, 9.56m, 18.83m, 5.00m], 91.04m),
        ("Hải Phòng", [58.71m, 9.35m, 19.45m, 3.00m], 90.51m),
        ("Thừa Thiên Huế", [56.78m, 8.57m, 20.11m, 3.01m], 88.47m),
        ("Bình Dương", [55.48m, 8.82m, 20.27m, 2.36m], 86.93m),
        ("Đồng Tháp", [55.94m, 8.89m, 20.09m, 1.84m], 86.77m),
        ("Đà Nẵng", [58.01m, 8.24m, 18.31m, 2.00m], 86.56m),
        ("Long An", [56.72m, 8.62m, 18.11m, 3.00m], 86.25m),
        ("Hà Nội", [55.79m, 8.50m, 20.28m, 1.50m], 86.07m),
        ("Bà Rịa - Vũng Tàu", [56.23m, 8.40m, 18.25m, 3.14m], 86.02m),
        ("Phú Thọ", [53.99m, 8.81m, 18.17m, 4.76m], 85.74m),
    ];

    /// <summary>Thanh Hóa 2024, 20 departments (482/QĐ-UBND), in published order of rank.</summary>
    private static readonly (string Unit, decimal Index)[] ThanhHoa2024 =
    [
        ("Tài chính", 90.05m), ("Nội vụ", 90.02m), ("VP UBND", 90.02m), ("Tư pháp", 89.30m), ("TTTT", 88.04m), ("BQL Nghi Sơn", 86.32m),
        ("NNPTNT", 86.02m), ("Xây dựng", 85.91m), ("GTVT", 85.83m), ("Công Thương", 85.26m), ("KHĐT", 85.10m), ("LĐTBXH", 85.03m),
        ("KHCN", 85.02m), ("Y tế", 85.02m), ("VHTTDL", 85.01m), ("Thanh tra", 84.60m), ("Ngoại vụ", 83.69m), ("Ban Dân tộc", 82.91m),
        ("TNMT", 78.56m), ("GDĐT", 76.53m),
    ];

    [Fact]
    public void ParIndex2020_Totals_AreSumsOfPartsExceptLongAn()
    {
        var totals = ParIndex2020.Select(row => new PublishedTotal(row.Province, row.Total, row.Parts.Sum())).ToList();
        var flagged = totals.Where(total => !total.IsConsistent(0.01m)).ToList();
        flagged.Single().Unit.ShouldBe("Long An");
        flagged.Single().Difference.ShouldBe(-0.20m);
        totals.Count(total => total.Difference != 0).ShouldBe(4);
    }

    [Fact]
    public void ParIndex2020_PrintedTotals_RankOneToTenAndGroup()
    {
        var standings = Core.Ranking.Ranking.Of([.. ParIndex2020.Reverse()
            .Select(row => new RankedUnit(row.Province, null, row.Total))], TieRule.Competition);
        standings.Select(standing => standing.Unit.Name).ShouldBe(ParIndex2020.Select(row => row.Province));
        standings.Select(standing => standing.Rank!.Value).ShouldBe(Enumerable.Range(1, 10));
        var scale = GradeScale.Parse("A>=90; B>=80; C<80", out _)!;
        standings.Count(standing => scale.Of(standing.Unit.Value) == "A").ShouldBe(2);
    }

    [Fact]
    public void ThanhHoa2024_EqualPrintedValues_KeepPublishedRanksByListOrder()
    {
        var standings = Core.Ranking.Ranking.Of(
            [.. ThanhHoa2024.Select(row => new RankedUnit(row.Unit, null, row.Index))], TieRule.Ordinal);
        standings.Select(standing => (standing.Unit.Name, standing.Rank!.Value))
            .ShouldBe(ThanhHoa2024.Select((row, i) => (row.Unit, i + 1)));
        decimal.Round(ThanhHoa2024.Average(row => row.Index), 2, MidpointRounding.AwayFromZero).ShouldBe(85.41m);
    }

    /// <summary>Six departments without a survey sample are scored on 84 of 100 points and published on 100.</summary>
    [Theory]
    [InlineData(75.64, 90.05)]
    [InlineData(75.62, 90.02)]
    public void ThanhHoa2024_UnitsOnEightyFourPoints_ArePublishedOnHundred(decimal points, decimal published)
    {
        var survey = Scoring.Sheets.Leaf("S", 16) with { NotApplicable = NotApplicableTreatment.WithoutBlock, ScoredBy = ScoredBy.Survey };
        var result = Scoring.Sheets.Score(
            Scoring.Sheets.Set(Scoring.Sheets.Leaf("1", 84), survey), ("1", Scoring.Sheets.Points(points)), (
                "S", Scoring.Sheets.NotApplicable("không có mẫu")));
        result.ApplicableMax.ShouldBe(84);
        result.PrintedIndex.ShouldBe(published);
    }

    [Theory]
    [InlineData(93.31, "> 90", true)]
    [InlineData(90, "> 90", false)]
    [InlineData(90, ">= 90", true)]
    public void Groups_2015And2024_DifferInTheSideOfNinety(decimal index, string groupA, bool expected)
    {
        Interval.TryParse(groupA, out var range).ShouldBeTrue();
        range.Contains(index).ShouldBe(expected);
    }
}
