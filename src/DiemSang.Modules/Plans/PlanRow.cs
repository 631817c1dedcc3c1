using DiemSang.Core.Planning;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Plans;

/// <summary>A row of the plan's appendix (PLN-09, PLN-10).</summary>
public sealed class PlanRow : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }

    /// <summary>Order in the plan, from 1; re-numbered when rows are split or joined.</summary>
    public int Position { get; set; }
    public string? IndexCode { get; set; }
    public string? ContentCode { get; set; }
    public string? Content { get; set; }
    public string? Code { get; set; }
    public string Title { get; set; } = "";

    /// <summary>Chỉ tiêu/kết quả: the expected result.</summary>
    public string? Target { get; set; }
    public string? MeasuresIntro { get; set; }

    /// <summary>One of <see cref="DiemSang.Core.Planning.DeadlineKind"/>.</summary>
    public string DeadlineKind { get; private set; } = Core.Planning.DeadlineKind.None;
    public string DeadlineText { get; private set; } = "";
    public DateOnly? DeadlineDate { get; private set; }
    public DateOnly? DeadlineFrom { get; private set; }
    public int? DeadlineMonth { get; private set; }
    public int? DeadlineDay { get; private set; }
    public DateOnly[] DeadlineOthers { get; private set; } = [];
    public int Appendix { get; set; } = 1;

    /// <summary>Read from prose, and not yet accepted by a person.</summary>
    public bool Proposed { get; set; }
    public SourcePlace? Source { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    public List<Measure> Measures { get; } = [];
    public List<Party> Parties { get; } = [];

    public RowDeadline Deadline
    {
        get => new(DeadlineKind, DeadlineText, DeadlineDate) { From = DeadlineFrom, Month = DeadlineMonth, Day = DeadlineDay, Others = DeadlineOthers };
        set
        {
            DeadlineKind = value.Kind;
            DeadlineText = value.Text;
            DeadlineDate = value.Date;
            DeadlineFrom = value.From;
            DeadlineMonth = value.Month;
            DeadlineDay = value.Day;
            DeadlineOthers = [.. value.Others];
        }
    }

    public IEnumerable<Party> Leads => Parties.Where(party => party.Duty == Duty.Lead).OrderBy(party => party.Position);
    public IEnumerable<Party> Cooperators => Parties.Where(party => party.Duty == Duty.Cooperate).OrderBy(party => party.Position);
}

/// <summary>One bullet of a row: a trackable part of the work.</summary>
public sealed class Measure : TenantEntity, IAudited
{
    public Guid RowId { get; init; }
    public int Position { get; set; }
    public required string Text { get; set; }
}

public enum Duty { Lead, Cooperate }

/// <summary>A body named in a row, as printed, and the unit it stands for once that is known for certain.</summary>
public sealed class Party : TenantEntity, IAudited
{
    public Guid RowId { get; init; }
    public int Position { get; set; }
    public Duty Duty { get; init; }
    public required string PrintedName { get; set; }
    public Guid? UnitId { get; set; }

    /// <summary>"Các cơ quan, đơn vị liên quan": every unit answers for itself (PLN-13).</summary>
    public bool IsAllUnits { get; set; }
}
