using DiemSang.Core.Language;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Access;

/// <summary>Partner units (MTTQ and its members) stand outside the organisation's command: they are asked, not ordered (GSC-09).</summary>
public enum UnitKind { Leadership, Division, Office, Service, Partner, Hamlet }

/// <summary>A part of an organisation, or a partner beside it.</summary>
public sealed class Unit : TenantEntity, IAudited
{
    public const int NameMaxLength = 200;

    private Unit()
    {
    }

    public Unit(Guid organisationId, string name, string shortName, UnitKind kind, int sortOrder = 0)
    {
        OrganisationId = organisationId;
        Kind = kind;
        SortOrder = sortOrder;
        Name = name;
        NameFolded = VietnameseText.Fold(name);
        ShortName = shortName;
    }

    public string Name { get; private set; } = "";
    public string NameFolded { get; private set; } = "";
    public string ShortName { get; private set; } = "";
    public UnitKind Kind { get; private set; }
    public int SortOrder { get; set; }
    public Guid? MergedIntoId { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    public bool IsPartner => Kind == UnitKind.Partner;

    /// <summary>Gives the unit a new name; the former one stays known from its dates and decision.</summary>
    public UnitName Rename(string name, string shortName, DateOnly on, string? decision)
    {
        var former = new UnitName(this, Name, UnitNameKind.Former) { ValidTo = on, Decision = decision };
        Name = name;
        NameFolded = VietnameseText.Fold(name);
        ShortName = shortName;
        return former;
    }

    public void Close(DateOnly on, Unit? mergedInto)
    {
        ClosedOn = on;
        MergedIntoId = mergedInto?.Id;
    }
}

public enum UnitNameKind { Former, Wording }

/// <summary>Another name of a unit: one it had before, or a wording that a person confirmed while reviewing a plan.</summary>
public sealed class UnitName : TenantEntity, IAudited
{
    private UnitName()
    {
    }

    public UnitName(Unit unit, string name, UnitNameKind kind)
    {
        OrganisationId = unit.OrganisationId;
        UnitId = unit.Id;
        Name = name;
        NameFolded = VietnameseText.Fold(name);
        Kind = kind;
    }

    public Guid UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public string NameFolded { get; private set; } = "";
    public UnitNameKind Kind { get; private set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public string? Decision { get; set; }
}
