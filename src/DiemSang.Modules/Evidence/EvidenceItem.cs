using DiemSang.Core.Language;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Evidence;

/// <summary>A proof: a stored file, a document known by its number, or both (SCR-12).</summary>
public sealed class EvidenceItem : TenantEntity, IAudited
{
    public const int TitleMaxLength = 500;

    private EvidenceItem()
    {
    }

    internal EvidenceItem(Guid organisationId, EvidenceDescription description, Guid? fileId, DateTimeOffset addedAt, Guid? addedBy)
    {
        OrganisationId = organisationId;
        FileId = fileId;
        AddedAt = addedAt;
        AddedBy = addedBy;
        Title = description.Title;
        DocumentKind = description.DocumentKind;
        Number = description.Number;
        Symbol = description.Symbol;
        IssuedOn = description.IssuedOn;
        Issuer = description.Issuer;
        Page = description.Page;
        StandsFor = description.StandsFor;
        SearchText = VietnameseText.Fold(string.Join(' ', Title, DocumentKind, DocumentNumber, Issuer, description.Text));
    }

    public string Title { get; private set; } = "";
    public Guid? FileId { get; private set; }
    public string? DocumentKind { get; private set; }
    public string? Number { get; private set; }
    public string? Symbol { get; private set; }
    public DateOnly? IssuedOn { get; private set; }
    public string? Issuer { get; private set; }

    /// <summary>Where in the document the proof stands.</summary>
    public string? Page { get; private set; }

    /// <summary>The day it proves something for, which need not be the day it was put in.</summary>
    public DateOnly StandsFor { get; private set; }
    public string SearchText { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public Guid? AddedBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>"12/BC-UBND", or null for a file without a number.</summary>
    public string? DocumentNumber => Number is null ? null : Symbol is null ? Number : $"{Number}/{Symbol}";

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}

/// <summary>What is known of a proof when it is put in.</summary>
/// <param name="StandsFor">The day it proves something for.</param>
public sealed record EvidenceDescription(string Title, DateOnly StandsFor)
{
    public string? DocumentKind { get; init; }
    public string? Number { get; init; }
    public string? Symbol { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public string? Issuer { get; init; }
    public string? Page { get; init; }

    /// <summary>Text found in the file, for searching; null for an image that was not read.</summary>
    public string? Text { get; init; }
}

public enum EvidenceSubject { Occurrence, Criterion, Conclusion, Entry }

/// <summary>One use of a proof: the thing it proves and the year of that thing.</summary>
public sealed class EvidenceUse : TenantEntity, IAudited
{
    public Guid ItemId { get; init; }
    public EvidenceSubject SubjectKind { get; init; }
    public Guid SubjectId { get; init; }
    public int Year { get; init; }
    public DateTimeOffset UsedAt { get; init; }
    public Guid? UsedBy { get; init; }
}
