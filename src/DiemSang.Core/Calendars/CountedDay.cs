namespace DiemSang.Core.Calendars;

/// <summary>A day that was counted, and how sure it is.</summary>
/// <param name="UnconfirmedYears">Years on the way that have no official calendar yet, in order; empty when the day is certain.</param>
public sealed record CountedDay(DateOnly Day, IReadOnlyList<int> UnconfirmedYears)
{
    public bool IsCertain => UnconfirmedYears.Count == 0;

    /// <summary>A sentence for the person who reads the day; null when it is certain.</summary>
    public string? Warning => IsCertain
        ? null
        : $"Năm {string.Join(", ", UnconfirmedYears)} chưa có lịch nghỉ chính thức, ngày này có thể thay đổi. Hãy cập nhật lịch nghỉ khi có quyết định.";
}
