namespace DiemSang.Core.Calendars;

public enum TermUnit { WorkingHour, WorkingDay, Day, Week, Month, Year }

/// <summary>A length of time that a rule gives: "07 ngày làm việc", "01 tháng".</summary>
/// <param name="Length">Zero or more.</param>
public readonly record struct Term(int Length, TermUnit Unit);
