using DiemSang.Core.Statistics;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Documents.Tests.Questionnaires;

public sealed class MicrodataTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a;b\r\n1;2\r\n3;4\r\n")]
    [InlineData("\uFEFFa\tb\n1\t2\n\n3\t4")]
    public void Read_AnySeparator_GivesTheColumns(string text)
    {
        var data = Read(text, "b");
        data.RowCount.ShouldBe(2);
        data["b"].Numbers().ShouldBe([2, 4]);
    }

    [Fact]
    public void Numbers_Missing_AreNaN() => Read("a\n1\nNA\n2\n", "a")["a"].Numbers().ShouldBe([1, double.NaN, 2]);

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "dòng 3")]
    [InlineData("a,a\n1,2\n", "hai cột cùng tên \"a\"")]
    [InlineData("b\n1\n", "không có cột \"a\"")]
    [InlineData("a,b\n1,\"2\n3,4\n", "dấu ngoặc kép")]
    [InlineData("a\n", "không có dòng dữ liệu")]
    [InlineData("", "trống")]
    public void Read_BadFile_IsRefused(string text, string complaint) =>
        Should.Throw<SurveyDataException>(() => Read(text, "a")).Message.ShouldContain(complaint);

    [Fact]
    public void Numbers_NotANumber_NamesItsLine() =>
        Should.Throw<SurveyDataException>(() => Read("a\n1\n2,5\n".Replace("2,5", "\"2,5\""), "a")["a"].Numbers()).Message.ShouldContain("Cột \"a\", dòng 3");

    [Fact]
    public void ReadFile_NotUtf8_IsRefused()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, [(byte)'a', (byte)'\n', 0xFF, 0xFE, 0x80]);
        try
        {
            Should.Throw<SurveyDataException>(() => Microdata.ReadFile(file)).Message.ShouldContain("UTF-8");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("a\nNam\nNữ\n", true)]
    [InlineData("a\n4\nx\n", false)]
    [InlineData("a\n\"3,5\"\n\"4,0\"\n", false)]
    [InlineData("a,b\nNA,1\n", false)]
    public void IsText_NumbersAmongTexts_AreNotCategories(string text, bool isText) => Read(text, "a")["a"].IsText.ShouldBe(isText);

    [Fact]
    public void Groups_OfNumbers_AreInOrderOfNumber() => Read("a\n10\n9\n10\n", "a")["a"].Groups().Select(group => group.Level).ShouldBe(["9", "10"]);

    private static Microdata Read(string text, params string[] names) => Microdata.Read(new StringReader(text), "data.csv", names);
}
