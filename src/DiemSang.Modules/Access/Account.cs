using Microsoft.AspNetCore.Identity;

namespace DiemSang.Modules.Access;

/// <summary>What a person signs in with. It belongs to no tenant; <see cref="Person.AccountId"/> says whose it is.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>True until the first password, which an administrator knew, has been replaced.</summary>
    public bool MustChangePassword { get; set; } = true;
}
