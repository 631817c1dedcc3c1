using System.Globalization;
using DiemSang.Web.Infrastructure.ModelBinding;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Web.Tests.ModelBinding;

public sealed class StrictInputTests
{
    [Theory]
    [InlineData("80,5", "80.5")]
    [InlineData("80.5", "80.5")]
    [InlineData("-3", "-3")]
    [InlineData("0,0001", "0.0001")]
    public void ReadDecimal_OneSeparator_IsADecimalPoint(string typed, string expected)
    {
        StrictInput.TryReadDecimal(typed, out var value).ShouldBeTrue();
        value.ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    [InlineData("1 234")]
    [InlineData("12,5,3")]
    [InlineData("5%")]
    [InlineData("1e3")]
    [InlineData(",5")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999999")]
    public void ReadDecimal_Ambiguous_IsRefused(string typed) => StrictInput.TryReadDecimal(typed, out _).ShouldBeFalse();

    [Fact]
    public void ReadDecimal_AnyNumberWithEitherSeparatorInAnyCulture_ComesBack() =>
        Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), number =>
        {
            CultureInfo.CurrentCulture = new CultureInfo("vi-VN");
            var typed = number.ToString(CultureInfo.InvariantCulture);
            return StrictInput.TryReadDecimal(typed, out var withPoint) && StrictInput.TryReadDecimal(typed.Replace('.', ','), out var withComma)
                && withPoint == number && withComma == number;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("05/02/2026")]
    [InlineData("5/2/2026")]
    [InlineData("2026-02-05")]
    public void ReadDay_DayFirstOrIso_IsTheFifthOfFebruary(string typed)
    {
        StrictInput.TryReadDay(typed, out var day).ShouldBeTrue();
        day.ShouldBe(new DateOnly(2026, 2, 5));
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("2/13/2026")]
    [InlineData("5/2/26")]
    [InlineData("5.2.2026")]
    [InlineData("hôm nay")]
    public void ReadDay_NotADay_IsRefused(string typed) => StrictInput.TryReadDay(typed, out _).ShouldBeFalse();

    [Fact]
    public void Normalise_DecomposedLetters_BecomeOneLetterEach() => StrictInput.Normalise("  Tie\u0302\u0301ng Vie\u0323\u0302t ").ShouldBe("Tiếng Việt");
}
