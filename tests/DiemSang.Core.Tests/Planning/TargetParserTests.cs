using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

[Requirement("PLN-06", "PLN-07")]
public sealed class TargetParserTests
{
    private readonly TargetParser _parser = new(TestWords.Indices);

    private IReadOnlyList<PlanTarget> Find(string text, string? index = null) => _parser.Find(FoldedText.Of(text), new TargetScope(index, null, null));

    [Theory]
    [InlineData("Chỉ số PAR INDEX đạt từ 82,5% trở lên", TargetKind.AtLeast, "82.5")]
    [InlineData("PAR INDEX đạt trên 80%", TargetKind.MoreThan, "80")]
    [InlineData("PAR INDEX đạt trên 80% trở lên", TargetKind.MoreThan, "80")]
    [InlineData("PAR INDEX: hồ sơ trễ hạn không quá 2%", TargetKind.AtMost, "2")]
    [InlineData("PAR INDEX: hồ sơ trễ hạn từ 3% trở xuống", TargetKind.AtMost, "3")]
    [InlineData("PAR INDEX có 100% hồ sơ đúng hạn", TargetKind.AtLeast, "100")]
    [InlineData("PAR INDEX đạt tối thiểu 72 điểm", TargetKind.Score, "72")]
    [InlineData("PAR INDEX thuộc top 5 của tỉnh", TargetKind.TopN, "5")]
    [InlineData("PAR INDEX trong nhóm 10 đơn vị dẫn đầu", TargetKind.TopN, "10")]
    [InlineData("PAR INDEX xếp hạng từ 15 đến 30/124 xã", TargetKind.RankRange, "15")]
    [InlineData("PAR INDEX đạt mức Trung bình cao trở lên", TargetKind.Tier, null)]
    [InlineData("PAR INDEX cải thiện hơn năm 2025", TargetKind.BetterThanLastYear, null)]
    [InlineData("PAR INDEX cao hơn so với năm trước", TargetKind.BetterThanLastYear, null)]
    public void Find_Wording_GivesKindAndValue(string text, string kind, string? value)
    {
        var target = Find(text).ShouldHaveSingleItem();

        (target.Index, target.Kind, target.Value).ShouldBe(("PAR", kind, value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Find_FloorOfListedContents_GivesOnePerContentBesideTheTotal()
    {
        var targets = Find("Chỉ số PAPI: tối thiểu 30 điểm, trong đó 03 nội dung: (1) Công khai, (2) Giải trình, (3) Điện tử. Mỗi nội dung đạt 6/10 điểm trở lên.");

        targets.Where(target => target.Kind == TargetKind.Floor).Select(target => (target.Content, target.Value, target.OutOf))
            .ShouldBe([("Công khai", 6m, 10m), ("Giải trình", 6m, 10m), ("Điện tử", 6m, 10m)]);
        targets.Single(target => target.Kind == TargetKind.Score).Value.ShouldBe(30);
    }

    [Fact]
    public void Find_RankRange_KnowsHowManyAreRanked()
    {
        var target = Find("xếp hạng từ 15 đến 30/124 xã", "PAR").Single();

        (target.Value, target.Upper, target.Among).ShouldBe((15m, 30m, 124));
    }

    [Fact]
    public void Find_SeveralIndicesInOneSentence_GivesEachItsTarget() =>
        Find("Chỉ số PAR INDEX, SIPAS và PAPI tốt hơn năm 2025").Select(target => target.Index).ShouldBe(["PAR", "SIPAS", "PAPI"]);

    [Fact]
    public void Find_IndicesThatOnlyProfit_AreNotItsSubject() =>
        Find("Nâng Chỉ số PAR INDEX, góp phần nâng SIPAS, xếp hạng từ 1 đến 9").Single().Index.ShouldBe("PAR");

    [Theory]
    [InlineData("đạt trên 80% trở lên", true)]
    [InlineData("đạt 80% trở lên", false)]
    [InlineData("đạt trên 80%", false)]
    public void IsContradictory_StrictAndNot_IsSeen(string text, bool expected) => TargetParser.IsContradictory(text).ShouldBe(expected);

    [Theory]
    [InlineData("ngày 15/6, 24/7, 3 phòng")]
    [InlineData("tăng 5% mỗi năm")]
    public void Find_OtherNumbers_FindsNone(string text) => Find(text).ShouldBeEmpty();
}
