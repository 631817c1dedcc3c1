using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

[Requirement("RPT-01", "RPT-02", "RPT-03", "RPT-05")]
public sealed class ReportDeadlineParserTests
{
    [Fact]
    public void Find_BeforeDay_LastGoodDayIsTheDayBefore()
    {
        var found = Find("Gửi báo cáo hằng quý (trước ngày 20 của tháng cuối quý), 6 tháng (trước ngày 20/6) và năm (trước ngày 01/12).");

        found.Select(deadline => (deadline.Period, deadline.Day, deadline.Month, deadline.PrintedDay, deadline.Inclusive)).ShouldBe(
        [
            ("quarter", 19, null, 20, false),
            ("halfYear", 19, 6, 20, false),
            ("year", 30, 11, 1, false),
        ]);
    }

    [Fact]
    public void Find_NoLaterThanDay_IncludesTheDay()
    {
        var found = Find("Báo cáo tháng chậm nhất ngày 25 hằng tháng; báo cáo năm chậm nhất ngày 05/12, gửi về Phòng Nội vụ để tổng hợp.");

        found.Select(deadline => (deadline.Period, deadline.Day, deadline.Month, deadline.To))
            .ShouldBe([("month", 25, null, "Phòng Nội vụ"), ("year", 5, 12, "Phòng Nội vụ")]);
    }

    [Fact]
    public void Find_AdHoc_HasNoDay() => Find("và báo cáo đột xuất khi có yêu cầu").Single().Period.ShouldBe("adHoc");

    [Fact]
    public void Find_NoReportMentioned_FindsNone() => Find("Hoàn thành trước ngày 15/6 hằng năm").ShouldBeEmpty();

    [Fact]
    public void FindRegulated_WithoutDay_SaysToWhom() =>
        ReportDeadlineParser.FindRegulated(FoldedText.Of("Định kỳ tổng hợp, báo cáo UBND tỉnh theo quy định."))!.To.ShouldBe("UBND tỉnh");

    private static IReadOnlyList<ReportDeadline> Find(string text) => ReportDeadlineParser.Find(FoldedText.Of(text));
}
