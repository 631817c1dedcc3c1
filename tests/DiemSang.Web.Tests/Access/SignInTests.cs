using System.Net;
using System.Security.Cryptography;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DiemSang.Web.Tests.Access;

[Collection(nameof(WebApp))]
public sealed class SignInTests(WebApp app)
{
    [Fact]
    public async Task SignIn_RightPassword_LeadsToThePageAskedFor()
    {
        using var visitor = app.Visitor();
        var door = await visitor.OpenAsync("/access/my-account");

        var answer = await visitor.SignInAsync(WebApp.UserNameOf(app.PersonWith(Role.Head)), WebApp.Password, new Uri(door.Location!).PathAndQuery);

        answer.Location.ShouldBe("/access/my-account");
        (await visitor.OpenAsync("/access/my-account")).Text.ShouldContain("Trưởng đơn vị – Phòng Kinh tế, Hạ tầng và Đô thị phường");
    }

    [Theory]
    [InlineData("https://ke-xau.example/")]
    [InlineData("//ke-xau.example/")]
    public async Task SignIn_ReturnAddressElsewhere_IsIgnored(string address)
    {
        using var visitor = app.Visitor();

        var answer = await visitor.SignInAsync(WebApp.UserNameOf(app.PersonWith(Role.Head)), WebApp.Password, "/access/sign-in?returnUrl=" + Uri.EscapeDataString(address));

        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_WrongPasswordOrName_SaysTheSame()
    {
        using var visitor = app.Visitor();

        var wrongPassword = await visitor.SignInAsync(WebApp.UserNameOf(app.PersonWith(Role.Viewer)), "không phải");
        var wrongName = await visitor.SignInAsync("khong-co-ai", "không phải");

        wrongPassword.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrongPassword.Find("[data-error-summary]").TextContent.ShouldBe(wrongName.Find("[data-error-summary]").TextContent);
    }

    [Fact]
    public async Task SignIn_NothingTyped_NamesBothFields()
    {
        using var visitor = app.Visitor();

        var page = await visitor.SignInAsync("", "");

        page.Find("[data-error-summary] a[href='#Input_UserName']").TextContent.ShouldBe("Nhập tên đăng nhập.");
        page.Find("#Input_Password").GetAttribute("aria-describedby").ShouldBe("Input_Password-error");
        page.Find("title").TextContent.ShouldStartWith("Lỗi:");
    }

    [Fact]
    public async Task SignIn_FiveWrongTries_LocksTheAccountForAWhile()
    {
        var person = await app.AddPersonAsync();
        using var visitor = app.Visitor();
        for (var number = 0; number < 5; number++)
        {
            await visitor.SignInAsync(WebApp.UserNameOf(person), "không phải");
        }

        var page = await visitor.SignInAsync(WebApp.UserNameOf(person), WebApp.Password);

        page.Text.ShouldContain("tạm khóa đến");
    }

    [Fact]
    public async Task SignIn_PersonHasLeft_IsRefusedAndTheOpenSessionEnds()
    {
        var person = await app.AddPersonAsync();
        using var session = await app.SignedInAsync(person);
        await using (var scope = app.Database.Scope(app.Ward.Id))
        {
            var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
            (await db.People.SingleAsync(one => one.Id == person.Id)).Leave(new DateOnly(2026, 1, 1));
            await db.SaveAsync(Act.BySystem(app.Ward.Id, "test.leave"));
        }

        (await session.OpenAsync("/access/units")).Location.ShouldBe("/access/sign-in");
        using var visitor = app.Visitor();
        (await visitor.SignInAsync(WebApp.UserNameOf(person), WebApp.Password)).Text.ShouldContain("đã ngừng sử dụng");
    }

    [Fact]
    public async Task FirstPassword_NotYetReplaced_NothingElseOpens()
    {
        var person = await app.AddPersonAsync(mustChangePassword: true);
        using var client = await app.SignedInAsync(person);

        (await client.OpenAsync("/access/units")).Location.ShouldBe("/access/my-account/password");
        var changed = await client.FillInAsync("/access/my-account/password", ("Input.Current", WebApp.Password), ("Input.New", "một mật khẩu khác"), ("Input.Again", "một mật khẩu khác"));

        changed.Location.ShouldBe("/access/my-account");
        (await client.OpenAsync("/access/units")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("sai", "một mật khẩu khác", "một mật khẩu khác", "Mật khẩu hiện tại không đúng")]
    [InlineData(WebApp.Password, "ngắn", "ngắn", "ít nhất 10 ký tự")]
    [InlineData(WebApp.Password, "một mật khẩu khác", "một mật khẩu khac", "chưa giống nhau")]
    [InlineData(WebApp.Password, WebApp.Password, WebApp.Password, "phải khác mật khẩu hiện tại")]
    public async Task ChangePassword_NotSound_SaysWhatToDo(string current, string wanted, string again, string sentence)
    {
        var client = await app.SignedInAsync(Role.Viewer);

        var page = await client.FillInAsync("/access/my-account/password", ("Input.Current", current), ("Input.New", wanted), ("Input.Again", again));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task SignOut_Session_NoLongerOpensAnything()
    {
        using var client = await app.SignedInAsync(await app.AddPersonAsync());
        var page = await client.OpenAsync("/access/my-account");

        await client.SubmitAsync("/access/my-account", page, "form[action='/access/sign-out']");

        (await client.OpenAsync("/access/my-account")).Location.ShouldNotBeNull().ShouldContain("/access/sign-in");
    }

    [Fact]
    public async Task Authenticator_OnlyLookedAt_KeepsEverySession()
    {
        var person = await app.AddPersonAsync();
        using var client = await app.SignedInAsync(person);
        using var phone = await app.SignedInAsync(person);
        await client.OpenAsync("/access/my-account/authenticator");
        var validation = app.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        var interval = validation.ValidationInterval;
        validation.ValidationInterval = TimeSpan.Zero;
        try
        {
            (await client.OpenAsync("/access/my-account")).Status.ShouldBe(HttpStatusCode.OK);
            (await phone.OpenAsync("/access/my-account")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            validation.ValidationInterval = interval;
        }
    }

    [Fact]
    public async Task Authenticator_TurnedOn_AsksForItsCodeOrARecoveryCodeOnce()
    {
        var person = await app.AddPersonAsync();
        using var client = await app.SignedInAsync(person);
        var enrol = await client.OpenAsync("/access/my-account/authenticator");
        var key = enrol.Find("code.secret").TextContent;

        var done = await client.SubmitAsync("/access/my-account/authenticator", enrol, "main form[method=post]", ("Code", CodeOf(key)));
        var recovery = done.Find(".codes li").TextContent;

        using var byCode = app.Visitor();
        (await byCode.SignInAsync(WebApp.UserNameOf(person), WebApp.Password)).Location.ShouldNotBeNull().ShouldContain("/access/sign-in/code");
        (await byCode.OpenAsync("/access/units")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await byCode.FillInAsync("/access/sign-in/code", ("Code", CodeOf(key)))).Location.ShouldBe("/");
        (await UseRecoveryCodeAsync(person, recovery)).Location.ShouldBe("/");
        (await UseRecoveryCodeAsync(person, recovery)).Text.ShouldContain("Mã không đúng");
    }

    private async Task<WebPage> UseRecoveryCodeAsync(Person person, string code)
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(WebApp.UserNameOf(person), WebApp.Password);
        return await visitor.FillInAsync("/access/sign-in/code", ("Code", code));
    }

    /// <summary>RFC 6238 with the 30-second step and SHA-1 that authenticator apps use.</summary>
    private static string CodeOf(string manualKey)
    {
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30).Reverse().ToArray();
        var hash = HMACSHA1.HashData(FromBase32(manualKey.Replace(" ", "").ToUpperInvariant()), step);
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
