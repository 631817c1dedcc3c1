using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Surveys.Collecting;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>Reads the fields of a form page into answers by variable.</summary>
public static class PostedAnswers
{
    private const string Prefix = "a.";

    public static string FieldOf(string variable) => Prefix + variable;

    /// <summary>The box beside a typed answer that stands for “không biết”.</summary>
    public static string InsteadOf(string variable) => Prefix + variable + ".none";

    /// <summary>Empty for what no browser sends, bytes that are no text, and for what broke off with the line.</summary>
    public static async Task<IFormCollection> FormOfAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancel) : FormCollection.Empty;
        }
        catch (Exception trouble) when (trouble is InvalidDataException or BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }

    public static Dictionary<string, string> Read(IFormCollection form, Questionnaire questionnaire, IEnumerable<FormItem> items)
    {
        var answers = new Dictionary<string, string>();
        foreach (var item in items)
        {
            foreach (var variable in item.Variables)
            {
                if (AnswerOf(form, questionnaire, item.Question, variable) is { Length: > 0 } answer)
                {
                    answers[variable] = answer;
                }
            }
        }

        return answers;
    }

    private static string? AnswerOf(IFormCollection form, Questionnaire questionnaire, Question question, string variable)
    {
        var values = form[FieldOf(variable)].OfType<string>().Select(AnswerText.Clean).Where(value => value.Length > 0).ToList();
        if (values.Count == 0 && question.OffersNoAnswer && form[InsteadOf(variable)] is [{ Length: > 0 } instead, ..])
        {
            return instead;
        }

        // “Không biết” ticked beside real choices: the choices are what the person said.
        var chosen = values.Where(value => !questionnaire.IsNoAnswer(value)).ToList();
        return question.Kind == QuestionKind.Multiple ? string.Join(' ', chosen.Count > 0 ? chosen : values.Take(1)) : values.FirstOrDefault();
    }
}
