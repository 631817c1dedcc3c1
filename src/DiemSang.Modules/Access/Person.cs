using DiemSang.Core.Language;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Access;

/// <summary>A named official or partner. The name is one string, never split for printing.</summary>
public sealed class Person : TenantEntity, IAudited
{
    public const int NameMaxLength = 100;

    private Person()
    {
    }

    public Person(Guid organisationId, string fullName, string? post = null)
    {
        OrganisationId = organisationId;
        Post = post;
        Rename(fullName);
    }

    public string FullName { get; private set; } = "";
    public string NameFolded { get; private set; } = "";

    /// <summary>Given name, then the rest: "Khánh Nguyễn Thị" — Vietnamese lists sort by the given name.</summary>
    public string SortName { get; private set; } = "";
    public string? Post { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public Guid? AccountId { get; set; }
    public DateOnly? LeftOn { get; private set; }

    public void Rename(string fullName)
    {
        FullName = fullName;
        NameFolded = VietnameseText.Fold(fullName);
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        SortName = words.Length == 0 ? "" : string.Join(' ', [words[^1], .. words[..^1]]);
    }

    /// <summary>Work, roles and history stay; the account opens no more.</summary>
    public void Leave(DateOnly on) => LeftOn = on;

    public void ComeBack() => LeftOn = null;
}
