using System.Globalization;
using DiemSang.Modules.Shared;

namespace DiemSang.Web.Infrastructure.Localisation;

public static class Moments
{
    /// <summary>“14:05, 05/02/2026” in Vietnamese time.</summary>
    public static string Moment(this DateTimeOffset instant) => instant.InVietnam().ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);
}
