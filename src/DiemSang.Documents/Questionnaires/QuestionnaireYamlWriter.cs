using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Criteria;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Writes a questionnaire as <see cref="QuestionnaireYaml"/> reads it; the same questionnaire always gives the same text.</summary>
public static class QuestionnaireYamlWriter
{
    public static string Write(Questionnaire questionnaire) => YamlBuilder.Block
        .Word("code", questionnaire.Code)
        .Text("version", questionnaire.Version)
        .Map("title", Both(questionnaire.Title))
        .Map("introduction", Both(questionnaire.Introduction))
        .Text("source", questionnaire.Source)
        .List("no_answer", Choices(questionnaire.NoAnswers), SequenceStyle.Block)
        .List("sections", questionnaire.Sections.Select(Section), SequenceStyle.Block)
        .Map("index", questionnaire.Index is { } index ? Index(index) : null)
        .Print();

    private static YamlNode? Both(LocalText? text) => text is null ? null : YamlBuilder.Flow.Text("vi", text.Vi).Text("en", text.En).Node;

    private static IEnumerable<YamlNode> Choices(IEnumerable<Choice> choices) =>
        choices.Select(choice => YamlBuilder.Flow.Text("code", choice.Code).Text("vi", choice.Text.Vi).Text("en", choice.Text.En).Node);

    private static YamlNode Section(Section section) => YamlBuilder.Block
        .Word("code", section.Code)
        .Map("title", Both(section.Title))
        .Text("relevant", section.Relevant?.Text)
        .List("questions", section.Questions.Select(Question), SequenceStyle.Block)
        .Node;

    private static YamlNode Question(Question question) => YamlBuilder.Block
        .Word("code", question.Code)
        .Word("kind", YamlMap.SnakeCase(question.Kind.ToString()))
        .Map("text", Both(question.Text))
        .Map("hint", Both(question.Hint))
        .Text("relevant", question.Relevant?.Text)
        .List("choices", Choices(question.Choices), SequenceStyle.Block)
        .List("rows", Choices(question.Rows), SequenceStyle.Block)
        .Number("min", question.Smallest)
        .Number("max", question.Largest)
        .Flag("required", question.IsRequired)
        .Flag("no_answer", question.OffersNoAnswer)
        .Node;

    private static YamlMappingNode Index(SatisfactionIndex index) => Node(index.Root)
        .Number("points", index.ScalePoints)
        .Number("satisfied_from", index.SatisfiedFrom)
        .ChoiceUnless("aggregation", index.Aggregation, Aggregation.Pooled)
        .Node;

    private static YamlBuilder Node(IndexNode node) => YamlBuilder.Block
        .Word("code", node.Code)
        .Map("name", Both(node.Name))
        .NumberUnless("weight", (decimal)node.Weight, 1)
        .List("children", node.Children.Where(child => child.Variable is null).Select(child => Node(child).Node), SequenceStyle.Block)
        .Texts("criteria", node.Children.Select(child => child.Variable).OfType<string>());
}
