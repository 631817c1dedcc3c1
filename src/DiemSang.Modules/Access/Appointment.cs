using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Access;

/// <summary>
/// Administrator, leader, focal official and viewer hold their role in the whole organisation; head, deputy and member in one unit.
/// </summary>
public enum Role { Administrator, Leader, Focal, Head, Deputy, Member, Viewer }

/// <summary>A role a person holds for a time; acting means "quyền" or "phụ trách" (ORG-09).</summary>
public sealed class Appointment : TenantEntity, IAudited
{
    private Appointment()
    {
    }

    public Appointment(Person person, Role role, DateOnly from, Unit? unit = null, bool isActing = false)
    {
        if (unit is null != IsOrganisationWide(role))
        {
            throw new ArgumentException($"Role {role} {(unit is null ? "needs a unit" : "is for the whole organisation")}.", nameof(unit));
        }

        OrganisationId = person.OrganisationId;
        PersonId = person.Id;
        UnitId = unit?.Id;
        Role = role;
        FromDate = from;
        IsActing = isActing;
    }

    public Guid PersonId { get; private set; }
    public Guid? UnitId { get; private set; }
    public Role Role { get; private set; }
    public bool IsActing { get; private set; }
    public DateOnly FromDate { get; private set; }

    /// <summary>Last day held, inclusive; null while it lasts.</summary>
    public DateOnly? ToDate { get; private set; }

    public static bool IsOrganisationWide(Role role) => role is Role.Administrator or Role.Leader or Role.Focal or Role.Viewer;

    public bool HoldsOn(DateOnly day) => FromDate <= day && (ToDate is null || day <= ToDate);

    public void End(DateOnly lastDay) => ToDate = lastDay;
}
