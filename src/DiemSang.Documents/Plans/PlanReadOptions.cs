using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>Bounds of one reading and what the organisation knows about itself.</summary>
public sealed record PlanReadOptions
{
    /// <summary>Largest file read, in bytes.</summary>
    public long MostBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>Longest time a reading may take; a scan of a hundred pages needs minutes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Names of the organisation's own units, added to those of the catalog when names are checked.</summary>
    public IReadOnlyList<string> KnownUnits { get; init; } = [];

    /// <summary>The words of the reader; null for the catalog beside the program.</summary>
    public PlanWords? Words { get; init; }
}

/// <param name="Percent">0–100.</param>
/// <param name="Step">What is being done, for people.</param>
public sealed record PlanReadProgress(int Percent, string Step);
