using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

/// <summary>
/// Scores sheets against one criteria set. Pure and thread-safe: the same set and declarations always give the same result. Index of every
/// node = points ÷ applicable maximum × 100, summed unrounded (PAR INDEX method, 4.2 of the reference).
/// </summary>
public sealed class ScoringEngine
{
    private const string RootCode = "";
    private readonly Criterion _root;

    /// <exception cref="InvalidCriteriaSetException">The set has errors; see <see cref="CriteriaSetCheck"/>.</exception>
    public ScoringEngine(CriteriaSet set)
    {
        var problems = CriteriaSetCheck.Run(set).Where(problem => problem.IsError).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidCriteriaSetException(problems);
        }

        Set = set;
        _root = new Criterion { Code = RootCode, Title = set.Title, Max = set.Total, Children = set.Criteria };
    }

    public CriteriaSet Set { get; }

    /// <summary>Never throws for a declaration: what cannot be scored is an invalid node with a sentence.</summary>
    public ScoreSheetResult Score(SheetDeclaration sheet)
    {
        var root = ScoreNode(_root, sheet);
        return new ScoreSheetResult(Set, sheet, root);
    }

    private NodeResult ScoreNode(Criterion criterion, SheetDeclaration sheet)
    {
        sheet.Items.TryGetValue(criterion.Code, out var declaration);
        var result = declaration switch
        {
            { IsNotApplicable: true } => Excused(criterion, declaration),
            _ when criterion.IsLeaf => ScoreLeaf(criterion, declaration, sheet.Year),
            { Values.Count: > 0 } => Refused(criterion, declaration, "Mục này là tổng các mục con, không kê khai số liệu trực tiếp."),
            _ => ScoreGroup(criterion, declaration, sheet),
        };
        return declaration?.Override is { } change ? Overridden(result, change) : result;
    }

    private NodeResult ScoreGroup(Criterion criterion, Declaration? declaration, SheetDeclaration sheet)
    {
        var children = new NodeResult[criterion.Children.Count];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = ScoreNode(criterion.Children[i], sheet);
        }

        var applicable = ApplicableMax(criterion, children);
        var points = Sum(children) is { } sum ? Signed(criterion, Bounded(criterion, applicable, Set.Rounding.Step(sum))) : (decimal?)null;
        return new NodeResult
        {
            Criterion = criterion,
            State = NodeState.Scored,
            Points = points,
            ComputedPoints = points,
            ApplicableMax = criterion.Kind == CriterionKind.Scored ? applicable : 0,
            Declaration = declaration,
            Children = children,
            Year = sheet.Year,
        };
    }

    /// <summary>Declared maximum less what was removed; exactly 0 when everything was, whatever fractions such as 10/3 leave.</summary>
    private static decimal ApplicableMax(Criterion criterion, NodeResult[] children)
    {
        var removed = 0m;
        var applies = false;
        foreach (var child in children)
        {
            if (child.Criterion.Kind == CriterionKind.Scored)
            {
                removed += child.Criterion.Max - child.ApplicableMax;
                applies |= child.ApplicableMax > 0;
            }
        }

        return criterion.Kind != CriterionKind.Scored ? criterion.Max : applies ? criterion.Max - removed : 0;
    }

    private static decimal? Sum(NodeResult[] children)
    {
        decimal? sum = 0;
        foreach (var child in children)
        {
            sum += child.State == NodeState.NotApplicable ? 0 : child.Points;
        }

        return sum;
    }

    private decimal Bounded(Criterion criterion, decimal applicableMax, decimal points)
    {
        var most = criterion.Kind == CriterionKind.Scored && Set.MayExceedMaximum ? decimal.MaxValue : applicableMax;
        return Math.Clamp(points, 0, most);
    }

    private NodeResult ScoreLeaf(Criterion criterion, Declaration? declaration, int? year)
    {
        var verdict = DeclarationCheck.Of(criterion.Rule!, declaration);
        if (verdict.IsInvalid)
        {
            return Refused(criterion, declaration, verdict.Message!);
        }

        if (verdict.IsMissing)
        {
            return Missing(criterion, declaration, verdict.Message);
        }

        var outcome = Evaluate(criterion, new RuleInput(criterion.Max, declaration!, year));
        return outcome.Kind switch
        {
            OutcomeKind.Failed => Refused(criterion, declaration, outcome.Message!),
            OutcomeKind.NotApplicable => Removed(criterion, declaration) with { Problem = outcome.Message },
            _ => Scored(criterion, declaration, outcome, year),
        };
    }

    private static RuleOutcome Evaluate(Criterion criterion, RuleInput input)
    {
        RuleOutcome outcome;
        try
        {
            outcome = criterion.Rule!.Score(input);
        }
        catch (OverflowException)
        {
            return RuleOutcome.Failed("Số liệu quá lớn hoặc quá nhỏ, không tính được điểm.");
        }

        return outcome.Kind == OutcomeKind.Scored && (outcome.Points < 0 || outcome.Points > criterion.Max)
            ? RuleOutcome.Failed($"Kết quả {ScoreText.Points(outcome.Points)} nằm ngoài khoảng từ 0 đến {ScoreText.Number(criterion.Max)}.")
            : outcome;
    }

    private NodeResult Scored(Criterion criterion, Declaration? declaration, RuleOutcome outcome, int? year)
    {
        var points = Signed(criterion, Set.Rounding.Step(outcome.Points));
        return new NodeResult
        {
            Criterion = criterion,
            State = NodeState.Scored,
            Points = points,
            ComputedPoints = points,
            ApplicableMax = OwnMax(criterion),
            Cause = outcome.Points < criterion.Max ? outcome.Cause : LossCause.None,
            Declaration = declaration,
            Year = year,
        };
    }

    private NodeResult Excused(Criterion criterion, Declaration declaration) => criterion.NotApplicable switch
    {
        NotApplicableTreatment.Forbidden => Refused(criterion, declaration, "Bộ tiêu chí không cho phép “không áp dụng” ở mục này."),
        NotApplicableTreatment.FullMarks => Scored(criterion, declaration, RuleOutcome.Scored(criterion.Max, LossCause.None), null),
        _ => Removed(criterion, declaration),
    };

    private static NodeResult Removed(Criterion criterion, Declaration? declaration) => new()
    {
        Criterion = criterion,
        State = NodeState.NotApplicable,
        Points = null,
        ApplicableMax = 0,
        Declaration = declaration,
    };

    private NodeResult Missing(Criterion criterion, Declaration? declaration, string? message) => new()
    {
        Criterion = criterion,
        State = NodeState.NotDeclared,
        Points = Set.Missing == MissingTreatment.Zero || criterion.Kind != CriterionKind.Scored ? 0 : null,
        ApplicableMax = OwnMax(criterion),
        Cause = LossCause.NotDeclared,
        Problem = message,
        Declaration = declaration,
    };

    private static NodeResult Refused(Criterion criterion, Declaration? declaration, string problem) => new()
    {
        Criterion = criterion,
        State = NodeState.Invalid,
        Points = null,
        ApplicableMax = OwnMax(criterion),
        Problem = problem,
        Declaration = declaration,
    };

    /// <summary>
    /// The override wins over the computed points and over a missing declaration, never over "not applicable" or its own limits.
    /// </summary>
    private static NodeResult Overridden(NodeResult result, PointsOverride change)
    {
        var most = result.Criterion.Kind == CriterionKind.Scored ? result.ApplicableMax : result.Criterion.Max;
        if (result.State == NodeState.NotApplicable)
        {
            return Refused(result.Criterion, result.Declaration, "Mục không áp dụng thì không ấn định điểm được.");
        }

        if (change.Points < 0 || change.Points > most)
        {
            var problem = $"Điểm ấn định {ScoreText.Number(change.Points)} nằm ngoài khoảng từ 0 đến {ScoreText.Number(most)}.";
            return Refused(result.Criterion, result.Declaration, problem);
        }

        if (string.IsNullOrWhiteSpace(change.Reason))
        {
            return Refused(result.Criterion, result.Declaration, "Ấn định điểm phải kèm lý do.");
        }

        var points = Signed(result.Criterion, change.Points);
        return result with
        {
            State = NodeState.Scored,
            Points = points,
            Cause = points < (result.ComputedPoints ?? 0) ? LossCause.Appraised : points < most ? result.Cause : LossCause.None,
        };
    }

    private static decimal Signed(Criterion criterion, decimal points) => criterion.Kind == CriterionKind.Penalty ? -points : points;

    private static decimal OwnMax(Criterion criterion) => criterion.Kind == CriterionKind.Scored ? criterion.Max : 0;
}
