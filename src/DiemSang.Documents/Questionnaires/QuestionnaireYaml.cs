using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Questionnaires as YAML files, as in <c>catalog/surveys</c>; docs/surveys.md describes the format.</summary>
public static class QuestionnaireYaml
{
    /// <exception cref="UnreadableDocumentException">Not YAML, not a questionnaire, or one that cannot be asked; one Vietnamese line.</exception>
    public static Questionnaire Read(string text)
    {
        var map = YamlMap.Load(text);
        var scales = map.Maps("scales").ToDictionary(scale => scale.Text("code"), ReadScale);
        var questionnaire = new Questionnaire
        {
            Code = map.Text("code"),
            Version = map.Text("version"),
            Title = ReadText(map, "title") ?? throw map.Problem("thiếu “title”."),
            Introduction = ReadText(map, "introduction"),
            Source = map.TextOr("source"),
            NoAnswers = ReadChoices(map, "no_answer"),
            Sections = [.. map.Maps("sections").Select(section => ReadSection(section, scales))],
        };
        questionnaire = questionnaire with { Index = map.MapOr("index") is { } index ? ReadIndex(index, questionnaire) : null };
        map.Done();
        return QuestionnaireCheck.Problems(questionnaire) is [var problem, ..] ? throw new UnreadableDocumentException(problem) : questionnaire;
    }

    private static IReadOnlyList<Choice> ReadScale(YamlMap scale)
    {
        var choices = ReadChoices(scale, "choices");
        scale.Done();
        return choices;
    }

    private static IReadOnlyList<Choice> ReadChoices(YamlMap map, string key) => [.. map.Maps(key).Select(ReadChoice)];

    private static Choice ReadChoice(YamlMap map)
    {
        var choice = new Choice(map.Text("code"), new LocalText(map.Text("vi"), map.TextOr("en")));
        map.Done();
        return choice;
    }

    private static LocalText? ReadText(YamlMap map, string key)
    {
        if (map.MapOr(key) is not { } text)
        {
            return map.TextOr(key) is { } vietnamese ? new LocalText(vietnamese) : null;
        }

        var both = new LocalText(text.Text("vi"), text.TextOr("en"));
        text.Done();
        return both;
    }

    private static Section ReadSection(YamlMap map, Dictionary<string, IReadOnlyList<Choice>> scales)
    {
        var section = new Section(
            map.Text("code"),
            ReadText(map, "title") ?? throw map.Problem("thiếu “title”."),
            [.. map.Maps("questions").Select(question => ReadQuestion(question, scales))])
        {
            Relevant = ReadCondition(map),
        };
        map.Done();
        return section;
    }

    private static Question ReadQuestion(YamlMap map, Dictionary<string, IReadOnlyList<Choice>> scales)
    {
        var question = new Question
        {
            Code = map.Text("code"),
            Kind = map.ChoiceOf<QuestionKind>("kind", map.Text("kind")),
            Text = ReadText(map, "text") ?? throw map.Problem("thiếu “text”."),
            Hint = ReadText(map, "hint"),
            Choices = map.TextOr("scale") is not { } scale ? ReadChoices(map, "choices")
                : scales.GetValueOrDefault(scale) ?? throw map.Problem($"không có thang đo “{scale}”."),
            Rows = ReadChoices(map, "rows"),
            IsRequired = map.Flag("required"),
            OffersNoAnswer = map.Flag("no_answer"),
            Relevant = ReadCondition(map),
            Smallest = map.Has("min") ? map.WholeOr("min", 0) : null,
            Largest = map.Has("max") ? map.WholeOr("max", 0) : null,
        };
        map.Done();
        return question;
    }

    private static Condition? ReadCondition(YamlMap map) => map.TextOr("relevant") is not { } text ? null
        : Condition.TryParse(text, out var problem) ?? throw map.Problem(problem!);

    private static SatisfactionIndex ReadIndex(YamlMap map, Questionnaire questionnaire)
    {
        var rows = questionnaire.Questions.SelectMany(AsCriteria).GroupBy(row => row.Variable).ToDictionary(row => row.Key, row => row.First().Criterion);
        var index = new SatisfactionIndex(
            ReadNode(map, rows), map.WholeOr("points", 5), map.WholeOr("satisfied_from", 4), map.Choice("aggregation", Aggregation.Pooled));
        map.Done();
        return index;
    }

    /// <summary>What an index may be made of: each row of a matrix, and each question that has none.</summary>
    private static IEnumerable<(string Variable, Choice Criterion)> AsCriteria(Question question) => question.Rows.Count > 0
        ? question.Rows.Select(row => (question.VariableOf(row), row))
        : [(question.Code, new Choice(question.Code, question.Text))];

    private static IndexNode ReadNode(YamlMap map, Dictionary<string, Choice> rows) => new()
    {
        Code = map.Text("code"),
        Name = ReadText(map, "name") ?? throw map.Problem("thiếu “name”."),
        Weight = (double)(map.NumberOr("weight") ?? 1),
        Children =
        [
            .. map.Maps("children").Select(child => ReadChild(child, rows)),
            .. map.Texts("criteria").Select(variable => rows.TryGetValue(variable, out var row)
                ? new IndexNode { Code = row.Code, Name = row.Text, Variable = variable }
                : throw map.Problem($"phiếu không có câu “{variable}”.")),
        ],
    };

    private static IndexNode ReadChild(YamlMap map, Dictionary<string, Choice> rows)
    {
        var node = ReadNode(map, rows);
        map.Done();
        return node.Children.Count > 0 ? node : throw map.Problem($"nhóm “{node.Code}” không có tiêu chí nào.");
    }
}
