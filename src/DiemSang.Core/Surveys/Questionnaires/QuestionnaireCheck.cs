using System.Text.RegularExpressions;
using DiemSang.Core.Surveys.Indices;

namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>Whether a questionnaire can be asked and computed: every problem as a Vietnamese sentence.</summary>
public static partial class QuestionnaireCheck
{
    private const int FewestScalePoints = 2;

    public static IReadOnlyList<string> Problems(Questionnaire questionnaire) =>
    [
        .. Twice(questionnaire.Sections.Select(section => section.Code)).Select(code => $"Hai phần cùng mã “{code}”."),
        .. Twice(questionnaire.Questions.Select(question => question.Code)).Select(code => $"Hai câu cùng mã “{code}”."),
        .. Twice(questionnaire.Questions.SelectMany(question => question.Variables)).Select(name => $"Hai câu ghi vào cùng biến “{name}”."),
        .. questionnaire.Questions.SelectMany(question => OfQuestion(question, questionnaire)),
        .. ForwardReferences(questionnaire),
        .. OfIndex(questionnaire),
    ];

    private static IEnumerable<string> OfQuestion(Question question, Questionnaire questionnaire)
    {
        if (!CodePattern().IsMatch(question.Code))
        {
            yield return $"Mã câu “{question.Code}” phải bắt đầu bằng chữ, chỉ gồm chữ không dấu, số, gạch dưới.";
        }

        var needsChoices = question.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Matrix;
        if (needsChoices && question.Choices.Count < FewestScalePoints)
        {
            yield return $"Câu “{question.Code}” cần ít nhất hai lựa chọn.";
        }

        if (question.Kind == QuestionKind.Matrix && question.Rows.Count == 0)
        {
            yield return $"Câu “{question.Code}” là bảng nhưng không có dòng nào.";
        }

        var choices = question.OffersNoAnswer ? question.Choices.Concat(questionnaire.NoAnswers) : question.Choices;
        foreach (var code in Twice(choices.Select(choice => choice.Code)))
        {
            yield return $"Câu “{question.Code}” có hai lựa chọn cùng mã “{code}”.";
        }

        if (question.OffersNoAnswer && questionnaire.NoAnswers.Count == 0)
        {
            yield return $"Câu “{question.Code}” cho phép không trả lời nhưng phiếu không nêu lựa chọn nào (no_answer).";
        }

        foreach (var code in choices.Concat(question.Rows).Select(choice => choice.Code).Where(code => !ChoicePattern().IsMatch(code)))
        {
            yield return $"Câu “{question.Code}” có mã “{code}”; mã chỉ gồm chữ không dấu, số, gạch dưới.";
        }
    }

    /// <summary>A condition may only look back: what comes later has no answer yet.</summary>
    private static IEnumerable<string> ForwardReferences(Questionnaire questionnaire)
    {
        var asked = new HashSet<string>();
        foreach (var section in questionnaire.Sections)
        {
            foreach (var name in Unknown(section.Relevant, asked))
            {
                yield return $"Điều kiện của phần “{section.Code}” dùng biến “{name}” không có trước đó.";
            }

            foreach (var question in section.Questions)
            {
                foreach (var name in Unknown(question.Relevant, asked))
                {
                    yield return $"Điều kiện của câu “{question.Code}” dùng biến “{name}” không có trước đó.";
                }

                asked.UnionWith(question.Variables);
            }
        }
    }

    private static IEnumerable<string> OfIndex(Questionnaire questionnaire)
    {
        if (questionnaire.Index is not { } index)
        {
            yield break;
        }

        var variables = questionnaire.Questions.SelectMany(question => question.Variables).ToHashSet();
        foreach (var criterion in index.Root.Criteria().Where(criterion => criterion.Variable is null || !variables.Contains(criterion.Variable)))
        {
            yield return $"Chỉ số dùng “{criterion.Variable ?? criterion.Code}” nhưng phiếu không có câu đó.";
        }

        foreach (var variable in Twice(index.Root.Criteria().Select(criterion => criterion.Variable ?? "")))
        {
            yield return $"Chỉ số tính “{variable}” hai lần.";
        }

        if (index.ScalePoints is < FewestScalePoints or > 7 || index.SatisfiedFrom < FewestScalePoints || index.SatisfiedFrom > index.ScalePoints)
        {
            yield return $"Thang đo {index.ScalePoints} mức, hài lòng từ mức {index.SatisfiedFrom}: " +
                "thang phải có 2–7 mức và mức hài lòng nằm trong thang.";
        }
    }

    private static IEnumerable<string> Unknown(Condition? condition, HashSet<string> asked) =>
        condition?.Variables.Where(name => !asked.Contains(name)) ?? [];

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.CountBy(name => name).Where(name => name.Value > 1).Select(name => name.Key);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex("^[A-Za-z0-9_]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex ChoicePattern();
}
