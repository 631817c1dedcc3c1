namespace DiemSang.Core.Reminders;

/// <summary>Who is asked at a step: whoever does the work, the unit's head, the organisation's leader.</summary>
public enum Audience { Responsible, Head, Leader }

/// <summary>One step of the ladder.</summary>
/// <param name="Code">Stable name: a person is asked once for each piece of work, step and day.</param>
/// <param name="WorkingDays">Working days from the last good day: negative before it, zero on it, positive after it.</param>
/// <param name="EveryWorkingDays">Asked again after so many working days, until there is an answer; null asks once.</param>
public sealed record LadderStep(string Code, int WorkingDays, Audience Audience, int? EveryWorkingDays = null);

/// <summary>Hours in which nobody is disturbed; they may run past midnight.</summary>
/// <param name="To">First moment at which asking is allowed again.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}

/// <summary>How an organisation reminds: the steps, and the hours it keeps.</summary>
/// <param name="Steps">For the organisation's own units.</param>
/// <param name="PartnerSteps">For partners, who are asked and not ordered: nothing of theirs is ever late (GSC-09).</param>
/// <param name="DigestAt">When the day's one digest goes out; a person may choose a later hour.</param>
/// <param name="OneTapDays">Days for which the link in a digest opens its form without signing in; 0 always asks to sign in.</param>
public sealed record ReminderRule(
    IReadOnlyList<LadderStep> Steps, IReadOnlyList<LadderStep> PartnerSteps, QuietHours Quiet, TimeOnly DigestAt, int OneTapDays)
{
    /// <summary>Working days after which a person is told again of what waits for their word, at least 1.</summary>
    public int WaitingEvery { get; init; } = 3;

    /// <summary>Days before the end of a step of a round on which those who still have something to do hear of it, zero or more.</summary>
    public int BeforeEnd { get; init; } = 3;

    /// <summary>The widest lead of any step, in working days, zero or more.</summary>
    public int Lead => Math.Max(0, -Steps.Concat(PartnerSteps).Min(step => step.WorkingDays));
}
