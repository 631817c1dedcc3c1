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

    /// <summary>A run in more sentences than this is a set phrase and tells nothing.</summary>
    private const int MostSentencesOfARun = 24;
    private const int MostWarnings = 200;

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

    private static ulong[] RunsOf(string[] words)
    {
        var runs = new HashSet<ulong>();
        for (var i = 0; i + RunLength <= words.Length; i++)
        {
            var hash = 14695981039346656037UL;
            foreach (var c in string.Concat(words[i], " ", words[i + 1], " ", words[i + 2]))
            {
                hash = unchecked((hash ^ c) * 1099511628211UL);
            }

            runs.Add(hash);
        }

        return [.. runs];
    }

    /// <summary>Sentences joined with the earlier one they are nearly the same as.</summary>
    private static IEnumerable<List<Sentence>> Group(List<Sentence> sentences)
    {
        var index = new Dictionary<ulong, List<int>>();
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
            AddTo(index, sentences[i], i);
        }

        return groups.Values;
    }

    private static int? NearestBefore(int number, List<Sentence> sentences, Dictionary<ulong, List<int>> index)
    {
        var shared = new Dictionary<int, int>();
        foreach (var run in sentences[number].Runs)
        {
            foreach (var other in index.GetValueOrDefault(run, []))
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }
        }

        var best = shared.Where(pair => IsNearlySame(pair.Value, sentences[number], sentences[pair.Key]))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (int?)pair.Key);
        return best.FirstOrDefault();
    }

    private static bool IsNearlySame(int shared, Sentence a, Sentence b) => shared >= NearlySame * Math.Max(a.Runs.Length, b.Runs.Length);

    private static void AddTo(Dictionary<ulong, List<int>> index, Sentence sentence, int number)
    {
        foreach (var run in sentence.Runs)
        {
            if (!index.TryGetValue(run, out var numbers))
            {
                index[run] = numbers = [];
            }

            if (numbers.Count < MostSentencesOfARun)
            {
                numbers.Add(number);
            }
        }
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
                $"Cùng một việc “{text}” ở các dòng {names} nhưng khác cơ quan chủ trì ({PlanChecks.Some(leads)}); hãy giao cho một đơn vị chủ trì.", first.Source) { RowNumber = numbers[0] }
            : new PlanWarning("row.repeated", PlanChecks.RowName(first),
                $"Nội dung “{text}” lặp lại ở các dòng {names}; hãy giữ một dòng hoặc nói rõ khác nhau chỗ nào.", first.Source, "note") { RowNumber = numbers[0] };
    }
}
