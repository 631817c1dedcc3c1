using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;

namespace DiemSang.Modules.Evidence;

/// <summary>What is known of a proof when it is put in.</summary>
/// <param name="StandsFor">The day it proves something for.</param>
public sealed record EvidenceDescription(string Title, DateOnly StandsFor)
{
    private static readonly Citations Cited = new(PlanWordsFile.Default);

    public string? DocumentKind { get; init; }
    public string? Number { get; init; }
    public string? Symbol { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public string? Issuer { get; init; }
    public string? Page { get; init; }

    /// <summary>Text found in the file, for searching; null while it was not read.</summary>
    public string? Text { get; init; }

    internal string? NumberFolded => Number is null ? null : VietnameseText.Fold(Symbol is null ? Number.TrimStart('0') : $"{Number.TrimStart('0')}/{Symbol}");

    /// <summary>
    /// A document named as people type it: "12/BC-UBND", "Báo cáo số 12/BC-UBND ngày 31/3/2026 của UBND phường". What cannot be understood is
    /// kept whole as its number.
    /// </summary>
    public EvidenceDescription WithDocument(string typed)
    {
        var cited = Find(typed) ?? Find(typed.ToUpperInvariant()); // in a text only capitals make a symbol; in this field nothing else is meant
        return this with
        {
            DocumentKind = DocumentKind ?? cited?.Kind,
            Number = cited?.Number ?? typed.Trim(),
            Symbol = cited?.Symbol,
            IssuedOn = IssuedOn ?? cited?.Date,
            Issuer = Issuer ?? cited?.Issuer,
        };
    }

    private static DocumentReference? Find(string typed) => Cited.Find(FoldedText.Of(typed)).FirstOrDefault();
}
