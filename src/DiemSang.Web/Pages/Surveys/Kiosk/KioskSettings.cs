namespace DiemSang.Web.Pages.Surveys.Kiosk;

/// <summary>When a shared screen clears itself, in seconds. Settings: <c>Kiosk__…</c>.</summary>
public sealed record KioskSettings
{
    /// <summary>Without a touch.</summary>
    public int IdleSeconds { get; init; } = 60;

    /// <summary>On one page, when the browser runs no scripts and touches cannot be seen.</summary>
    public int PageSeconds { get; init; } = 180;

    /// <summary>After the thanks.</summary>
    public int ThanksSeconds { get; init; } = 8;
}
