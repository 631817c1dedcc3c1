using DiemSang.Core.Scoring.Formulas;

namespace DiemSang.Core.Scoring.Rules;

/// <summary>A named number: declared, or derived from others by <paramref name="Derived"/>.</summary>
public sealed record FormulaVariable(string Name, string Label, NumberFormula? Derived = null)
{
    public bool IsWhole { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
}

/// <param name="When">Null: always.</param>
/// <param name="Text">What the case means, for the sentence.</param>
public sealed record FormulaCase(ConditionFormula? When, NumberFormula Then, string? Text = null);

/// <summary>
/// Several named numbers and conditional formulas: the first case whose condition is true gives the points. As in checkSonar: a result
/// above
/// the maximum is an error, not a clamp. The variable <c>max_points</c> is the maximum of the criterion.
/// </summary>
public sealed record FormulaRule(IReadOnlyList<FormulaVariable> Variables, IReadOnlyList<FormulaCase> Cases) : ScoringRule
{
    public const string MaxPoints = "max_points";

    public override string Kind => "formula";

    public override IReadOnlyList<InputField> Inputs { get; } =
    [
        .. Variables.Where(variable => variable.Derived is null).Select(variable =>
            new InputField(variable.Name, variable.Label, variable.IsWhole
                ? InputKind.Count
                : InputKind.Number) { Min = variable.Min, Max = variable.Max }),
    ];

    public override RuleOutcome Score(RuleInput input)
    {
        try
        {
            var scope = new Scope(this, input);
            return FirstTrue(scope) is { } chosen
                ? RuleOutcome.Scored(chosen.Then.Evaluate(scope), LossCause.PartlyDone)
                : RuleOutcome.Failed("Không điều kiện nào của công thức đúng với số liệu đã kê khai.");
        }
        catch (FormulaException problem)
        {
            return RuleOutcome.Failed(problem.Message);
        }
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var scope = new Scope(this, input);
        var chosen = FirstTrue(scope)!;
        var numbers = chosen.Then.Variables.Concat(chosen.When?.Variables ?? []).Distinct()
            .Select(name => $"{LabelOf(name)} = {ScoreText.Number(scope.Value(name))}").ToList();
        var values = numbers.Count == 0 ? "" : $" với {string.Join(", ", numbers)}";
        return $"{chosen.Text ?? $"Công thức {chosen.Then}"}{values}: {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        if (Cases.Count == 0)
        {
            yield return RuleProblem.Error("Quy tắc công thức chưa có trường hợp nào.");
        }

        foreach (var problem in Formulas.Select(Unknown).OfType<string>())
        {
            yield return RuleProblem.Error(problem);
        }

        foreach (var problem in Formulas.Select(formula => formula.AlwaysFails).OfType<FormulaException>())
        {
            yield return RuleProblem.Error(problem.Message);
        }

        // Derived variables call each other: the sum, not each formula, bounds the depth of an evaluation.
        if (Formulas.Sum(formula => formula.Size) > Limits.FormulaParts)
        {
            yield return RuleProblem.Error($"Các công thức dài quá {Limits.FormulaParts} phần; tách thành nhiều tiêu chí.");
        }

        if (Variables.Count > Limits.FormulaVariables)
        {
            yield return RuleProblem.Error($"Công thức có {Variables.Count} biến; nhiều nhất {Limits.FormulaVariables}.");
        }
        else if (Cycle() is { } cycle)
        {
            yield return RuleProblem.Error($"Các biến gọi vòng quanh nhau: {string.Join(" → ", cycle)}.");
        }

        foreach (var name in Variables.Select(variable => variable.Name).Where(name => name == MaxPoints || !FormulaLexer.IsName(name)))
        {
            yield return RuleProblem.Error(
                $"“{name}” không đặt tên biến được; dùng chữ cái, chữ số và dấu gạch dưới, bắt đầu bằng chữ cái.");
        }

        if (Cases.Count > 0 && Cases[^1].When is not null)
        {
            yield return RuleProblem.Warning("Trường hợp cuối có điều kiện: số liệu không khớp điều kiện nào sẽ báo lỗi.");
        }
    }

    private IEnumerable<Formula> Formulas => Variables.Select(variable => variable.Derived)
        .Concat<Formula?>(Cases.Select(each => each.When)).Concat(Cases.Select(each => each.Then)).OfType<Formula>();

    private FormulaCase? FirstTrue(Scope scope)
    {
        foreach (var each in Cases)
        {
            if (each.When is null || each.When.Holds(scope))
            {
                return each;
            }
        }

        return null;
    }

    private string LabelOf(string name) =>
        name == MaxPoints ? "điểm tối đa" : Variables.First(variable => variable.Name == name).Label;

    private string? Unknown(Formula formula)
    {
        var use = formula.Uses.FirstOrDefault(use => use.Name != MaxPoints && Variables.All(variable => variable.Name != use.Name));
        return use is null
            ? null
            : $"Công thức “{formula}”, vị trí {use.Position.Offset + 1}: không có biến “{use.Name}”; các biến đã khai: {KnownNames()}.";
    }

    private string KnownNames() => string.Join(", ", Variables.Select(variable => variable.Name).Append(MaxPoints));

    /// <summary>Names along a cycle of derived variables, the first repeated at the end; null when there is none.</summary>
    private List<string>? Cycle()
    {
        var done = new HashSet<string>();
        return Variables.Select(variable => CycleFrom(variable.Name, [], done)).FirstOrDefault(cycle => cycle is not null);
    }

    private List<string>? CycleFrom(string name, List<string> path, HashSet<string> done)
    {
        var start = path.IndexOf(name);
        if (start >= 0)
        {
            return [.. path[start..], name];
        }

        var derived = Variables.FirstOrDefault(variable => variable.Name == name)?.Derived;
        if (derived is null || done.Contains(name))
        {
            return null;
        }

        path.Add(name);
        var found = derived.Variables.Select(used => CycleFrom(used, path, done)).FirstOrDefault(cycle => cycle is not null);
        path.RemoveAt(path.Count - 1);
        done.Add(name);
        return found;
    }

    /// <summary>
    /// Values of one evaluation; derived variables are computed when first asked for, so an unused division by zero does no harm.
    /// </summary>
    private sealed class Scope(FormulaRule rule, RuleInput input) : IFormulaScope
    {
        private readonly decimal?[] _derived = new decimal?[rule.Variables.Count];

        public decimal Value(string name)
        {
            for (var i = 0; i < rule.Variables.Count; i++)
            {
                if (rule.Variables[i].Name == name)
                {
                    return rule.Variables[i].Derived is { } derived ? _derived[i] ??= derived.Evaluate(this) : input.Number(name);
                }
            }

            return name == MaxPoints
                ? input.Max
                : throw new InvalidOperationException($"Variable {name} passed the set check but is not declared.");
        }
    }
}
