using DiemSang.Core.Statistics.Sampling;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys.Sampling;

/// <summary>A draw from a frame, with all that anyone needs to draw it again.</summary>
public sealed class Sample : TenantEntity, IAudited
{
    public Guid WaveId { get; init; }
    public required string FrameName { get; init; }

    /// <summary>SHA-256 of the frame's file, lower-case hexadecimal.</summary>
    public required string FrameHash { get; init; }
    public int FrameSize { get; init; }
    public required string Seed { get; init; }
    public required SamplePlan Plan { get; init; }
    public DateTimeOffset DrawnAt { get; init; }

    public List<SampleUnit> Units { get; } = [];
}

public enum UnitOutcome { Waiting, Completed, Refused, Ineligible, NotReached }

/// <summary>A household or dossier that was drawn, and what became of it.</summary>
public sealed class SampleUnit : TenantEntity
{
    public Guid SampleId { get; init; }

    /// <summary>From 1; reserves are used in this order.</summary>
    public int Position { get; init; }
    public required string Reference { get; init; }
    public string Stratum { get; init; } = "";
    public string Cluster { get; init; } = "";
    public bool IsReserve { get; init; }
    public double Probability { get; init; }
    public UnitOutcome Outcome { get; set; }
}
