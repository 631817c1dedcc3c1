using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>
/// Finds the documents a text cites (PLN-02, PLN-03): "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ …", party documents
/// ("134-KL/TW"), laws by name. What the text does not say stays null; only an unmistakable symbol ("-CP", "-TTg") gives the issuer.
/// </summary>
public sealed partial class Citations
{
    private const int LongestKind = 40;
    private const int LongestSubject = 300;

    private readonly PlanWords _words;
    private readonly (string Folded, string Name)[] _kinds;
    private readonly (string Folded, string Name)[] _laws;

    public Citations(PlanWords words)
    {
        _words = words;
        _kinds = [.. words.Kinds.Select(kind => (VietnameseText.Fold(kind.Name), kind.Name)).OrderByDescending(kind => kind.Item1.Length)];
        _laws = [.. words.Laws.Select(law => (VietnameseText.Fold(law), law)).OrderByDescending(law => law.Item1.Length)];
    }

    /// <summary>The documents cited, in the order of the text, repeated when cited again.</summary>
    public IReadOnlyList<DocumentReference> Find(FoldedText text, SourcePlace? place = null)
    {
        var found = new List<(int At, int End, DocumentReference Reference)>();
        foreach (Match number in Numbered().Matches(text.Folded))
        {
            if (IsSymbol(text.Under(number.Groups["s"])))
            {
                found.Add(ReadNumbered(text, number, place));
            }
        }

        if (text.Folded.Contains("luat ", StringComparison.Ordinal))
        {
            AddLaws(text, place, found);
        }

        found.Sort((a, b) => a.At.CompareTo(b.At));
        return WithSharedIssuers(text, found);
    }

    /// <summary>Each document once, in the order of first citation, completed by what later citations add.</summary>
    public static IReadOnlyList<DocumentReference> Once(IEnumerable<DocumentReference> references)
    {
        var order = new List<string>();
        var byKey = new Dictionary<string, DocumentReference>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var key = Key(reference);
            if (byKey.TryGetValue(key, out var known))
            {
                byKey[key] = Complete(known, reference);
            }
            else
            {
                byKey[key] = reference;
                order.Add(key);
            }
        }

