using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>A group that has begun and not ended.</summary>
internal sealed record XlsFormGroup(string Name, LocalText? Title, Condition? Relevant)
{
    /// <summary>Shown as a table: <c>table-list</c>, or a rating of Kobo.</summary>
    public bool IsTable { get; init; }

    /// <summary>List of a Kobo rating, shared by its rows.</summary>
    public string? List { get; init; }

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

    private static string RowCode(string table, string question) =>
        question.StartsWith($"{table}_", StringComparison.Ordinal) ? question[(table.Length + 1)..] : question;
}
