using DiemSang.Core.Planning;

namespace DiemSang.Core.Tests.Planning;

public sealed class RowLikenessTests
{
    [Theory]
    [InlineData("Cơ hội tham gia", "CƠ HỘI  THAM GIA.", Likeness.Same)]
    [InlineData("Hòa giải ở cơ sở", "Hoà giải ở cơ sở", Likeness.Same)]
    [InlineData("Công khai, minh bạch trong việc ra quyết định ở địa phương", "Công khai, minh bạch trong ra quyết định ở địa phương", Likeness.Near)]
    [InlineData("Trung tâm Dịch vụ công", "Trung tâm Phục vụ hành chính công", Likeness.None)]
    [InlineData("Thủ tục hành chính", "Cơ hội tham gia", Likeness.None)]
    [InlineData("", "", Likeness.None)]
    public void Of_TwoNames_TellsSameNearOrNone(string one, string other, Likeness expected)
    {
        RowLikeness.Of(one, other).ShouldBe(expected);
        RowLikeness.Of(other, one).ShouldBe(expected);
    }

    [Theory]
    [InlineData(DeadlineKind.Continuous, null, 2029, true)]
    [InlineData(DeadlineKind.Yearly, null, 2029, true)]
    [InlineData(DeadlineKind.Fixed, "2027-06-30", 2027, true)]
    [InlineData(DeadlineKind.Fixed, "2027-06-30", 2028, false)]
    public void Touches_Year_FollowsTheKind(string kind, string? date, int year, bool expected) =>
        new RowDeadline(kind, "x", date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", null)).Touches(year).ShouldBe(expected);

    [Fact]
    public void In_SeveralDates_KeepsThoseOfTheYear()
    {
        var deadline = new RowDeadline(DeadlineKind.Fixed, "15/6/2026 và 15/12/2027", new DateOnly(2027, 12, 15)) { Others = [new DateOnly(2026, 6, 15)] };

        deadline.In(2026).ShouldSatisfyAllConditions(its => its.Date.ShouldBe(new DateOnly(2026, 6, 15)), its => its.Others.ShouldBeEmpty());
        new RowDeadline(DeadlineKind.Period, "x", new DateOnly(2028, 6, 30)) { From = new DateOnly(2026, 1, 1) }.Touches(2027).ShouldBeTrue();
    }
}
