using System.Text.RegularExpressions;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>Authority, post and name at the end of a plan, also where recognition has run them into the recipients.</summary>
internal static partial class SignatureReader
{
    private const int LongestLine = 70;

    public static bool IsAuthorityOrPost(string text) => Authority().IsMatch(text) || (IsInCapitals(text) && Post().IsMatch(text));

    public static PlanSignature? Read(IReadOnlyList<PlanLine> tail)
    {
        var authorities = new List<string>();
        string? post = null;
        SourceLine? last = null;
        for (var i = 0; i < tail.Count; i++)
        {
            foreach (var text in Pieces(tail[i].Text))
            {
                if (Authority().Match(text) is { Success: true } authority)
                {
                    authorities.Add(authority.Value.Trim());
                    last = new SourceLine(i, tail[i].Place);
                }
                else if (IsInCapitals(text) && Post().IsMatch(text))
                {
                    post = Post().Match(text) is var match ? text[match.Index..].Trim() : text;
                    last = new SourceLine(i, tail[i].Place);
                }
            }
        }

        return last is null
            ? null
            : new PlanSignature(authorities.Count == 0 ? null : string.Join(" / ", authorities), post, Name(tail, last.Number + 1), last.Place);
    }

    /// <summary>"KT. CHỦ TỊCH PHÓ CHỦ TỊCH" on one line is two; what follows "Nơi nhận:" on its line may be one.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        var text = AfterRecipientsWord().Replace(line, "");
        var deputy = Deputy().Match(text);
        return deputy.Success && deputy.Index > 0 ? [text[..deputy.Index].Trim(), text[deputy.Index..].Trim()] : [text.Trim()];
    }

    /// <summary>The first line after the post that looks like a person's name.</summary>
    private static string? Name(IReadOnlyList<PlanLine> tail, int from)
    {
        for (var i = from; i < tail.Count; i++)
        {
            var text = tail[i].Text;
            if (PersonName().IsMatch(text) && !Bullets.IsBullet(text))
            {
                return text;
            }
        }

        return null;
    }

    private static bool IsInCapitals(string text) =>
        text.Length is > 3 and <= LongestLine && !Bullets.IsBullet(text) && text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private sealed record SourceLine(int Number, SourcePlace Place);

    [GeneratedRegex(@"\b(?:TM|KT|TL|TUQ|T/M|K/T)\s?\.?\s+\p{Lu}[\p{Lu}\s,\-]{3,60}$|\b(?:TM|KT|TL|TUQ)\.\s*\p{Lu}[\p{Lu}\s,\-]{3,60}$")]
    private static partial Regex Authority();

    [GeneratedRegex(@"\b(?:Q\.\s?)?(?:PH[ÓO] |QUY[ỀE]N )?(?:CH[ỦU] T[ỊI]CH|CH[ÁA]NH|GI[ÁA]M [ĐD][ỐO]C|TR[ƯU][ỞO]NG|B[ÍI] TH[ƯU]|(?:CHI )?C[ỤU]C TR[ƯU][ỞO]NG|HI[ỆE]U TR[ƯU][ỞO]NG|TH[ỦU] TR[ƯU][ỞO]NG)\b.*$")]
    private static partial Regex Post();

    [GeneratedRegex(@"(?<=\S\s)PH[ÓO] ")]
    private static partial Regex Deputy();

    [GeneratedRegex(@"^.{0,4}\bN[ơo]i nh.{1,3}:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex AfterRecipientsWord();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,5}$")]
    private static partial Regex PersonName();
}
