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

    /// <summary>First-stage units of each stratum in the frame.</summary>
    public required Dictionary<string, int> Available { get; init; }

    /// <summary>The command line that draws the same sample from the same file.</summary>
    public required string Command { get; init; }
    public DateTimeOffset DrawnAt { get; init; }

    public List<SampleUnit> Units { get; } = [];

    public bool HasCodes => Units.Exists(unit => unit.HasCode);
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

    /// <summary>The bigger units it lies in, big to small; the first is the primary sampling unit.</summary>
    public List<string> Clusters { get; init; } = [];
    public bool IsReserve { get; init; }
    public double Probability { get; init; }

    /// <summary>Of a dossier, when the frame says so.</summary>
    public bool? WasOnTime { get; init; }

    /// <summary>A one-time code was handed out for it; which one is not known.</summary>
    public bool HasCode { get; private set; }
    public UnitOutcome Outcome { get; set; }

    /// <summary>How many of the population it stands for before non-response.</summary>
    public double Weight => 1 / Probability;

    public void GiveCode() => HasCode = true;
}
