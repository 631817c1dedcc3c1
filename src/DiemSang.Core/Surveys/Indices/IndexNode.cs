using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Core.Surveys.Indices;

/// <summary>A node of a satisfaction index: the whole, a part, an element, or a criterion (a leaf, asked by one variable).</summary>
public sealed record IndexNode
{
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>The variable of the questionnaire that asks it; null above the leaves.</summary>
    public string? Variable { get; init; }

    /// <summary>Share within its parent under <see cref="Aggregation.FixedWeights"/>; any positive scale.</summary>
    public double Weight { get; init; } = 1;

    public IReadOnlyList<IndexNode> Children { get; init; } = [];

    /// <summary>Criteria under this node, itself if it is one.</summary>
    public IEnumerable<IndexNode> Criteria() => Children.Count == 0 ? [this] : Children.SelectMany(child => child.Criteria());
}
