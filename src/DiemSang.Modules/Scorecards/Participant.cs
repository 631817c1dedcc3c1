using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

/// <summary>Running or final points of one stage.</summary>
/// <param name="Points">Exact.</param>
/// <param name="Max">Applicable maximum, exact.</param>
/// <param name="Count">Criteria decided at this stage or before it.</param>
public sealed record StageTotal(decimal? Points, decimal? Max, int Count)
{
    public static StageTotal Nothing { get; } = new(null, null, 0);

    /// <summary>Points ÷ applicable maximum × 100, unrounded: what is ranked.</summary>
    public decimal? Index => Points is { } points && Max is > 0 ? points * 100 / Max : null;
}

/// <summary>Last days that one unit was given for itself; null where the round's day holds.</summary>
public sealed record UnitDates(DateOnly? SelfScoreTo, DateOnly? Appraisal1To, DateOnly? ExplanationTo, DateOnly? Appraisal2To, DateOnly? CouncilTo)
{
    public static UnitDates None { get; } = new(null, null, null, null, null);

    /// <summary>The later day of each stage: nobody is given less time than all.</summary>
    public RoundDates Over(RoundDates round) => new(
        Later(SelfScoreTo, round.SelfScoreTo), Later(Appraisal1To, round.Appraisal1To), Later(ExplanationTo, round.ExplanationTo), Later(Appraisal2To, round.Appraisal2To),
        Later(CouncilTo, round.CouncilTo), Later(CouncilTo, round.PublishOn));

    private static DateOnly Later(DateOnly? own, DateOnly all) => own > all ? own.Value : all;
}

/// <summary>A unit in a round: its peer group, the days it was given for itself, and the keeper's running totals of it.</summary>
public sealed class Participant : TenantEntity, IAudited
{
    public const int ReasonMaxLength = 1000;

    private Participant()
    {
    }

    public Participant(Round round, Organisation subject, string? peerGroup)
    {
        OrganisationId = round.OrganisationId;
        RoundId = round.Id;
        SubjectId = subject.Id;
        SubjectName = subject.Name;
        PeerGroup = peerGroup;
    }

    public Guid RoundId { get; private set; }
    public Guid SubjectId { get; private set; }
    public string SubjectName { get; private set; } = "";
    public string? PeerGroup { get; set; }

    /// <summary>False for "has an index, is not ranked".</summary>
    public bool IsRanked { get; set; } = true;
    public DateOnly? SelfScoreTo { get; private set; }
    public DateOnly? Appraisal1To { get; private set; }
    public DateOnly? ExplanationTo { get; private set; }
    public DateOnly? Appraisal2To { get; private set; }
    public DateOnly? CouncilTo { get; private set; }

    /// <summary>The stage the clock has announced for this unit; it reads verdicts of the stages before it.</summary>
    public RoundStage ReachedStage { get; private set; } = RoundStage.Preparing;
    public DateTimeOffset? ReopenedAt { get; private set; }
    public string? Reason { get; private set; }
    public DateOnly? LockedOn { get; private set; }
    public decimal? Appraisal1Points { get; private set; }
    public decimal? Appraisal1Max { get; private set; }
    public int Appraisal1Count { get; private set; }
    public decimal? Appraisal2Points { get; private set; }
    public decimal? Appraisal2Max { get; private set; }
    public int Appraisal2Count { get; private set; }
    public decimal? FinalPoints { get; private set; }
    public decimal? FinalMax { get; private set; }
    public int FinalCount { get; private set; }

    public StageTotal Appraisal1 => new(Appraisal1Points, Appraisal1Max, Appraisal1Count);
    public StageTotal Appraisal2 => new(Appraisal2Points, Appraisal2Max, Appraisal2Count);
    public StageTotal Final => new(FinalPoints, FinalMax, FinalCount);

    public UnitDates OwnDates => new(SelfScoreTo, Appraisal1To, ExplanationTo, Appraisal2To, CouncilTo);

    public RoundDates DatesIn(Round round) => OwnDates.Over(round.Dates);

    public RoundStage StageOn(Round round, DateOnly today) => round.StageOn(DatesIn(round), today);

    /// <summary>Gives this unit other last days; a sheet handed in before is open again.</summary>
    public void Reopen(UnitDates dates, string reason, DateTimeOffset at)
    {
        (SelfScoreTo, Appraisal1To, ExplanationTo, Appraisal2To, CouncilTo) = (dates.SelfScoreTo, dates.Appraisal1To, dates.ExplanationTo, dates.Appraisal2To, dates.CouncilTo);
        Reason = reason;
        ReopenedAt = at;
        LockedOn = null;
    }

    public void Lock(DateOnly day) => LockedOn = day;

    /// <summary>Takes note that time has passed (or that days were moved); true when the unit's stage is another one now.</summary>
    public bool Reach(Round round, DateOnly today)
    {
        var stage = StageOn(round, today);
        var moved = stage != ReachedStage;
        ReachedStage = stage;
        return moved;
    }

    public void Count(StageTotal appraisal1, StageTotal appraisal2, StageTotal final)
    {
        (Appraisal1Points, Appraisal1Max, Appraisal1Count) = (appraisal1.Points, appraisal1.Max, appraisal1.Count);
        (Appraisal2Points, Appraisal2Max, Appraisal2Count) = (appraisal2.Points, appraisal2.Max, appraisal2.Count);
        (FinalPoints, FinalMax, FinalCount) = (final.Points, final.Max, final.Count);
    }
}
