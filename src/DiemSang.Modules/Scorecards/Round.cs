using DiemSang.Core.Ranking;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

public enum RoundState { Preparing, Open, Published, Withdrawn }

/// <summary>Where a round stands. The order is the order of time.</summary>
public enum RoundStage { Preparing, SelfScoring, Appraisal1, Explanation, Appraisal2, Council, Publication, Published }

/// <summary>Last good days of a round, inclusive, in the order in which they pass.</summary>
public sealed record RoundDates(DateOnly SelfScoreTo, DateOnly Appraisal1To, DateOnly ExplanationTo, DateOnly Appraisal2To, DateOnly CouncilTo, DateOnly PublishOn)
{
    public bool AreInOrder => SelfScoreTo <= Appraisal1To && Appraisal1To <= ExplanationTo && ExplanationTo <= Appraisal2To && Appraisal2To <= CouncilTo && CouncilTo <= PublishOn;

    /// <summary>The stage of an open round on a day.</summary>
    public RoundStage StageOn(DateOnly today) =>
        today <= SelfScoreTo ? RoundStage.SelfScoring
        : today <= Appraisal1To ? RoundStage.Appraisal1
        : today <= ExplanationTo ? RoundStage.Explanation
        : today <= Appraisal2To ? RoundStage.Appraisal2
        : today <= CouncilTo ? RoundStage.Council
        : RoundStage.Publication;

    /// <summary>The last good day of a stage; null for stages that do not end by a date.</summary>
    public DateOnly? EndOf(RoundStage stage) => stage switch
    {
        RoundStage.SelfScoring => SelfScoreTo,
        RoundStage.Appraisal1 => Appraisal1To,
        RoundStage.Explanation => ExplanationTo,
        RoundStage.Appraisal2 => Appraisal2To,
        RoundStage.Council => CouncilTo,
        RoundStage.Publication => PublishOn,
        _ => null,
    };
}

/// <summary>Kỳ chấm: one criteria set, the units it scores, and the days by which each step ends. What is locked on a day follows from the days.</summary>
public sealed class Round : TenantEntity, IAudited
{
    public const int TitleMaxLength = 300;

    private Round()
    {
    }

    public Round(CriteriaEdition edition, string title, int year, RoundDates dates)
    {
        OrganisationId = edition.OrganisationId;
        EditionId = edition.Id;
        Title = title;
        Year = year;
        SetDates(dates);
    }

    public Guid EditionId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>The year that is scored.</summary>
    public int Year { get; private set; }
    public RoundState State { get; private set; } = RoundState.Preparing;
    public DateOnly SelfScoreTo { get; private set; }
    public DateOnly Appraisal1To { get; private set; }
    public DateOnly ExplanationTo { get; private set; }
    public DateOnly Appraisal2To { get; private set; }
    public DateOnly CouncilTo { get; private set; }
    public DateOnly PublishOn { get; private set; }
    public TieRule Ties { get; set; } = TieRule.Competition;

    /// <summary>As <see cref="GradeScale.Parse"/> reads it.</summary>
    public string Grades { get; set; } = "";

    /// <summary>The stage the clock has announced; units read verdicts of the stages before it.</summary>
    public RoundStage ReachedStage { get; private set; } = RoundStage.Preparing;
    public string? Decision { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public RoundDates Dates => new(SelfScoreTo, Appraisal1To, ExplanationTo, Appraisal2To, CouncilTo, PublishOn);

    public void SetDates(RoundDates dates) =>
        (SelfScoreTo, Appraisal1To, ExplanationTo, Appraisal2To, CouncilTo, PublishOn) =
        (dates.SelfScoreTo, dates.Appraisal1To, dates.ExplanationTo, dates.Appraisal2To, dates.CouncilTo, dates.PublishOn);

    public void Retitle(string title) => Title = title;

    public void Open() => State = RoundState.Open;

    public void Withdraw() => State = RoundState.Withdrawn;

    public void Publish(string decision, DateTimeOffset at)
    {
        State = RoundState.Published;
        ReachedStage = RoundStage.Published;
        Decision = decision;
        PublishedAt = at;
    }

    public RoundStage StageOn(DateOnly today) => StageOn(Dates, today);

    /// <summary>The stage by other days than the round's own: those of a unit with more time.</summary>
    public RoundStage StageOn(RoundDates dates, DateOnly today) => State switch
    {
        RoundState.Published => RoundStage.Published,
        RoundState.Open => dates.StageOn(today),
        _ => RoundStage.Preparing,
    };

    /// <summary>Takes note that time has passed (or that days were moved); true when the stage is another one now.</summary>
    public bool Reach(DateOnly today)
    {
        var stage = StageOn(today);
        var moved = stage != ReachedStage;
        ReachedStage = stage;
        return moved;
    }
}
