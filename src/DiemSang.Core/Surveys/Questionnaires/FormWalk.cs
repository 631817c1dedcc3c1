namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>
/// How a questionnaire is walked page by page: what a page's answers change, what has to be put right on it, which page comes next.
/// Made once for a questionnaire; any number of people may walk at the same time.
/// </summary>
public sealed class FormWalk(Questionnaire questionnaire)
{
    public Questionnaire Questionnaire { get; } = questionnaire;

    public IReadOnlyList<FormPage> Pages { get; } = FormPage.Of(questionnaire);

    /// <summary>The answers with what was typed on a page in place of what stood there; those that are no longer asked fall away.</summary>
    public Dictionary<string, string> With(IReadOnlyDictionary<string, string> answers, IReadOnlyList<FormItem> page, IReadOnlyDictionary<string, string> typed)
    {
        var all = new Dictionary<string, string>(answers);
        foreach (var variable in page.SelectMany(item => item.Variables))
        {
            all.Remove(variable);
            if (typed.TryGetValue(variable, out var answer))
            {
                all[variable] = answer;
            }
        }

        return Asked(all);
    }

    /// <summary>What must be put right on a page before going on; empty when nothing.</summary>
    /// <param name="answers">As <see cref="With"/> returns them.</param>
    public IReadOnlyList<AnswerProblem> Problems(IReadOnlyList<FormItem> page, IReadOnlyDictionary<string, string> answers) =>
        [.. page.SelectMany(item => AnswerCheck.OfQuestion(Questionnaire, item.Question, item.Variables, answers))];

    /// <summary>The next page with something to ask; null after the last.</summary>
    public int? Next(int page, IReadOnlyDictionary<string, string> answers)
    {
        for (var next = page + 1; next < Pages.Count; next++)
        {
            if (Pages[next].Asked(answers).Count > 0)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The page before with something to ask; the first when there is none.</summary>
    public int Previous(int page, IReadOnlyDictionary<string, string> answers) =>
        Enumerable.Range(0, page).LastOrDefault(earlier => Pages[earlier].Asked(answers).Count > 0);

    /// <summary>The pages hold every question in order, so a condition finds the answers it looks back at.</summary>
    private Dictionary<string, string> Asked(Dictionary<string, string> answers)
    {
        var kept = new Dictionary<string, string>(answers.Count);
        foreach (var variable in Pages.SelectMany(page => page.Asked(kept)).SelectMany(item => item.Variables))
        {
            if (answers.TryGetValue(variable, out var answer))
            {
                kept[variable] = answer;
            }
        }

        return kept;
    }
}
