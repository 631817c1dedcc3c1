using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards.Rounds;

namespace DiemSang.Modules.Scorecards.SelfScoring;

/// <summary>The four values that stand side by side.</summary>
public enum SheetStage { Self, Appraisal1, Appraisal2, Final }

/// <summary>Everything known of one unit in one round: what it declared, what was decided, what proves it, what it had last year.</summary>
/// <param name="Sheet">Null until the unit has declared something.</param>
/// <param name="Verdicts">As far as the reader may see them.</param>
/// <param name="LastYear">Published points of last year by criterion of this set; only where both maxima agree.</param>
public sealed record SheetFile(
    RoundFile File, Participant Participant, ScoreSheet? Sheet, IReadOnlyList<Verdict> Verdicts, ILookup<string, EvidenceItem> Evidence,
    IReadOnlyDictionary<string, decimal> LastYear, IReadOnlyList<CriterionDuty> Duties)
{
    private readonly Dictionary<SheetStage, ScoreSheetResult> _scored = [];

    /// <summary>A changed copy is scored anew.</summary>
    private SheetFile(SheetFile other)
    {
        (File, Participant, Sheet, Verdicts, Evidence, LastYear, Duties) = (other.File, other.Participant, other.Sheet, other.Verdicts, other.Evidence, other.LastYear, other.Duties);
        _scored = [];
    }

    public Round Round => File.Round;

    /// <summary>Where this unit stands today: its own days, where it was given some.</summary>
    public RoundStage Stage => Participant.StageOn(Round, File.Today);

    /// <summary>The stage whose verdicts about this unit may be written today; null while none may.</summary>
    public VerdictStage? OpenVerdictStage => File.VerdictStageOf(Participant);

    public SelfScore? SelfOf(string code) => Sheet?.Scores.Find(score => score.Code == code);

    public Verdict? VerdictOf(string code, VerdictStage stage) => Verdicts.FirstOrDefault(verdict => verdict.Code == code && verdict.Stage == stage);

    /// <summary>The last decision at this stage or before it: later stages look only at what is disputed.</summary>
    public Verdict? StandingVerdict(string code, VerdictStage stage) =>
        Verdicts.Where(verdict => verdict.Code == code && verdict.Stage <= stage).MaxBy(verdict => verdict.Stage);

    /// <summary>The sheet as one stage sees it, scored.</summary>
    public ScoreSheetResult At(SheetStage stage)
    {
        if (!_scored.TryGetValue(stage, out var result))
        {
            _scored[stage] = result = File.Engine.Score(Declared(stage));
        }

        return result;
    }

    /// <summary>One node as it would be scored with another declaration: a criterion for itself, a group with what stands below it.</summary>
    public NodeResult ScoredWith(SheetStage stage, Criterion criterion, Declaration declaration)
    {
        var declared = Declared(stage);
        var items = declared.Items.Where(pair => !criterion.IsLeaf && !File.Above[criterion.Code].Contains(pair.Key)).ToDictionary();
        items[criterion.Code] = declaration;
        return File.Engine.Score(declared with { Items = items }).Find(criterion.Code)!;
    }

    /// <summary>What a stage declares, criterion by criterion; what nobody has decided is absent.</summary>
    public SheetDeclaration Declared(SheetStage stage)
    {
        var items = new Dictionary<string, Declaration>();
        foreach (var (node, _) in File.Set.All())
        {
            if (DeclarationAt(stage, node) is { } declaration)
            {
                items[node.Code] = WithContext(declaration, node, stage);
            }
        }

        return new SheetDeclaration { Unit = Participant.SubjectName, Year = Round.Year, Items = items };
    }

    /// <summary>Flags of a stage in printed order; what others score is not held against the unit.</summary>
    public IReadOnlyList<SheetFlag> FlagsAt(SheetStage stage) =>
        [.. SheetFlags.Of(At(stage)).Where(flag => stage != SheetStage.Self || flag.Kind != FlagKind.NotDeclared || File.Leaf(flag.Code) is { } leaf && leaf.IsSelfScored())];

    /// <summary>What asks for a look at one criterion: of the self-score, and of the last appraisal.</summary>
    public IReadOnlyList<SheetFlag> FlagsOf(string code) =>
        [.. new[] { SheetStage.Self, Latest() }.Distinct().SelectMany(FlagsAt).Where(flag => flag.Code == code && (flag.Kind != FlagKind.NotDeclared || Latest() == SheetStage.Self)).DistinctBy(flag => flag.Kind)];

    /// <summary>Today the unit may still declare.</summary>
    public bool IsOpenForSelfScoring =>
        Stage == RoundStage.SelfScoring && Sheet?.IsSubmitted(Participant) != true;

    /// <summary>Today the unit may still answer the first appraisal.</summary>
    public bool IsOpenForExplanation =>
        Stage == RoundStage.Explanation && (Sheet?.ExplainedAt is null || Participant.ReopenedAt > Sheet.ExplainedAt);

    /// <summary>Criteria that the first appraisal asks about, or gave fewer points than the unit did.</summary>
    public IReadOnlyList<Criterion> ToExplain => [.. File.Leaves.Where(leaf => VerdictOf(leaf.Code, VerdictStage.Appraisal1) is { } verdict
        && (verdict.NeedsExplanation || verdict.Points < SelfOf(leaf.Code)?.Points))];

    /// <summary>The furthest stage at which anything was decided: what the unit's points are, as far as the reader knows.</summary>
    public SheetStage Latest() => Verdicts.Count == 0 ? SheetStage.Self : (SheetStage)((int)Verdicts.Max(verdict => verdict.Stage) + 1);

    /// <summary>A stage that nobody has decided anything at is not shown: it would only repeat the one before.</summary>
    public bool HasBegun(SheetStage stage) => stage == SheetStage.Self || Verdicts.Any(verdict => (int)verdict.Stage == (int)stage - 1);

    public bool IsOf(Actor actor) => Participant.SubjectId == actor.OrganisationId;

    public IEnumerable<CriterionDuty> DutiesOf(string code) => Duties.Where(duty => duty.Code == code);

    public StageTotal TotalAt(SheetStage stage)
    {
        var result = At(stage);
        if (stage != SheetStage.Self)
        {
            return new StageTotal(result.Points, result.ApplicableMax, File.Leaves.Count(leaf => IsDecided(leaf.Code, Limit(stage))));
        }

        var own = result.Nodes.Where(node => node.Criterion is { IsLeaf: true, Kind: CriterionKind.Scored } && node.Criterion.IsSelfScored()).Sum(node => node.ApplicableMax);
        return new StageTotal(result.Points, own, Sheet?.Scores.Count(score => File.Leaf(score.Code) is not null) ?? 0);
    }

    /// <summary>Decided itself, or with a group above it that was set as a whole.</summary>
    private bool IsDecided(string code, VerdictStage limit) =>
        StandingVerdict(code, limit) is not null || File.Above[code].Any(above => StandingVerdict(above, limit)?.Basis is VerdictBasis.NotApplicable or VerdictBasis.Overridden);

    private Declaration? DeclarationAt(SheetStage stage, Criterion node) => stage == SheetStage.Self
        ? node.IsSelfScored() ? SelfOf(node.Code)?.Declaration : null
        : StandingVerdict(node.Code, Limit(stage))?.Declaration;

    private Declaration WithContext(Declaration declaration, Criterion node, SheetStage stage) => declaration with
    {
        Evidence = [.. Evidence[node.Code].Select(item => new EvidenceReference(item.Title, item.IssuedOn ?? item.StandsFor))],
        Explanation = declaration.Explanation ?? SelfOf(node.Code)?.Explanation,
        LastYearPoints = LastYear.TryGetValue(node.Code, out var points) ? points : null,
        SelfPoints = stage == SheetStage.Self ? null : SelfOf(node.Code)?.Points,
    };

    private static VerdictStage Limit(SheetStage stage) => stage switch
    {
        SheetStage.Appraisal1 => VerdictStage.Appraisal1,
        SheetStage.Appraisal2 => VerdictStage.Appraisal2,
        _ => VerdictStage.Council,
    };
}

public static class SelfScoredCriteria
{
    /// <summary>Surveys and what only appraisers judge are not self-scored (guidance under 4361/QĐ-BNV).</summary>
    public static bool IsSelfScored(this Criterion criterion) => criterion.ScoredBy is ScoredBy.SelfAndAppraisal or ScoredBy.Figures;
}
