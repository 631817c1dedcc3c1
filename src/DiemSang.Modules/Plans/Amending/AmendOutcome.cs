namespace DiemSang.Modules.Plans.Amending;

/// <summary>What came of a step of an amendment.</summary>
public enum AmendOutcome
{
    Done,

    /// <summary>No such plan, proposal or amendment for this person.</summary>
    NotFound,

    /// <summary>The row was changed or dropped by another amendment after the proposal was written.</summary>
    Stale,

    /// <summary>Another proposal for the same row, already taken, says something else.</summary>
    Contradicts,

    /// <summary>The amendment lies with the leader, or is approved.</summary>
    Locked,

    /// <summary>The wording proposed is the wording there is.</summary>
    NothingChanged,

    /// <summary>A row would not be clear in all five (PLN-17).</summary>
    NotClear,

    /// <summary>Somebody else was quicker; nothing was saved.</summary>
    ChangedMeanwhile,
}
