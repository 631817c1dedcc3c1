using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Access;

[Collection(nameof(WebApp))]
public sealed class OrganisationPagesTests(WebApp app)
{
    [Fact]
    [Requirement("ORG-01")]
    public async Task AddUnit_NewName_IsListed()
    {
        var client = await app.SignedInAsync(Role.Administrator);

        var added = await client.FillInAsync("/access/units/add", ("Input.Name", "Trung tâm Dịch vụ công phường"), ("Input.ShortName", "TTDVC"), ("Input.Kind", "Service"));

        added.Status.ShouldBe(HttpStatusCode.Redirect);
        (await client.OpenAsync("/access/units")).Text.ShouldContain("Trung tâm Dịch vụ công phường");
    }

    [Fact]
    [Requirement("ORG-10")]
    public async Task AddUnit_SameNameWithoutMarks_IsRefusedAndSimilarNamesAreNot()
    {
        var client = await app.SignedInAsync(Role.Administrator);

        var same = await client.FillInAsync("/access/units/add", ("Input.Name", "phong kinh te, ha tang va do thi phuong"), ("Input.ShortName", "KT"), ("Input.Kind", "Division"));
        var similar = await client.FillInAsync("/access/units/add", ("Input.Name", "Phòng Kinh tế phường"), ("Input.ShortName", "KT"), ("Input.Kind", "Division"));

        same.Status.ShouldBe(HttpStatusCode.BadRequest);
        same.Text.ShouldContain("đã có đơn vị tên này");
        similar.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task RenameUnit_Later_TheFormerNameStaysKnown()
    {
        var unit = await app.Database.AddUnitAsync(app.Ward, "Phòng Tư pháp phường");
        var client = await app.SignedInAsync(Role.Administrator);

        await client.FillInAsync($"/access/units/{unit.Id}/rename", ("Input.Name", "Phòng Tư pháp - Hộ tịch phường"), ("Input.On", "1/7/2026"), ("Input.Decision", "12/QĐ-UBND"));

        var page = await client.OpenAsync($"/access/units/{unit.Id}");
        page.Find("h1").TextContent.ShouldBe("Phòng Tư pháp - Hộ tịch phường");
        page.Text.ShouldContain("Tên trước đây Phòng Tư pháp phường đến 01/07/2026 12/QĐ-UBND");
    }

    [Fact]
    public async Task RenameUnit_SomebodyElseWasQuicker_IsToldAndNothingIsLost()
    {
        var unit = await app.Database.AddUnitAsync(app.Ward, "Ban Chỉ huy Quân sự phường");
        var client = await app.SignedInAsync(Role.Administrator);
        var path = $"/access/units/{unit.Id}/rename";
        var mine = await client.OpenAsync(path);
        await client.FillInAsync(path, ("Input.Name", "Ban Chỉ huy Quân sự"));

        var second = await client.SubmitAsync(path, mine, "main form[method=post]", ("Input.Name", "Quân sự phường"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Người khác vừa sửa");
        second.Find("main .facts").TextContent.ShouldContain("Ban Chỉ huy Quân sự");
        second.Find("input[name='Input.Name']").GetAttribute("value").ShouldBe("Quân sự phường");
        (await client.SubmitAsync(path, second, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task CloseUnit_IntoAnother_EndsItsRolesAndKeepsItsPage()
    {
        var unit = await app.Database.AddUnitAsync(app.Ward, "Tổ Quản lý đô thị");
        var person = await app.Database.AddPersonAsync(app.Ward, "Triệu Văn Sơn", Role.Head, unit);
        var client = await app.SignedInAsync(Role.Administrator);

        await client.FillInAsync($"/access/units/{unit.Id}/close", ("Input.On", "2026-03-31"), ("Input.MergedInto", app.Division.Id.ToString()));

        (await client.OpenAsync($"/access/units/{unit.Id}")).Text.ShouldContain("từ 31/03/2026; nhập vào Phòng Kinh tế, Hạ tầng và Đô thị phường");
        (await client.OpenAsync($"/access/people/{person.Id}")).Text.ShouldContain("31/03/2026");
    }

    [Theory]
    [InlineData("/access/units/{0}")]
    [InlineData("/access/units/{0}/rename")]
    [InlineData("/access/units/{0}/close")]
    public async Task Unit_OfAnotherOrganisation_DoesNotExist(string path)
    {
        var client = await app.SignedInAsync(Role.Administrator);

        (await client.OpenAsync(string.Format(path, app.OtherDivision.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/access/people/{0}")]
    [InlineData("/access/people/{0}/change")]
    [InlineData("/access/people/{0}/role")]
    [InlineData("/access/people/{0}/password")]
    [InlineData("/access/people/{0}/leave")]
    public async Task Person_OfAnotherOrganisation_DoesNotExist(string path)
    {
        var client = await app.SignedInAsync(Role.Administrator);

        (await client.OpenAsync(string.Format(path, app.OtherPerson.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OpenAccount_NewPerson_SignsInWithTheOneTimePasswordAndMustReplaceIt()
    {
        var client = await app.SignedInAsync(Role.Administrator);
        var added = await client.FillInAsync("/access/people/add", ("Input.FullName", "Lý Thị Mai"), ("Input.Post", "Công chức Tư pháp - Hộ tịch"));
        var userName = "ly.thi.mai." + Guid.NewGuid().ToString("N")[..6];

        var issued = await client.FillInAsync($"{added.Location}/password", ("UserName", userName));
        var password = issued.Find("code.secret").TextContent;

        using var newcomer = app.Visitor();
        (await newcomer.SignInAsync(userName, password)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await newcomer.OpenAsync("/access/units")).Location.ShouldBe("/access/my-account/password");
        (await client.OpenAsync($"{added.Location}/password")).Text.ShouldNotContain(password);
    }

    [Fact]
    public async Task OpenAccount_NameTaken_SaysSo()
    {
        var client = await app.SignedInAsync(Role.Administrator);
        var person = await app.Database.AddPersonAsync(app.Ward, "Hoàng Văn Thụ", Role.Viewer);

        var page = await client.FillInAsync($"/access/people/{person.Id}/password", ("UserName", WebApp.UserNameOf(app.PersonWith(Role.Viewer))));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("đã có người dùng");
    }

    [Fact]
    public async Task ResetPassword_ForgottenOne_OldPasswordNoLongerWorks()
    {
        var person = await app.AddPersonAsync();
        var client = await app.SignedInAsync(Role.Administrator);

        var issued = await client.FillInAsync($"/access/people/{person.Id}/password");

        using var visitor = app.Visitor();
        (await visitor.SignInAsync(WebApp.UserNameOf(person), WebApp.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.SignInAsync(WebApp.UserNameOf(person), issued.Find("code.secret").TextContent)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Requirement("ORG-09")]
    public async Task Appoint_ActingHeadForAPeriod_IsShownAsActing()
    {
        var unit = await app.Database.AddUnitAsync(app.Ward, "Văn phòng HĐND và UBND phường");
        var person = await app.AddPersonAsync(name: "Trần Quốc Đạt");
        var client = await app.SignedInAsync(Role.Administrator);

        await client.FillInAsync($"/access/people/{person.Id}/role",
            ("Input.Role", "Head"), ("Input.Unit", unit.Id.ToString()), ("Input.IsActing", "true"), ("Input.From", "01/01/2026"), ("Input.To", "31/12/2099"));

        (await client.OpenAsync("/access/units")).Text.ShouldContain("Trần Quốc Đạt (quyền)");
    }

    [Fact]
    public async Task Appoint_HeadWithoutUnitOrDatesReversed_SaysWhatToDo()
    {
        var client = await app.SignedInAsync(Role.Administrator);

        var page = await client.FillInAsync($"/access/people/{app.PersonWith(Role.Member).Id}/role",
            ("Input.Role", "Head"), ("Input.From", "02/01/2026"), ("Input.To", "01/01/2026"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("Chọn đơn vị mà người này giữ vai trò.");
        page.Text.ShouldContain("Ngày cuối phải từ ngày đầu trở đi.");
    }

    [Fact]
    public async Task Leave_Oneself_IsNotOffered()
    {
        var client = await app.SignedInAsync(Role.Administrator);

        (await client.OpenAsync($"/access/people/{app.PersonWith(Role.Administrator).Id}/leave")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task FindPeople_TypedWithoutMarks_FindsThem()
    {
        await app.Database.AddPersonAsync(app.Ward, "Đặng Hữu Lợi", Role.Viewer);
        var client = await app.SignedInAsync(Role.Member);

        (await client.OpenAsync("/access/people?name=dang+huu")).Text.ShouldContain("Đặng Hữu Lợi");
        (await client.OpenAsync("/access/people?name=khong+co+ai")).Text.ShouldContain("Không có ai khớp");
    }

    [Fact]
    public async Task Mandate_FromLeaderWhoAdministersToo_GivesTheDutiesButNotTheKeys()
    {
        var away = await app.AddPersonAsync(Role.Administrator, "Nông Văn Thành");
        var standIn = await app.AddPersonAsync(name: "Bùi Thị Thanh Tâm");
        var administrator = await app.SignedInAsync(Role.Administrator);
        await administrator.FillInAsync($"/access/people/{away.Id}/role", ("Input.Role", "Leader"), ("Input.From", "01/01/2026"));

        var given = await administrator.FillInAsync("/access/mandates/add",
            ("Input.From", away.Id.ToString()), ("Input.To", standIn.Id.ToString()), ("Input.FirstDay", "01/01/2026"), ("Input.LastDay", "31/12/2099"));

        given.Status.ShouldBe(HttpStatusCode.Redirect);
        using var client = await app.SignedInAsync(standIn);
        (await client.OpenAsync("/access/my-account")).Text.ShouldContain("Quyền Lãnh đạo cơ quan");
        (await client.OpenAsync("/access/mandates")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
