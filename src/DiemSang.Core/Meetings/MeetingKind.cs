namespace DiemSang.Core.Meetings;

/// <summary>How often a kind of meeting has to be held.</summary>
public enum Cadence { None, Quarter, HalfYear, Year }

/// <summary>A kind of meeting as <c>catalog/meetings</c> describes it.</summary>
/// <param name="Code">Stable: "giao-ban".</param>
/// <param name="Source">The document that asks for it.</param>
/// <param name="Agenda">The standing items.</param>
public sealed record MeetingKind(string Code, string Name, string ShortName, Cadence Every, string Source, IReadOnlyList<string> Agenda)
{
    /// <summary>Late and blocked tasks come on the agenda.</summary>
    public bool TakesRedRows { get; init; }

    /// <summary>People propose, somebody answers, and the outcome is made public.</summary>
    public bool TakesProposals { get; init; }

    /// <summary>The heads of all units are invited.</summary>
    public bool InvitesHeads { get; init; }

    /// <summary>Held in a hamlet or residents' group, which has to be named.</summary>
    public bool IsOfHamlet { get; init; }
}
