using System.CommandLine;
using System.Text.Json;
using DiemSang.Tests;
using DiemSang.Web.Commands;

namespace DiemSang.Web.Tests.Commands;

/// <summary>`diemsang plan read` as a caller sees it: exit status, JSON or summary, one line of complaint.</summary>
[Requirement("PLN-09")]
public sealed class PlanCommandTests
{
    private static readonly string Plan = Path.Combine(
        Repository.Root, "tests", "DiemSang.Documents.Tests", "Plans", "Fixtures", "phuong-bang-giao-viec.txt");

    [Fact]
    public async Task Read_Json_PrintsTheDraft()
    {
        var (exit, output, error) = await RunAsync("plan", "read", Plan, "--json");

        (exit, error).ShouldBe((0, ""));
        var draft = JsonDocument.Parse(output).RootElement;
        draft.GetProperty("rows").GetArrayLength().ShouldBe(7);
        draft.GetProperty("period").GetProperty("to").GetInt32().ShouldBe(2028);
        draft.GetProperty("rows")[0].GetProperty("source").GetProperty("label").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Read_WithoutJson_PrintsASummaryWithTheGravestWarningsFirst()
    {
        var (exit, output, _) = await RunAsync("plan", "read", Plan);

        exit.ShouldBe(0);
        output.ShouldContain("Ủy ban nhân dân phường Sông Xanh");
        output.IndexOf("Phải sửa trước khi ban hành", StringComparison.Ordinal).ShouldBeLessThan(output.IndexOf("Lưu ý", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_UnreadableFile_ExitsTwoWithOneLine()
    {
        var (exit, output, error) = await RunAsync("plan", "read", "không-có.docx", "--json");

        (exit, output).ShouldBe((2, ""));
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("không-có.docx");
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
