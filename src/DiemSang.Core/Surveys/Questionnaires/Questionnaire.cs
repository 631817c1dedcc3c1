using DiemSang.Core.Surveys.Indices;

namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>Questions under one heading.</summary>
public sealed record Section(string Code, LocalText Title, IReadOnlyList<Question> Questions)
{
    public Condition? Relevant { get; init; }
}

/// <summary>A questionnaire (phiếu khảo sát) in one version.</summary>
public sealed record Questionnaire
{
    public required string Code { get; init; }

    public required string Version { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What a respondent is told before the first question.</summary>
    public LocalText? Introduction { get; init; }

    /// <summary>Where its contents come from.</summary>
    public string? Source { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Choices that mean "no answer", such as "không biết"; offered where a question says so, never counted as valid.</summary>
    public IReadOnlyList<Choice> NoAnswers { get; init; } = [];

    /// <summary>How its answers make an index; null when they do not.</summary>
    public SatisfactionIndex? Index { get; init; }

    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    public bool IsNoAnswer(string value) => NoAnswers.Any(choice => choice.Code == value);

    /// <summary>
    /// A scale answer for computation: 1…points, or 0 for everything that is not one (blank, "không biết", not asked).
    /// </summary>
    public byte ScaleAnswer(string? value) =>
        value is [>= '1' and var digit] && Index is { } index && digit - '0' <= index.ScalePoints ? (byte)(digit - '0') : (byte)0;
}
