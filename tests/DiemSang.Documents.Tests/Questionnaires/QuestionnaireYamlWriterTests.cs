using DiemSang.Documents.Questionnaires;

namespace DiemSang.Documents.Tests.Questionnaires;

public sealed class QuestionnaireYamlWriterTests
{
    [Fact]
    public void Write_EachShippedQuestionnaire_ReadsBackToTheSameText()
    {
        foreach (var questionnaire in SurveyCatalog.Shipped)
        {
            var text = QuestionnaireYamlWriter.Write(questionnaire);
            var again = QuestionnaireYaml.Read(text);

            QuestionnaireYamlWriter.Write(again).ShouldBe(text);
            again.Questions.SelectMany(question => question.Variables).ShouldBe(questionnaire.Questions.SelectMany(question => question.Variables));
            again.Index?.Root.Criteria().Select(criterion => criterion.Variable).ShouldBe(questionnaire.Index?.Root.Criteria().Select(criterion => criterion.Variable));
        }
    }
}
