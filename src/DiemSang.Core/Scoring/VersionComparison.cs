namespace DiemSang.Core.Scoring;

/// <summary>One criterion of the newer version beside what it continues.</summary>
/// <param name="Before">Matching nodes of the older sheet; empty for a new criterion.</param>
public sealed record ComparedCriterion(NodeResult Now, IReadOnlyList<NodeResult> Before)
{
    /// <summary>Points ÷ applicable maximum of the matched criteria together, in percent; null when unscored or new.</summary>
    public decimal? IndexBefore
    {
        get
        {
            var max = Before.Sum(node => node.ApplicableMax);
            return Before.Count > 0 && max > 0 && Before.All(node => node.Points is not null || node.State == NodeState.NotApplicable)
                ? Before.Sum(node => node.Points ?? 0) * 100 / max
                : null;
        }
    }

    /// <summary>Change in percentage points; comparable although the maxima differ.</summary>
    public decimal? Change => Now.Index - IndexBefore;
}

/// <summary>Two years side by side, also across versions of a criteria set.</summary>
/// <param name="Dropped">Leaves of the older sheet that nothing continues.</param>
public sealed record VersionComparison(IReadOnlyList<ComparedCriterion> Criteria, IReadOnlyList<NodeResult> Dropped)
{
    /// <summary>Leaves of the newer sheet that nobody has declared yet: what holds them counts them as 0 points, so its change says too little.</summary>
    public int Undeclared => Criteria.Count(line => line.Now is { State: NodeState.NotDeclared, Criterion.IsLeaf: true });

    /// <summary>
    /// A criterion continues those it names in <see cref="Criterion.Previous"/>; one that names none continues the criterion with the same
    /// code
    /// and title. Codes alone are not trusted: PAPI re-used them with another meaning.
    /// </summary>
    public static VersionComparison Between(ScoreSheetResult before, ScoreSheetResult now)
    {
        var old = before.Nodes.ToDictionary(node => node.Criterion.Code);
        var criteria = now.Nodes.Select(node => new ComparedCriterion(node, Continued(node.Criterion, old))).ToList();
        var continued = criteria.SelectMany(criterion => criterion.Before).Select(node => node.Criterion.Code).ToHashSet();
        return new VersionComparison(criteria, [.. old.Values.Where(node => node.Criterion.IsLeaf &&
            !continued.Contains(node.Criterion.Code))]);
    }

    private static IReadOnlyList<NodeResult> Continued(Criterion criterion, Dictionary<string, NodeResult> old)
    {
        if (criterion.Previous.Count > 0)
        {
            return [.. criterion.Previous.Where(old.ContainsKey).Select(code => old[code])];
        }

        return old.TryGetValue(criterion.Code, out var same) && SameTitle(same.Criterion, criterion) ? [same] : [];
    }

    private static bool SameTitle(Criterion left, Criterion right) =>
        Language.VietnameseText.Fold(left.Title) == Language.VietnameseText.Fold(right.Title);
}
