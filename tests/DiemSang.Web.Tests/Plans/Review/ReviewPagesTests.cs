using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Plans.Review;

/// <summary>Correcting a draft beside its source, without a script.</summary>
[Collection(nameof(WebApp))]
public sealed class ReviewPagesTests(WebApp app)
{
    private Task<Guid> DraftAsync(string mark) => app.ImportPlanAsync(PlanFiles.Demo.Replace("Hiểu biết của người dân", $"Hiểu biết {mark}"));

    [Fact]
    public async Task Review_EachRowAndItsPlace_PointToEachOther()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        var page = await focal.OpenAsync($"/plans/{app.Imports.Plan}/review");

        foreach (var row in page.Document.QuerySelectorAll(".draft-row"))
        {
            var place = row.QuerySelector("a.source")!.GetAttribute("href")!;
            page.Document.QuerySelector(place).ShouldNotBeNull(place).QuerySelector($"a.mark[href$='#{row.Id}']").ShouldNotBeNull(row.Id);
        }
    }

    [Fact]
    public async Task Review_OnlyProblems_ShowsFewer()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        var all = await focal.OpenAsync($"/plans/{app.Imports.Plan}/review");
        var papi = await focal.OpenAsync($"/plans/{app.Imports.Plan}/review?index=PAPI");
        var flagged = await focal.OpenAsync($"/plans/{app.Imports.Plan}/review?only=problems");

        papi.Document.QuerySelectorAll(".draft-row").Length.ShouldBeLessThan(all.Document.QuerySelectorAll(".draft-row").Length);
        flagged.Document.QuerySelectorAll(".draft-row").ShouldAllBe(row => row.ClassList.Contains("draft-row--flagged"));
    }

    [Fact]
    [Requirement("PLN-09", "PLN-15")]
    public async Task Edit_Row_IsSavedAndTheDeadlineUnderstood()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync("sửa");
        var (path, page) = await FirstRowAsync(focal, plan);

        var saved = await focal.SubmitAsync(path, page, "main form.card", ("Input.Target", "90% hộ"), ("Input.DeadlineText", "trước ngày 15/6/2026"), ("Input.Measures", "- Việc một\n- Việc hai"));

        saved.Location.ShouldNotBeNull().ShouldContain("/review#row-");
        var again = await focal.OpenAsync(path);
        again.Find("#understood").TextContent.ShouldContain("14/06/2026");
        again.Find("textarea[name='Input.Measures']").TextContent.Trim().ShouldBe("Việc một\nViệc hai");
    }

    [Fact]
    public async Task Edit_DeadlineAsTyped_IsUnderstoodBeforeSaving()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        var page = await focal.OpenAsync($"/plans/{app.Imports.Plan}/review/rows/{app.Imports.Row}?Input.DeadlineText=31%2F12+h%E1%BA%B1ng+n%C4%83m");

        page.Find("#understood").TextContent.ShouldContain("Hằng năm");
    }

    [Fact]
    public async Task Edit_BlankTitle_IsAskedAgainWithWhatWasTyped()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var (path, page) = await FirstRowAsync(focal, app.Imports.Plan);

        var refused = await focal.SubmitAsync(path, page, "main form.card", ("Input.Title", " "), ("Input.Target", "Vẫn còn đây"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Find("[role=alert]").TextContent.ShouldContain("Nhập tên của dòng.");
        refused.Find("textarea[name='Input.Target']").TextContent.ShouldContain("Vẫn còn đây");
    }

    [Fact]
    public async Task Edit_SecondEditor_IsToldAndSeesBothVersions()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var administrator = await app.SignedInAsync(Role.Administrator);
        var plan = await DraftAsync("hai người");
        var (path, first) = await FirstRowAsync(focal, plan);
        var (_, second) = await FirstRowAsync(administrator, plan);
        await focal.SubmitAsync(path, first, "main form.card", ("Input.Target", "Của người thứ nhất"));

        var told = await administrator.SubmitAsync(path, second, "main form.card", ("Input.Target", "Của người thứ hai"));

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Find(".notice.tone-late").TextContent.ShouldContain("Của người thứ nhất");
        told.Find("textarea[name='Input.Target']").TextContent.ShouldContain("Của người thứ hai");
        var overwritten = await administrator.SubmitAsync(path, told, "main form.card");
        overwritten.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Requirement("PLN-10")]
    public async Task SplitJoinMoveWithdrawRestore_EachByItsForm_Works()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync("tách gộp");
        var (path, page) = await FirstRowAsync(focal, plan);
        var measure = page.Find("input[name=measures]").GetAttribute("value")!;

        var split = await focal.SubmitAsync(path, page, "form[action*='Split']", ("measures", measure), ("title", "Phần tách ra"));
        (await focal.OpenAsync(split.Location!)).Find("textarea[name='Input.Title']").TextContent.ShouldContain("Phần tách ra");
        (await CountAsync(focal, plan)).ShouldBe(30);

        await focal.SubmitAsync(path, await focal.OpenAsync(path), "form[action*='Join']");
        (await CountAsync(focal, plan)).ShouldBe(29);
        var last = (await focal.OpenAsync(path)).Document.QuerySelectorAll("select[name=after] option")[^1].GetAttribute("value")!;
        await focal.SubmitAsync(path, await focal.OpenAsync(path), "form[action*='Move']", ("after", last));
        (await focal.OpenAsync($"/plans/{plan}/review")).Document.QuerySelectorAll(".draft-row")[^1].Id.ShouldEndWith(path.Split('/')[^1]);

        await focal.SubmitAsync(path, await focal.OpenAsync(path), "form[action*='Withdraw']");
        (await CountAsync(focal, plan)).ShouldBe(28);
        var review = await focal.OpenAsync($"/plans/{plan}/review");
        await focal.SubmitAsync($"/plans/{plan}/review", review, "form[action*='Restore']");
        (await CountAsync(focal, plan)).ShouldBe(29);
    }

    [Fact]
    public async Task Add_RowBelowAnother_BeginsWithItsIndexAndContent()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync("thêm");
        var (path, _) = await FirstRowAsync(focal, plan);
        var form = $"/plans/{plan}/review/rows/new?after={path.Split('/')[^1]}";
        var page = await focal.OpenAsync(form);
        page.Find("input[name='Input.Content']").GetAttribute("value").ShouldBe("Tham gia của người dân ở cấp cơ sở");

        var added = await focal.SubmitAsync(form, page, "main form.card", ("Input.Title", "Dòng thêm"), ("Input.Leads", "Phòng Kinh tế, Hạ tầng và Đô thị"));

        added.Status.ShouldBe(HttpStatusCode.Redirect);
        var rows = (await focal.OpenAsync($"/plans/{plan}/review")).Document.QuerySelectorAll(".draft-row");
        rows[1].TextContent.ShouldContain("Dòng thêm");
        rows[1].TextContent.ShouldNotContain("chưa rõ đơn vị");
    }

    [Fact]
    public async Task Units_NameChosen_IsPlacedInEveryRow()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync("đơn vị");
        var path = $"/plans/{plan}/review/units";
        var page = await focal.OpenAsync(path);
        var before = page.Document.QuerySelectorAll(".unit-choice").Length;
        before.ShouldBeGreaterThan(0);

        var chosen = await focal.SubmitAsync(path, page, "main form.card", ("Choices[0].Chosen", app.Division.Id.ToString()), ("Choices[0].Remember", "false"));

        chosen.Status.ShouldBe(HttpStatusCode.Redirect);
        (await focal.OpenAsync(path)).Document.QuerySelectorAll(".unit-choice").Length.ShouldBe(before - 1);
    }

    [Fact]
    public async Task Header_Edited_IsSavedAndTheSecondEditorTold()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync("phần đầu");
        var path = $"/plans/{plan}/review/header";
        var stale = await focal.OpenAsync(path);

        (await focal.FillInAsync(path, ("Input.Number", "45"), ("Input.IssuedOn", "05/02/2026"))).Location.ShouldBe($"/plans/{plan}/review");
        var told = await focal.SubmitAsync(path, stale, "main form[method=post]", ("Input.Number", "46"));

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Find(".notice.tone-late").TextContent.ShouldContain("45/");
        told.Find("input[name='Input.Number']").GetAttribute("value").ShouldBe("46");
    }

    [Theory]
    [InlineData("targets", "Targets[0].Text", "Đạt 85% trở lên")]
    [InlineData("references", "References[0].Text", "Kế hoạch số 9/KH-UBND")]
    [InlineData("recipients", "Recipients[0].Name", "Sở Nội vụ (bản giấy)")]
    public async Task Part_FirstEntryChanged_IsSaved(string part, string field, string value)
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync(part);
        var path = $"/plans/{plan}/review/{part}";

        (await focal.FillInAsync(path, (field, value))).Location.ShouldBe($"/plans/{plan}/review");

        var saved = (await focal.OpenAsync(path)).Find($"[name='{field}']");
        (saved.GetAttribute("value") ?? saved.TextContent.Trim()).ShouldBe(value);
    }

    [Fact]
    [Requirement("PLN-01")]
    public async Task New_PlanTypedInAndTablePasted_HasItsRows()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var created = await focal.FillInAsync("/plans/new", ("Input.Title", "Kế hoạch tự soạn"));
        var plan = created.Location.ShouldNotBeNull().Split('/')[2];
        var path = $"/plans/{plan}/review/paste";

        var read = await focal.FillInAsync(path, ("Table", "1\tTập huấn\t100%\t- Mở lớp.\tCông an phường\t\tQuý III/2026\n2\tĐối thoại\t02 cuộc\t- Tổ chức.\tCông an phường\t\tThường xuyên"));
        read.Text.ShouldContain("Đọc được 2 dòng");
        (await focal.SubmitAsync(path, read, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.OK);
        var button = read.Find("button[formaction*='Append']").GetAttribute("formaction")!;
        var added = await focal.SubmitAsync(button, read, "main form[method=post]");

        added.Location.ShouldBe($"/plans/{plan}/review");
        (await focal.OpenAsync(added.Location!)).Document.QuerySelectorAll(".draft-row").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Withdraw_Draft_LeavesTheListAndTheFileCanComeAgain()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var plan = await DraftAsync("bỏ đi");

        (await focal.FillInAsync($"/plans/{plan}/withdraw", ("Input.Reason", "Nhầm tệp"))).Location.ShouldBe("/plans");

        (await DraftAsync("bỏ đi")).ShouldNotBe(plan);
    }

    [Fact]
    public async Task Review_IssuedPlan_LeadsToThePlan()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        (await focal.OpenAsync($"/plans/{app.Work.Plan}/review")).Location.ShouldBe($"/plans/{app.Work.Plan}");
    }

    private static async Task<(string Path, WebPage Page)> FirstRowAsync(HttpClient client, Guid plan)
    {
        var review = await client.OpenAsync($"/plans/{plan}/review");
        var path = review.Find(".draft-row h4 a").GetAttribute("href")!;
        return (path, await client.OpenAsync(path));
    }

    private static async Task<int> CountAsync(HttpClient client, Guid plan) =>
        (await client.OpenAsync($"/plans/{plan}/review")).Document.QuerySelectorAll(".draft-row").Length;
}
