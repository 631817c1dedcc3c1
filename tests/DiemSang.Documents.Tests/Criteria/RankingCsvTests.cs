using DiemSang.Core.Ranking;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Tests.Criteria;

public class RankingCsvTests
{
    [Fact]
    public void Read_VietnameseHeadingsAndDecimalComma_AreUnderstood()
    {
        var rows = RankingCsv.Read(new StringReader("Đơn vị;Khối;Chỉ số;Xếp hạng\nXã A;xã;80,5;\nSở B;sở;90,05;không\nXã C;xã;;có"));
        rows.Select(row => row.Unit).ShouldBe(
            [new RankedUnit("Xã A", "xã", 80.5m), new RankedUnit("Sở B", "sở", 90.05m, IsRanked: false), new RankedUnit("Xã C", "xã", null)]);
    }

    [Fact]
    public void Read_Parts_AreKeptForTheConsistencyCheck() =>
        RankingCsv.Read(new StringReader("province,a,b,total\nLong An,1.5,2,3"), partColumns: ["a", "b"]).Single()
            .Parts.ShouldBe([1.5m, 2m]);

    [Theory]
    [InlineData("", "Tệp CSV trống.")]
    [InlineData("unit,index", "Tệp CSV không có dòng dữ liệu nào.")]
    [InlineData("unit,points_x\na,1", "Không thấy cột “index” hoặc “chi so”")]
    [InlineData("unit,index\na,80;5", "Dòng 2: “80;5” không phải số")]
    [InlineData("unit,index\na,\"80,5\"", "Dòng 2: “80,5” không phải số")]
    [InlineData("unit,index\n,80", "Dòng 2: thiếu tên đơn vị")]
    public void Read_BadFile_SaysWhere(string csv, string expected) =>
        Should.Throw<UnreadableDocumentException>(() => RankingCsv.Read(new StringReader(csv))).Message.ShouldContain(expected);
}
