using System.Globalization;

namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>Something wrong with an answer, in words for the person who gave it.</summary>
/// <param name="Variable">The variable, so that the message stands beside its question.</param>
/// <param name="Sentence">With {0} where a number belongs, so that it can be said in another language.</param>
public sealed record AnswerProblem(string Variable, string Sentence, int? Number = null)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Sentence, Number);
}

/// <summary>Answers held against a questionnaire.</summary>
public static class AnswerCheck
{
    /// <summary>Characters of a free text that are kept.</summary>
    public const int LongestText = 2000;

    /// <summary>The answers to questions that were really asked: others are left out, as when someone goes back and changes a filter.</summary>
    public static Dictionary<string, string> Asked(Questionnaire questionnaire, IReadOnlyDictionary<string, string> answers)
    {
        var kept = new Dictionary<string, string>();
        foreach (var variable in Relevant(questionnaire, kept).SelectMany(question => question.Variables))
        {
            if (answers.GetValueOrDefault(variable)?.Trim() is { Length: > 0 } answer)
            {
                kept[variable] = answer;
            }
        }

        return kept;
    }

    /// <summary>What must be put right before the answers can be accepted; empty when nothing.</summary>
    public static IReadOnlyList<AnswerProblem> Problems(Questionnaire questionnaire, IReadOnlyDictionary<string, string> answers)
    {
        var asked = Asked(questionnaire, answers);
        var known = questionnaire.Questions.SelectMany(question => question.Variables).ToHashSet();
        var unknown = answers.Keys.Where(variable => !known.Contains(variable))
            .Select(variable => new AnswerProblem(variable, "Phiếu không có câu này."));
        return [.. unknown, .. Relevant(questionnaire, asked).SelectMany(question => OfQuestion(questionnaire, question, question.Variables, asked))];
    }

    /// <summary>Questions whose conditions hold, one after another: answers may be filled in while the list is walked.</summary>
    private static IEnumerable<Question> Relevant(Questionnaire questionnaire, IReadOnlyDictionary<string, string> answers) =>
        questionnaire.Sections.Where(section => section.Relevant?.Holds(answers) ?? true)
            .SelectMany(section => section.Questions.Where(question => question.Relevant?.Holds(answers) ?? true));

    /// <param name="variables">The question's, or some of a matrix's.</param>
    internal static IEnumerable<AnswerProblem> OfQuestion(Questionnaire questionnaire, Question question, IEnumerable<string> variables, IReadOnlyDictionary<string, string> asked)
    {
        foreach (var variable in variables)
        {
            var problem = asked.TryGetValue(variable, out var answer) ? Wrong(questionnaire, question, answer) : question.IsRequired ? Missing(question) : null;
            if (problem is var (sentence, number))
            {
                yield return new AnswerProblem(variable, sentence, number);
            }
        }
    }

    private static Saying Missing(Question question) => question.Kind switch
    {
        QuestionKind.Text => new("Hãy viết câu trả lời."),
        QuestionKind.Number => new("Hãy ghi một số."),
        QuestionKind.Multiple => new("Hãy chọn ít nhất một ý."),
        _ => new("Hãy chọn một ý."),
    };

    private static Saying? Wrong(Questionnaire questionnaire, Question question, string answer)
    {
        if (question.OffersNoAnswer && questionnaire.IsNoAnswer(answer))
        {
            return null;
        }

        return question.Kind switch
        {
            QuestionKind.Text => answer.Length > LongestText ? new("Câu trả lời dài quá {0} ký tự; hãy viết ngắn hơn.", LongestText) : null,
            QuestionKind.Number => WrongNumber(question, answer),
            QuestionKind.Multiple => answer.Split(' ').All(code => IsChoice(question, code)) ? null : new("Lựa chọn này không có trong phiếu."),
            _ => IsChoice(question, answer) ? null : new("Lựa chọn này không có trong phiếu."),
        };
    }

    private static bool IsChoice(Question question, string code) => question.Choices.Any(choice => choice.Code == code);

    private static Saying? WrongNumber(Question question, string answer)
    {
        if (!int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return new("Hãy ghi một số nguyên, chỉ gồm chữ số.");
        }

        return number < question.Smallest ? new("Số phải từ {0} trở lên.", question.Smallest)
            : number > question.Largest ? new("Số phải từ {0} trở xuống.", question.Largest)
            : null;
    }

    private sealed record Saying(string Sentence, int? Number = null);
}
