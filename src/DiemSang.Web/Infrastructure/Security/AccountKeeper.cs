using System.Security.Cryptography;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Identity;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>An account as handed over: its name and the password that works once, or why it was refused.</summary>
public sealed record IssuedAccount(string? UserName, string? Password, IReadOnlyList<string> Refusals);

/// <summary>What an administrator does to another person's account; every act is in the audit of the organisation.</summary>
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

    /// <summary>Also ends lockout, authenticator codes and, through the security stamp, every open session.</summary>
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

        db.AuditEntries.Add(Entry(person, by.To("access.reset-password")));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return new IssuedAccount(account.UserName, password, []);
    }

    private static AuditEntry Entry(Person person, Act act) => new()
    {
        OrganisationId = act.OrganisationId,
        PersonId = act.PersonId,
        PersonName = act.PersonName,
        Verb = act.Verb,
        SubjectKind = nameof(Person),
        SubjectId = person.Id.ToString(),
    };

    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
