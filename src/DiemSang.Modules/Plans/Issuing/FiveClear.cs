namespace DiemSang.Modules.Plans.Issuing;

/// <summary>"5 rõ" (PLN-17): what every row must make clear before it becomes work.</summary>
public enum Clear { Person, Work, Schedule, Result, Responsibility }

/// <summary>A lead of a row that is a known unit, and who heads it today.</summary>
/// <param name="IsAccountable">True for the lead proposed (or chosen) to answer for the row.</param>
public sealed record LeadUnit(Guid UnitId, string Name, bool IsPartner, string? HeadName, bool IsAccountable);

/// <summary>One row of a draft held against the five.</summary>
/// <param name="Missing">Which of the five are not clear; empty when the row may be issued.</param>
/// <param name="UnmappedNames">Bodies as printed that no unit stands for yet, leads and co-operators.</param>
/// <param name="Leads">Leads that are units; empty for a row that all units answer.</param>
public sealed record RowClarity(
    PlanRow Row, IReadOnlyList<Clear> Missing, IReadOnlyList<string> UnmappedNames, IReadOnlyList<LeadUnit> Leads, IReadOnlyList<string> UnitsWithoutHead)
{
    public bool IsClear => Missing.Count == 0 && UnmappedNames.Count == 0 && !Row.Proposed;

    public bool IsForAllUnits => Row.Leads.Any(lead => lead.IsAllUnits);

    public Guid? AccountableUnitId => Leads.FirstOrDefault(lead => lead.IsAccountable)?.UnitId;
}

/// <summary>A draft held against everything that must be right before it is issued.</summary>
public sealed record PlanClarity(Plan Plan, IReadOnlyList<RowClarity> Rows)
{
    /// <summary>Number, symbol and date came from a picture and nobody has confirmed them.</summary>
    public bool IdentityUnconfirmed => !Plan.IdentityConfirmed;

    public bool HasNoRows => Rows.Count == 0;

    public IReadOnlyList<RowClarity> Unclear => [.. Rows.Where(row => !row.IsClear)];

    /// <summary>Rows of a unit's own plan that would order another unit: there others can only co-operate.</summary>
    public IReadOnlyList<RowClarity> OrderingOthers =>
        [.. Rows.Where(row => Plan.UnitId is { } own && (row.IsForAllUnits || row.Leads.Any(lead => lead.UnitId != own)))];

    public bool IsClear => !IdentityUnconfirmed && !HasNoRows && Unclear.Count == 0 && OrderingOthers.Count == 0;
}

/// <summary>Decides which of the five a row leaves open. Pure: it is told who the units are and who heads them today.</summary>
/// <param name="units">Open units of the organisation.</param>
/// <param name="heads">Head or acting head of each unit on the day.</param>
/// <param name="chosen">Row → the lead chosen to answer for it; absent rows take the first lead under the organisation's command.</param>
internal sealed class FiveClear(
    IReadOnlyDictionary<Guid, UnitOnDay> units, IReadOnlyDictionary<Guid, string> heads, IReadOnlyDictionary<Guid, Guid> chosen)
{
    public RowClarity Judge(PlanRow row)
    {
        var leads = Leads(row);
        var asked = row.Leads.Any(lead => lead.IsAllUnits) ? units.Values.Where(unit => unit.AnswersForAll).Select(unit => unit.Id) : leads.Select(lead => lead.UnitId);
        var headless = asked.Where(id => !heads.ContainsKey(id)).Select(id => units[id].Name).ToList();
        var unmapped = row.Parties.Where(party => !party.IsAllUnits && !IsKnown(party)).Select(party => party.PrintedName).Distinct().ToList();
        return new RowClarity(row, [.. Missing(row, leads, headless)], unmapped, leads, headless);
    }

    private IEnumerable<Clear> Missing(PlanRow row, List<LeadUnit> leads, List<string> headless)
    {
        var forAll = row.Leads.Any(lead => lead.IsAllUnits);
        if ((!forAll && leads.Count == 0) || headless.Count > 0 || row.Leads.Any(lead => !lead.IsAllUnits && !IsKnown(lead)))
        {
            yield return Clear.Person;
        }

        if (string.IsNullOrWhiteSpace(row.Title))
        {
            yield return Clear.Work;
        }

        if (row.DeadlineKind == Core.Planning.DeadlineKind.None)
        {
            yield return Clear.Schedule;
        }

        if (string.IsNullOrWhiteSpace(row.Target))
        {
            yield return Clear.Result;
        }

        if (!forAll && leads.FirstOrDefault(lead => lead.IsAccountable) is not { HeadName: not null })
        {
            yield return Clear.Responsibility;
        }
    }

    private List<LeadUnit> Leads(PlanRow row)
    {
        var known = row.Leads.Where(lead => !lead.IsAllUnits && IsKnown(lead)).Select(lead => units[lead.UnitId!.Value]).DistinctBy(unit => unit.Id).ToList();
        var accountable = known.Find(unit => chosen.TryGetValue(row.Id, out var id) && id == unit.Id) ?? known.Find(unit => !unit.IsPartner) ?? known.FirstOrDefault();
        return [.. known.Select(unit => new LeadUnit(unit.Id, unit.Name, unit.IsPartner, heads.GetValueOrDefault(unit.Id), unit == accountable))];
    }

    private bool IsKnown(Party party) => party.UnitId is { } id && units.ContainsKey(id);
}

/// <param name="AnswersForAll">Divisions, offices and services: those meant by "các cơ quan, đơn vị" of the organisation. Leaders, partners and hamlets are not.</param>
internal sealed record UnitOnDay(Guid Id, string Name, bool IsPartner, bool AnswersForAll);
