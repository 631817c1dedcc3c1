using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Documents.Criteria;

namespace DiemSang.Tests.Criteria;

public class ShippedSetTests
{
    public static TheoryData<string> Sets => [.. Catalog.Names];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Check_ShippedSet_HasNeitherErrorsNorWarnings(string name) => CriteriaSetCheck.Run(Catalog.Set(name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sets))]
    public void Read_WrittenSet_IsTheSameSet(string name)
    {
        var written = CriteriaSetYaml.Write(Catalog.Set(name));
        CriteriaSetYaml.Write(CriteriaSetYaml.Read(written)).ShouldBe(written);
        CriteriaSetYaml.Read(written).All().Count().ShouldBe(Catalog.Set(name).All().Count());
    }

    [Fact]
    public void Provincial2017_Areas_AddUpToHundredWithHalfPoints()
    {
        var set = Catalog.Set("par-index-tinh-2017");
        set.Criteria.Select(area => area.Max).ShouldBe([10, 10, 14.5m, 11, 16, 7, 16, 15.5m]);
        set.Total.ShouldBe(100);
    }

    [Theory]
    [InlineData("par-index-tinh-2017", MeasuredIndex.Par)]
    [InlineData("xa-minh-hoa", MeasuredIndex.Par)]
    [InlineData("papi-2021", MeasuredIndex.Papi)]
    [InlineData("sipas-2023", MeasuredIndex.Sipas)]
    [InlineData("chi-so-766", null)]
    public void Index_ShippedSet_IsTheOneItMeasures(string name, MeasuredIndex? index) => Catalog.Set(name).Index.ShouldBe(index);

    [Fact]
    [Requirement("RNK-04")]
    public void CommuneSet_Feeds_NameAreasOfTheShippedProvincialSet()
    {
        var province = Catalog.Set("par-index-tinh-2017");
        var fed = Catalog.Set("xa-minh-hoa").All().SelectMany(node => node.Criterion.Feeds).ToList();
        fed.ShouldAllBe(one => one.Set == province.Code && province.Find(one.Code) != null);
        fed.Select(one => one.Code).Distinct().Order().ShouldBe(["1", "2", "5", "8"]);
    }

    [Fact]
    [Requirement("SCR-06")]
    public void CommuneSet_Composed_SaysSoAndNamesTheSourceOfEachRow()
    {
        var set = Catalog.Set("xa-minh-hoa");
        set.Title.ShouldContain("minh họa");
        set.All().Where(node => node.Criterion.IsLeaf).ShouldAllBe(node => node.Criterion.Source != null);
    }

    [Fact]
    public void CommuneSet_Leaves_CoverTheKindsOfRealRows() =>
        Catalog.Set("xa-minh-hoa").All().Select(node => node.Criterion.Rule?.Kind).OfType<string>().Distinct().Order().ShouldBe(
            ["all_of", "bands", "checklist", "count", "deadline", "deduction", "levels", "manual", "proportional", "survey", "yes_no"]);

    /// <summary>Quảng Nam as published: six groups of Index 766, 82.8 in all.</summary>
    [Fact]
    public void Index766_QuangNamGroups_AddUpToThePublishedTotal()
    {
        var result = Catalog.Score("chi-so-766", """
            { "unit": "Quảng Nam", "declarations": {
              "1": { "override": { "points": 13.6, "reason": "số công bố" } },
              "2": { "override": { "points": 18.5, "reason": "số công bố" } },
              "3": { "override": { "points": 15.8, "reason": "số công bố" } },
              "4.1": { "override": { "points": 7.7, "reason": "số công bố" } },
              "4.2": { "override": { "points": 9.6, "reason": "số công bố" } },
              "5": { "override": { "points": 17.6, "reason": "số công bố" } } } }
            """);
        result.Points.ShouldBe(82.8m);
        result.PrintedIndex.ShouldBe(82.8m);
        SheetFlags.Of(result).Count(flag => flag.Kind == FlagKind.Overridden).ShouldBe(6);
    }

    [Fact]
    public void Index766_Figures_FollowTheirThresholds()
    {
        var result = Catalog.Score("chi-so-766", """
            { "declarations": {
              "1.1": { "numerator": 0, "denominator": 0 },
              "2.1": { "numerator": 950, "denominator": 1000 },
              "3.2": { "numerator": 400, "denominator": 1000 },
              "4.1": { "numerator": 500, "denominator": 1000 },
              "4.2.1": { "numerator": 85, "denominator": 100 },
              "5.3": { "ho_so": 1000, "tre_han": 50, "phan_nan": 140 } } }
            """);
        result.Find("1.1")!.State.ShouldBe(NodeState.NotApplicable);
        result.Find("2.1")!.Points.ShouldBe(19);
        result.Find("3.2")!.Points.ShouldBe(2);
        result.Find("4.1")!.Points.ShouldBe(12);
        result.Find("4.2.1")!.Points.ShouldBe(2);
        result.Find("5.3")!.Points.ShouldBe(5.4m);
        result.ApplicableMax.ShouldBe(94);
    }

    [Fact]
    [Requirement("SCR-09")]
    public void SipasOfAnAgency_FiveFactors_AreEachFedByItsSurvey() =>
        Catalog.Set("sipas-co-quan-2023").Criteria.Select(factor => factor.Figure).ShouldBe(["survey.sipas.II.A", "survey.sipas.II.B", "survey.sipas.II.C", "survey.sipas.II.D", "survey.sipas.II.E"]);

    [Theory]
    [InlineData("papi-2018")]
    [InlineData("papi-2019")]
    [InlineData("papi-2021")]
    [Requirement("RNK-06")]
    public void Papi_OfACommune_SaysThatItIsInternal(string name) => Catalog.Set(name).Note!.ShouldContain("nội bộ");

    [Fact]
    [Requirement("SCR-08")]
    public void Sipas_NineElements_AreFedBySurveyAndWeighTheirCriteria()
    {
        var set = Catalog.Set("sipas-2023");
        set.All().Count(node => node.Criterion.IsLeaf).ShouldBe(9);
        set.All().Where(node => node.Criterion.IsLeaf).ShouldAllBe(node => node.Criterion.ScoredBy == ScoredBy.Survey &&
            node.Criterion.Rule is SurveyRule);
        var declarations = string.Join(", ", set.All().Where(node => node.Criterion.IsLeaf)
            .Select(node => $"\"{node.Criterion.Code}\": 84"));
        Catalog.Score(set, $"{{ \"declarations\": {{ {declarations} }} }}").Index.ShouldBe(84);
    }
}
