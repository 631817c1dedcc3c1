namespace DiemSang.Core.Planning;

/// <summary>Holds a number against a target of a plan (PLN-06, BRD-06).</summary>
public static class TargetJudge
{
    /// <summary>Which way the number of the target is to move; null for a named group, which has no number.</summary>
    public static Direction? Direction(this PlanTarget target) => target.Kind switch
    {
        TargetKind.Tier => null,
        TargetKind.AtMost or TargetKind.RankRange or TargetKind.TopN => Planning.Direction.Down,
        TargetKind.BetterThanLastYear when target.Unit == "hạng" => Planning.Direction.Down,
        _ => Planning.Direction.Up,
    };

    /// <summary>Whether the target is reached, on unrounded values. A better rank than the range names reaches it too.</summary>
    /// <param name="before">The base, for "better than last year".</param>
    /// <returns>Null where numbers do not tell: a named group, no value, no comparable base.</returns>
    public static bool? IsReachedBy(this PlanTarget target, CountedNumber now, CountedNumber? before) => (target.Kind, target.Value) switch
    {
        (TargetKind.BetterThanLastYear, _) => target.Direction()!.Value.Judge(before, now) switch
        {
            Trend.RightWay => true,
            Trend.WrongWay or Trend.Unmoved => false,
            _ => null,
        },
        (TargetKind.AtLeast or TargetKind.Score or TargetKind.Floor, { } value) => now.Value >= value,
        (TargetKind.MoreThan, { } value) => now.Value > value,
        (TargetKind.AtMost or TargetKind.TopN, { } value) => now.Value <= value,
        (TargetKind.RankRange, _) => target.Upper is { } worst ? now.Value <= worst : null,
        _ => null,
    };
}
