namespace DiemSang.Web.Infrastructure.Security;

/// <summary>The names by which pages ask for protection.</summary>
public static class Policies
{
    /// <summary>Rate limit of pages that take files: <c>[EnableRateLimiting(Policies.Uploads)]</c>.</summary>
    public const string Uploads = "uploads";
}
