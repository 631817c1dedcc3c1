namespace DiemSang.Core.Scoring;

/// <summary>One scored sheet. Everything is exact; only <see cref="PrintedIndex"/> and <see cref="ScoreRounding.Print"/> round.</summary>
public sealed record ScoreSheetResult(CriteriaSet Set, SheetDeclaration Sheet, NodeResult Root)
{
    /// <summary>Points of the whole sheet; null when a node is unscored or invalid.</summary>
    public decimal? Points => Root.Points;

    public decimal ApplicableMax => Root.ApplicableMax;

    /// <summary>Achieved ÷ applicable maximum × 100, exact; what ranking uses.</summary>
    public decimal? Index => Root.Index;

    public decimal? PrintedIndex => Index is { } index ? Set.Rounding.Print(index) : null;

    /// <summary>The achieved share shown on the whole total again (treatment (a) of not applicable).</summary>
    public decimal? RebasedPoints => Index is { } index ? index * Set.Total / 100 : null;

    /// <summary>Areas and everything below them in printed order.</summary>
    public IEnumerable<NodeResult> Nodes => Below(Root);

    /// <summary>Nodes whose declaration cannot be scored.</summary>
    public IEnumerable<NodeResult> Invalid => Nodes.Prepend(Root).Where(node => node.State == NodeState.Invalid);

    public NodeResult? Find(string code) => Nodes.FirstOrDefault(node => node.Criterion.Code == code);

    private static IEnumerable<NodeResult> Below(NodeResult node) =>
        node.Children.SelectMany(child => Below(child).Prepend(child));
}
