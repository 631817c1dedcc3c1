using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Reading;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Questionnaires;

public sealed class SurveyCatalogTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "catalog", "surveys");
    private static readonly IReadOnlyList<Questionnaire> All = SurveyCatalog.Questionnaires(Folder);

    [Fact, Requirement("SVY-04", "SVY-09", "SVY-10", "SVY-13")]
    public void Questionnaires_Shipped_AreThoseAsked() =>
        All.Select(questionnaire => questionnaire.Code).ShouldBe(["sipas", "mot_cua", "tiep_cong_dan", "xu_ly_don", "doanh_nghiep", "y_kien_chinh_sach"], ignoreOrder: true);

    [Fact, Requirement("SVY-11")]
    public void Sipas_Index_HasThePublishedStructure()
    {
        var sipas = All.Single(questionnaire => questionnaire.Code == "sipas");
        var parts = sipas.Index!.Root.Children;
        parts.Select(part => part.Children.Select(element => element.Children.Count)).ShouldBe([[2, 2, 9, 10], [3, 4, 3, 3, 3]]);
        sipas.Index.Root.Criteria().Select(criterion => criterion.Variable).ShouldBe(Enumerable.Range(1, 39).Select(i => $"q9_{i}"));
        (sipas.Index.ScalePoints, sipas.Index.SatisfiedFrom, sipas.Index.Aggregation).ShouldBe((5, 4, Aggregation.Pooled));
        sipas.Questions.Single(question => question.Code == "q10").Rows.Count.ShouldBe(10);
    }

    [Fact, Requirement("SVY-02")]
    public void OneStopForm_IsAMinute() => All.Single(questionnaire => questionnaire.Code == "mot_cua").Questions.Sum(question => question.Variables.Count()).ShouldBeLessThan(12);

    [Fact, Requirement("SVY-07")]
    public void Scales_AllSatisfactionQuestions_AreBalancedAndOfferNoAnswer()
    {
        foreach (var question in All.SelectMany(questionnaire => questionnaire.Questions).Where(question => question.Text.Vi.Contains("hài lòng")))
        {
            question.Text.Vi.ShouldContain("hài lòng hay không hài lòng");
            question.Choices.Select(choice => choice.Text.Vi).ShouldBe(["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]);
            question.OffersNoAnswer.ShouldBeTrue();
        }
    }

    [Fact, Requirement("SVY-07")]
    public void Texts_AllQuestions_CoachNobody()
    {
        var wording = SurveyCatalog.Wording(Folder);
        wording.CoachingIn("Đề nghị chấm điểm cao").ShouldBe(["đề nghị chấm", "chấm điểm cao"]);

        All.SelectMany(questionnaire => questionnaire.Questions).SelectMany(question => wording.CoachingIn(question.Text.Vi)).ShouldBeEmpty();
    }

    [Fact]
    public void Texts_AllQuestions_AreInBothLanguages()
    {
        foreach (var question in All.SelectMany(questionnaire => questionnaire.Questions))
        {
            question.Choices.Concat(question.Rows).Select(choice => choice.Text).Append(question.Text).ShouldAllBe(text => text.En != null);
        }
    }

    [Fact]
    public void Integrity_Shipped_IsReadable() => SurveyCatalog.Integrity(Folder).StaffShare.ShouldBe(0.2);

    [Theory]
    [InlineData("kind: single", "kind: singel", "singel")]
    [InlineData("min: 1", "minimum: 1", "minimum")]
    [InlineData("${viec} = '3'", "${viec} == 3", "Không hiểu điều kiện")]
    [InlineData("${viec} = '3'", "${sau} = '3'", "không có trước đó")]
    [InlineData("criteria: [s_1,", "criteria: [s_9,", "s_9")]
    [InlineData("code: so_lan", "code: viec", "Hai câu cùng mã")]
    [InlineData("scale: satisfaction", "scale: khac", "không có thang đo")]
    public void Read_Mistake_IsRefusedInOneLine(string right, string wrong, string complaint)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "mot-cua.yaml")).Replace(right, wrong);
        var refusal = Should.Throw<UnreadableDocumentException>(() => QuestionnaireYaml.Read(text));
        refusal.Message.ShouldContain(complaint);
        refusal.Message.ShouldNotContain("\n");
    }
}
