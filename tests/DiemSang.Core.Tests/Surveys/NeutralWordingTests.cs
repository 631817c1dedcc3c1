using DiemSang.Core.Surveys;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Surveys;

[Requirement("SVY-07")]
public sealed class NeutralWordingTests
{
    private readonly NeutralWording _wording = new(["chấm điểm cao", "nên chọn"]);

    [Theory]
    [InlineData("Đề nghị bà con CHẤM ĐIỂM CAO cho phường.", "chấm điểm cao")]
    [InlineData("de nghi ba con cham  diem cao", "chấm điểm cao")]
    [InlineData("(nên chọn mức 5)", "nên chọn")]
    [InlineData("kênh nên chống, rồi nên chọn", "nên chọn")]
    public void CoachingIn_TextThatCoaches_NamesThePhrase(string text, string phrase) => _wording.CoachingIn(text).ShouldBe([phrase]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mời Ông/Bà trả lời khách quan, trung thực.")]
    [InlineData("Mưa lớn nên chống ngập trước.")]
    public void CoachingIn_OtherText_FindsNothing(string? text) => _wording.CoachingIn(text).ShouldBeEmpty();
}
