using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Plans;

public enum PlanState { Draft, Issued, Withdrawn }

/// <summary>A plan document of an organisation: corrected while a draft, unchangeable once issued (its rows then run as tasks).</summary>
public sealed class Plan : TenantEntity, IAudited
{
    public const int TitleMaxLength = 1000;

    private Plan()
    {
    }

    public Plan(Guid organisationId, string title, PlanPeriod period, DateTimeOffset createdAt)
    {
        OrganisationId = organisationId;
        PeriodFrom = period.From;
        PeriodTo = period.To;
        CreatedAt = createdAt;
        Retitle(title);
    }

    public PlanState State { get; private set; } = PlanState.Draft;
    public string Title { get; private set; } = "";
    public string TitleFolded { get; private set; } = "";
    public string? Number { get; set; }
    public string? Symbol { get; set; }

    /// <summary>The document's own date; blank in drafts (ORG-08).</summary>
    public DateOnly? IssuedOn { get; set; }
    public string? Place { get; set; }
    public string? Issuer { get; set; }
    public string? Superior { get; set; }
    public int PeriodFrom { get; set; }
    public int PeriodTo { get; set; }

    /// <summary>PAR, SIPAS, PAPI in the order of the title (PLN-01).</summary>
    public string[] Indices { get; set; } = [];
    public PlanContent Content { get; set; } = PlanContent.Empty;
    public bool IsOcr { get; set; }

    /// <summary>False until a person has confirmed number, date and symbol that were read from an image.</summary>
    public bool IdentityConfirmed { get; set; } = true;
    public DateTimeOffset? IssuedAt { get; private set; }
    public Guid? IssuedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public List<PlanTargetRow> Targets { get; } = [];
    public List<PlanRow> Rows { get; } = [];

    public void Retitle(string title)
    {
        Title = title;
        TitleFolded = VietnameseText.Fold(title);
    }

    public void Issue(DateTimeOffset at, Guid? by)
    {
        if (State != PlanState.Draft)
        {
            throw new InvalidOperationException($"Only a draft is issued; this plan is {State}.");
        }

        State = PlanState.Issued;
        IssuedAt = at;
        IssuedBy = by;
    }

    public void Withdraw() => State = PlanState.Withdrawn;
}

/// <summary>The parts of a plan that are read and printed as a whole; kept as JSON.</summary>
public sealed record PlanContent(
    IReadOnlyList<DocumentReference> Parents,
    IReadOnlyList<DocumentReference> LegalBases,
    IReadOnlyList<PlanSection> Sections,
    IReadOnlyList<ReportDeadline> ReportDeadlines,
    IReadOnlyList<PlanRecipient> Recipients,
    PlanSignature? Signature)
{
    public static readonly PlanContent Empty = new([], [], [], [], [], null);
}

/// <summary>One target of the plan as a row of its own, for boards and scores to refer to.</summary>
public sealed class PlanTargetRow : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }
    public int Position { get; init; }
    public string? IndexCode { get; init; }
    public string? Content { get; init; }
    public required string Kind { get; init; }
    public decimal? Value { get; init; }
    public decimal? Upper { get; init; }
    public int? Among { get; init; }
    public string? Unit { get; init; }
    public required string Text { get; init; }
}
