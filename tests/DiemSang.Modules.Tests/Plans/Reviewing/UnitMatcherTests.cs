using DiemSang.Documents.Plans;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Tests;

namespace DiemSang.Modules.Tests.Plans.Reviewing;

public sealed class UnitMatcherTests
{
    private static readonly Guid Ward = Guid.CreateVersion7();
    private readonly Unit _culture = new(Ward, "Phòng Văn hóa - Xã hội phường", "Phòng VH-XH", UnitKind.Division);
    private readonly Unit _economy = new(Ward, "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT", UnitKind.Division);
    private readonly Unit _oneStop = new(Ward, "Trung tâm Phục vụ hành chính công phường", "TTPVHCC", UnitKind.Service);
    private readonly Unit _services = new(Ward, "Trung tâm Dịch vụ công phường", "TTDVC", UnitKind.Service);

    [Theory]
    [InlineData("Phòng Văn hóa - Xã hội phường")]
    [InlineData("phòng văn hoá - xã hội PHƯỜNG")]
    [InlineData("Phòng Văn hóa-Xã hội")]
    [InlineData("Phòng Văn hóa – Xã hội phường Bình Minh")]
    [InlineData("Phòng VH-XH")]
    [InlineData("Phòng VHXH")]
    [InlineData("Phòng Văn hóa phường")]
    public void Find_NameWordingOrFormerName_GivesTheUnit(string printed) =>
        Matcher(new UnitName(_culture, "Phòng VHXH", UnitNameKind.Wording), new UnitName(_culture, "Phòng Văn hóa", UnitNameKind.Former)).Find(printed).ShouldBe(_culture.Id);

    [Theory]
    [InlineData("Phòng Kinh tế, Hạ tầng và Đô thị phường")]
    [InlineData("Phòng Kinh tế , Hạ tầng & Đô thị")]
    public void Find_OtherPunctuation_GivesTheUnit(string printed) => Matcher().Find(printed).ShouldBe(_economy.Id);

    [Fact]
    [Requirement("ORG-10")]
    public void Find_SimilarBodies_AreNeverMerged()
    {
        Matcher().Find("Trung tâm Dịch vụ công").ShouldBe(_services.Id);
        Matcher().Find("Trung tâm Phục vụ hành chính công").ShouldBe(_oneStop.Id);
        Matcher().Find("Trung tâm hành chính công").ShouldBeNull();
        Matcher().Find("Trung tâm Dịch vụ hành chính công").ShouldBeNull();
    }

    [Fact]
    public void Find_NameOfTwoUnits_IsLeftToAPerson()
    {
        var other = new Unit(Ward, "Phòng Văn hóa và Thông tin", "Phòng VH-XH", UnitKind.Division);

        new UnitMatcher([_culture, other], [], ["phuong"], PlanWordsFile.Default.Bodies).Find("Phòng VH-XH").ShouldBeNull();
    }

    [Fact]
    public void Find_MergedUnit_GivesItsSuccessor()
    {
        var former = new Unit(Ward, "Phòng Hạ tầng", "Phòng HT", UnitKind.Division);
        former.Close(new DateOnly(2025, 7, 1), _economy);

        new UnitMatcher([former, _economy], [], ["phuong"], PlanWordsFile.Default.Bodies).Find("Phòng Hạ tầng").ShouldBe(_economy.Id);
    }

    [Fact]
    public void Find_ClosedUnit_GivesNone()
    {
        _services.Close(new DateOnly(2025, 7, 1), null);

        Matcher().Find("Trung tâm Dịch vụ công").ShouldBeNull();
    }

    [Theory]
    [InlineData("Các cơ quan, đơn vị liên quan", true)]
    [InlineData("Các cơ quan, đơn vị liên quan phường", true)]
    [InlineData("Công an phường", false)]
    [Requirement("PLN-12", "PLN-13")]
    public void IsAllUnits_GenericGroup_IsKnown(string printed, bool all) => Matcher().IsAllUnits(printed).ShouldBe(all);

    [Fact]
    public void Near_UnknownName_OffersUnitsThatShareWords() =>
        Matcher().Near("Trung tâm hành chính công").Select(unit => unit.Id).ShouldBe([_oneStop.Id, _services.Id]);

    private UnitMatcher Matcher(params UnitName[] names) =>
        new([_culture, _economy, _oneStop, _services], names, ["phuong", "phuong binh minh"], PlanWordsFile.Default.Bodies);
}
