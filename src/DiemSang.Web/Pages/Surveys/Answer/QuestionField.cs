using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>One question with what stands in it and what is wrong with it.</summary>
public sealed record QuestionField(
    FormItem Item, Questionnaire Questionnaire, IReadOnlyDictionary<string, string> Values, ILookup<string, AnswerProblem> Problems, string Language)
{
    public Question Question => Item.Question;

    public IReadOnlyList<Choice> NoAnswers => Question.OffersNoAnswer ? Questionnaire.NoAnswers : [];

    /// <summary>Variable and label of each group of choices: the rows of a matrix, or the question itself.</summary>
    public IEnumerable<(string Variable, string Label)> Groups => Item.Rows.Count > 0
        ? Item.Rows.Select(row => (Question.VariableOf(row), row.Text.In(Language)))
        : [(Question.Code, Question.Text.In(Language))];

    public bool Has(string variable, string code) => Values.GetValueOrDefault(variable, "").Split(' ').Contains(code);

    /// <summary>Empty when “không biết” stands instead.</summary>
    public string Typed(string variable) => Values.GetValueOrDefault(variable) is { } value && !Questionnaire.IsNoAnswer(value) ? value : "";

    public AnswerProblem? ProblemOf(string variable) => Problems[variable].FirstOrDefault();
}
