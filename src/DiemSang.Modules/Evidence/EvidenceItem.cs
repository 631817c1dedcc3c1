using DiemSang.Modules.Evidence.Reading;
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
        Describe(description);
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

    /// <summary>Number and symbol as they are compared: "5/kh-ubnd" for "05/KH-UBND".</summary>
    public string? NumberFolded { get; private set; }

    /// <summary>The words it is found by: description and text of the file.</summary>
    public string SearchFolded { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }
    public Guid? AddedBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>"12/BC-UBND", or null for a file without a number.</summary>
    public string? DocumentNumber => Number is null ? null : Symbol is null ? Number : $"{Number}/{Symbol}";

    public EvidenceDescription Description => new(Title, StandsFor)
    {
        DocumentKind = DocumentKind, Number = Number, Symbol = Symbol, IssuedOn = IssuedOn, Issuer = Issuer, Page = Page,
    };

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    /// <param name="description">With the text of the file, where it was read: the item is found by it.</param>
    internal void Describe(EvidenceDescription description)
    {
        Title = description.Title;
        DocumentKind = description.DocumentKind;
        Number = description.Number;
        Symbol = description.Symbol;
        IssuedOn = description.IssuedOn;
        Issuer = description.Issuer;
        Page = description.Page;
        StandsFor = description.StandsFor;
        NumberFolded = description.NumberFolded;
        SearchFolded = SearchWords.Of(Title, DocumentKind, DocumentNumber, Issuer, description.Text);
    }

    /// <summary>The file of a document that was known by its number alone.</summary>
    internal void Attach(Guid fileId) => FileId = fileId;
}

public enum EvidenceSubject { Occurrence, Criterion, Conclusion, Entry, Request }

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
