using System.Net;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;
using DocumentFormat.OpenXml.Packaging;

namespace DiemSang.Web.Tests.Surveys;

[Collection(nameof(WebApp))]
[Requirement("SVY-06")]
public sealed class OutsidePagesTests(WebApp app)
{
    private const string Add = "/surveys/outside/add";

    [Fact]
    public async Task Support_PlannedGivenOutReported_IsTheUnitsWorkUntilDone()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var member = await app.SignedInAsync(Role.Member);
        var path = await AddAsync(focal, "Điều tra PAR INDEX 2098");

        var given = await focal.FillInAsync($"{path}/add-task", ("Input.Text", "Mượn phòng họp tổ 4"), ("Input.Unit", app.Division.Id.ToString()), ("Input.DueOn", "31/08/2098"));
        given.Location.ShouldBe(path, given.Text);

        var work = await member.OpenAsync("/plans/my-work");
        work.Text.ShouldContain("Mượn phòng họp tổ 4");
        var task = work.Document.QuerySelectorAll("main a").Single(link => link.TextContent == "Mượn phòng họp tổ 4").GetAttribute("href")!;
        await member.FillInAsync(task, ("Input.Progress", "Đã mượn nhà văn hóa"), ("Input.IsDone", "true"));

        (await member.OpenAsync("/plans/my-work")).Text.ShouldNotContain("Mượn phòng họp tổ 4");
        var read = await (await app.SignedInAsync(Role.Leader)).OpenAsync(path);
        read.Text.ShouldContain("Đã mượn nhà văn hóa");
        read.Text.ShouldContain("Không ghi câu trả lời hay tên người được hỏi");
        read.Document.QuerySelector("main input[type=file]").ShouldBeNull();
    }

    [Theory]
    [InlineData("Input.To", "31/08/2098", "Ngày cuối phải từ ngày đầu trở đi.")]
    [InlineData("Input.TeamPhone", "gọi chị Lan", "Số điện thoại chỉ gồm chữ số")]
    [InlineData("Input.TeamEmail", "khong-co-a-cong", "Địa chỉ thư chưa đúng")]
    [InlineData("Input.GuidanceLink", "javascript:alert(1)", "Liên kết bắt đầu bằng https:// hoặc /evidence/.")]
    [InlineData("Input.Interviews", "0", "Số phiếu từ 1 đến 100.000.")]
    [InlineData("Input.Organiser", "", "Nhập cơ quan tiến hành.")]
    [InlineData("Input.Index", "GDP", "Chọn chỉ số trong danh sách.")]
    public async Task Add_WrongInput_IsRefusedInASentence(string field, string value, string sentence)
    {
        var focal = await app.SignedInAsync(Role.Focal);

        var refused = await focal.FillInAsync(Add, Told("Điều tra sai", (field, value)));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task Add_ContactOfAnotherWard_IsRefused()
    {
        var focal = await app.SignedInAsync(Role.Focal);

        (await focal.FillInAsync(Add, Told("Điều tra lạ", ("Input.Contact", app.OtherPerson.Id.ToString())))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Change_BySecondOfTwoEditors_IsRefusedAndShowsBoth()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = await AddAsync(focal, "Điều tra hai người sửa");
        var (one, other) = (await focal.OpenAsync($"{path}/change"), await focal.OpenAsync($"{path}/change"));

        (await focal.SubmitAsync($"{path}/change", one, "main form.card", ("Input.Area", "Tổ dân phố 1"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await focal.SubmitAsync($"{path}/change", other, "main form.card", ("Input.Area", "Tổ dân phố 2"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Find("main .facts").TextContent.ShouldContain("Tổ dân phố 1");
        refused.Find("#Input_Area").TextContent.ShouldContain("Tổ dân phố 2");
        (await focal.SubmitAsync($"{path}/change", refused, "main form.card")).Status.ShouldBe(HttpStatusCode.Redirect, "the second has seen both and decides");
    }

    [Fact]
    public async Task Task_ReportedMeanwhile_IsNeitherReportedOverNorTakenBackUnseen()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = await AddAsync(focal, "Điều tra có việc chung");
        await focal.FillInAsync($"{path}/add-task", ("Input.Text", "Dọn nhà văn hóa"), ("Input.Unit", app.Division.Id.ToString()), ("Input.DueOn", "31/08/2098"));
        var task = (await focal.OpenAsync(path)).Find("main table a").GetAttribute("href")!;
        var seen = await focal.OpenAsync(task);

        await (await app.SignedInAsync(Role.Member)).FillInAsync(task, ("Input.Progress", "Đã dọn một nửa"));

        var refused = await focal.SubmitAsync(task, seen, "main form.card", ("Input.Progress", "Chưa ai dọn"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Find("main .facts").TextContent.ShouldContain("Đã dọn một nửa");
        refused.Find("#Input_Progress").TextContent.ShouldContain("Chưa ai dọn");
        (await focal.SubmitAsync($"{task}?handler=Remove", seen, "main form.no-print")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await focal.SubmitAsync($"{task}?handler=Remove", await focal.OpenAsync(task), "main form.no-print")).Location.ShouldBe(path);
        (await focal.OpenAsync(task)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Details_WordsThatCoach_AreNamed()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = await AddAsync(focal, "Điều tra có lời mách", ("Input.Announcement", "Đề nghị bà con chấm điểm cao cho phường."));

        (await focal.OpenAsync(path)).Text.ShouldContain("“chấm điểm cao”");
        (await focal.OpenAsync($"/surveys/outside/{app.Surveys.Outside}")).Text.ShouldNotContain("mách người dân");
    }

    [Fact]
    public async Task Result_BeforeTheSurveyIsOver_CannotBeNoted()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = await AddAsync(focal, "Điều tra chưa xong");
        var form = await focal.OpenAsync($"/surveys/outside/{app.Surveys.Outside}/result");

        (await focal.OpenAsync($"{path}/result")).Document.QuerySelector("main form").ShouldBeNull();
        var refused = await focal.SubmitAsync($"{path}/result", form, "main form.card", ("Input.Result", "90 %"), ("Input.Source", "Báo"), ("Input.PublishedOn", "01/10/2098"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("kết quả chỉ ghi được sau đó");
    }

    [Fact]
    public async Task Result_Published_IsNotedWithItsSource()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var path = await AddAsync(focal, "Điều tra đã xong", ("Input.From", "01/03/2025"), ("Input.To", "10/03/2025"));
        (string, string)[] said = [("Input.Result", "SIPAS 84,06 %"), ("Input.Source", "Quyết định số 210/QĐ-UBND")];

        (await focal.FillInAsync($"{path}/result", [.. said, ("Input.PublishedOn", "09/03/2025")])).Text.ShouldContain("Ngày công bố phải sau ngày điều tra xong");
        (await focal.FillInAsync($"{path}/result", [.. said, ("Input.PublishedOn", "20/06/2025")])).Location.ShouldBe(path);

        (await focal.OpenAsync(path)).Text.ShouldContain("SIPAS 84,06 % NguồnQuyết định số 210/QĐ-UBND");
        (await focal.FillInAsync($"{path}/change", ("Input.To", "20/06/2025"))).Text.ShouldContain("điều tra phải kết thúc trước ngày đó");
    }

    [Fact]
    public async Task Survey_OfNoConcern_DoesNotExistForAMember()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        var member = await app.SignedInAsync(Role.Member);
        var path = await AddAsync(focal, "Điều tra không liên quan");

        (await member.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await member.OpenAsync("/surveys/outside")).Text.ShouldNotContain("Điều tra không liên quan");
        using var stranger = await app.SignedInAsync(await app.AddPersonAsync(Role.Focal, "Lò Văn Sơn", organisation: app.OtherWard));
        (await stranger.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync("/surveys/outside")).Text.ShouldContain("Chưa có cuộc điều tra nào");
    }

    [Fact]
    public async Task Announcement_OfASurvey_InvitesWithoutCoaching()
    {
        var focal = await app.SignedInAsync(Role.Focal);
        using var answer = await focal.GetAsync($"/surveys/outside/{app.Surveys.Outside}?handler=Announcement");

        using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        text.ShouldContain("từ ngày 01/09/2025 đến hết ngày 10/09/2025");
        text.ShouldContain("khách quan, trung thực");
        SurveyCatalog.ShippedWording.CoachingIn(text).ShouldBeEmpty();
    }

    private async Task<string> AddAsync(HttpClient focal, string title, params (string Name, string Value)[] other)
    {
        var added = await focal.FillInAsync(Add, Told(title, other));
        added.Status.ShouldBe(HttpStatusCode.Redirect, added.Text);
        return added.Location!;
    }

    /// <summary>A filled form, with other values where a test names them.</summary>
    private (string Name, string Value)[] Told(string title, params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] usual =
        [
            ("Input.Title", title), ("Input.Organiser", "Sở Nội vụ"), ("Input.Index", "PAR"), ("Input.From", "01/09/2098"), ("Input.To", "10/09/2098"),
            ("Input.Contact", app.PersonWith(Role.Focal).Id.ToString()),
        ];
        return [.. usual.Where(one => other.All(own => own.Name != one.Name)), .. other];
    }
}
