using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Scorecards;

[Collection(nameof(WebApp))]
public sealed class ScorecardPagesTests(WebApp app)
{
    [Fact]
    [Requirement("SCR-01")]
    public async Task SelfScore_OfAnInterimRound_StartsEmptyAndSaysHowThePointsCameAbout()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (round, sheet) = await AddRoundAsync(focal, "Rà soát quý III");
        var page = await focal.OpenAsync($"{sheet}/self?code=1.3");
        page.Document.QuerySelector("input[name='Declared.Values[count]']")!.GetAttribute("value").ShouldBeNullOrEmpty();

        var saved = await focal.SubmitAsync($"{sheet}/self?code=1.3", page, "main form[enctype]", ("Declared.Values[count]", "1"), ("Proof.DocumentNumber", "12/QĐ-UBND ngày 05/02/2026"), ("then", ""));

        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.Text);
        (await focal.OpenAsync(saved.Location!)).Text.ShouldContain("1 × 2,5 = 2,5 điểm");
        var wrong = await focal.SubmitAsync($"{sheet}/self?code=1.3", await focal.OpenAsync($"{sheet}/self?code=1.3"), "main form[enctype]", ("Declared.Values[count]", "hai"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Text.ShouldContain("“hai” không phải là số");
        (await focal.OpenAsync(round)).Text.ShouldContain("1/3");
    }

    [Fact]
    [Requirement("SCR-03")]
    public async Task SelfScore_OnAnOldVersion_ShowsBothToTheSecondEditor()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (_, sheet) = await AddRoundAsync(focal, "Hai người cùng chấm");
        var first = await focal.OpenAsync($"{sheet}/self?code=1.3");
        await focal.SubmitAsync($"{sheet}/self?code=1.3", first, "main form[enctype]", ("Declared.Values[count]", "2"));

        var second = await focal.SubmitAsync($"{sheet}/self?code=1.3", first, "main form[enctype]", ("Declared.Values[count]", "1"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("2 × 2,5 = 5 điểm");
        second.Document.QuerySelector("input[name='Declared.Values[count]']")!.GetAttribute("value").ShouldBe("1");
    }

    [Fact]
    public async Task SelfScore_ByAMemberWithoutDuty_IsReadOnly()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (_, sheet) = await AddRoundAsync(focal, "Chỉ xem");
        var member = await app.SignedInAsync(Role.Member);

        (await member.OpenAsync($"{sheet}/self?code=1.3")).Document.QuerySelector("main form[enctype]").ShouldBeNull();
    }

    [Fact]
    [Requirement("RNK-03")]
    public async Task Sheet_TargetOfThePlan_StandsBesideTheRunningResult()
    {
        var member = await app.SignedInAsync(Role.Member);

        var sheet = await member.OpenAsync($"/scorecards/rounds/{app.Scorecards.Round}/sheets/{app.Ward.Id}");

        sheet.Text.ShouldContain("Mức độ hài lòng đạt trên 90 %");
        sheet.Text.ShouldContain("Chưa đạt");
        sheet.Text.ShouldContain("mục tiêu trên 90 %.");
        (await member.OpenAsync($"/scorecards/rounds/{app.Scorecards.Round}/ranking")).Text.ShouldContain("mục tiêu trên 90 %.");
    }

    [Fact]
    [Requirement("RNK-04")]
    public async Task Feeding_OfASetAbove_ShowsTheCriterionBelowAndWhatNothingFeeds()
    {
        var member = await app.SignedInAsync(Role.Member);

        var page = await member.OpenAsync($"/scorecards/sets/{app.Scorecards.Fed}/feeding");

        page.Text.ShouldContain("Thực hiện nhiệm vụ");
        page.Text.ShouldContain("70 %");
        page.Text.ShouldContain("7 tiêu chí chưa có gì đóng góp");
    }

    [Fact]
    public async Task Sheet_OfAnotherOrganisation_DoesNotExist()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        (await focal.OpenAsync($"/scorecards/rounds/{app.Scorecards.Round}/sheets/{app.OtherWard.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await focal.OpenAsync($"/scorecards/rounds/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("?handler=Xlsx", "spreadsheetml")]
    [InlineData("?handler=Docx", "wordprocessingml")]
    public async Task Exports_OfSheetAndRanking_AreOfficeFiles(string handler, string type)
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var round = $"/scorecards/rounds/{app.Scorecards.Round}";

        foreach (var address in new[] { $"{round}/ranking{handler}", $"{round}/sheets/{app.Ward.Id}{handler}" })
        {
            (await focal.GetAsync(address)).Content.Headers.ContentType!.ToString().ShouldContain(type, Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task Edit_CriterionWithABrokenFormula_IsRefusedWithTheReason()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = $"/scorecards/sets/{app.Scorecards.Draft}/criterion?code=1.3";

        var refused = await focal.SubmitAsync(path, await focal.OpenAsync(path), "main form[method=post]", ("Input.Rule", "rule: { kind: formula, variables: [], cases: [{ then: \"1 +\" }] }"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("vị trí");
    }

    [Fact]
    [Requirement("SCR-04", "SCR-13")]
    public async Task Duties_GivenToAUnit_LetItsPeopleScoreThatCriterionOnly()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (_, sheet) = await AddRoundAsync(focal, "Phân công tiêu chí");
        var form = await focal.OpenAsync($"{sheet}/duties");

        await focal.SubmitAsync($"{sheet}/duties", form, "main form[method=post]", ("Leads[1.1]", app.Division.Id.ToString()));

        var member = await app.SignedInAsync(Role.Member);
        var page = await member.OpenAsync($"{sheet}/self?code=1.1");
        page.Text.ShouldContain($"Chủ trì: {app.Division.Name}");
        (await member.SubmitAsync($"{sheet}/self?code=1.1", page, "main form[enctype]", ("Declared.Values[date]", "20/01/2026"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await member.OpenAsync($"{sheet}/self?code=1.2")).Document.QuerySelector("main form[enctype]").ShouldBeNull();
        await focal.SubmitAsync($"{sheet}/duties", await focal.OpenAsync($"{sheet}/duties"), "main form[method=post]", ("Leads[1.1]", ""));
    }

    [Fact]
    public async Task Rank_OfAUnitScoredButNotRanked_IsADash()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (round, _) = await AddRoundAsync(focal, "Chấm mà không xếp hạng");
        var unit = $"{round}/units/{app.Ward.Id}";

        await focal.SubmitAsync(unit, await focal.OpenAsync(unit), "main form[action$=Rank]");

        (await focal.OpenAsync($"{round}/ranking")).Find(".ranking tbody td.number").TextContent.Trim().ShouldBe("–");
    }

    [Fact]
    public async Task Ranking_WhileUnitsScoreThemselves_ShowsTheirOwnPoints()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (round, sheet) = await AddRoundAsync(focal, "Xem điểm đang chấm");
        (await focal.OpenAsync($"{round}/criteria?code=1.3")).Text.ShouldContain("Chưa đơn vị nào có điểm ở tiêu chí này.");

        await focal.SubmitAsync($"{sheet}/self?code=1.3", await focal.OpenAsync($"{sheet}/self?code=1.3"), "main form[enctype]", ("Declared.Values[count]", "1"));

        var ranking = await focal.OpenAsync($"{round}/ranking");
        ranking.Find(".tabs [aria-current]").TextContent.ShouldBe("Tự chấm");
        ranking.Document.QuerySelectorAll(".ranking tbody td.number")[2].TextContent.Trim().ShouldBe("2,5");
        (await focal.OpenAsync($"{round}/criteria?code=1.3")).Text.ShouldContain("Bình quân 2,5 trên");
    }

    private async Task<(string Round, string Sheet)> AddRoundAsync(HttpClient focal, string title)
    {
        var today = TimeProvider.System.GetLocalNow();
        string Day(int after) => today.AddDays(after).ToString("dd/MM/yyyy");
        var form = await focal.OpenAsync("/scorecards/rounds/add");
        var added = await focal.SubmitAsync("/scorecards/rounds/add", form, "main form[method=post]",
            ("Input.Edition", form.Find("select[name='Input.Edition'] option").GetAttribute("value")!), ("Input.Title", title), ("Input.Year", today.Year.ToString()), ("Input.Grades", "Tốt>=80; Khá<80"), ("Input.Subjects", app.Ward.Id.ToString()),
            ("Dates.SelfScoreTo", Day(5)), ("Dates.Appraisal1To", Day(6)), ("Dates.ExplanationTo", Day(7)), ("Dates.Appraisal2To", Day(8)), ("Dates.CouncilTo", Day(9)), ("Dates.PublishOn", Day(10)));
        added.Status.ShouldBe(HttpStatusCode.Redirect, added.Text);
        var round = added.Location!;
        await focal.SubmitAsync($"{round}?handler=Open", await focal.OpenAsync(round), "main form[action$=Open]");
        return (round, $"{round}/sheets/{app.Ward.Id}");
    }
}
