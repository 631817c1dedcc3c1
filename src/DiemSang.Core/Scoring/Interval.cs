using System.Globalization;

namespace DiemSang.Core.Scoring;

/// <summary>
/// A range whose ends say whether they belong to it: published boundaries changed side between years (2015 "&gt; 90", 2024 "≥ 90").
/// Written as comparisons: "&gt;= 70, &lt;= 90", "&gt; 90", "= 0".
/// </summary>
public readonly record struct Interval(decimal? From, bool FromIncluded, decimal? To, bool ToIncluded)
{
    public static Interval Everything => default;

    public bool Contains(decimal value) =>
        (From is not { } from || value > from || (FromIncluded && value == from)) &&
        (To is not { } to || value < to || (ToIncluded && value == to));

    public bool IsEmpty => From is { } from && To is { } to && (from > to || (from == to && !(FromIncluded && ToIncluded)));

    /// <summary>
    /// Reads the notation above; ≥ and ≤ are accepted, a "%" sign is ignored. False when a part is not a comparison or an end is given
    /// twice.
    /// </summary>
    public static bool TryParse(string text, out Interval interval)
    {
        interval = Everything;
        foreach (var part in text.Replace("≥", ">=").Replace("≤", "<=").Replace("%", "").Split(','))
        {
            if (!TryNarrow(part.Trim(), ref interval))
            {
                return false;
            }
        }

        return !interval.IsEmpty;
    }

    public override string ToString()
    {
        if (From is { } only && To == only)
        {
            return $"= {Invariant(only)}";
        }

        var ends = new List<string>(2);
        if (From is { } from)
        {
            ends.Add((FromIncluded ? ">= " : "> ") + Invariant(from));
        }

        if (To is { } to)
        {
            ends.Add((ToIncluded ? "<= " : "< ") + Invariant(to));
        }

        return string.Join(", ", ends);
    }

    /// <summary>The same range in a Vietnamese sentence: "≥ 70 và ≤ 90".</summary>
    public string ToSentence()
    {
        var text = ToString().Replace(">=", "≥").Replace("<=", "≤").Replace(", ", " và ").Replace('.', ',');
        return text.Length == 0 ? "mọi giá trị" : text;
    }

    private static bool TryNarrow(string part, ref Interval interval)
    {
        var sign = part.TakeWhile(c => c is '<' or '>' or '=').Count();
        if (sign == 0 || !TryNumber(part[sign..], out var number))
        {
            return false;
        }

        var before = interval;
        interval = part[..sign] switch
        {
            ">=" => interval with { From = number, FromIncluded = true },
            ">" => interval with { From = number },
            "<=" => interval with { To = number, ToIncluded = true },
            "<" => interval with { To = number },
            "=" or "==" => new Interval(number, true, number, true),
            _ => before,
        };
        return interval != before && (before.From is null || interval.From == before.From) &&
            (before.To is null || interval.To == before.To);
    }

    private static bool TryNumber(string text, out decimal number)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite;
        return decimal.TryParse(text, style, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= Limits.LargestInput;
    }

    private static string Invariant(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>Whether a list of ranges covers a domain once.</summary>
public static class IntervalCover
{
    /// <summary>Null when every value of the domain lies in exactly one range, else a sentence naming the gap or overlap.</summary>
    /// <param name="wholeNumbers">True when only whole numbers occur: "≤ 4" and "≥ 5" then leave no gap.</param>
    public static string? Problem(IEnumerable<Interval> intervals, Interval domain, bool wholeNumbers = false)
    {
        var sorted = intervals.Select(interval => wholeNumbers ? OnWholeNumbers(interval) : interval)
            .OrderBy(interval => interval.From ?? decimal.MinValue).ThenByDescending(interval => interval.FromIncluded).ToList();
        if (sorted.Count == 0)
        {
            return "Chưa có khoảng nào.";
        }

        for (var i = 1; i < sorted.Count; i++)
        {
            if (Between(sorted[i - 1], sorted[i], wholeNumbers) is { } problem)
            {
                return problem;
            }
        }

        return EndProblem(sorted[0], sorted[^1], wholeNumbers ? OnWholeNumbers(domain) : domain);
    }

    private static string? Between(Interval lower, Interval upper, bool wholeNumbers)
    {
        var meets = wholeNumbers
            ? lower.To is { } last && upper.From is { } first && first.CompareTo(last + 1) is var order ? order : -1
            : MeetingOrder(lower, upper);
        return meets switch
        {
            0 => null,
            < 0 => $"Khoảng “{lower.ToSentence()}” và “{upper.ToSentence()}” chồng lên nhau.",
            _ => $"Giữa khoảng “{lower.ToSentence()}” và “{upper.ToSentence()}” còn giá trị không thuộc khoảng nào.",
        };
    }

    /// <summary>0 when the two meet in one point that belongs to exactly one of them; −1 overlap; 1 gap.</summary>
    private static int MeetingOrder(Interval lower, Interval upper)
    {
        if (lower.To is not { } end || upper.From is not { } start || start < end)
        {
            return -1;
        }

        if (start > end || (!lower.ToIncluded && !upper.FromIncluded))
        {
            return 1;
        }

        return lower.ToIncluded && upper.FromIncluded ? -1 : 0;
    }

    private static string? EndProblem(Interval first, Interval last, Interval domain)
    {
        if (StartsAfter(first, domain))
        {
            return $"Giá trị dưới “{first.ToSentence()}” không thuộc khoảng nào.";
        }

        return EndsBefore(last, domain) ? $"Giá trị trên “{last.ToSentence()}” không thuộc khoảng nào." : null;
    }

    private static bool StartsAfter(Interval first, Interval domain) =>
        first.From is { } from &&
            (domain.From is not { } start || from > start || (from == start && domain.FromIncluded && !first.FromIncluded));

    private static bool EndsBefore(Interval last, Interval domain) =>
        last.To is { } to && (domain.To is not { } end || to < end || (to == end && domain.ToIncluded && !last.ToIncluded));

    private static Interval OnWholeNumbers(Interval interval) => new(
        interval.From is { } from ? (interval.FromIncluded ? decimal.Ceiling(from) : decimal.Floor(from) + 1) : null, true,
        interval.To is { } to ? (interval.ToIncluded ? decimal.Floor(to) : decimal.Ceiling(to) - 1) : null, true);
}