        return [.. order.Select(key => byKey[key])];
    }

    /// <summary>Same for two citations of one document: number and symbol, with the year where numbers start again every year.</summary>
    public static string Key(DocumentReference reference) => VietnameseText.Fold(
        reference.Number is null ? reference.Subject ?? reference.Text : $"{reference.Number.TrimStart('0')}/{reference.Symbol}");

    private static DocumentReference Complete(DocumentReference known, DocumentReference again) => known with
    {
        Kind = known.Kind ?? again.Kind,
        Date = known.Date ?? again.Date,
        Issuer = known.Issuer ?? again.Issuer,
        Subject = known.Subject ?? again.Subject,
    };

    private (int, int, DocumentReference) ReadNumbered(FoldedText text, Match number, SourcePlace? place)
    {
        var symbol = Regex.Replace(text.Under(number.Groups["s"]), @"\s", "");
        var (kind, start) = KindBefore(text, number.Index);
        var end = number.Index + number.Length;
        var date = DateAfter(text.Folded, ref end);
        var issuer = IssuerAfter(text, ref end) ?? IssuerOf(symbol);
        var reference = new DocumentReference(
            kind ?? KindOf(symbol), number.Groups["n"].Value, symbol, date, issuer, SubjectAfter(text, end), text.Under(start, end - start), place);
        return (start, end, reference);
    }

    private (string? Kind, int Start) KindBefore(FoldedText text, int at)
    {
        var from = Math.Max(0, at - LongestKind);
        var before = text.Folded[from..at].TrimEnd(' ', ':');
        var words = before.EndsWith(" so", StringComparison.Ordinal) ? before[..^3].TrimEnd() : before;
        foreach (var (folded, name) in _kinds)
        {
            if (words.EndsWith(folded, StringComparison.Ordinal))
            {
                return (name, from + words.Length - folded.Length);
            }
        }

        return (null, at);
    }

    private static DateOnly? DateAfter(string folded, ref int end)
    {
        var match = AfterNumber().Match(folded, end);
        if (!match.Success || match.Index != end)
        {
            return null;
        }

        var day = VietnameseDates.Day().Match(folded, end + match.Length);
        if (!day.Success || day.Index != end + match.Length)
        {
            return null;
        }

        end = day.Index + day.Length;
        return VietnameseDates.Read(day);
    }

    private static string? IssuerAfter(FoldedText text, ref int end)
    {
        var match = IssuerWords().Match(text.Folded, end);
        if (!match.Success || match.Index != end)
        {
            return null;
        }

        end += match.Length;
        return text.Under(match.Groups["issuer"]);
    }

    private static string? SubjectAfter(FoldedText text, int end)
    {
        var match = SubjectWords().Match(text.Folded, end);
        if (!match.Success || match.Index != end)
        {
            return null;
        }

        var subject = text.Under(match.Groups["subject"]);
        return subject.Length <= LongestSubject ? subject : subject[..LongestSubject].TrimEnd() + "…";
    }

    private string? KindOf(string symbol)
    {
        var first = symbol.Split('/', '-').FirstOrDefault(part => part.Length > 0 && !char.IsDigit(part[0]));
        var exact = _words.Kinds.FirstOrDefault(kind => kind.Abbreviation == first);
        return (exact ?? _words.Kinds.FirstOrDefault(kind => first is not null && VietnameseText.Fold(kind.Abbreviation) == VietnameseText.Fold(first)))?.Name;
    }

    private string? IssuerOf(string symbol)
    {
        var last = symbol[(symbol.LastIndexOfAny(['-', '/']) + 1)..];
        return _words.Issuers.FirstOrDefault(issuer => issuer.Abbreviation == last)?.Name;
    }

    private void AddLaws(FoldedText text, SourcePlace? place, List<(int At, int End, DocumentReference Reference)> found)
    {
        foreach (Match match in LawWord().Matches(text.Folded))
        {
            var at = match.Index;
            if (found.Any(other => other.At <= at && at < other.End) || !char.IsUpper(text.Original[text.OriginalIndex(at)]))
            {
                continue;
            }

            if (LawAt(text, at) is { Length: > 0 } law)
            {
                var name = YearOfLaw().Replace(text.Under(at, law.Length), "");
                found.Add((at, at + law.Length, new DocumentReference("Luật", null, null, null, null, name["Luật".Length..].Trim(), text.Under(at, law.Length), place)));
            }
        }
    }

    /// <summary>The folded law name at a place: one of the catalog, else capitalised words up to a word that goes on with the sentence.</summary>
    private string LawAt(FoldedText text, int at)
    {
        var rest = text.Folded[at..];
        var known = _laws.FirstOrDefault(law => rest.StartsWith(law.Folded, StringComparison.Ordinal)).Folded;
        if (known is not null)
        {
            return known + LawYear().Match(rest[known.Length..]).Value;
        }

        var name = UnknownLaw().Match(rest).Value;
        var next = at + "luat ".Length;
        return name.Length > 0 && char.IsUpper(text.Original[text.OriginalIndex(next)]) ? name : "";
    }

    /// <summary>"Chỉ thị số 406/CT-UBND …; Kế hoạch số 64/KH-UBND … của UBND tỉnh": one issuer named for both.</summary>
    private static List<DocumentReference> WithSharedIssuers(FoldedText text, List<(int At, int End, DocumentReference Reference)> found)
    {
        var references = found.Select(item => item.Reference).ToList();
        for (var i = references.Count - 2; i >= 0; i--)
        {
            var between = found[i + 1].At >= found[i].End ? text.Folded[found[i].End..found[i + 1].At].Trim() : "";
            if (references[i].Issuer is null && between is ";" or "," or "va" && LastPart(references[i]) == LastPart(references[i + 1]))
            {
                references[i] = references[i] with { Issuer = references[i + 1].Issuer };
            }
        }

        return references;
    }

    private static string? LastPart(DocumentReference reference) => reference.Symbol?[(reference.Symbol.LastIndexOf('-') + 1)..];

    private static bool IsSymbol(string symbol) => char.IsUpper(symbol.FirstOrDefault(char.IsLetter));

    [GeneratedRegex(@"(?<![\d/])(?<n>\d{1,5})(?: ?/ ?(?<s>(?:(?:19|20)\d\d/)?(?:qh\d{1,2}\b|[a-z]{1,5}(?:-[a-z][a-z0-9]{0,11})+))|-(?<s>[a-z]{1,5}/[a-z]{1,6}[0-9]{0,2}))(?![a-z0-9])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@",? ?\(?(?:ngay )?")]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"\)?,? ?(?:cua|do) (?<issuer>[^;.,():]{2,80}?)(?= (?:ve|ban hanh|phe duyet|quy dinh|sua doi|huong dan|nham|de|cong bo|giao|trong|va \w+ (?:\w+ )?so)\b|[;.,():]|$)")]
    private static partial Regex IssuerWords();

    [GeneratedRegex(@",? ?(?:ve(?: viec)? (?<subject>[^;.]{3,})|(?<subject>(?:ban hanh|phe duyet|quy dinh|sua doi|huong dan) [^;.]{3,}))")]
    private static partial Regex SubjectWords();

    [GeneratedRegex(@"(?<!phap |bo |ky |du )\bluat (?=[a-z])")]
    private static partial Regex LawWord();

    [GeneratedRegex(@"^ (?:nam )?(?:19|20)\d\d")]
    private static partial Regex LawYear();

    [GeneratedRegex(@"\s*(?:năm\s*)?(?:19|20)\d\d$")]
    private static partial Regex YearOfLaw();

    [GeneratedRegex(@"^luat(?: (?!(?:de|va|cua|voi|trong|theo|quy|nam|duoc|la|ve|cho|tai|den|da|nay|hien|co|so|nhu|khi)\b)[a-z]+){1,8}")]
    private static partial Regex UnknownLaw();
}
