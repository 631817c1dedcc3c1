using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>Makes questions of rows of the sheet survey, with their lists of the sheet choices.</summary>
internal sealed partial class XlsFormQuestions(XlsFormSheet? choices, XlsFormNames names)
{
    private readonly Dictionary<string, List<XlsFormRow>> _lists = (choices?.Rows ?? []).Where(row => row["list_name"].Length > 0)
        .GroupBy(row => row["list_name"]).ToDictionary(list => list.Key, list => list.ToList());

    private readonly List<string> _warnings = [];

    /// <summary>What could not be kept.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Choices marked as "no answer" anywhere in the form.</summary>
    public IReadOnlyList<Choice> NoAnswers =>
        [.. _lists.Values.SelectMany(list => list).Where(IsNoAnswer).Select(ChoiceOf).DistinctBy(choice => choice.Code)];

    /// <summary>The choices of a list that a row names.</summary>
    public IReadOnlyList<Choice> ListOf(XlsFormRow row, string list) => [.. RowsOf(row, list).Select(ChoiceOf)];

    /// <param name="row">Of the sheet survey.</param>
    /// <param name="type">First word of its type.</param>
    /// <param name="list">Name of its list; null when it has none.</param>
    public Question Read(XlsFormRow row, string type, string? list)
    {
        var question = new Question
        {
            Code = names.Renamed(row.Name),
            Kind = KindOf(type) ?? throw XlsFormNames.At(
                row, $"kiểu “{row["type"]}” chưa dùng được; dùng được select_one, select_multiple, integer, text, note và nhóm."),
            Text = row.Text("label") ?? new LocalText(row.Name),
            Hint = row.Text("hint"),
            IsRequired = row.IsYes("required"),
            Relevant = names.ConditionOf(row),
        };
        return question.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple => WithChoices(question, row, list ?? ""),
            QuestionKind.Number => WithLimits(question, row),
            _ => WithoutLimits(question, row),
        };
    }

    /// <summary>XLSForm's "or_other": one more choice, and a text that is asked when it is chosen.</summary>
    public static IEnumerable<Question> WithOther(Question question) =>
    [
        question with { Choices = [.. question.Choices, new Choice("other", new LocalText("Khác", "Other"))] },
        new()
        {
            Code = $"{question.Code}_other",
            Kind = QuestionKind.Text,
            Text = new LocalText("Ghi rõ", "Please specify"),
            Relevant = Condition.TryParse($"selected(${{{question.Code}}}, 'other')", out _),
        },
    ];

    private static QuestionKind? KindOf(string type) => type switch
    {
        "select_one" or "score__row" or "rank__level" => QuestionKind.Single,
        "select_multiple" => QuestionKind.Multiple,
        "integer" => QuestionKind.Number,
        "text" => QuestionKind.Text,
        "note" => QuestionKind.Note,
        _ => null,
    };

    private Question WithChoices(Question question, XlsFormRow row, string list)
    {
        var rows = RowsOf(row, list);
        return question with
        {
            Choices = [.. rows.Where(choice => !IsNoAnswer(choice)).Select(ChoiceOf)],
            OffersNoAnswer = rows.Exists(IsNoAnswer),
        };
    }

    private List<XlsFormRow> RowsOf(XlsFormRow row, string list) =>
        _lists.GetValueOrDefault(list) ?? throw XlsFormNames.At(row, $"danh sách lựa chọn “{list}” không có ở trang choices.");

    private Question WithLimits(Question question, XlsFormRow row)
    {
        var parts = row["constraint"].Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var limits = parts.Select(part => LimitPattern().Match(part)).ToList();
        return limits.Exists(limit => !limit.Success) ? WithoutLimits(question, row) : question with { Smallest = Limit(limits, ">="), Largest = Limit(limits, "<=") };
    }

    private Question WithoutLimits(Question question, XlsFormRow row)
    {
        if (row["constraint"].Length > 0)
        {
            _warnings.Add($"Dòng {row.Number}: không giữ được ràng buộc “{row["constraint"]}”.");
        }

        return question;
    }

    private static int? Limit(List<Match> limits, string side) =>
        limits.Find(limit => limit.Groups["side"].Value == side) is { } found
            ? int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture)
            : null;

    private static bool IsNoAnswer(XlsFormRow choice) => choice.IsYes(XlsFormWriter.NoAnswerColumn);

    private static Choice ChoiceOf(XlsFormRow row) => new(row.Name, row.Text("label") ?? new LocalText(row.Name));

    [GeneratedRegex(@"^\.\s*(?<side>>=|<=)\s*(?<number>-?\d{1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex LimitPattern();
}
