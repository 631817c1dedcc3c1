using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

/// <summary>Points of one node as published.</summary>
public sealed record ResultNode(string Code, decimal? Points, decimal Max);

/// <summary>A published result of one unit in one year; never changed. Years before the product come from a file with their decision.</summary>
public sealed class Result : TenantEntity, IAudited
{
    /// <summary>Null for a result from a file.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>Code of the criteria set: which index this is.</summary>
    public required string IndexCode { get; init; }
    public int Year { get; init; }
    public Guid SubjectId { get; init; }
    public required string SubjectName { get; init; }
    public string? PeerGroup { get; init; }
    public decimal? Points { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Percent, unrounded.</summary>
    public decimal? IndexValue { get; init; }

    /// <summary>Null when not ranked.</summary>
    public int? Rank { get; init; }
    public int? RankOf { get; init; }
    public string? Grade { get; init; }

    /// <summary>Every node of the tree; empty for a result of which only the total is known.</summary>
    public IReadOnlyList<ResultNode> Nodes { get; init; } = [];

    /// <summary>The decision that published it.</summary>
    public string? Source { get; init; }
}
