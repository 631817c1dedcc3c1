using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Core.Tests.Surveys.Questionnaires;

public sealed class ConditionTests
{
    private static readonly Dictionary<string, string> Answers = new() { ["a"] = "3", ["b"] = "1 7", ["c"] = "có" };

    [Theory]
    [InlineData("${a} = '3'", true)]
    [InlineData("${a} = 3.0", true)]
    [InlineData("${a} != 3", false)]
    [InlineData("${a} > 10", false)]
    [InlineData("${c} = 'có'", true)]
    [InlineData("selected(${b}, '7')", true)]
    [InlineData("selected(${b}, '17')", false)]
    [InlineData("not(selected(${b}, '7'))", false)]
    [InlineData("${x} = ''", true)]
    [InlineData("${x} < 5", false)]
    [InlineData("${a} = 1 or ${a} = 3 and ${c} = 'không'", false)]
    [InlineData("(${a} = 1 or ${a} = 3) and ${c} = \"có\"", true)]
    public void Holds_Answers_FollowsTheWords(string text, bool expected) =>
        Condition.TryParse(text, out _)!.Holds(Answers).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("${a")]
    [InlineData("${a} == 3")]
    [InlineData("${a} = 3 and")]
    [InlineData("a = 3")]
    public void TryParse_Nonsense_ExplainsItself(string text)
    {
        Condition.TryParse(text, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("Không hiểu điều kiện");
    }

    [Fact]
    public void TryParse_ThousandsOfParentheses_IsRefused() => Condition.TryParse(new string('(', 1500), out _).ShouldBeNull();

    [Fact]
    public void Variables_AreNamedOnce() => Condition.TryParse("${a} = 1 or ${b} = 2 or ${a} = 3", out _)!.Variables.ShouldBe(["a", "b"]);
}
