namespace DiemSang.Core.Scoring.Formulas;

/// <summary>
/// Recursive descent over the tokens. Nesting is limited to <see cref="Limits.FormulaDepth"/> and size to <see
/// cref="Limits.FormulaParts"/>, so
/// no text can exhaust the stack.
/// </summary>
internal sealed class FormulaParser
{
    private readonly string _text;
    private readonly IReadOnlyList<Token> _tokens;
    private int _at;
    private int _depth;

    private FormulaParser(string text)
    {
        _text = text;
        _tokens = FormulaLexer.Cut(text);
        if (_tokens.Count > Limits.FormulaParts)
        {
            RefuseDeepNesting();
            throw Problem(_tokens[Limits.FormulaParts], $"công thức dài quá {Limits.FormulaParts} phần; tách thành nhiều biến.");
        }
    }

    private Token Current => _tokens[_at];

    public static NumberNode ParseNumber(string text)
    {
        var parser = new FormulaParser(text);
        return parser.AsNumber(parser.Whole());
    }

    public static ConditionNode ParseCondition(string text)
    {
        var parser = new FormulaParser(text);
        return parser.AsCondition(parser.Whole());
    }

    private FormulaNode Whole()
    {
        var node = Either();
        return Current.Kind switch
        {
            TokenKind.End => node,
            _ when Current.Text == "," =>
                throw Problem(Current, "dấu phẩy chỉ ngăn các giá trị trong hàm; số thập phân viết bằng dấu chấm."),
            _ => throw Problem(Current, $"cần một phép tính hoặc hết công thức, gặp {Current.Shown}."),
        };
    }

    private FormulaNode Either()
    {
        var left = Both();
        while (TryTake("or", out var sign))
        {
            left = new LogicNode(sign.Position, IsAnd: false, AsCondition(left), AsCondition(Both()));
        }

        return left;
    }

    private FormulaNode Both()
    {
        var left = Negated();
        while (TryTake("and", out var sign))
        {
            left = new LogicNode(sign.Position, IsAnd: true, AsCondition(left), AsCondition(Negated()));
        }

        return left;
    }

    private FormulaNode Negated() =>
        TryTake("not", out var sign) ? new NotNode(sign.Position, Nested(() => AsCondition(Negated()))) : Comparison();

    private FormulaNode Comparison()
    {
        var left = Sum();
        if (!TryTakeComparison(out var sign, out var comparison))
        {
            return left;
        }

        var node = new ComparisonNode(sign.Position, comparison, AsNumber(left), AsNumber(Sum()));
        return TryTakeComparison(out var second, out _)
            ? throw Problem(second, "không so sánh liền nhau được; viết “a < x and x < b”.")
            : node;
    }

    private FormulaNode Sum()
    {
        var left = Product();
        while (TryTake("+", out var sign) || TryTake("-", out sign))
        {
            var operation = sign.Text == "+" ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
            left = new ArithmeticNode(sign.Position, operation, AsNumber(left), AsNumber(Product()));
        }

        return left;
    }

    private FormulaNode Product()
    {
        var left = Signed();
        while (TryTake("*", out var sign) || TryTake("/", out sign))
        {
            var operation = sign.Text == "*" ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
            left = new ArithmeticNode(sign.Position, operation, AsNumber(left), AsNumber(Signed()));
        }

        return left;
    }

    private FormulaNode Signed() =>
        TryTake("-", out var sign) ? new NegationNode(sign.Position, Nested(() => AsNumber(Signed()))) : Atom();

    private FormulaNode Atom()
    {
        var token = Current;
        if (token.Kind == TokenKind.Number)
        {
            _at++;
            return new LiteralNode(token.Position, token.Number, TryTake("%", out _));
        }

        if (token.Kind == TokenKind.Name && token.Text is not ("and" or "or" or "not"))
        {
            _at++;
            return Current.Text == "(" ? Call(token) : new VariableNode(token.Position, token.Text);
        }

        if (TryTake("(", out _))
        {
            var inner = Nested(Either);
            Take(")");
            return inner;
        }

        throw Problem(token, $"cần một số, một biến hoặc dấu “(”, gặp {token.Shown}.");
    }

    private FormulaNode Call(Token name)
    {
        if (!FormulaFunctions.Exists(name.Text))
        {
            throw Problem(name, $"không có hàm “{name.Text}”; các hàm: {string.Join(", ", FormulaFunctions.Names)}.");
        }

        Take("(");
        var arguments = new List<FormulaNode> { Nested(Either) };
        while (TryTake(",", out _))
        {
            arguments.Add(Nested(Either));
        }

        Take(")");
        if (FormulaFunctions.ArityProblem(name.Text, arguments.Count) is { } problem)
        {
            throw Problem(name, problem);
        }

        return name.Text == FormulaFunctions.If
            ? new ChoiceNode(name.Position, AsCondition(arguments[0]), AsNumber(arguments[1]), AsNumber(arguments[2]))
            : new CallNode(name.Position, name.Text, [.. arguments.Select(AsNumber)]);
    }

    private T Nested<T>(Func<T> parse)
    {
        if (++_depth > Limits.FormulaDepth)
        {
            throw TooDeep(Current);
        }

        var node = parse();
        _depth--;
        return node;
    }

    /// <summary>For a text that is too long anyway: says so about its nesting first, when that is what makes it long.</summary>
    private void RefuseDeepNesting()
    {
        var depth = 0;
        foreach (var token in _tokens)
        {
            depth += token.Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth > Limits.FormulaDepth)
            {
                throw TooDeep(token);
            }
        }
    }

    private FormulaException TooDeep(Token token) => Problem(token, $"lồng sâu quá {Limits.FormulaDepth} cấp; tách thành nhiều biến.");

    private NumberNode AsNumber(FormulaNode node) =>
        node as NumberNode ?? throw new FormulaException(node.Position, "cần một số, gặp một điều kiện đúng/sai.", _text);

    private ConditionNode AsCondition(FormulaNode node) =>
        node as ConditionNode ?? throw new FormulaException(
            node.Position, "cần một điều kiện đúng/sai (như “x >= 80”), gặp một số.", _text);

    private bool TryTakeComparison(out Token token, out ComparisonOperator comparison)
    {
        token = Current;
        ComparisonOperator? found = token.Text switch
        {
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            ">=" => ComparisonOperator.GreaterOrEqual,
            "=" => ComparisonOperator.Equal,
            "<>" => ComparisonOperator.NotEqual,
            _ => null,
        };
        comparison = found ?? default;
        _at += found is null ? 0 : 1;
        return found is not null;
    }

    private bool TryTake(string text, out Token token)
    {
        token = Current;
        if (token.Kind == TokenKind.End || token.Text != text)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Take(string text)
    {
        if (!TryTake(text, out var found))
        {
            throw Problem(found, found.Text == "," && text == ")"
                ? "dấu phẩy chỉ ngăn các giá trị trong hàm; số thập phân viết bằng dấu chấm."
                : $"cần “{text}”, gặp {found.Shown}.");
        }
    }

    private FormulaException Problem(Token token, string reason) => new(token.Position, reason, _text);
}
