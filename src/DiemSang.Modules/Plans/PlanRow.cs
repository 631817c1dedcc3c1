using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Plans;

/// <summary>A row of the plan's appendix (PLN-09, PLN-10).</summary>
public sealed class PlanRow : TenantEntity, IAudited
{
    public const int PositionStep = 1000;
    public const int TitleMaxLength = 2000;

    private readonly Guid _lineId;

    public Guid PlanId { get; init; }

    /// <summary>The same line of the plan through all its editions: the id of the row that was first there.</summary>
    public Guid LineId
    {
        get => _lineId == Guid.Empty ? Id : _lineId;
        init => _lineId = value;
    }

    /// <summary>The edition of the plan that brought this wording.</summary>
    public int FirstEdition { get; init; } = 1;

    /// <summary>The last edition with this wording; null while it is in force.</summary>
    public int? LastEdition { get; private set; }

    /// <summary>Day of the amendment that set this deadline: nothing is due before it. Null when the deadline is the plan's own.</summary>
    public DateOnly? DeadlineSetOn { get; init; }

    /// <summary>Order in the plan: rises with gaps (see <see cref="PositionStep"/>), so that a row is put in between without touching the others.</summary>
    public int Position { get; set; }
    public string? IndexCode { get; set; }
    public string? ContentCode { get; set; }
    public string? Content { get; set; }
    public string? Code { get; set; }
    public string Title { get; set; } = "";

    /// <summary>Chỉ tiêu/kết quả: the expected result.</summary>
    public string? Target { get; set; }
    public string? MeasuresIntro { get; set; }

    /// <summary>"Done" needs a file or a document number; null: as the words of <see cref="Target"/> say.</summary>
    public bool? NeedsEvidence { get; set; }

    /// <summary>Whether "done" needs a file or a document number, by what a person said or else by the words of the result.</summary>
    public bool IsToBeProved => NeedsEvidence ?? ResultWordsFile.Default.AsksForDocument(Target);

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

    /// <summary>Everything the row says, as read from a document.</summary>
    public void Write(PlanDraftRow text, UnitMatcher units)
    {
        IndexCode = text.Index;
        ContentCode = text.ContentCode;
        Content = text.Content;
        Code = text.Code;
        Title = text.Title;
        Target = text.Target;
        MeasuresIntro = text.MeasuresIntro;
        Deadline = text.Deadline;
        Appendix = text.Appendix;
        Proposed = text.Proposed;
        SetMeasures(text.Measures);
        SetParties(Duty.Lead, text.Leads, units);
        SetParties(Duty.Cooperate, text.Cooperators, units);
    }

    /// <summary>The row's bullets as now written; a bullet whose text stays keeps its identity.</summary>
    public void SetMeasures(IEnumerable<string> texts)
    {
        var former = Measures.OrderBy(measure => measure.Position).ToList();
        Measures.Clear();
        foreach (var text in texts)
        {
            var kept = former.Find(measure => measure.Text == text);
            if (kept is not null)
            {
                former.Remove(kept);
            }

            var measure = kept ?? new Measure { OrganisationId = OrganisationId, RowId = Id, Text = text };
            measure.Position = Measures.Count + 1;
            Measures.Add(measure);
        }
    }

    /// <summary>The bodies named for a duty; one that stays keeps the unit a person chose for it, a new one is matched by its name alone.</summary>
    public void SetParties(Duty duty, IEnumerable<string> names, UnitMatcher units)
    {
        var former = Parties.Where(party => party.Duty == duty).OrderBy(party => party.Position).ToList();
        Parties.RemoveAll(party => party.Duty == duty);
        var position = 1;
        foreach (var name in names)
        {
            var kept = former.Find(party => party.PrintedName == name);
            if (kept is not null)
            {
                former.Remove(kept);
            }

            var party = kept ?? NewParty(duty, name, units);
            party.Position = position++;
            Parties.Add(party);
        }
    }

    /// <summary>A new row with the same index, target, bodies and deadline, for some of its measures.</summary>
    public PlanRow CopyWith(string title, IEnumerable<string> measures)
    {
        var copy = new PlanRow
        {
            OrganisationId = OrganisationId, PlanId = PlanId, IndexCode = IndexCode, ContentCode = ContentCode, Content = Content, Title = title, Target = Target,
            MeasuresIntro = MeasuresIntro, NeedsEvidence = NeedsEvidence, Deadline = Deadline, Appendix = Appendix, Source = Source,
        };
        copy.SetMeasures(measures);
        copy.Parties.AddRange(Parties.Select(party => party.CopyTo(copy)));
        return copy;
    }

