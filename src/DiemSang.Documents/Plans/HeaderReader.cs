using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>What the head of a plan says; every part may be blank in a draft or missing in a copy.</summary>
internal sealed class PlanHeader
{
    public string? Number { get; set; }
    public string? Symbol { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public string? IssuedOnText { get; set; }
    public string? Place { get; set; }
    public string? Issuer { get; set; }
    public string? Superior { get; set; }
}

/// <summary>
/// Reads the two-column head, cell by cell or read across ("UBND TỈNH …  CỘNG HÒA …"): superior and issuer on the left, the
/// country's name on the right, number and symbol, place and date (stamp gap and blanks allowed).
/// </summary>
internal static partial class HeaderReader
{
    public static PlanHeader Read(IReadOnlyList<PlanLine> lines)
    {
        var header = new PlanHeader();
        var names = new List<string>();
        foreach (var line in lines)
        {
            var rest = ReadNumber(line, header);
            if (!ReadDate(line, rest, header) && rest == 0 && header.Number is null && header.Symbol is null)
            {
                AddName(line, names);
            }
        }

        ReadNames(names, header);
        return header;
    }

    /// <summary>Reads number and symbol; returns where in the fold they end, 0 when they are not on this line.</summary>
    private static int ReadNumber(PlanLine line, PlanHeader header)
    {
        var match = NumberAndSymbol().Match(line.Folded);
        if (!match.Success || header.Symbol is not null)
        {
            return 0;
        }

        header.Number = match.Groups["n"] is { Success: true, Length: > 0 } number ? number.Value : null;
        header.Symbol = line.Match.Under(match.Groups["s"]).Replace(" ", "", StringComparison.Ordinal);
        return match.Index + match.Length;
    }

    private static bool ReadDate(PlanLine line, int from, PlanHeader header)
    {
        var match = PlaceAndDate().Match(line.Folded, from);
        if (!match.Success || header.Place is not null)
        {
            return false;
        }

        header.Place = line.Match.Under(match.Groups["place"]).Trim('-', ' ');
        var day = VietnameseDates.Day().Match(line.Folded, match.Groups["date"].Index);
        header.IssuedOn = day.Success ? VietnameseDates.Read(day) : null;
        header.IssuedOnText = header.IssuedOn is null ? line.Match.Under(match.Groups["date"]) : null;
        return true;
    }

    private static void AddName(PlanLine line, List<string> names)
    {
        var motto = Motto().Match(line.Folded);
        var text = motto.Success ? line.Match.Under(0, motto.Index) : line.Text;
        text = text.Trim('-', '_', '–', ' ');
        if (text.Length > 3 && IsInCapitals(text) && !text.Contains('/'))
        {
            names.Add(text);
        }
    }

    private static void ReadNames(List<string> names, PlanHeader header)
    {
        for (var i = names.Count - 1; i > 0; i--)
        {
            if (LevelFirst().IsMatch(VietnameseText.Fold(names[i])) && CouncilOrCommittee().IsMatch(VietnameseText.Fold(names[i - 1])))
            {
                names[i - 1] += " " + names[i];
                names.RemoveAt(i);
            }
        }

        header.Issuer = names.LastOrDefault();
        header.Superior = names.Count > 1 ? names[^2] : null;
    }

    private static bool IsInCapitals(string text) => text.Count(char.IsUpper) > text.Count(char.IsLower) * 4;

    [GeneratedRegex(@"\bso ?: ?(?<n>\d{1,5})?[ .…_]*/ ?(?<s>[a-z]{1,5}(?: ?- ?[a-z][a-z0-9&]{0,11})+)")]
    private static partial Regex NumberAndSymbol();

    [GeneratedRegex(@"(?<place>[a-z][^,:/]{1,40}), ?(?<date>ngay ?[\d .…_]* ?thang ?[\d .…_]* ?nam ?[\d.…_]*)")]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"\bcong hoa xa h|\bdoc lap ?[-–]|\bdang cong san viet nam")]
    private static partial Regex Motto();

    [GeneratedRegex(@"^(?:xa|phuong|thi tran|dac khu|huyen|quan|tinh|thanh pho|thi xa) ")]
    private static partial Regex LevelFirst();

    [GeneratedRegex(@"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)$")]
    private static partial Regex CouncilOrCommittee();
}
