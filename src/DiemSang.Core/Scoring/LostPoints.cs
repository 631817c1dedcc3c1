using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

/// <param name="Points">Points missing to the applicable maximum, above 0.</param>
/// <param name="Share">Percent of the sheet's applicable maximum these points are.</param>
public sealed record LostPoint(NodeResult Node, LossCause Cause, decimal Points, decimal Share);

/// <summary>Where a sheet loses points and why: the list from which tasks are made.</summary>
public static class LostPoints
{
    /// <summary>Scored leaves (and overridden groups) below their maximum, greatest loss first; equal losses in printed order.</summary>
    public static IReadOnlyList<LostPoint> Of(ScoreSheetResult result) =>
    [
        .. Losing(result.Root)
            .Select(node => new LostPoint(node, node.Cause == LossCause.None
                ? LossCause.PartlyDone
                : node.Cause, node.Lost, ShareOf(node, result)))
            .OrderByDescending(lost => lost.Points),
    ];

    /// <summary>Lost points summed per cause, greatest first.</summary>
    public static IReadOnlyList<(LossCause Cause, decimal Points)> ByCause(IEnumerable<LostPoint> lost) =>
        [.. lost.GroupBy(each => each.Cause).Select(group => (group.Key, group.Sum(each => each.Points)))
            .OrderByDescending(each => each.Item2)];

    private static IEnumerable<NodeResult> Losing(NodeResult node)
    {
        if (node.Criterion.IsLeaf || node.Declaration?.Override is not null)
        {
            return node.Lost > 0 ? [node] : [];
        }

        return node.Children.SelectMany(Losing);
    }

    private static decimal ShareOf(NodeResult node, ScoreSheetResult result) =>
        result.ApplicableMax > 0 ? node.Lost * 100 / result.ApplicableMax : 0;
}