    /// <summary>Adds the words of the row below, every one of them: a row without a number goes on where this one stopped.</summary>
    public void TakeIn(PlanRow below)
    {
        Title = Joined(Title, below.Title, below.Code is null ? " " : "; ")!;
        Target = Joined(Target, below.Target, "; ");
        MeasuresIntro = Joined(MeasuresIntro, below.MeasuresIntro, " ");
        SetMeasures([.. Ordered(Measures), .. Ordered(below.Measures)]);
        Parties.AddRange(below.Parties.Where(party => !Parties.Exists(own => own.Duty == party.Duty && own.PrintedName == party.PrintedName)).Select(party => party.CopyTo(this)).ToList());
        if (DeadlineKind == Core.Planning.DeadlineKind.None)
        {
            Deadline = below.Deadline;
        }
    }

    /// <summary>The row that stands in its place from an edition on, worded anew; bodies that stay keep the unit a person chose for them.</summary>
    /// <param name="amendedOn">Day of the amendment; where the deadline keeps its words it also keeps the day it was set on.</param>
    public PlanRow Reworded(PlanDraftRow text, int edition, DateOnly amendedOn, UnitMatcher units)
    {
        var row = new PlanRow
        {
            OrganisationId = OrganisationId, PlanId = PlanId, LineId = LineId, Position = Position, FirstEdition = edition, Source = Source, NeedsEvidence = NeedsEvidence,
            DeadlineSetOn = text.Deadline.Text == DeadlineText ? DeadlineSetOn : amendedOn,
        };
        row.Parties.AddRange(Parties.Select(party => party.CopyTo(row)).ToList());
        row.Write(text, units);
        return row;
    }

    /// <summary>An amendment replaced or dropped the row: it stays in the editions it was in.</summary>
    public void EndWith(int edition, DateTimeOffset at)
    {
        LastEdition = edition;
        WithdrawnAt = at;
    }

    public bool IsIn(int edition) => FirstEdition <= edition && (LastEdition is null ? WithdrawnAt is null : LastEdition >= edition);

    /// <summary>Gives the row a place right after another (first, after none); the others keep theirs unless there is no room left between two.</summary>
    /// <param name="others">Every other row of the plan, in order.</param>
    public void PlaceAfter(Guid? afterRowId, IReadOnlyList<PlanRow> others)
    {
        var at = others.ToList().FindIndex(other => other.Id == afterRowId) + 1;
        var before = at == 0 ? 0 : others[at - 1].Position;
        var after = at == others.Count ? before + (2 * PositionStep) : others[at].Position;
        if (after - before < 2)
        {
            Renumber([.. others.Take(at), this, .. others.Skip(at)]);
            return;
        }

        Position = before + ((after - before) / 2);
    }

    /// <summary>Spreads the rows evenly, in the order given.</summary>
    public static void Renumber(IReadOnlyList<PlanRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Position = (i + 1) * PositionStep;
        }
    }

    private static IEnumerable<string> Ordered(IEnumerable<Measure> measures) => measures.OrderBy(measure => measure.Position).Select(measure => measure.Text);

    private static string? Joined(string? first, string? second, string between) =>
        string.IsNullOrEmpty(second) || second == first ? first : string.IsNullOrEmpty(first) ? second : first + between + second;

    private Party NewParty(Duty duty, string name, UnitMatcher units) => new()
    {
        OrganisationId = OrganisationId, RowId = Id, Duty = duty, PrintedName = name, UnitId = units.Find(name), IsAllUnits = units.IsAllUnits(name),
    };

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

    /// <summary>False while nobody knows which unit is meant.</summary>
    public bool IsPlaced => UnitId is not null || IsAllUnits;

    /// <param name="duty">Another duty in that row; null keeps it.</param>
    public Party CopyTo(PlanRow row, Duty? duty = null) => new()
    {
        OrganisationId = OrganisationId, RowId = row.Id, Position = row.Parties.Count + Position, Duty = duty ?? Duty, PrintedName = PrintedName, UnitId = UnitId, IsAllUnits = IsAllUnits,
    };
}
