using Microsoft.AspNetCore.Identity;

namespace DiemSang.Modules.Access;

/// <summary>What a person signs in with. It belongs to no tenant; <see cref="Person.AccountId"/> says whose it is.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>True until the first password, which an administrator knew, has been replaced.</summary>
    public bool MustChangePassword { get; set; } = true;

    /// <summary>An account for commands, which have no Identity services; pages open accounts through Identity's own manager.</summary>
    public static Account Open(string userName, string password, bool mustChangePassword)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
            MustChangePassword = mustChangePassword,
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password);
        return account;
    }
}
