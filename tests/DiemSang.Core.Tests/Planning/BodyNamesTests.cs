using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

[Requirement("PLN-11", "PLN-12")]
public sealed class BodyNamesTests
{
    [Theory]
    [InlineData("Phòng Văn hóa - Xã hội phường", "Phòng Văn hóa - Xã hội phường")]
    [InlineData("Phòng Kinh tế, Hạ tầng và Đô thị phường", "Phòng Kinh tế, Hạ tầng và Đô thị phường")]
    [InlineData("Các cơ quan, đơn vị liên quan", "Các cơ quan, đơn vị liên quan")]
    [InlineData("Văn phòng HĐND và UBND phường", "Văn phòng HĐND và UBND phường")]
    [InlineData("Trung tâm Dịch vụ công phường; Phòng Văn hóa - Xã hội phường", "Trung tâm Dịch vụ công phường|Phòng Văn hóa - Xã hội phường")]
    [InlineData("Ủy ban Mặt trận Tổ quốc phường, Trung tâm Dịch vụ công phường", "Ủy ban Mặt trận Tổ quốc phường|Trung tâm Dịch vụ công phường")]
    [InlineData("Văn phòng HĐND và UBND, Công an phường và Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND|Công an phường|Phòng Văn hóa - Xã hội")]
    [InlineData("Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị|Công an phường")]
    [InlineData("Văn phòng HĐND và UBND, các phòng chuyên môn", "Văn phòng HĐND và UBND|các phòng chuyên môn")]
    [InlineData("- Phòng A.\n- Phòng B;", "Phòng A|Phòng B")]
    [InlineData(" ; , ", "")]
    public void Split_LeadCell_SeparatesOnlyBodies(string cell, string expected) =>
        string.Join("|", TestWords.Bodies.Split(cell)).ShouldBe(expected);

    [Theory]
    [InlineData("Phòng Văn hoá - Xã hội", true)]
    [InlineData("PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG AN BÌNH", true)]
    [InlineData("phòng VH-XH", true)]
    [InlineData("Trung tâm Phục vụ hành chính công xã", true)]
    [InlineData("Trung tâm Phục vụ", false)]
    [InlineData("Phòng Kinh tế", false)]
    [InlineData("Các cơ quan, đơn vị liên quan", true)]
    public void IsKnown_Name_LooksThroughSpellingAndLevelOnly(string name, bool isKnown) => TestWords.Bodies.IsKnown(name).ShouldBe(isKnown);

    [Fact]
    public void With_OrganisationsOwnUnits_KnowsThem() => TestWords.Bodies.With(["Đội Quản lý trật tự"]).IsKnown("Đội Quản lý trật tự phường").ShouldBeTrue();

    [Theory]
    [InlineData("Tổ công nghệ số cộng đồng", true)]
    [InlineData("Tổ chức thực hiện", false)]
    [InlineData("phòng họp", false)]
    public void StartsLikeBody_HeadWord_NeedsACapitalAndIsNotAVerb(string text, bool expected) => TestWords.Bodies.StartsLikeBody(text).ShouldBe(expected);
}
