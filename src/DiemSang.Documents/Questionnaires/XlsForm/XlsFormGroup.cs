using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>A group that has begun and not ended.</summary>
internal sealed record XlsFormGroup(string Name, LocalText? Title, Condition? Relevant)
{
    /// <summary>Shown as a table: <c>table-list</c>, or a rating of Kobo.</summary>
    public bool IsTable { get; init; }

    /// <summary>List of a Kobo rating or ranking, shared by its rows.</summary>
    public string? List { get; init; }

    /// <summary>Lines of a Kobo question matrix, whose questions are its columns; empty for other groups.</summary>
    public IReadOnlyList<Choice> Lines { get; init; } = [];

    /// <summary>Of a Kobo rating: all its rows.</summary>
    public bool IsRequired { get; init; }

    public LocalText? Hint { get; init; }

    public List<Question> Questions { get; init; } = [];

    /// <summary>A table whose questions share their choices and have no conditions of their own.</summary>
    public bool IsMatrix => IsTable && Questions.Count > 0 && Questions.TrueForAll(question =>
        question.Kind == QuestionKind.Single && question.Relevant is null && question.Choices.SequenceEqual(Questions[0].Choices));

    /// <summary>The group as one question; the code of a row loses the table's name when it begins with it.</summary>
    public Question ToMatrix()
    {
        var code = XlsFormNames.Code(Name);
        return Questions[0] with
        {
            Code = code,
            Kind = QuestionKind.Matrix,
            Text = Title ?? new LocalText(Name),
            Hint = Hint,
            Rows = Questions.ConvertAll(question => new Choice(RowCode(code, question.Code), question.Text)),
            Relevant = Relevant,
        };
    }

    /// <summary>A Kobo question matrix: a table for each column of choices, else a question for each of its lines.</summary>
    public IEnumerable<Question> ToQuestions() => Questions.SelectMany(column => column.Kind == QuestionKind.Single ? [ColumnOf(column)] : Lines.Select(line => CellOf(line, column)));

    private Question ColumnOf(Question column) => column with
    {
        Code = XlsFormNames.Code($"{Name}_{column.Code}"), Kind = QuestionKind.Matrix, Text = Joined(Title, column.Text), Rows = Lines, Relevant = Relevant,
    };

    private Question CellOf(Choice line, Question column) => column with
    {
        Code = XlsFormNames.Code($"{Name}_{line.Code}_{column.Code}"), Text = Joined(line.Text, column.Text), Relevant = Relevant,
    };

    private static LocalText Joined(LocalText? first, LocalText second) => first is null ? second
        : new LocalText($"{first.Vi}: {second.Vi}", first.En is null && second.En is null ? null : $"{first.In("en")}: {second.In("en")}");

    private static string RowCode(string table, string question) =>
        question.StartsWith($"{table}_", StringComparison.Ordinal) ? question[(table.Length + 1)..] : question;
}
