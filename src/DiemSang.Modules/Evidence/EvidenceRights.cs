using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Evidence;

/// <summary>Who sees and keeps which proofs. A proof one may not see does not exist.</summary>
public static class EvidenceRights
{
    /// <summary>Those who see the whole organisation see every proof; others what they put in and what proves work of their units or answers what was asked about it.</summary>
    public static IQueryable<EvidenceItem> EvidenceVisibleTo(this DiemSangDbContext db, Actor actor)
    {
        var own = db.EvidenceItems.Where(item => item.OrganisationId == actor.OrganisationId && item.WithdrawnAt == null);
        if (actor.SeesWholeOrganisation)
        {
            return own;
        }

        var units = actor.UnitIds.ToArray();
        return own.Where(item => item.AddedBy == actor.PersonId || db.EvidenceUses.Any(use =>
            use.OrganisationId == item.OrganisationId && use.ItemId == item.Id
            && (use.UsedBy == actor.PersonId
                || db.OccurrenceLines.Any(line => line.OrganisationId == use.OrganisationId && line.OccurrenceId == use.SubjectId && units.Contains(line.UnitId))
                || db.RequestLines.Any(line => line.OrganisationId == use.OrganisationId && line.RequestId == use.SubjectId && (units.Contains(line.UnitId)
                    || db.OccurrenceLines.Any(lead => lead.OrganisationId == line.OrganisationId && lead.TaskId == line.TaskId && units.Contains(lead.UnitId)))))));
    }

    /// <summary>Everybody with work of their own; viewers only read.</summary>
    public static bool MayAddEvidence(this Actor actor) => actor.IsFocal || actor.IsLeader || actor.IsAdministrator || actor.UnitIds.Any();

    public static bool MayChange(this Actor actor, EvidenceItem item) => actor.IsFocal || item.AddedBy == actor.PersonId;

    public static bool MayProve(this Actor actor, OccurrenceLine line) => actor.IsFocal || actor.WorksIn(line.UnitId);
}
