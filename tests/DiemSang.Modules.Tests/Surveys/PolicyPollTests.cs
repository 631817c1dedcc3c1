using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Access;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Paper;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Tests;

namespace DiemSang.Modules.Tests.Surveys;

/// <summary>A poll on a policy by residential group: one group answers on line, the other on paper that two clerks key.</summary>
public sealed class PolicyPollTests : IAsyncLifetime
{
    private AskedWard _ward = null!;

    public async Task InitializeAsync() => _ward = await AskedWard.CreateAsync("y_kien_chinh_sach", PointKind.Hamlet, "Tổ dân phố 1", "Tổ dân phố 2");

    public async Task DisposeAsync() => await _ward.DisposeAsync();

    [Fact]
    [Requirement("SVY-09")]
    public async Task Poll_OnLineInOneHamletAndOnPaperInAnother_IsReadByHamletAndWay()
    {
        await _ward.AnswerAsync(_ward.Counter, 8, content: 0, (number, given) => given with { Answers = View(number < 2 ? "4" : "2") });
        for (var sheet = 1; sheet <= 6; sheet++)
        {
            await KeyTwiceAsync(sheet, View("5"));
        }

        var results = await _ward.WithAsync(async (ResultsReader reader) => (await reader.ReadAsync(_ward.Focal, _ward.WaveId))!);

        Shares(results, GroupKind.Hamlet).ShouldBe([("Tổ dân phố 1", 8, 0.25), ("Tổ dân phố 2", 6, 1)], ignoreOrder: true);
        Shares(results, GroupKind.Channel).Select(group => group.People).ShouldBe([8, 6], ignoreOrder: true);
    }

    private async Task KeyTwiceAsync(int number, Dictionary<string, string> answers)
    {
        var sheet = new KeyedSheet(number, _ward.Other.Id, new DateOnly(2026, 2, 1), null, answers);
        (await KeyAsync(_ward.Focal, sheet)).ShouldBe(KeyingOutcome.FirstKept);
        (await KeyAsync(_ward.Clerk, sheet)).ShouldBe(KeyingOutcome.Stored);
    }

    private async Task<KeyingOutcome> KeyAsync(Actor clerk, KeyedSheet sheet)
    {
        var wave = await _ward.WaveAsync();
        return await _ward.WithAsync((PaperDesk desk) => desk.KeyAsync(clerk, wave, sheet));
    }

    private static Dictionary<string, string> View(string point) =>
        Enumerable.Range(1, 5).ToDictionary(row => $"d_{row}", _ => point).Append(new("biet", "2")).ToDictionary();

    private static IEnumerable<(string Name, int? People, double? Share)> Shares(WaveResults results, GroupKind kind) =>
        results.Groups[kind].Select(group => (group.Name, group.Figure.Respondents, group.Figure.Share));
}
