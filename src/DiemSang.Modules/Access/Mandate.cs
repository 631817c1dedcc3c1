using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Access;

/// <summary>For these days one person also holds the roles of another, except the administrator's: a decision hands over duties, not the keys.</summary>
public sealed class Mandate : TenantEntity, IAudited
{
    public const int DecisionMaxLength = 200;

    private Mandate()
    {
    }

    /// <exception cref="ArgumentException">The days are the wrong way round, or a person mandates themselves.</exception>
    public Mandate(Person from, Person to, DateOnly firstDay, DateOnly lastDay, string? decision)
    {
        if (from.Id == to.Id || lastDay < firstDay)
        {
            throw new ArgumentException("A mandate goes from one person to another and ends after it begins.");
        }

        OrganisationId = from.OrganisationId;
        FromPersonId = from.Id;
        ToPersonId = to.Id;
        FromDate = firstDay;
        ToDate = lastDay;
        Decision = decision;
    }

    public Guid FromPersonId { get; private set; }
    public Guid ToPersonId { get; private set; }
    public DateOnly FromDate { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly ToDate { get; private set; }
    public string? Decision { get; private set; }

    /// <summary>Ends it early; one that has not begun ends on its first day.</summary>
    public void End(DateOnly lastDay) => ToDate = lastDay < FromDate ? FromDate : lastDay;
}
