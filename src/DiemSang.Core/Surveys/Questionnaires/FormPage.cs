namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>A question on a page; of a long matrix, some of its rows.</summary>
public sealed record FormItem(Question Question, IReadOnlyList<Choice> Rows)
{
    /// <summary>Put together once: they are looked up for every answer that comes in.</summary>
    public IReadOnlyList<string> Variables { get; } = [.. Rows.Count > 0 ? Rows.Select(Question.VariableOf) : Question.Variables];
}

/// <summary>
/// What is asked on one screen. Conditions are decided between pages, on the server, so a question never stands on the page of an answer it
/// depends on; a page is short enough for a phone.
/// </summary>
public sealed record FormPage(Section Section, IReadOnlyList<FormItem> Items)
{
    /// <summary>Lines to answer on one page: a matrix counts its rows, any other question counts one.</summary>
    public const int MostLines = 10;

    public IEnumerable<string> Variables => Items.SelectMany(item => item.Variables);

    /// <summary>The items that are asked, given the answers of the pages before; empty when the page is skipped.</summary>
    public IReadOnlyList<FormItem> Asked(IReadOnlyDictionary<string, string> answers) => Section.Relevant?.Holds(answers) == false ? [] :
        [.. Items.Where(item => item.Question.Relevant?.Holds(answers) ?? true)];

    /// <summary>All pages of a questionnaire, in order; a section begins a page.</summary>
    public static IReadOnlyList<FormPage> Of(Questionnaire questionnaire) =>
        [.. questionnaire.Sections.SelectMany(section => Pages([.. section.Questions.SelectMany(Parts)]).Select(items => new FormPage(section, items)))];

    private static IEnumerable<IReadOnlyList<FormItem>> Pages(IReadOnlyList<FormItem> items)
    {
        var page = new List<FormItem>();
        foreach (var item in items)
        {
            var dependsOnPage = item.Question.Relevant?.Variables.Intersect(page.SelectMany(earlier => earlier.Variables)).Any() == true;
            if (page.Count > 0 && (dependsOnPage || page.Sum(Lines) + Lines(item) > MostLines))
            {
                yield return page;
                page = [];
            }

            page.Add(item);
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }

    /// <summary>A long matrix in parts of nearly the same length.</summary>
    private static IEnumerable<FormItem> Parts(Question question)
    {
        var count = (question.Rows.Count + MostLines - 1) / MostLines;
        return count <= 1
            ? [new FormItem(question, question.Rows)]
            : question.Rows.Chunk((question.Rows.Count + count - 1) / count).Select(rows => new FormItem(question, rows));
    }

    private static int Lines(FormItem item) => Math.Max(1, item.Rows.Count);
}
