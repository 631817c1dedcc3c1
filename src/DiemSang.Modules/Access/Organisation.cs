using DiemSang.Core.Language;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Access;

public enum OrganisationKind { Province, Agency, Commune, Ward, SpecialZone }

/// <summary>A tenant: a province, an agency of it, a commune, ward or special zone (ORG-01, ORG-02).</summary>
public sealed class Organisation : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ParentId { get; init; }

    /// <summary>Stable code; names repeat across the country.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string NameFolded { get; private set; } = "";
    public required string ShortName { get; set; }

    /// <summary>Địa danh printed in front of a date.</summary>
    public required string Place { get; set; }
    public required OrganisationKind Kind { get; init; }

    /// <summary>Ancestors from the top, then itself; kept by the database.</summary>
    public Guid[] Path { get; private set; } = [];
    public DateOnly? ClosedOn { get; set; }
    public int Version { get; set; } = 1;

    public Organisation Folded()
    {
        NameFolded = VietnameseText.Fold(Name);
        return this;
    }
}
