using DiemSang.Core.Planning;

namespace DiemSang.Modules.Plans;

/// <summary>A number with the day it is of, and where it comes from.</summary>
public sealed record DatedNumber(CountedNumber Number, DateOnly On, string? Source)
{
    public const int SourceMaxLength = 300;
}
