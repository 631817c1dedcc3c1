using DiemSang.Modules.Shared.Files;

namespace DiemSang.Modules.Plans.Working;

/// <summary>What a person says about an occurrence. Everything but the state may be left out: three taps are an answer.</summary>
public sealed record ProgressReport
{
    public required Guid OccurrenceId { get; init; }

    /// <summary>Version of the occurrence the person was shown.</summary>
    public required int SeenVersion { get; init; }
    /// <summary>Made by the sender for this sending: however often it arrives, it is taken once.</summary>
    public Guid? Key { get; init; }

    /// <summary>Not taken when somebody else has spoken since <see cref="SeenVersion"/>: for what waited long for a line.</summary>
    public bool OnlyIfUnchanged { get; init; }
    public required ProgressState State { get; init; }

    /// <summary>0–100; computed when numerator and denominator are given.</summary>
    public int? Percent { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>The person has confirmed that the numerator really is larger than the denominator.</summary>
    public bool NumeratorMayExceed { get; init; }
    public string? Note { get; init; }
    public string? DocumentNumber { get; init; }
    public StoredFile? File { get; init; }

    /// <summary>Whose decision an obstacle needs; absent, the nearest head.</summary>
    public Guid? AskedPersonId { get; init; }

    public ReportFault? Fault =>
        Percent is < 0 or > 100 ? ReportFault.PercentOutOfRange
        : Numerator < 0 || Denominator < 0 ? ReportFault.NegativeNumber
        : Denominator == 0 ? ReportFault.DenominatorZero
        : Denominator is not null && Numerator is null ? ReportFault.NumeratorMissing
        : Note?.Length > ProgressUpdate.NoteMaxLength ? ReportFault.NoteTooLong
        : DocumentNumber?.Length > ProgressUpdate.DocumentNumberMaxLength ? ReportFault.DocumentNumberTooLong
        : State == ProgressState.Blocked && string.IsNullOrWhiteSpace(Note) ? ReportFault.ObstacleNotSaid
        : Numerator > Denominator && !NumeratorMayExceed ? ReportFault.NumeratorExceedsDenominator
        : null;

    /// <summary>Rounded once, away from zero, and never above 100.</summary>
    public int? ComputedPercent => Numerator is { } numerator && Denominator is { } denominator and not 0
        ? (int)Math.Min(100m, Math.Round(100m * (numerator / denominator), MidpointRounding.AwayFromZero))
        : Percent;
}

/// <summary>Why a report is not taken.</summary>
public enum ReportFault
{
    PercentOutOfRange, NegativeNumber, DenominatorZero, NumeratorMissing, NoteTooLong, DocumentNumberTooLong, ObstacleNotSaid, NumeratorExceedsDenominator,

    /// <summary>The row is counted in a population: a percentage comes from two numbers (BRD-07).</summary>
    BarePercent,

    /// <summary>The unit's own plan answers for this period: it is reported there.</summary>
    AnsweredBelow,

    /// <summary>"Done" without the document that the row asks for.</summary>
    EvidenceMissing,
}
