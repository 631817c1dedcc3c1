using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Core.Tests.Surveys.Questionnaires;

public sealed class FormPageTests
{
    [Fact]
    public void Of_LongMatrix_IsSharedOutEvenly() =>
        FormPage.Of(Form(Matrix("q", 39))).Select(page => page.Items.Single().Rows.Count).ShouldBe([10, 10, 10, 9]);

    [Fact]
    public void Of_QuestionThatDependsOnAnother_StandsOnALaterPage()
    {
        var pages = FormPage.Of(Form(Single("a"), Single("b") with { Relevant = Condition.TryParse("${a} = '1'", out _) }, Single("c")));

        pages.Select(page => string.Join(' ', page.Variables)).ShouldBe(["a", "b c"]);
        pages[1].Asked(new Dictionary<string, string> { ["a"] = "2" }).Select(item => item.Question.Code).ShouldBe(["c"]);
    }

    [Fact]
    public void Of_AnyQuestionnaire_KeepsEveryVariableOnceAndInOrder()
    {
        var form = Form([.. Enumerable.Range(0, 30).Select(number => number % 4 == 0 ? Matrix($"m{number}", number) : Single($"s{number}"))]);

        FormPage.Of(form).SelectMany(page => page.Variables).ShouldBe(form.Questions.SelectMany(question => question.Variables));
    }

    private static Questionnaire Form(params Question[] questions) => new()
    {
        Code = "f", Version = "1", Title = new("Phiếu"), Sections = [new Section("A", new("Phần A"), questions)],
    };

    private static Question Single(string code) => new() { Code = code, Kind = QuestionKind.Single, Text = new(code), Choices = [new("1", new("Có")), new("2", new("Không"))] };

    private static Question Matrix(string code, int rows) => Single(code) with
    {
        Kind = QuestionKind.Matrix, Rows = [.. Enumerable.Range(1, Math.Max(1, rows)).Select(row => new Choice($"{row}", new($"Dòng {row}")))],
    };
}
