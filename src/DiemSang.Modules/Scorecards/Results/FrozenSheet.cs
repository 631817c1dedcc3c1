using DiemSang.Core.Scoring;

namespace DiemSang.Modules.Scorecards.Results;

/// <summary>Between a scored sheet and the published result that is kept of it.</summary>
public static class FrozenSheet
{
    private const string Why = "theo kết quả đã công bố";

    public static IReadOnlyList<ResultNode> NodesOf(ScoreSheetResult result) =>
        [.. result.Nodes.Select(node => new ResultNode(node.Criterion.Code, node.State == NodeState.NotApplicable ? null : node.Points, node.ApplicableMax))];

    /// <summary>The tree as it was published: each leaf carries its published points.</summary>
    public static ScoreSheetResult Of(ScoringEngine engine, Result result)
    {
        var published = result.Nodes.ToDictionary(node => node.Code);
        var items = engine.Set.All().Select(node => node.Criterion).Where(criterion => criterion.IsLeaf && published.ContainsKey(criterion.Code))
            .ToDictionary(criterion => criterion.Code, criterion => DeclarationOf(published[criterion.Code]));
        return engine.Score(new SheetDeclaration { Unit = result.SubjectName, Year = result.Year, Items = items });
    }

    private static Declaration DeclarationOf(ResultNode node) => node.Points is { } points
        ? new Declaration { Override = new PointsOverride(Math.Abs(points), Why) }
        : new Declaration { IsNotApplicable = true, NotApplicableReason = Why };
}
