namespace DiemSang.Core.Planning;

/// <param name="Code">PAR, SIPAS or PAPI.</param>
/// <param name="Wordings">Folded wordings that name the index.</param>
/// <param name="Contents">Its contents in official order.</param>
public sealed record IndexName(string Code, string Name, IReadOnlyList<string> Wordings, IReadOnlyList<IndexContent> Contents);

/// <param name="Words">Folded words that show a row is about this content.</param>
public sealed record IndexContent(string Name, IReadOnlyList<string> Words);

/// <summary>Finds which indices a text names.</summary>
public sealed class IndexNames(IReadOnlyList<IndexName> all)
{
    public IReadOnlyList<IndexName> All => all;

    /// <summary>Codes of the indices named in a folded text, in the order of their first mention.</summary>
    public IReadOnlyList<string> In(string folded) =>
        [.. all
            .Select(index => (index.Code, At: FirstMention(index, folded)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .Select(found => found.Code)];

    /// <summary>The index named when it is the only one, else null.</summary>
    public string? OnlyIn(string folded) => In(folded) is [var only] ? only : null;

    public IndexName? Find(string? code) => all.FirstOrDefault(index => index.Code == code);

    /// <summary>A folded text without the words that name indices: what is left tells a heading from a sentence.</summary>
    public string Without(string folded)
    {
        foreach (var wording in all.SelectMany(index => index.Wordings).OrderByDescending(wording => wording.Length))
        {
            folded = folded.Replace(wording, "", StringComparison.Ordinal);
        }

        return folded;
    }

    private static int FirstMention(IndexName index, string folded)
    {
        var first = -1;
        foreach (var wording in index.Wordings)
        {
            var at = folded.IndexOf(wording, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first))
            {
                first = at;
            }
        }

        return first;
    }
}
