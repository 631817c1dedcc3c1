using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>Writes a questionnaire as the three sheets of an XLSForm.</summary>
internal static class XlsFormWriter
{
    public const string IntroductionName = "gioi_thieu";

    /// <summary>A column of our own on the sheet choices, which ODK and Kobo carry along unread.</summary>
    public const string NoAnswerColumn = "no_answer";

    private static readonly string[] SurveyColumns =
    [
        "type", "name", "label::Tiếng Việt (vi)", "label::English (en)", "hint::Tiếng Việt (vi)", "hint::English (en)",
        "required", "relevant", "constraint", "appearance",
    ];

    private static readonly string[] ChoiceColumns = ["list_name", "name", "label::Tiếng Việt (vi)", "label::English (en)", NoAnswerColumn];

    public static void Write(Questionnaire questionnaire, Stream output)
    {
        var lists = new ChoiceLists(questionnaire.NoAnswers);
        List<string[]> survey = [SurveyColumns, .. Introduction(questionnaire), .. questionnaire.Sections.SelectMany(section => Rows(section, lists))];
        List<string[]> settings =
        [
            ["form_title", "form_id", "version", "default_language"],
            [questionnaire.Title.Vi, questionnaire.Code, questionnaire.Version, "Tiếng Việt (vi)"],
        ];
        PlainWorkbook.Write(output, [("survey", survey), ("choices", [ChoiceColumns, .. lists.Rows]), ("settings", settings)]);
    }

    private static IEnumerable<string[]> Introduction(Questionnaire questionnaire) =>
        questionnaire.Introduction is { } text ? [new SurveyRow("note", IntroductionName, text).Cells] : [];

    private static IEnumerable<string[]> Rows(Section section, ChoiceLists lists) =>
    [
        new SurveyRow("begin_group", section.Code, section.Title) { Relevant = section.Relevant }.Cells,
        .. section.Questions.SelectMany(question => Rows(question, lists)),
        new SurveyRow("end_group", "", null).Cells,
    ];

    private static IEnumerable<string[]> Rows(Question question, ChoiceLists lists)
    {
        if (question.Kind != QuestionKind.Matrix)
        {
            return [Row(TypeOf(question, lists), question).Cells];
        }

        var type = $"select_one {lists.NameFor(question)}";
        IEnumerable<SurveyRow> rows =
        [
            Row("begin_group", question) with { IsRequired = false, Appearance = "table-list" },
            .. question.Rows.Select(row => new SurveyRow(type, question.VariableOf(row), row.Text) { IsRequired = question.IsRequired }),
            new SurveyRow("end_group", "", null),
        ];
        return rows.Select(row => row.Cells);
    }

    private static SurveyRow Row(string type, Question question) => new(type, question.Code, question.Text)
    {
        Hint = question.Hint,
        IsRequired = question.IsRequired,
        Relevant = question.Relevant,
        Constraint = string.Join(" and ", new[] { Limit(">=", question.Smallest), Limit("<=", question.Largest) }.OfType<string>()),
    };

    private static string? Limit(string side, int? number) => number is null ? null : FormattableString.Invariant($". {side} {number}");

    private static string TypeOf(Question question, ChoiceLists lists) => question.Kind switch
    {
        QuestionKind.Single => $"select_one {lists.NameFor(question)}",
        QuestionKind.Multiple => $"select_multiple {lists.NameFor(question)}",
        QuestionKind.Number => "integer",
        QuestionKind.Note => "note",
        _ => "text",
    };

    private sealed record SurveyRow(string Type, string Name, LocalText? Label)
    {
        public LocalText? Hint { get; init; }

        public bool IsRequired { get; init; }

        public Condition? Relevant { get; init; }

        public string Constraint { get; init; } = "";

        public string Appearance { get; init; } = "";

        public string[] Cells =>
        [
            Type, Name, Label?.Vi ?? "", Label?.En ?? "", Hint?.Vi ?? "", Hint?.En ?? "",
            IsRequired ? "yes" : "", Relevant?.Text ?? "", Constraint, Appearance,
        ];
    }

    /// <summary>Lists of choices, each written once under the code of the first question that uses it.</summary>
    private sealed class ChoiceLists(IReadOnlyList<Choice> noAnswers)
    {
        private readonly List<(string Name, Question Question)> _lists = [];

        public IEnumerable<string[]> Rows => _lists.SelectMany(list => RowsOf(list.Name, list.Question));

        public string NameFor(Question question)
        {
            var known = _lists.Find(list =>
                list.Question.OffersNoAnswer == question.OffersNoAnswer && list.Question.Choices.SequenceEqual(question.Choices));
            if (known.Name is not null)
            {
                return known.Name;
            }

            _lists.Add((question.Code, question));
            return question.Code;
        }

        private IEnumerable<string[]> RowsOf(string list, Question question) =>
            question.Choices.Select(choice => Row(list, choice, isNoAnswer: false))
                .Concat(question.OffersNoAnswer ? noAnswers.Select(choice => Row(list, choice, isNoAnswer: true)) : []);

        private static string[] Row(string list, Choice choice, bool isNoAnswer) =>
            [list, choice.Code, choice.Text.Vi, choice.Text.En ?? "", isNoAnswer ? "yes" : ""];
    }
}
