using System.Security.Cryptography;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Reminders.Links;

/// <summary>Signs an organisation's one-tap links. Not audited: the log must not keep the secret.</summary>
public sealed class LinkKey : TenantEntity
{
    public const int Length = 32;

    public byte[] Secret { get; private set; } = RandomNumberGenerator.GetBytes(Length);

    /// <summary>Ends every link sent before.</summary>
    public void Renew() => Secret = RandomNumberGenerator.GetBytes(Length);
}
