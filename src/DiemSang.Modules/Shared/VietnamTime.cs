namespace DiemSang.Modules.Shared;

/// <summary>Days are Vietnamese days (UTC+7, no summer time), whatever the server's zone.</summary>
public static class VietnamTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().VietnameseDay();

    public static DateOnly VietnameseDay(this DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset InVietnam(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
