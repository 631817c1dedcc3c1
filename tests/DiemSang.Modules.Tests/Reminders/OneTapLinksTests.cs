using DiemSang.Modules.Access;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Tests.Reminders;

public sealed class OneTapLinksTests : IAsyncLifetime
{
    private RemindedWard _reminded = null!;
    private Account _account = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _reminded = await RemindedWard.CreateAsync();
        await _reminded.AddWorkAsync(_reminded.Ward.Culture);
        _account = new Account { Id = Guid.NewGuid(), UserName = "vanhoa", NormalizedUserName = "VANHOA", MustChangePassword = false };
        await _reminded.WithDbAsync("test.add-account", async db =>
        {
            db.Accounts.Add(_account);
            (await db.People.SingleAsync(person => person.Id == _reminded.Ward.CultureHead.PersonId)).AccountId = _account.Id;
        });
        var letter = (await _reminded.MorningAsync(RemindedWard.Due)).Single();
        _token = letter.Text.Split("/reminders/open/")[1].Split('\n')[0];
    }

    public async Task DisposeAsync() => await _reminded.DisposeAsync();

    [Fact]
    public async Task Open_LinkOfALetter_StandsForItsPersonAndOccurrence()
    {
        var opened = (await OpenAsync(_token)).ShouldNotBeNull();

        opened.AccountId.ShouldBe(_account.Id);
        opened.OpensForm.ShouldBeTrue();
        opened.Ticket.PersonId.ShouldBe(_reminded.Ward.CultureHead.PersonId);
        _token.Length.ShouldBe(140);
    }

    [Fact]
    public async Task Open_AnyChangedCharacter_IsRefused()
    {
        for (var i = 0; i < _token.Length - 1; i += 7)
        {
            var forged = _token[..i] + (_token[i] == 'A' ? 'B' : 'A') + _token[(i + 1)..];
            (await OpenAsync(forged)).ShouldBeNull();
        }

        (await OpenAsync("")).ShouldBeNull();
        (await OpenAsync("khong-phai-lien-ket")).ShouldBeNull();
    }

    [Fact]
    public async Task Open_AfterItsDaysOrAfterTheKeyWasRenewed_IsRefused()
    {
        await _reminded.WithDbAsync("test.renew", async db => (await db.Set<LinkKey>().SingleAsync()).Renew());
        (await OpenAsync(_token)).ShouldBeNull();

        _reminded.Ward.Clock.Pass(TimeSpan.FromDays(8));
        (await OpenAsync(_token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("update access.account set two_factor_enabled = true")]
    [InlineData("update access.account set must_change_password = true")]
    [InlineData("update access.account set lockout_end = now() + interval '100 years'")]
    [InlineData("update access.appointment set role = 'administrator', unit_id = null where role = 'head'")]
    [InlineData("update plans.occurrence set state = 'done'")]
    public async Task Open_WhereALinkIsNotEnough_AsksToSignIn(string change)
    {
        await _reminded.Ward.Database.ExecuteAsOwnerAsync(change);

        (await OpenAsync(_token)).ShouldNotBeNull().OpensForm.ShouldBeFalse();
    }

    [Fact]
    public async Task Open_PersonWhoHasLeft_IsRefused()
    {
        await _reminded.WithDbAsync("test.leave", async db => (await db.People.SingleAsync(person => person.Id == _reminded.Ward.CultureHead.PersonId)).Leave(RemindedWard.Due));

        (await OpenAsync(_token)).ShouldBeNull();
    }

    /// <summary>As a request would: before it is opened nobody knows the organisation.</summary>
    private async Task<OpenedLink?> OpenAsync(string token)
    {
        await using var scope = _reminded.Ward.Database.Scope();
        return await scope.ServiceProvider.GetRequiredService<OneTapLinks>().OpenAsync(token);
    }
}
