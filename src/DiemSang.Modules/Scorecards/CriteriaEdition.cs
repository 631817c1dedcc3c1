using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

public enum EditionState { Draft, Published, Withdrawn }

/// <summary>One edition of a criteria set: corrected while a draft, unchangeable once published, because rounds lean on it; clone it to change it.</summary>
public sealed class CriteriaEdition : TenantEntity, IAudited
{
    private CriteriaEdition()
    {
    }

    public CriteriaEdition(Guid organisationId, CriteriaSet set, Guid? clonedFromId = null)
    {
        OrganisationId = organisationId;
        ClonedFromId = clonedFromId;
        Write(set);
    }

    /// <summary>Identity over the years, e.g. "par-xa-tinh-x".</summary>
    public string Code { get; private set; } = "";

    /// <summary>The set's own version, e.g. "2026"; <see cref="TenantEntity.Version"/> counts the edits of this row.</summary>
    public string Edition { get; private set; } = "";
    public string Title { get; private set; } = "";
    public decimal Total { get; private set; }

    /// <summary>Criteria that carry points.</summary>
    public int Leaves { get; private set; }

    /// <summary>The whole tree as docs/scoring.md describes it.</summary>
    public string Yaml { get; private set; } = "";
    public EditionState State { get; private set; } = EditionState.Draft;
    public DateTimeOffset? PublishedAt { get; private set; }
    public Guid? ClonedFromId { get; private set; }

    /// <exception cref="InvalidOperationException">Published already.</exception>
    public void Write(CriteriaSet set)
    {
        if (State != EditionState.Draft)
        {
            throw new InvalidOperationException("A published criteria set is not edited; clone it.");
        }

        Code = set.Code;
        Edition = set.Version;
        Title = set.Title;
        Total = set.Total;
        Leaves = set.All().Count(node => node.Criterion.IsLeaf);
        Yaml = CriteriaSetYaml.Write(set);
    }

    public void Publish(DateTimeOffset at)
    {
        State = EditionState.Published;
        PublishedAt = at;
    }

    public void Withdraw() => State = EditionState.Withdrawn;
}
