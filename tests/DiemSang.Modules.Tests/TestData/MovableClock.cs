namespace DiemSang.Tests.TestData;

/// <summary>A clock that stands still until the test moves it; days begin at eight in the Vietnamese morning.</summary>
public sealed class MovableClock(DateOnly today) : TimeProvider
{
    private DateTimeOffset _now = Morning(today);

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateOnly day) => _now = Morning(day);

    public void Pass(TimeSpan time) => _now += time;

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
}
