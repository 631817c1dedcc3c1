using System.Text.Json;

namespace DiemSang.Web.Tests.Commands;

public sealed class SurveySampleCommandTests
{
    private static readonly string Frame = "id,xa,thon\n" + string.Concat(
        from commune in new[] { "A", "B" }
        from hamlet in Enumerable.Range(1, 4)
        from household in Enumerable.Range(1, 25)
        select $"{commune}{hamlet}-{household},{commune},{commune}{hamlet}\n");

    [Fact]
    public async Task Sample_TwoStages_CanBeDrawnAgain()
    {
        string[] Arguments(string file) =>
            ["survey", "sample", "--frame", file, "--id", "id", "--strata", "xa", "--clusters", "thon", "--take", "4", "--per-unit", "5", "--method", "pps", "--seed", "2026", "--json"];
        var (exit, first, _) = await CommandRun.OnFileAsync(Frame, Arguments);
        exit.ShouldBe(0);
        (await CommandRun.OnFileAsync(Frame, Arguments)).Output.ShouldBe(first);
        var rows = JsonDocument.Parse(first).RootElement.EnumerateArray().ToList();
        rows.Count.ShouldBe(20);
        rows.Sum(row => row.GetProperty("weight").GetDouble()).ShouldBe(200, 1e-9);
    }

    [Fact]
    public async Task Sample_Yamane_HasTheSizeOfTheRule()
    {
        var (_, output, _) = await CommandRun.OnFileAsync(Frame, file => ["survey", "sample", "--frame", file, "--id", "id", "--seed", "1", "--margin", "0.1", "--yamane"]);
        output.TrimEnd().Split('\n').Length.ShouldBe(1 + 67);
    }

    [Fact]
    public async Task Sample_MarginPerStratum_HoldsInEachStratum()
    {
        var (_, output, _) = await CommandRun.OnFileAsync(Frame, file => ["survey", "sample", "--frame", file, "--id", "id", "--strata", "xa", "--seed", "1", "--margin", "0.1", "--yamane", "--per-stratum"]);
        output.TrimEnd().Split('\n').Length.ShouldBe(1 + (2 * 50));
    }

    [Theory]
    [InlineData("--take", "0", "--take phải là số nguyên dương")]
    [InlineData("--margin", "5", "Cần --take SỐ hoặc --margin")]
    [InlineData("--clusters", "thon", "--per-unit cần một số")]
    public async Task Sample_BadInput_ExitsTwoWithOneLine(string option, string value, string complaint)
    {
        var (exit, _, error) = await CommandRun.OnFileAsync(Frame, file => ["survey", "sample", "--frame", file, "--id", "id", "--seed", "1", option, value]);
        exit.ShouldBe(2);
        error.ShouldContain(complaint);
    }

    [Theory]
    [InlineData("--response-rate", "0")]
    [InlineData("--deff", "0")]
    [InlineData("--reserve", "-1")]
    public async Task Sample_ImpossibleNumber_IsNoCrash(string option, string value) =>
        (await CommandRun.OnFileAsync(Frame, file => ["survey", "sample", "--frame", file, "--id", "id", "--seed", "1", "--margin", "0.1", option, value])).Exit.ShouldBe(2);
}
