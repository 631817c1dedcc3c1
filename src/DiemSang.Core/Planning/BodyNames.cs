using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <param name="Name">Name as shown.</param>
/// <param name="Wordings">Other ways it is printed.</param>
public sealed record KnownBody(string Name, IReadOnlyList<string> Wordings);

/// <summary>
/// Names of bodies (phòng, trung tâm, hội …): splits a cell that lists several and says whether a name is known. Similar names are
/// different bodies (design rule 6); only wordings of the catalog and a level at the end ("phường") are looked through.
/// </summary>
public sealed record BodyNames
{
    private readonly HashSet<string> _known = [];
    private readonly string[] _knownLongestFirst = [];
    private readonly HashSet<string> _collectives = [];
    private readonly string[] _heads = [];
    private readonly string[] _notHeads = [];
    private readonly string[] _levels = [];
    private readonly IReadOnlyList<KnownBody> _bodies = [];

    /// <summary>Words that begin a body's name: "Phòng", "Trung tâm".</summary>
    public required IReadOnlyList<string> Heads
    {
        init => _heads = LongestFirst(value);
    }

    /// <summary>Words that begin like a body but are none: "Tổ chức".</summary>
    public required IReadOnlyList<string> NotHeads
    {
        init => _notHeads = LongestFirst(value);
    }

    /// <summary>Words for everybody concerned, never split.</summary>
    public required IReadOnlyList<string> Collectives
    {
        init => _collectives = [.. LongestFirst(value)];
    }

    public required IReadOnlyList<KnownBody> Bodies
    {
        get => _bodies;
        init
        {
            _bodies = value;
            _knownLongestFirst = LongestFirst(value.SelectMany(body => body.Wordings.Prepend(body.Name)));
            _known = [.. _knownLongestFirst];
        }
    }

    /// <summary>Levels that may end a name: "phường".</summary>
    public required IReadOnlyList<string> Levels
    {
        init => _levels = LongestFirst(value);
    }

    /// <summary>The same names with an organisation's own units added.</summary>
    public BodyNames With(IEnumerable<string> unitNames) => this with { Bodies = [.. Bodies, .. unitNames.Select(name => new KnownBody(name, []))] };

    /// <summary>
    /// "A phường; B, C phường" → three bodies. A comma or "và" separates only before the first word of another body, so that
    /// "Phòng Kinh tế, Hạ tầng và Đô thị" and "Các cơ quan, đơn vị liên quan" stay whole.
    /// </summary>
    public IReadOnlyList<string> Split(string text)
    {
        var bodies = new List<string>();
        foreach (var part in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            SplitPart(Clean(part), bodies);
        }

        return bodies;
    }

    /// <summary>True when a name begins as bodies' names do, in capitals as a name is.</summary>
    public bool StartsLikeBody(string text) =>
        text.Length > 0 && char.IsUpper(text[0]) && VietnameseText.Fold(text) is var folded
        && StartsWithAny(folded, _heads) is not null && StartsWithAny(folded, _notHeads) is null;

    /// <summary>True when joining two printed lines makes a known name longer than the first alone: "Văn phòng" + "HĐND và UBND".</summary>
    public bool JoinsIntoKnown(string first, string second)
    {
        var folded = VietnameseText.Fold(first);
        return StartsWithAny(folded + " " + VietnameseText.Fold(second), _knownLongestFirst) is { } known && known.Length > folded.Length;
    }

    /// <summary>"Các cơ quan, đơn vị liên quan" and its like.</summary>
    public bool IsCollective(string name)
    {
        var folded = VietnameseText.Fold(name);
        return _collectives.Contains(folded) || _collectives.Contains(WithoutLevel(folded));
    }

    /// <summary>True for a body of the catalog or of the organisation, with or without its level and place at the end.</summary>
    public bool IsKnown(string name)
    {
        var folded = VietnameseText.Fold(name);
        if (IsCollective(name) || _known.Contains(folded))
        {
            return true;
        }

        return StartsWithAny(folded, _knownLongestFirst) is { } known && IsLevelAndPlace(folded[known.Length..].Trim());
    }

    private void SplitPart(string part, List<string> bodies)
    {
        var start = 0;
        while (start < part.Length)
        {
            var end = EndOfBody(part, start, out var next);
            var name = Clean(part[start..end]);
            if (name.Length > 0)
            {
                bodies.Add(name);
            }

            start = next;
        }
    }

    private int EndOfBody(string part, int start, out int next)
    {
        var shield = start + KnownLength(part, start);
        for (var at = shield; at < part.Length; at++)
        {
            var length = SeparatorLength(part, at);
            if (length > 0 && StartsAnotherBody(part[(at + length)..].TrimStart()))
            {
                next = at + length;
                return at;
            }
        }

        next = part.Length;
        return part.Length;
    }

    private bool StartsAnotherBody(string rest) => StartsLikeBody(rest) || IsCollective(rest);

    /// <summary>Characters of the known body that stands here; a separator inside a known name does not separate.</summary>
    private int KnownLength(string part, int start)
    {
        var rest = part[start..];
        var lead = rest.Length - rest.TrimStart().Length;
        var folded = VietnameseText.Fold(rest);
        var collective = _collectives.FirstOrDefault(name => folded.StartsWith(name, StringComparison.Ordinal));
        var known = collective ?? StartsWithAny(folded, _knownLongestFirst);
        return known is null ? 0 : Math.Min(lead + known.Length, rest.Length);
    }

    private static int SeparatorLength(string part, int at)
    {
        if (part[at] is ',' or '&')
        {
            return 1;
        }

        if (part[at] == '/' && at > 0 && at + 1 < part.Length && part[at + 1] == ' ')
        {
            return 1;
        }

        return string.CompareOrdinal(part, at, " và ", 0, 4) == 0 ? 4 : 0;
    }

    private bool IsLevelAndPlace(string rest)
    {
        if (rest.Length == 0)
        {
            return true;
        }

        return _levels.Any(level => rest == level || rest.StartsWith(level + " ", StringComparison.Ordinal)) && !rest.Contains(',');
    }

    private string WithoutLevel(string folded)
    {
        foreach (var level in _levels)
        {
            var tail = " " + level;
            if (folded.EndsWith(tail, StringComparison.Ordinal))
            {
                return folded[..^tail.Length].TrimEnd();
            }
        }

        return folded;
    }

    private static string[] LongestFirst(IEnumerable<string> names) =>
        [.. names.Select(VietnameseText.Fold).Distinct().OrderByDescending(name => name.Length)];

    private static string? StartsWithAny(string folded, string[] longestFirst)
    {
        foreach (var word in longestFirst)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal) && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length])))
            {
                return word;
            }
        }

        return null;
    }

    private static string Clean(string name)
    {
        var single = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return single.TrimStart('-', '–', '+', '*', '•', ' ').TrimEnd('.', ',', ':', ' ');
    }
}
