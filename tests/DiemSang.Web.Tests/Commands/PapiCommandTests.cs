using System.Text.Json;
using DiemSang.Tests;

namespace DiemSang.Web.Tests.Commands;

public sealed class PapiCommandTests
{
    [Fact]
    public async Task Score_PublishedSubDimensions_GivesPublishedTotal()
    {
        // PAPI 2023, as printed: Thừa Thiên Huế 46.0415 to rounding of its parts; Quảng Ninh was not published.
        const string Data = """
            code,province,S6.1,S6.2,S6.3,S6.4,S7.1,S7.2,S7.3
            P01,Hà Nội,1.7029,1.9570,2.2548,1.9339,0.8996,1.6225,0.3467
            P02,Hà Giang,2.0531,1.4387,1.7372,1.9414,1.0964,2.0998,0.7651
            P14,Quảng Ninh,,,,,,,
            """;
        var (exit, output, _) = await CommandRun.OnFileAsync(Data, file => ["papi", "score", "--data", file, "--json"]);
        exit.ShouldBe(0);
        var rows = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        rows[0].GetProperty("dimensions").GetProperty("D6").GetDecimal().ShouldBe(7.8486m);
        rows[0].GetProperty("total").GetDecimal().ShouldBe(10.7174m);
        rows.Select(row => row.GetProperty("rank").ToString()).ShouldBe(["2", "1", ""]);
        rows[2].GetProperty("total").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Score_Indicators_AreRescaledByTheirBounds()
    {
        const string Data = """
            province,subdimension,value,min,max
            A,1.1,75,0,100
            A,1.1,25,100,0
            A,1.2,3,1,5
            """;
        var (_, output, _) = await CommandRun.OnFileAsync(Data, file => ["papi", "score", "--data", file, "--json"]);
        // k = 2: 1.1 is 0.5 + 0.75·4.5 = 3.875, 1.2 is 0.5 + 0.5·4.5 = 2.75.
        JsonDocument.Parse(output).RootElement[0].GetProperty("total").GetDecimal().ShouldBe(6.625m);
    }

    [Theory]
    [InlineData("province,SC11\nA,11\n", "nằm ngoài 0–10")]
    [InlineData("province,SC11\nA,1\nA,2\n", "có hai dòng")]
    [InlineData("province,x\nA,1\n", "Không thấy cột điểm")]
    [InlineData("province,subdimension,value,min,max\nA,1.1,120,0,100\n", "nằm ngoài khoảng lý thuyết")]
    public async Task Score_BadInput_ExitsTwoWithOneLine(string data, string complaint)
    {
        var (exit, output, error) = await CommandRun.OnFileAsync(data, file => ["papi", "score", "--data", file, "--json"]);
        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(complaint);
    }
}
