using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Plans;

public sealed class ResultWordsTests
{
    [Theory]
    [InlineData("Báo cáo kết quả tự kiểm tra", true)]
    [InlineData("Biên bản họp tổ dân phố", true)]
    [InlineData("100% báo cáo gửi đúng hạn", false)]
    [InlineData("Tăng tỷ lệ người dân tham gia", false)]
    [InlineData("Người dân hài lòng", false)]
    [InlineData(null, false)]
    public void AsksForDocument_ResultOfARow_FollowsItsWords(string? result, bool asks) => ResultWordsFile.Default.AsksForDocument(result).ShouldBe(asks);

    [Theory]
    [InlineData("Tăng tỷ lệ người dân biết về bầu cử", Direction.Up)]
    [InlineData("Giảm tỷ lệ hồ sơ trễ hạn", Direction.Down)]
    [InlineData("Tăng cường tuyên truyền", null)]
    [InlineData("100 % thủ tục được niêm yết", null)]
    [Requirement("BRD-06")]
    public void DirectionOf_ResultOfARow_IsWhatItSays(string result, Direction? direction) => ResultWordsFile.Default.DirectionOf(result).ShouldBe(direction);

    [Theory]
    [InlineData("100 % thủ tục được niêm yết", true)]
    [InlineData("Đạt 90%", true)]
    [InlineData("Tăng tỷ lệ hài lòng", true)]
    [InlineData("Có 7 tổ dân phố văn hóa", false)]
    [Requirement("BRD-07")]
    public void IsRate_ResultOfARow_FollowsItsWords(string result, bool isRate) => ResultWordsFile.Default.IsRate(result).ShouldBe(isRate);
}
