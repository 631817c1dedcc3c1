namespace DiemSang.Core.Scoring;

/// <summary>
/// A criteria set (bộ tiêu chí): the versioned tree that scores. National PAR INDEX schemes changed seven times in thirteen years
/// (1294/2012 … 1187/QĐ-BNV 2025), so everything that differs between them is data here. Build a <see cref="ScoringEngine"/> to use it.
/// </summary>
public sealed record CriteriaSet
{
    /// <summary>Identity across versions, e.g. "par-index-tinh".</summary>
    public required string Code { get; init; }

    /// <summary>One version is never edited once a round uses it; clone it instead.</summary>
    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>The index that plans set targets for and this set measures; null for a set that measures none of them (Index 766).</summary>
    public MeasuredIndex? Index { get; init; }

    /// <summary>Decision or document the set comes from.</summary>
    public string? Source { get; init; }

    public string? Note { get; init; }
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Maximum of the whole set as printed in its decision, bonus not counted; checked against the sum of the areas.</summary>
    public required decimal Total { get; init; }

    public ScoreRounding Rounding { get; init; } = new(2, EachStep: false);

    /// <summary>Whether bonus points may lift a node above its maximum; practice differs between provinces.</summary>
    public bool MayExceedMaximum { get; init; }

    public MissingTreatment Missing { get; init; }

    /// <summary>Areas (lĩnh vực) and sheet-wide bonus or penalty nodes, in printed order.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Every node in printed order, parents before children, with its level (areas are level 1).</summary>
    public IEnumerable<(Criterion Criterion, int Level)> All()
    {
        var pending = new Stack<(Criterion, int)>();
        foreach (var area in Criteria.Reverse())
        {
            pending.Push((area, 1));
        }

        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Item1.Children.Reverse())
            {
                pending.Push((child, next.Item2 + 1));
            }
        }
    }

    public Criterion? Find(string code) => All().Select(node => node.Criterion).FirstOrDefault(criterion => criterion.Code == code);
}

/// <summary>The indices that plans set targets for.</summary>
public enum MeasuredIndex { Par, Sipas, Papi }

public static class MeasuredIndices
{
    /// <summary>As plans and files write it: PAR, SIPAS, PAPI.</summary>
    public static string Code(this MeasuredIndex index) => index.ToString().ToUpperInvariant();
}

/// <summary>How results are rounded, always away from zero.</summary>
/// <param name="Decimals">Decimals of printed points and indices, 0–6. Published sets print 2, BR-VT 3.</param>
/// <param name="EachStep">
/// False: everything stays exact and only the printed value is rounded, as the PAR INDEX 2020 totals show. True: the points of every node
/// are rounded as they are formed, as some provincial software does.
/// </param>
public sealed record ScoreRounding(int Decimals, bool EachStep)
{
    public decimal Print(decimal value) => decimal.Round(value, Decimals, MidpointRounding.AwayFromZero);

    internal decimal Step(decimal value) => EachStep ? Print(value) : value;
}

/// <summary>What a criterion nobody has declared means.</summary>
public enum MissingTreatment
{
    /// <summary>0 points until declared: self-scoring, where silence earns nothing.</summary>
    Zero,

    /// <summary>No points and no index for it and everything above it, hence never ranked: published surveys such as PAPI.</summary>
    Unscored,
}
