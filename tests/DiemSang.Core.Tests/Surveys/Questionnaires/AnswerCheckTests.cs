using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Core.Tests.Surveys.Questionnaires;

public sealed class AnswerCheckTests
{
    private static readonly Choice[] YesNo = [new("1", new("Có")), new("2", new("Không"))];

    private static readonly Questionnaire Form = new()
    {
        Code = "f",
        Version = "1",
        Title = new("Phiếu"),
        NoAnswers = [new("98", new("Không biết"))],
        Sections =
        [
            new("A", new("Phần A"),
            [
                new() { Code = "came", Kind = QuestionKind.Single, Text = new("Đã đến?"), Choices = YesNo, IsRequired = true },
                new() { Code = "times", Kind = QuestionKind.Number, Text = new("Mấy lần?"), Smallest = 1, Largest = 50, Relevant = Condition.TryParse("${came} = '1'", out _) },
                new() { Code = "m", Kind = QuestionKind.Matrix, Text = new("Đánh giá"), Choices = YesNo, Rows = [new("1", new("A")), new("2", new("B"))], IsRequired = true, OffersNoAnswer = true },
                new() { Code = "how", Kind = QuestionKind.Multiple, Text = new("Cách"), Choices = YesNo },
                new() { Code = "why", Kind = QuestionKind.Text, Text = new("Vì sao") },
            ]),
        ],
    };

    [Fact]
    public void Problems_CompleteAnswers_AreNone() => Problems(("came", "1"), ("times", "2"), ("m_1", "1"), ("m_2", "98"), ("how", "1 2")).ShouldBeEmpty();

    [Fact]
    public void Problems_MissingRequired_SaysWhereAndWhat() =>
        Problems(("came", "2"), ("m_1", "1")).ShouldBe([new AnswerProblem("m_2", "Hãy chọn một ý.")]);

    [Theory]
    [InlineData("came", "3", "không có trong phiếu")]
    [InlineData("times", "0", "từ 1 trở lên")]
    [InlineData("times", "51", "từ 50 trở xuống")]
    [InlineData("times", "hai", "số nguyên")]
    [InlineData("how", "1 9", "không có trong phiếu")]
    [InlineData("came", "98", "không có trong phiếu")]
    [InlineData("other", "1", "Phiếu không có câu này")]
    public void Problems_WrongAnswer_IsExplained(string variable, string answer, string message)
    {
        var answers = new Dictionary<string, string> { ["came"] = "1", ["times"] = "2", ["m_1"] = "1", ["m_2"] = "1", [variable] = answer };
        AnswerCheck.Problems(Form, answers).ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    [Fact]
    public void Problems_HugeText_IsRefused() =>
        Problems(("came", "2"), ("m_1", "1"), ("m_2", "1"), ("why", new string('a', 1 << 20))).ShouldHaveSingleItem().Variable.ShouldBe("why");

    [Fact]
    public void Asked_FilterChanged_DropsWhatIsNoLongerAsked() =>
        AnswerCheck.Asked(Form, new Dictionary<string, string> { ["came"] = "2", ["times"] = "7" }).Keys.ShouldBe(["came"]);

    private static IReadOnlyList<AnswerProblem> Problems(params (string Variable, string Answer)[] answers) =>
        AnswerCheck.Problems(Form, answers.ToDictionary(answer => answer.Variable, answer => answer.Answer));
}
