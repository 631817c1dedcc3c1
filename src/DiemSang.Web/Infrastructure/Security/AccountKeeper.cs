using System.Security.Cryptography;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Identity;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>An account as handed over: its name and the password that works once, or why it was refused.</summary>
public sealed record IssuedAccount(string? UserName, string? Password, IReadOnlyList<string> Refusals);

/// <summary>What an administrator does to another person's account, and what people do to the locks of their own; every act is in the audit of the organisation.</summary>
public sealed class AccountKeeper(UserManager<Account> accounts, DiemSangDbContext db)
{
    /// <summary>No 0 and o, 1 and l, no vowels that make words: read aloud over a telephone without mistakes.</summary>
    private const string Letters = "bcdfghkmnpqrstvwxz23456789";

    public async Task<IssuedAccount> OpenAsync(Person person, string userName, Actor by)
    {
        var password = NewPassword();
        var account = new Account { Id = Guid.CreateVersion7(), UserName = userName, MustChangePassword = true };
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            return new IssuedAccount(userName, null, [.. result.Errors.Select(error => error.Description)]);
        }

        person.AccountId = account.Id;
        await db.SaveAsync(by.To("access.open-account"));
        await transaction.CommitAsync();
        return new IssuedAccount(userName, password, []);
    }

    /// <summary>Also ends lockout, authenticator codes, passkeys and, through the security stamp, every open session.</summary>
    public async Task<IssuedAccount> ResetPasswordAsync(Person person, Actor by)
    {
        var account = await accounts.FindByIdAsync(person.AccountId.ToString()!) ?? throw new InvalidOperationException("The person's account is missing.");
        var password = NewPassword();
        await using var transaction = await db.Database.BeginTransactionAsync();
        account.MustChangePassword = true;
        account.TwoFactorEnabled = false;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (!result.Succeeded)
        {
            return new IssuedAccount(account.UserName, null, [.. result.Errors.Select(error => error.Description)]);
        }

        foreach (var passkey in await accounts.GetPasskeysAsync(account))
        {
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        await RecordAsync(person.Id, by.To("access.reset-password"));
        await transaction.CommitAsync();
        return new IssuedAccount(account.UserName, password, []);
    }

    /// <summary>A person turned codes or a passkey of their own on or off: a stolen session could do it too, so it is written down.</summary>
    public Task RecordOwnAsync(Actor actor, string verb) => RecordAsync(actor.PersonId, actor.To(verb));

    private Task RecordAsync(Guid personId, Act act)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            OrganisationId = act.OrganisationId,
            PersonId = act.PersonId,
            PersonName = act.PersonName,
            Verb = act.Verb,
            SubjectKind = nameof(Person),
            SubjectId = personId.ToString(),
        });
        return db.SaveChangesAsync();
    }

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
