using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>The words the plan reader knows, loaded from <c>catalog/documents</c> and <c>catalog/units</c>: rules are data.</summary>
public sealed record PlanWords(
    IReadOnlyList<DocumentKind> Kinds,
    IReadOnlyList<Issuer> Issuers,
    IReadOnlyList<string> Laws,
    IndexNames Indices,
    BodyNames Bodies,
    IReadOnlyList<AppendixColumn> Columns,
    IReadOnlyList<HyphenPair> HyphenPairs,
    IReadOnlyList<Typo> Typos,
    OcrWords OcrWords)
{
    /// <summary>The issuer's part of a symbol, by the beginning of the issuer's name.</summary>
    public IReadOnlyList<Issuer> SymbolBodies { get; init; } = [];

    /// <summary>The symbol of a document that we print: "BB-UBND" for a biên bản of a Ủy ban nhân dân phường.</summary>
    /// <returns>The kind's part alone for an issuer the catalog does not know; null for an unknown kind.</returns>
    public string? SymbolOf(string kind, string issuer)
    {
        var (foldedKind, foldedIssuer) = (VietnameseText.Fold(kind), VietnameseText.Fold(issuer));
        var first = Kinds.FirstOrDefault(one => VietnameseText.Fold(one.Name) == foldedKind)?.Abbreviation;
        var body = SymbolBodies.FirstOrDefault(one => foldedIssuer.StartsWith(VietnameseText.Fold(one.Name), StringComparison.Ordinal));
        return first is null || body is null ? first : $"{first}-{body.Abbreviation}";
    }
}

/// <param name="Abbreviation">"KH" in 64/KH-UBND.</param>
public sealed record DocumentKind(string Abbreviation, string Name);

/// <param name="Abbreviation">"TTg" in 1847/QĐ-TTg.</param>
public sealed record Issuer(string Abbreviation, string Name);

/// <summary>What a column of the appendix holds (PLN-09).</summary>
public enum AppendixRole { Stt, Title, Target, Measures, Leads, Cooperators, Deadline, Note }

/// <param name="Wordings">Folded words that a header cell contains.</param>
/// <param name="Exact">Folded words that are the whole header cell.</param>
public sealed record AppendixColumn(AppendixRole Role, IReadOnlyList<string> Wordings, IReadOnlyList<string> Exact);

/// <param name="Before">Last folded word before the hyphen.</param>
/// <param name="After">Folded words after it.</param>
public sealed record HyphenPair(string Before, string After);

/// <param name="Seen">As it appears, with its marks.</param>
public sealed record Typo(string Seen, string Meant);
