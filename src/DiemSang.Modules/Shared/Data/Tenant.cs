namespace DiemSang.Modules.Shared.Data;

/// <summary>
/// Which organisation this unit of work is for. Set once, from the signed-in account or by a command; PostgreSQL's row-level
/// security then sees to it that nothing else is read or written. Before it is set every tenant table is empty.
/// </summary>
public sealed class Tenant
{
    public Guid? OrganisationId { get; private set; }

    public void Set(Guid organisationId)
    {
        if (OrganisationId is { } set && set != organisationId)
        {
            throw new InvalidOperationException("A unit of work belongs to one organisation; open a new one for another.");
        }

        OrganisationId = organisationId;
    }
}
