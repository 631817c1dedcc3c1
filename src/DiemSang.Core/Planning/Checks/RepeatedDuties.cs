using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>
/// The same duty in two rows: with other leads nobody knows who answers, with the same lead it is counted twice. Sentences are compared by the three-word
/// runs they share, found through an index, so the time grows with the text and not with its square.
/// </summary>
internal static class RepeatedDuties
{
    private const int RunLength = 3;
    private const int FewestWords = 10;
    private const double NearlySame = 0.6;

    private const int MostWarnings = 200;
    private const ulong HashFactor = 1099511628211UL;

    public static IEnumerable<PlanWarning> Run(PlanDraft draft)
    {
        var sentences = Distinct(draft.Rows);
        var groups = Group(sentences);
        return groups.Select(group => Warn(group, draft.Rows)).OfType<PlanWarning>().Take(MostWarnings);
    }

    private sealed record Sentence(string Text, ulong[] Runs, List<int> Rows);

    /// <summary>Every different sentence once, with the rows it stands in.</summary>
    private static List<Sentence> Distinct(IReadOnlyList<PlanDraftRow> rows)
    {
        var byText = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        for (var number = 0; number < rows.Count; number++)
        {
            foreach (var text in rows[number].Proposed ? [] : SentencesOf(rows[number]))
            {
                var words = VietnameseText.Fold(text).Split([' ', ',', '-', '(', ')', ';', ':', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
                if (words.Length < FewestWords)
                {
                    continue;
                }

                var key = string.Join(' ', words);
                if (!byText.TryGetValue(key, out var sentence))
                {
                    byText[key] = sentence = new Sentence(text, RunsOf(words), []);
                }

                if (sentence.Rows.Count == 0 || sentence.Rows[^1] != number)
                {
                    sentence.Rows.Add(number);
                }
            }
        }

        return [.. byText.Values];
    }

    private static IEnumerable<string> SentencesOf(PlanDraftRow row) =>
        row.Measures.Concat((row.Target ?? "").Split('\n')).SelectMany(text => text.Split(". ", StringSplitOptions.TrimEntries)).Select(text => text.TrimStart('-', ' '));

    /// <summary>A hash of each run of words; two different runs with one hash only cost a closer comparison.</summary>
    private static ulong[] RunsOf(string[] words)
    {
        var hashes = Array.ConvertAll(words, Hash);
        var runs = new HashSet<ulong>(words.Length);
        for (var i = 0; i + RunLength <= words.Length; i++)
        {
            runs.Add(unchecked((((hashes[i] * HashFactor) + hashes[i + 1]) * HashFactor) + hashes[i + 2]));
        }

        return [.. runs];
    }

    /// <summary>FNV-1a: the same in every process, unlike string.GetHashCode.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = unchecked((hash ^ c) * HashFactor);
        }

        return hash;
    }

    /// <summary>Sentences joined with the earlier one they are nearly the same as.</summary>
    private static IEnumerable<List<Sentence>> Group(List<Sentence> sentences)
    {
        var index = new RunIndex();
        var groupOf = new int[sentences.Count];
        var groups = new SortedDictionary<int, List<Sentence>>();
        for (var i = 0; i < sentences.Count; i++)
        {
            groupOf[i] = NearestBefore(i, sentences, index) is { } other ? groupOf[other] : i;
            if (!groups.TryGetValue(groupOf[i], out var group))
            {
                groups[groupOf[i]] = group = [];
            }

            group.Add(sentences[i]);
            index.Add(sentences[i].Runs, i);
        }

        return groups.Values;
    }

    private static int? NearestBefore(int number, List<Sentence> sentences, RunIndex index)
    {
        int? nearest = null;
        var most = 0;
        foreach (var (other, shared) in index.Shared(sentences[number].Runs))
        {
            if (shared > most && shared >= NearlySame * Math.Max(sentences[number].Runs.Length, sentences[other].Runs.Length))
            {
                nearest = other;
                most = shared;
            }
        }

        return nearest;
    }

    private static PlanWarning? Warn(List<Sentence> group, IReadOnlyList<PlanDraftRow> rows)
    {
        var numbers = group.SelectMany(sentence => sentence.Rows).Distinct().Order().ToList();
        if (numbers.Count < 2)
        {
            return null;
        }

        var first = rows[numbers[0]];
        var names = PlanChecks.Some(numbers.Select(number => PlanChecks.RowName(rows[number])));
        var leads = numbers.Select(number => string.Join("; ", rows[number].Leads)).Where(lead => lead.Length > 0).DistinctBy(VietnameseText.Fold).ToList();
        var text = group[0].Text.Length <= 120 ? group[0].Text : group[0].Text[..120].TrimEnd() + "…";
        return leads.Count > 1
            ? new PlanWarning("row.sameDutyOtherLead", PlanChecks.RowName(first),
                $"Cùng một việc “{text}” ở các dòng {names} nhưng khác cơ quan chủ trì ({PlanChecks.Some(leads)}); hãy giao cho một đơn vị chủ trì.",
                first.Source) { RowNumber = numbers[0] }
            : new PlanWarning("row.repeated", PlanChecks.RowName(first),
                $"Nội dung “{text}” lặp lại ở các dòng {names}; hãy giữ một dòng hoặc nói rõ khác nhau chỗ nào.", first.Source, "note") { RowNumber = numbers[0] };
    }
}
