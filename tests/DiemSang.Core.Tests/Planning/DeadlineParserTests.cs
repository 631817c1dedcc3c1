using System.Globalization;
using DiemSang.Core.Planning;
using DiemSang.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Core.Tests.Planning;

[Requirement("PLN-15")]
public sealed class DeadlineParserTests
{
    private static readonly DeadlineContext Plan2026 = new(new PlanPeriod(2026, 2030), null);
    private static readonly DeadlineContext Year2025 = new(new PlanPeriod(2025, 2025), new DateOnly(2025, 7, 10));

    [Theory]
    [InlineData("", DeadlineKind.None, null)]
    [InlineData("   ", DeadlineKind.None, null)]
    [InlineData("-", DeadlineKind.None, null)]
    [InlineData("……", DeadlineKind.None, null)]
    [InlineData("Thường xuyên", DeadlineKind.Continuous, null)]
    [InlineData("thường  xuyên", DeadlineKind.Continuous, null)]
    [InlineData("Thường xuyên, liên tục", DeadlineKind.Continuous, null)]
    [InlineData("Hằng quý", DeadlineKind.Continuous, null)]
    [InlineData("Hàng tháng", DeadlineKind.Continuous, null)]
    [InlineData("Định kỳ", DeadlineKind.Continuous, null)]
    [InlineData("06 tháng/lần", DeadlineKind.Continuous, null)]
    [InlineData("mỗi 6 tháng", DeadlineKind.Continuous, null)]
    [InlineData("Trước ngày 15 của tháng cuối quý", DeadlineKind.Continuous, null)]
    [InlineData("Thường xuyên trong năm 2026", DeadlineKind.Continuous, null)]
    [InlineData("Theo quy định", DeadlineKind.Regulated, null)]
    [InlineData("Đúng thời hạn quy định", DeadlineKind.Regulated, null)]
    [InlineData("Theo hướng dẫn của Sở Nội vụ", DeadlineKind.Regulated, null)]
    [InlineData("Theo thông báo kết quả", DeadlineKind.Event, null)]
    [InlineData("Ngay sau khi giải quyết xong hồ sơ", DeadlineKind.Event, null)]
    [InlineData("Trong 05 ngày làm việc kể từ ngày nhận kết luận", DeadlineKind.Event, null)]
    [InlineData("Khi có yêu cầu", DeadlineKind.Event, null)]
    [InlineData("Sau khi có hướng dẫn, trước 31/12/2026", DeadlineKind.Event, null)]
    [InlineData("31/12 hằng năm", DeadlineKind.Yearly, "2026-12-31")]
    [InlineData("Trước ngày 31/12 hàng năm", DeadlineKind.Yearly, "2026-12-30")]
    [InlineData("Hằng năm", DeadlineKind.Yearly, "2026-12-31")]
    [InlineData("Quý IV hằng năm", DeadlineKind.Yearly, "2026-12-31")]
    [InlineData("tháng 6 mỗi năm", DeadlineKind.Yearly, "2026-06-30")]
    [InlineData("15/6/2026", DeadlineKind.Fixed, "2026-06-15")]
    [InlineData("15-06-2026", DeadlineKind.Fixed, "2026-06-15")]
    [InlineData("ngày 10 tháng 6 năm 2026", DeadlineKind.Fixed, "2026-06-10")]
    [InlineData("Trước ngày 15/6/2026", DeadlineKind.Fixed, "2026-06-14")]
    [InlineData("trước 01/3/2028", DeadlineKind.Fixed, "2028-02-29")]
    [InlineData("Chậm nhất ngày 10/6/2026", DeadlineKind.Fixed, "2026-06-10")]
    [InlineData("Hoàn thành trong ngày 30/4/2026", DeadlineKind.Fixed, "2026-04-30")]
    [InlineData("Theo quy định, xong trước ngày 20/11/2026", DeadlineKind.Fixed, "2026-11-19")]
    [InlineData("15/6 và 15/12/2026", DeadlineKind.Fixed, "2026-06-15")]
    [InlineData("Quý I/2026", DeadlineKind.Period, "2026-03-31")]
    [InlineData("quý II năm 2026", DeadlineKind.Period, "2026-06-30")]
    [InlineData("Quý 3/2026", DeadlineKind.Period, "2026-09-30")]
    [InlineData("Quý I", DeadlineKind.Period, "2026-03-31")]
    [InlineData("Trước quý II/2026", DeadlineKind.Period, "2026-03-31")]
    [InlineData("Quý I, II/2026", DeadlineKind.Period, "2026-03-31")]
    [InlineData("tháng 6/2026", DeadlineKind.Period, "2026-06-30")]
    [InlineData("Tháng 02 năm 2028", DeadlineKind.Period, "2028-02-29")]
    [InlineData("tháng 4-6/2026", DeadlineKind.Period, "2026-06-30")]
    [InlineData("Trước tháng 6/2026", DeadlineKind.Period, "2026-05-31")]
    [InlineData("Từ tháng 3 đến tháng 5/2026", DeadlineKind.Period, "2026-05-31")]
    [InlineData("Từ ngày 01/3/2026 đến ngày 30/4/2026", DeadlineKind.Period, "2026-04-30")]
    [InlineData("6 tháng đầu năm 2026", DeadlineKind.Period, "2026-06-30")]
    [InlineData("6 tháng cuối năm", DeadlineKind.Period, "2026-12-31")]
    [InlineData("06 tháng đầu năm", DeadlineKind.Period, "2026-06-30")]
    [InlineData("Năm 2027", DeadlineKind.Period, "2027-12-31")]
    [InlineData("trong năm 2026", DeadlineKind.Period, "2026-12-31")]
    [InlineData("Trong năm", DeadlineKind.Period, "2026-12-31")]
    [InlineData("2026-2030", DeadlineKind.Period, "2030-12-31")]
    [InlineData("Giai đoạn 2026 – 2030", DeadlineKind.Period, "2030-12-31")]
    [InlineData("31/02/2026", DeadlineKind.None, null)]
    [InlineData("tháng 13/2026", DeadlineKind.None, null)]
    [InlineData("Giao Văn phòng lo", DeadlineKind.None, null)]
    public void Parse_DeadlineWording_GivesKindAndLastGoodDay(string text, string kind, string? lastDay)
    {
        var deadline = DeadlineParser.Parse(text, Plan2026);

        deadline.Kind.ShouldBe(kind);
        deadline.Date.ShouldBe(lastDay is null ? null : DateOnly.ParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Parse_YearlyDay_KeepsMonthAndDay()
    {
        var deadline = DeadlineParser.Parse("31/12 hằng năm", Plan2026);

        (deadline.Month, deadline.Day).ShouldBe((12, 31));
    }

    [Fact]
    public void Parse_YearlyDayWithoutAnyYearKnown_HasNoDateYet() =>
        DeadlineParser.Parse("31/12 hằng năm").Date.ShouldBeNull();

    [Fact]
    public void Parse_SeveralDays_KeepsTheOthers()
    {
        var deadline = DeadlineParser.Parse("15/6 và 15/12/2026", Plan2026);

        deadline.Others.ShouldBe([new DateOnly(2026, 12, 15)]);
    }

    [Fact]
    public void Parse_Quarter_KnowsItsFirstDay() =>
        DeadlineParser.Parse("quý II/2026").From.ShouldBe(new DateOnly(2026, 4, 1));

    [Fact]
    public void Parse_NoYear_TakesThePlansYear() =>
        DeadlineParser.Parse("15/12", Year2025).Date.ShouldBe(new DateOnly(2025, 12, 15));

    [Fact]
    public void Parse_NoYearAndDayPastInAYearlyPlan_StaysInThatYearToBeFlagged() =>
        DeadlineParser.Parse("15/3", Year2025).Date.ShouldBe(new DateOnly(2025, 3, 15));

    [Fact]
    public void Parse_NoYearAndDayPastInAFiveYearPlan_MeansNextYear() =>
        DeadlineParser.Parse("Quý I", new DeadlineContext(new PlanPeriod(2026, 2030), new DateOnly(2026, 5, 20))).Date.ShouldBe(new DateOnly(2027, 3, 31));

    [Fact]
    public void Parse_AnyText_KeepsItAndNeverThrows() =>
        Prop.ForAll<string>(text => DeadlineParser.Parse(text, Plan2026) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyMixOfDeadlineWords_NeverThrows()
    {
        var words = Gen.Elements(
            "quý", "I", "IV", "trước", "ngày", "31/2", "99/99/9999", "0/0/0000", "tháng", "13", "6", "năm", "2026", "0001", "-", "/", "hằng năm", "đến", "từ",
            "6 tháng", "cuối năm", "2030-2026", "và", "thường xuyên", ",", "29/2", "hết");
        Prop.ForAll(words.ListOf().Select(parts => string.Join(" ", parts)).ToArbitrary(), text => DeadlineParser.Parse(text, Plan2026) is not null)
            .QuickCheckThrowOnFailure();
    }
}
