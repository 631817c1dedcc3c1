using DiemSang.Core.Meetings;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Meetings;

public enum MeetingState { Planned, Held, Cancelled }

/// <summary>A review meeting, forum, dialogue or residents' meeting; which kind is said by a code of <c>catalog/meetings</c>.</summary>
public sealed class Meeting : TenantEntity, IAudited
{
    public const int TitleMaxLength = 300;
    public const int NotesMaxLength = 8000;

    private Meeting()
    {
    }

    /// <summary>A planned meeting with the standing items of its kind.</summary>
    public Meeting(Guid organisationId, MeetingKind kind, string title, DateTimeOffset startsAt, string place, Guid chairId, Guid secretaryId)
    {
        OrganisationId = organisationId;
        Kind = kind.Code;
        Title = title;
        StartsAt = startsAt.ToUniversalTime();
        Place = place;
        ChairId = chairId;
        SecretaryId = secretaryId;
        foreach (var text in kind.Agenda)
        {
            AddItem(text);
        }
    }

    public string Kind { get; private set; } = "";
    public MeetingState State { get; private set; } = MeetingState.Planned;
    public string Title { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>Thôn, tổ dân phố, for meetings of one.</summary>
    public string? Hamlet { get; init; }
    public Guid ChairId { get; private set; }
    public Guid SecretaryId { get; private set; }
    public string? MinutesNumber { get; private set; }
    public string? Notes { get; private set; }
    public DateTimeOffset? ChairSignedAt { get; private set; }
    public DateTimeOffset? SecretarySignedAt { get; private set; }

    public List<AgendaItem> Agenda { get; } = [];
    public List<Guest> Guests { get; } = [];
    public List<Conclusion> Conclusions { get; } = [];
    public List<Proposal> Proposals { get; } = [];

    public DateOnly Day => StartsAt.VietnameseDay();

    /// <summary>Signed by chair and secretary: nothing in the minutes changes any more.</summary>
    public bool IsSigned => ChairSignedAt is not null && SecretarySignedAt is not null;

    public AgendaItem AddItem(string text, Guid? taskId = null, Guid? conclusionId = null)
    {
        var item = new AgendaItem
        {
            OrganisationId = OrganisationId, MeetingId = Id, Position = NextPosition, Text = text, TaskId = taskId, ConclusionId = conclusionId,
        };
        Agenda.Add(item);
        return item;
    }

    /// <summary>What closes a meeting of this kind, the chair's words, stands after whatever was put on the agenda later.</summary>
    public void CloseAgendaAs(MeetingKind kind)
    {
        if (kind.Agenda is [.., var closing] && Agenda.Find(item => item.Text == closing) is { } last)
        {
            last.Position = NextPosition;
        }
    }

    private int NextPosition => Agenda.Select(item => item.Position).DefaultIfEmpty().Max() + 1;

    public void Hold(DateTimeOffset endedAt, string? minutesNumber, string? notes)
    {
        State = MeetingState.Held;
        EndedAt = endedAt.ToUniversalTime();
        MinutesNumber = minutesNumber;
        Notes = notes;
    }

    public void Cancel() => State = MeetingState.Cancelled;

    /// <returns>False when this person is neither chair nor secretary.</returns>
    public bool Sign(Guid personId, DateTimeOffset at)
    {
        ChairSignedAt = personId == ChairId ? ChairSignedAt ?? at : ChairSignedAt;
        SecretarySignedAt = personId == SecretaryId ? SecretarySignedAt ?? at : SecretarySignedAt;
        return personId == ChairId || personId == SecretaryId;
    }
}

public sealed class AgendaItem : TenantEntity, IAudited
{
    public const int TextMaxLength = 1000;
    public const int DiscussionMaxLength = 4000;

    public Guid MeetingId { get; init; }
    public int Position { get; internal set; }
    public required string Text { get; init; }

    /// <summary>The red task it is about.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The conclusion of an earlier meeting it is about.</summary>
    public Guid? ConclusionId { get; init; }

    /// <summary>What was said, for the minutes.</summary>
    public string? Discussion { get; set; }
}

public enum Attendance { Unknown, Present, Absent }

/// <summary>Somebody invited: an official, a unit's representative or a household's (FRM-02).</summary>
public sealed class Guest : TenantEntity, IAudited
{
    public const int NameMaxLength = 200;

    public Guid MeetingId { get; init; }
    public required string Name { get; init; }

    /// <summary>Post and unit, or the household's address.</summary>
    public string? StandingFor { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>The day the invitation went out.</summary>
    public DateOnly? InvitedOn { get; private set; }
    public Attendance Attendance { get; set; }

    public void Invite(DateOnly on) => InvitedOn ??= on;
}
