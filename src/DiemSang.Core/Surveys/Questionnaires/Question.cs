namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One choice.</summary>
    Single,

    /// <summary>Any number of choices.</summary>
    Multiple,

    /// <summary>One choice of the same scale for each row.</summary>
    Matrix,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Nothing to answer: words to read.</summary>
    Note,
}

/// <summary>A choice, or a row of a matrix.</summary>
/// <param name="Code">Short, without spaces: what is stored.</param>
/// <param name="Text">What is shown.</param>
public sealed record Choice(string Code, LocalText Text);

/// <summary>One question.</summary>
public sealed record Question
{
    /// <summary>Name of its variable; a matrix row's variable is code_row.</summary>
    public required string Code { get; init; }

    public required QuestionKind Kind { get; init; }

    public required LocalText Text { get; init; }

    public LocalText? Hint { get; init; }

    /// <summary>Choices, or the points of a matrix's scale.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Rows of a matrix.</summary>
    public IReadOnlyList<Choice> Rows { get; init; } = [];

    /// <summary>Must be answered, with "no answer" counting as an answer where it is offered.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when the questionnaire's "không biết", "không trả lời" are offered.</summary>
    public bool OffersNoAnswer { get; init; }

    /// <summary>Asked only when this holds; null for always.</summary>
    public Condition? Relevant { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public int? Smallest { get; init; }

    /// <summary>Largest number allowed.</summary>
    public int? Largest { get; init; }

    /// <summary>Names under which answers are stored.</summary>
    public IEnumerable<string> Variables => Kind switch
    {
        QuestionKind.Note => [],
        QuestionKind.Matrix => Rows.Select(VariableOf),
        _ => [Code],
    };

    public string VariableOf(Choice row) => $"{Code}_{row.Code}";
}
