namespace DiemSang.Core.Scoring.Rules;

/// <summary>
/// How declared data becomes the points of one leaf. The kinds are those of real criteria sets; each class names its example. A rule is
/// a value: it holds parameters only, is safe to share between threads and always gives the same points for the same declaration.
/// </summary>
public abstract record ScoringRule
{
    /// <summary>Name in YAML, e.g. "bands".</summary>
    public abstract string Kind { get; }

    /// <summary>What must be declared.</summary>
    public abstract IReadOnlyList<InputField> Inputs { get; }

    /// <summary>
    /// Points for a declaration that fits <see cref="Inputs"/>, exact and not rounded. The engine refuses points outside 0…max as an
    /// error; a rule never clamps unless capping is its meaning.
    /// </summary>
    public abstract RuleOutcome Score(RuleInput input);

    /// <summary>One Vietnamese sentence saying how the points came about.</summary>
    public abstract string Explain(RuleInput input, decimal points);

    /// <summary>What is wrong with the parameters for a criterion of this maximum.</summary>
    public virtual IEnumerable<RuleProblem> Check(decimal max) => [];
}

/// <param name="Max">Maximum points of the criterion.</param>
/// <param name="Declaration">Already checked against the rule's inputs.</param>
/// <param name="Year">Year being scored; null when unknown.</param>
public readonly record struct RuleInput(decimal Max, Declaration Declaration, int? Year)
{
    public bool Yes(string name) => Declaration.Values.TryGetValue(name, out var value) && value.Yes;

    public decimal Number(string name) => Declaration.Values[name].Number;

    public decimal NumberOr(string name, decimal whenAbsent) =>
        Declaration.Values.TryGetValue(name, out var value) ? value.Number : whenAbsent;

    public DateOnly? Date(string name) => Declaration.Values[name].Date;

    public string Text(string name) => Declaration.Values[name].Text;
}

public enum OutcomeKind { Scored, NotApplicable, Failed }

/// <summary>What a rule made of a declaration.</summary>
/// <param name="Message">For <see cref="OutcomeKind.Failed"/>: a Vietnamese sentence saying what went wrong and where.</param>
public readonly record struct RuleOutcome(OutcomeKind Kind, decimal Points, LossCause Cause, string? Message)
{
    /// <param name="cause">Why points are missing, used when they are below the maximum.</param>
    public static RuleOutcome Scored(decimal points, LossCause cause) => new(OutcomeKind.Scored, points, cause, null);

    public static RuleOutcome NotApplicable(string message) => new(OutcomeKind.NotApplicable, 0, LossCause.None, message);

    public static RuleOutcome Failed(string message) => new(OutcomeKind.Failed, 0, LossCause.None, message);
}

/// <summary>Why points were lost, for the list that turns lost points into tasks.</summary>
public enum LossCause { None, NotDeclared, NotDone, PartlyDone, Late, BelowThreshold, Survey, Deducted, NoImprovement, Appraised }

public readonly record struct RuleProblem(bool IsError, string Message)
{
    public static RuleProblem Error(string message) => new(true, message);

    public static RuleProblem Warning(string message) => new(false, message);
}
