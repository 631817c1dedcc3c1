namespace DiemSang.Web.Infrastructure.TagHelpers;

public static class VietnamCalendar
{
    /// <summary>Vietnam keeps UTC+7 all year and has no summer time.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly VietnamToday(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
