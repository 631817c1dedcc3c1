using System.Text.RegularExpressions;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>Puts together the lines of a cell that a page break, a narrow column or a merged cell has cut.</summary>
internal static partial class CellLines
{
    /// <summary>
    /// Adds the cell below to the one above: the first line goes on from the last one when that is unfinished or it begins in lower case
    /// ("… Trung tâm Dịch vụ công" + "phường; …").
    /// </summary>
    public static void Continue(List<string> lines, IReadOnlyList<string> more, bool isWrapped)
    {
        for (var i = 0; i < more.Count; i++)
        {
            var mayBeUnfinished = i == 0 || isWrapped;
            if (lines.Count > 0 && GoesOn(lines[^1], more[i], mayBeUnfinished))
            {
                lines[^1] = Glue(lines[^1], more[i]);
            }
            else
            {
                lines.Add(more[i]);
            }
        }
    }

    /// <summary>Lines of one cell; <paramref name="isWrapped"/> when the reader gives printed lines (PDF, scan), not paragraphs.</summary>
    public static List<string> Join(IReadOnlyList<string> lines, bool isWrapped)
    {
        var joined = new List<string>();
        foreach (var line in lines)
        {
            if (joined.Count > 0 && GoesOn(joined[^1], line, isWrapped))
            {
                joined[^1] = Glue(joined[^1], line);
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    /// <summary>Lines of a cell of body names: a line beginning like a body is another one unless the name before it is unfinished.</summary>
    public static string JoinBodies(IReadOnlyList<string> lines, BodyNames bodies)
    {
        var text = "";
        foreach (var line in lines)
        {
            var isBullet = Bullets.IsBullet(line);
            var last = text[(text.LastIndexOf('\n') + 1)..];
            var isNew = text.Length > 0 && (isBullet || (bodies.StartsLikeBody(line) && !IsCutName(last) && !bodies.JoinsIntoKnown(last, line)));
            text = text.Length == 0 ? line : isNew ? text + "\n" + line : Glue(text, line);
        }

        return text;
    }

    public static bool IsFinished(string line) => line.Length > 0 && line[^1] is '.' or ';' or ':' or '!' or '?' or '…';

    private static bool GoesOn(string above, string below, bool mayBeUnfinished)
    {
        if (Bullets.IsBullet(below) || below.Length == 0)
        {
            return false;
        }

        return char.IsLower(below[0]) || (mayBeUnfinished && !IsFinished(above) && !EndsSentenceInQuotes(above));
    }

    private static bool EndsSentenceInQuotes(string line) => line is [.., '.' or ';', ')' or '”' or '"'];

    private static bool IsCutName(string name) => CutName().IsMatch(name);

    private static string Glue(string above, string below) => above + " " + below;

    [GeneratedRegex(@"[,\-–]\s*$|\s(và|của|với)\s*$|^(Ủy|Uỷ|Trung|Văn|Hội)$")]
    private static partial Regex CutName();
}
