using System.Globalization;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Meetings.Minutes;

internal static class PaperTime
{
    /// <summary>"08 giờ 00, ngày 10 tháng 04 năm 2026", as minutes and invitations say it.</summary>
    public static string InWords(this DateTimeOffset at) => at.InVietnam().ToString("HH' giờ 'mm', ngày 'dd' tháng 'MM' năm 'yyyy", CultureInfo.InvariantCulture);
}
