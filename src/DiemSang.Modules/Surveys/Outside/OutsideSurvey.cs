using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys.Outside;

/// <summary>
/// A survey that superiors or a research body run here (SVY-06): what the commune was told of it and does for it. It has no place for an
/// answer or for the name of anybody asked; what its owner publishes afterwards may be noted.
/// </summary>
public sealed class OutsideSurvey : TenantEntity, IAudited
{
    public const int NameMaxLength = 200;
    public const int TextMaxLength = 4000;
    public const int LinkMaxLength = 500;
    public const int MostInterviews = 100_000;

    public string Title { get; set; } = "";

    /// <summary>"SIPAS", "PAR", "PAPI"; null for another survey.</summary>
    public string? IndexCode { get; set; }

    /// <summary>Who runs it.</summary>
    public string Organiser { get; set; } = "";

    /// <summary>Number and day of the document by which superiors guide it, and where to read it.</summary>
    public string? GuidanceNumber { get; set; }
    public DateOnly? GuidanceOn { get; set; }
    public string? GuidanceLink { get; set; }
    public DateOnly FromDate { get; set; }

    /// <summary>Last day of asking.</summary>
    public DateOnly ToDate { get; set; }

    /// <summary>Villages and residential groups where people are asked; null until told.</summary>
    public string? Area { get; set; }

    /// <summary>How many are to be asked here; null until told.</summary>
    public int? Interviews { get; set; }

    /// <summary>Whom to call in the survey team.</summary>
    public string? TeamName { get; set; }
    public string? TeamPhone { get; set; }
    public string? TeamEmail { get; set; }

    /// <summary>The commune's own contact.</summary>
    public Guid ContactId { get; set; }

    /// <summary>What the public announcement says besides its standing sentences.</summary>
    public string? Announcement { get; set; }
    public string? Notes { get; set; }

    /// <summary>As its owner published it: never computed here.</summary>
    public string? OfficialResult { get; private set; }
    public string? ResultSource { get; private set; }
    public string? ResultLink { get; private set; }

    /// <summary>Day of publication.</summary>
    public DateOnly? ResultOn { get; private set; }

    public List<SupportTask> Tasks { get; } = [];

    /// <summary>Nobody is asked any more, so a result may be noted.</summary>
    public bool IsOver(DateOnly today) => ToDate < today;

    public void Note(OfficialResult result) =>
        (OfficialResult, ResultSource, ResultLink, ResultOn) = (result.Text, result.Source, result.Link, result.PublishedOn);
}

/// <summary>What the owner of a survey published, and where it is said.</summary>
public sealed record OfficialResult(string Text, string Source, string? Link, DateOnly PublishedOn);

/// <summary>Work for the survey team, as conclusions of meetings are work: a unit, a person when named, a last good day.</summary>
public sealed class SupportTask : TenantEntity, IAudited
{
    public const int TextMaxLength = 1000;

    public Guid OutsideSurveyId { get; init; }
    public required string Text { get; init; }
    public Guid UnitId { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>Last good day.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What was last said about it; the audit log keeps what was said before.</summary>
    public string? Progress { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    public bool IsDone => DoneOn is not null;

    public void Report(string progress, bool isDone, DateOnly today)
    {
        Progress = progress;
        DoneOn = isDone ? DoneOn ?? today : null;
    }
}
