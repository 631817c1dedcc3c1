using DiemSang.Core.Language;

namespace DiemSang.Core.Tests.Language;

public sealed class VietnameseDatesTests
{
    [Theory]
    [InlineData("ngay 10 thang 6 nam 2024", 2024, 6, 10)]
    [InlineData("ngay 08/01/2025 cua chinh phu", 2025, 1, 8)]
    [InlineData("29.2.2024", 2024, 2, 29)]
    public void Find_CompleteDay_ReadsIt(string folded, int year, int month, int day) => VietnameseDates.Find(folded).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("31/02/2025")]
    [InlineData("ngay thang 01 nam 2026")]
    [InlineData("118/2025/nd-cp")]
    public void Find_NoDay_GivesNull(string folded) => VietnameseDates.Find(folded).ShouldBeNull();

    /// <summary>Nghị định 30/2020: a zero before days below 10 and before months 1 and 2 only.</summary>
    [Theory]
    [InlineData(5, 2, "05/02/2026")]
    [InlineData(29, 6, "29/6/2026")]
    [InlineData(8, 12, "08/12/2026")]
    public void Show_Day_FollowsTheDecree(int day, int month, string shown) => VietnameseDates.Show(new DateOnly(2026, month, day)).ShouldBe(shown);
}
