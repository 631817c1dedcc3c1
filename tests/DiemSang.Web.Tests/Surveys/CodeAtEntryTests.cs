using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Surveys;

/// <summary>One-time codes where staff enter the answers: interviews and paper. Each answer keeps its channel and its helper.</summary>
[Collection(nameof(WebApp))]
public sealed class CodeAtEntryTests(WebApp app)
{
    private static readonly Dictionary<string, string> Answers = new() { ["viec"] = "1", ["s_1"] = "4", ["s_2"] = "4", ["s_3"] = "4", ["s_4"] = "4", ["s_5"] = "4" };

    [Fact]
    public async Task Interview_ForgedReplayedAndSpentCodes_EachGetTheirReason()
    {
        var sample = await SampleAsync();
        var code = await sample.IssueCodeAsync(app, "HO-1");
        var interviewer = await app.SignedInAsync(Role.Member);
        var (person, key) = (app.PersonWith(Role.Member).Id, Guid.NewGuid());

        (await SendAsync(interviewer, sample, person, key, "")).ShouldBe((HttpStatusCode.BadRequest, "Không có mã này. Xem lại mã trên giấy: 10 chữ và số, không phân biệt chữ hoa."));
        (await SendAsync(interviewer, sample, person, key, "abcdefghjk")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(interviewer, sample, Guid.NewGuid(), key, code)).ShouldBe((HttpStatusCode.Unauthorized, "Phiếu này của người khác."));
        (await SendAsync(interviewer, sample, person, key, code)).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(interviewer, sample, person, key, code)).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(interviewer, sample, person, Guid.NewGuid(), code)).ShouldBe((HttpStatusCode.Conflict, "Mã này đã dùng cho một phiếu khác. Xem lại mã trên giấy."));

        var stored = (await sample.ResponsesAsync(app)).ShouldHaveSingleItem();
        (stored.Channel, stored.HelperId, stored.CodeId is null).ShouldBe((CollectionChannel.Interviewer, person, false));
        await ShouldHaveRefusedAsync(sample, (CollectionChannel.Interviewer, CodeRefusal.Unknown, 1), (CollectionChannel.Interviewer, CodeRefusal.Used, 1));
    }

    [Fact]
    public async Task Paper_KeyedTwice_SpendsTheCodeOnTheSheetAndNoOther()
    {
        var sample = await SampleAsync();
        var (own, other) = (await sample.IssueCodeAsync(app, "HO-2"), await sample.IssueCodeAsync(app, "HO-3"));

        (await KeyAsync(sample, Role.Member, 1, "khongcoma")).ShouldContain("Không có mã này");
        (await KeyAsync(sample, Role.Member, 1, own)).ShouldContain("lần nhập thứ nhất");
        (await KeyAsync(sample, Role.Head, 1, other)).ShouldContain("Lần nhập thứ nhất ghi mã khác");
        (await KeyAsync(sample, Role.Head, 1, own.ToUpperInvariant())).ShouldContain("phiếu đã được ghi");
        (await KeyAsync(sample, Role.Head, 2, own)).ShouldContain("Mã này đã dùng");

        var stored = (await sample.ResponsesAsync(app)).ShouldHaveSingleItem();
        (stored.Channel, stored.HelperId, stored.CodeId is null).ShouldBe((CollectionChannel.Paper, app.PersonWith(Role.Head).Id, false));
        await ShouldHaveRefusedAsync(sample, (CollectionChannel.Paper, CodeRefusal.Unknown, 1), (CollectionChannel.Paper, CodeRefusal.Used, 1));
    }

    private async Task ShouldHaveRefusedAsync(SurveySample sample, params (CollectionChannel, CodeRefusal, int)[] tries) =>
        (await sample.ReviewAsync(app)).Refused.Select(refused => (refused.Channel, refused.Reason, refused.Tries)).ShouldBe(tries, ignoreOrder: true);

    private static async Task<(HttpStatusCode Status, string Said)> SendAsync(HttpClient interviewer, SurveySample sample, Guid person, Guid key, string code)
    {
        var interview = new { key, person, point = sample.Point, code, startedAt = DateTimeOffset.UtcNow.AddMinutes(-5), finishedAt = DateTimeOffset.UtcNow, answers = Answers };
        using var answer = await interviewer.PostAsJsonAsync($"/surveys/interview/{sample.Wave}", interview);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("said").GetString()!);
    }

    /// <summary>What the clerk is told.</summary>
    private async Task<string> KeyAsync(SurveySample sample, Role clerk, int sheet, string code)
    {
        var desk = await app.SignedInAsync(clerk);
        var path = $"/surveys/waves/{sample.Wave}/keying";
        var page = await desk.OpenAsync(path);
        var said = await desk.SubmitAsync(path, page, "form.keying",
        [
            ("Input.Number", $"{sheet}"), ("Input.PointId", sample.Point.ToString()), ("Input.FilledOn", "20/11/2026"), ("Input.Code", code),
            .. Answers.Select(answer => ($"a.{answer.Key}", answer.Value)),
        ]);
        return (said.Location is { } next ? await desk.OpenAsync(next) : said).Text;
    }

    private Task<SurveySample> SampleAsync() => SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua", needsCode: true);
}
