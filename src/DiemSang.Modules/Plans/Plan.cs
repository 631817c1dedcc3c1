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
        CreatedAt = createdAt;
        SetPeriod(period);
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
    public int PeriodFrom { get; private set; }
    public int PeriodTo { get; private set; }

    /// <summary>PAR, SIPAS, PAPI in the order of the title (PLN-01).</summary>
    public string[] Indices { get; set; } = [];
    public PlanText Content { get; set; } = PlanText.Empty;
    public bool IsOcr { get; set; }

    /// <summary>False until a person has confirmed number, date and symbol that were read from an image.</summary>
    public bool IdentityConfirmed { get; set; } = true;
    public DateTimeOffset? IssuedAt { get; private set; }
    public Guid? IssuedBy { get; private set; }

    /// <summary>1 as issued; each approved amendment makes the next one. The earlier ones stay readable.</summary>
    public int Edition { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The organisation of <see cref="ParentPlanId"/>: this one or a superior.</summary>
    public Guid? ParentOrganisationId { get; private set; }

    /// <summary>The plan above that this one carries out.</summary>
    public Guid? ParentPlanId { get; private set; }

    /// <summary>The unit whose own plan it is (PLN-20); null for the organisation's.</summary>
    public Guid? UnitId { get; set; }

    public List<PlanTargetRow> Targets { get; } = [];
    public List<PlanRow> Rows { get; } = [];

    public void Retitle(string title)
    {
        Title = title;
        TitleFolded = VietnameseText.Fold(title);
    }

    public void SetPeriod(PlanPeriod period)
    {
        PeriodFrom = period.From;
        PeriodTo = period.To;
        Content = Content with { PeriodText = period.Text };
    }

    /// <summary>The targets as now written; one that stays the same keeps its identity, because scores refer to it.</summary>
    public void SetTargets(IEnumerable<PlanTarget> targets)
    {
        var former = Targets.OrderBy(target => target.Position).ToList();
        Targets.Clear();
        foreach (var target in targets)
        {
            var kept = former.Find(row => row.ToTarget() == target with { Source = null });
            if (kept is not null)
            {
                former.Remove(kept);
            }

            var row = kept ?? PlanTargetRow.From(target, this);
            row.Position = Targets.Count + 1;
            Targets.Add(row);
        }
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

    /// <summary>Names the plan above that this one carries out, or none.</summary>
    public void CarryOut(Guid? parentOrganisation, Guid? parentPlan) => (ParentOrganisationId, ParentPlanId) = (parentOrganisation, parentPlan);

    /// <summary>An amendment was approved: rows written from now on belong to the next edition.</summary>
    public void Amend()
    {
        if (State != PlanState.Issued)
        {
            throw new InvalidOperationException($"Only an issued plan is amended; this plan is {State}.");
        }

        Edition++;
    }

    public void Withdraw() => State = PlanState.Withdrawn;
}

/// <summary>The parts of a plan that are read and printed as a whole; kept as JSON.</summary>
public sealed record PlanText(
    IReadOnlyList<DocumentReference> Parents,
    IReadOnlyList<DocumentReference> LegalBases,
    IReadOnlyList<PlanSection> Sections,
    IReadOnlyList<ReportDeadline> ReportDeadlines,
    IReadOnlyList<PlanRecipient> Recipients,
    PlanSignature? Signature)
{
    public static readonly PlanText Empty = new([], [], [], [], [], null);

    /// <summary>Contents the plan lists under an index, whether or not a row works on them (PLN-07).</summary>
    public IReadOnlyList<PlanContent> Contents { get; init; } = [];

    /// <summary>Appendices that hold a table, with what their headings say.</summary>
    public IReadOnlyList<PlanAppendix> Appendices { get; init; } = [];

    /// <summary>The date line as printed while it is incomplete: "ngày tháng 01 năm 2026".</summary>
    public string? IssuedOnText { get; init; }

    /// <summary>Wording that narrows the period, e.g. "6 tháng cuối năm 2025".</summary>
    public string? PeriodText { get; init; }
}

/// <summary>One target of the plan as a row of its own, for boards and scores to refer to.</summary>
public sealed class PlanTargetRow : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }
    public int Position { get; set; }
    public string? IndexCode { get; init; }
    public string? Content { get; init; }
    public required string Kind { get; init; }
    public decimal? Value { get; init; }
    public decimal? Upper { get; init; }
    public int? Among { get; init; }
    public decimal? OutOf { get; init; }
    public string? Unit { get; init; }
    public required string Text { get; init; }

    public static PlanTargetRow From(PlanTarget target, Plan plan) => new()
    {
        OrganisationId = plan.OrganisationId, PlanId = plan.Id, IndexCode = target.Index, Content = target.Content, Kind = target.Kind, Value = target.Value,
        Upper = target.Upper, Among = target.Among, OutOf = target.OutOf, Unit = target.Unit, Text = target.Text,
    };

    public PlanTarget ToTarget() => new(IndexCode, Content, Kind, Value, Upper, Unit, Text) { Among = Among, OutOf = OutOf };
}
