using System.Text.Json;
using DiemSang.Tests;

namespace DiemSang.Web.Tests.Commands;

/// <summary>The command line as a caller sees it: exit status, JSON, one line of complaint. Numbers from R's survey 4.1-1.</summary>
[Requirement("SVY-11")]
public sealed class SurveyCommandTests
{
    private const string MicroSample = """
        stratum,psu,w,P1,P2
        U,1,10,4,4
        U,1,10,5,4
        U,1,10,3,3
        U,2,12,4,3
        U,2,12,4,4
        U,2,12,2,3
        R,3,30,5,4
        R,3,30,4,2
        R,3,30,4,4
        R,4,25,3,4
        R,4,25,4,3
        R,4,25,5,4
        """;

    [Fact]
    public async Task Estimate_Mean_EqualsR()
    {
        var (exit, output, _) = await RunAsync(MicroSample, "--strata", "stratum", "--psu", "psu", "--weight", "w", "--mean", "P1", "--json");
        exit.ShouldBe(0);
        var row = JsonDocument.Parse(output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("variable").GetString().ShouldBe("P1");
        row.GetProperty("domain").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("estimate").GetDouble().ShouldBe(4.0259740260, 1e-9);
        row.GetProperty("se").GetDouble().ShouldBe(0.1654268826, 1e-9);
        row.GetProperty("n").GetInt32().ShouldBe(12);
    }

    [Fact]
    public async Task Estimate_RatioByDomain_GivesOneRowEach()
    {
        var (_, output, _) = await RunAsync(MicroSample, "--psu", "psu", "--weight", "w", "--ratio", "P1/P2", "--by", "stratum", "--json");
        JsonDocument.Parse(output).RootElement.EnumerateArray().Select(row => row.GetProperty("domain").GetString()).ShouldBe(["R", "U"]);
    }

    [Theory]
    [InlineData("không có cột \"v\"", "--weight", "v", "--mean", "P1")]
    [InlineData("Chưa nêu cần tính gì", "--weight", "w")]
    [InlineData("Cột \"w\"", "--weight", "w", "--mean", "P1", "BAD")]
    [InlineData("--ratio cần dạng A/B", "--ratio", "P1")]
    [InlineData("Unrecognized", "--men", "P1")]
    [InlineData("Cột \"w\", dòng 12", "--mean", "w", "BAD")]
    [InlineData("Unrecognized option '--bogus'", "--mean", "P1", "--bogus")]
    [InlineData("one of: wald, logit, wilson", "--mean", "P1", "--interval", "exact")]
    [InlineData("--lonely", "--mean", "P1", "--lonely", "maybe")]
    public async Task Estimate_BadInput_ExitsTwoWithOneLine(string complaint, params string[] arguments)
    {
        var data = arguments.Contains("BAD") ? MicroSample.Replace("25,4,3", "hai,4,3") : MicroSample;
        var (exit, output, error) = await RunAsync(data, [.. arguments.Where(argument => argument != "BAD")]);
        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(complaint);
    }

    private static Task<(int Exit, string Output, string Error)> RunAsync(string data, params string[] arguments) =>
        CommandRun.OnFileAsync(data, file => ["survey", "estimate", "--data", file, .. arguments]);
}
