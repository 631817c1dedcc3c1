using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Tests.Scoring;

public class FormulaTests
{
    private static readonly NumbersByName Numbers = new() { ["a"] = 18, ["b"] = 20, ["tỷ_lệ"] = 0.9m, ["không_tên"] = 0 };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("16 / 4 / 2", "2")]
    [InlineData("-a + 20", "2")]
    [InlineData("2 - -3", "5")]
    [InlineData("a / b * 100", "90")]
    [InlineData("80%", "0.8")]
    [InlineData("tỷ_lệ × 3 ÷ 100%", "2.7")]
    [InlineData("min(a, b, 3)", "3")]
    [InlineData("max(a, b)", "20")]
    [InlineData("round(2.5) + round(-2.5)", "0")]
    [InlineData("round(0.125, 2)", "0.13")]
    [InlineData("floor(1.7) + ceil(1.2) + abs(-3)", "6")]
    [InlineData("if(a >= b, 1 / 0, 5)", "5")]
    [InlineData("if(a < b và không b = 0 hoặc 1 > 2, 1, 2)", "1")]
    [InlineData("0.1 + 0.2", "0.3")]
    public void Evaluate_Formula_GivesExactDecimal(string text, string expected) =>
        NumberFormula.Parse(text).Evaluate(Numbers).ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("a + * 2", 5, "cần một số, một biến hoặc dấu “(”, gặp “*”")]
    [InlineData("(a + 2", 7, "cần “)”, gặp hết công thức")]
    [InlineData("a b", 3, "cần một phép tính hoặc hết công thức, gặp “b”")]
    [InlineData("1,5", 2, "số thập phân viết bằng dấu chấm")]
    [InlineData("1.2.3", 1, "không phải số")]
    [InlineData("a & b", 3, "ký tự “&” không dùng được")]
    [InlineData("sum(a)", 1, "không có hàm “sum”; các hàm: min, max")]
    [InlineData("round(1, 2, 3)", 1, "cần từ 1 đến 2 giá trị, gặp 3")]
    [InlineData("if(a, 1, 2)", 4, "cần một điều kiện đúng/sai")]
    [InlineData("a > 1", 3, "cần một số, gặp một điều kiện")]
    [InlineData("if(1 < a < 3, 1, 2)", 10, "viết “a < x and x < b”")]
    [InlineData("", 1, "gặp hết công thức")]
    [InlineData("99999999999999999999999999999", 1, "không phải số")]
    public void Parse_BadFormula_SaysWhereAndWhatWasExpected(string text, int place, string expected)
    {
        var problem = Should.Throw<FormulaException>(() => NumberFormula.Parse(text));
        problem.Message.ShouldContain(expected);
        problem.Message.ShouldContain($"vị trí {place}:");
    }

    [Theory]
    [InlineData("a / không_tên", "chia cho 0, vì “không_tên” bằng 0")]
    [InlineData("9999999999999999999999999999 * 100", "quá lớn")]
    [InlineData("round(a, 7)", "số nguyên từ 0 đến 6")]
    public void Evaluate_Impossible_SaysWhy(string text, string expected) =>
        Should.Throw<FormulaException>(() => NumberFormula.Parse(text).Evaluate(Numbers)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("min(")]
    [InlineData("if(not ")]
    public void Parse_TenThousandLevelsDeep_IsRefusedWithoutExhaustingTheStack(string opening) =>
        Should.Throw<FormulaException>(() => NumberFormula.Parse(string.Concat(Enumerable.Repeat(opening, 10_000)) + "a")).Message
            .ShouldContain("tách thành nhiều biến");

    [Fact]
    public void Evaluate_LongestChain_Works()
    {
        var chain = NumberFormula.Parse("1" + string.Concat(Enumerable.Repeat("+1", (Limits.FormulaParts / 2) - 1)));
        chain.Evaluate(Numbers).ShouldBe(Limits.FormulaParts / 2);
        NumberFormula.Parse(chain.ToString()).ShouldBe(chain);
    }

    [Fact]
    public void Parse_PrintedFormula_IsTheSameFormula() =>
        Prop.ForAll(FormulaGenerator.Numbers.ToArbitrary(), root => NumberFormula.Parse(root.ToString()).Root.Equals(root))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_PrintedCondition_IsTheSameCondition() =>
        Prop.ForAll(FormulaGenerator.Conditions.ToArbitrary(), root => ConditionFormula.Parse(root.ToString()).Root.Equals(root))
            .QuickCheckThrowOnFailure();

    private sealed class NumbersByName : Dictionary<string, decimal>, IFormulaScope
    {
        public decimal Value(string name) => this[name];
    }
}
