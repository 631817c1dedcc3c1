using System.Globalization;
using Sprache;

namespace DiemSang.Core.Surveys.Questionnaires;

/// <summary>
/// When a question is asked, in the words XLSForm uses in its column <c>relevant</c>: <c>${q5} = '1' and not(selected(${q2}, '7'))</c>.
/// Comparisons are of numbers where both sides are numbers, else of texts; a variable without an answer is the empty text.
/// </summary>
public sealed class Condition
{
    /// <summary>Longer or deeper conditions are refused before they are parsed.</summary>
    private const int LongestText = 2000;
    private const int DeepestNesting = 50;

    private static readonly Parser<string> Name =
        Parse.Regex(@"[A-Za-z_][A-Za-z0-9_.\-]*", "name");

    private static readonly Parser<Operand> Variable =
        from open in Parse.String("${")
        from name in Name.Token()
        from close in Parse.Char('}')
        select new Operand(name, IsVariable: true);

    private static readonly Parser<Operand> Quoted =
        from quote in Parse.Chars('\'', '"')
        from text in Parse.CharExcept(quote).Many().Text()
        from end in Parse.Char(quote)
        select new Operand(text, IsVariable: false);

    private static readonly Parser<Operand> Number =
        Parse.Regex(@"-?\d+(\.\d+)?", "number").Select(text => new Operand(text, IsVariable: false));

    private static readonly Parser<Operand> AnyOperand = Variable.Or(Quoted).Or(Number).Token();

    private static readonly Parser<string> Comparator =
        new[] { "!=", "<=", ">=", "=", "<", ">" }.Select(Parse.String).Aggregate((a, b) => a.Or(b)).Text().Token();

    private static readonly Parser<Test> Comparison =
        from left in AnyOperand
        from comparator in Comparator
        from right in AnyOperand
        select new Test(answers => Holds(left.In(answers), comparator, right.In(answers)), [left, right]);

    private static readonly Parser<Test> Selected =
        from word in Word("selected")
        from open in Parse.Char('(').Token()
        from variable in AnyOperand
        from comma in Parse.Char(',').Token()
        from choice in AnyOperand
        from close in Parse.Char(')').Token()
        select new Test(answers => variable.In(answers).Split(' ').Contains(choice.In(answers)), [variable, choice]);

    private static readonly Parser<Test> Negation =
        from word in Word("not")
        from inner in Parse.Ref(() => InParentheses)
        select new Test(answers => !inner.Holds(answers), inner.Operands);

    private static readonly Parser<Test> InParentheses =
        from open in Parse.Char('(').Token()
        from inner in Parse.Ref(() => Either)
        from close in Parse.Char(')').Token()
        select inner;

    private static readonly Parser<Test> Term = Negation.Or(Selected).Or(InParentheses).Or(Comparison);

    private static readonly Parser<Test> Both = Parse.ChainOperator(
        Word("and"), Term, (_, a, b) => new Test(answers => a.Holds(answers) && b.Holds(answers), [.. a.Operands, .. b.Operands]));

    private static readonly Parser<Test> Either = Parse.ChainOperator(
        Word("or"), Both, (_, a, b) => new Test(answers => a.Holds(answers) || b.Holds(answers), [.. a.Operands, .. b.Operands]));

    private readonly Test _test;

    private Condition(string text, Test test) => (Text, _test) = (text, test);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The variables it looks at.</summary>
    public IEnumerable<string> Variables => _test.Operands.Where(operand => operand.IsVariable).Select(operand => operand.Text).Distinct();

    /// <summary>Reads a condition; null with a Vietnamese sentence when it cannot be understood.</summary>
    public static Condition? TryParse(string text, out string? problem)
    {
        var result = text.Length <= LongestText && Nesting(text) <= DeepestNesting ? Either.End().TryParse(text.Trim()) : null;
        if (result is { WasSuccessful: true })
        {
            problem = null;
            return new Condition(text.Trim(), result.Value);
        }

        var shown = text.Length > 100 ? text[..100] + "…" : text;
        problem = $"Không hiểu điều kiện “{shown}”; viết như ${{q5}} = '1' and selected(${{q2}}, '3').";
        return null;
    }

    /// <summary>Does it hold for these answers?</summary>
    /// <param name="answers">Answers by variable; several choices of one question are separated by spaces.</param>
    public bool Holds(IReadOnlyDictionary<string, string> answers) => _test.Holds(answers);

    public override string ToString() => Text;

    private static Parser<string> Word(string word) => Parse.Regex($@"{word}\b", word).Token();

    private static int Nesting(string text) => text.Count(c => c == '(');

    private static bool Holds(string left, string comparator, string right)
    {
        var order = double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(left, right);
        var isOrdered = comparator is "=" or "!=" || (left.Length > 0 && right.Length > 0);
        return isOrdered && comparator switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    private sealed record Operand(string Text, bool IsVariable)
    {
        public string In(IReadOnlyDictionary<string, string> answers) => IsVariable ? answers.GetValueOrDefault(Text, "") : Text;
    }

    private sealed record Test(Func<IReadOnlyDictionary<string, string>, bool> Holds, IReadOnlyList<Operand> Operands);
}
