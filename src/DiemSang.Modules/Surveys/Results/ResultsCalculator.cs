using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Disclosure;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>
/// Turns answers into shares with errors, by the design of the wave. Figures on fewer than five people are hidden, with others that would give them away.
/// </summary>
public sealed class ResultsCalculator
{
    public const string OnTime = "on-time";
    public const string Late = "late";

    private readonly WaveAnswers _wave;
    private readonly WaveDesign _plan;
    private readonly IReadOnlyDictionary<string, byte[]> _scale;

    private ResultsCalculator(WaveAnswers wave, WaveDesign plan)
    {
        _wave = wave;
        _plan = plan;
        Index = wave.Questionnaire.Index is { } index ? index with { Aggregation = wave.Setting.Aggregation ?? index.Aggregation } : null;
        _scale = Index is null
            ? new Dictionary<string, byte[]>()
            : Index.Root.Criteria().ToDictionary(criterion => criterion.Variable!, criterion => Array.ConvertAll(Answers, given => wave.Questionnaire.ScaleAnswer(given.Answers.GetValueOrDefault(criterion.Variable!))));
    }

    private SatisfactionIndex? Index { get; }
    private GivenAnswer[] Answers => _plan.Answers;
    private SurveyDesign Design => _plan.Design!;

    public static WaveResults Of(WaveAnswers wave)
    {
        try
        {
            var plan = WaveDesign.Of(wave);
            return plan.Answers.Length == 0 ? WaveResults.None(wave) : new ResultsCalculator(wave, plan).All();
        }
        catch (SurveyDataException trouble)
        {
            return WaveResults.None(wave) with { Trouble = trouble.Message };
        }
    }

    /// <summary>The whole index by the answers to a question with single choices; empty when there is no such question or nothing to show.</summary>
    public static IReadOnlyList<ResultGroup> By(WaveResults results, string variable)
    {
        var question = results.Crossable.FirstOrDefault(question => question.Code == variable);
        return question is null ? [] : new ResultsCalculator(results.Source, WaveDesign.Of(results.Source)).GroupedBy(question);
    }

    private WaveResults All() => new(_wave, Index is null ? [] : Lines(), Index is null ? new Dictionary<GroupKind, IReadOnlyList<ResultGroup>>() : Groups(), [.. Questions()])
    {
        Estimated = Answers.Length, Notes = _plan.Notes,
    };

    private ResultFigure Figure(Estimate estimate) => ResultFigure.Of(estimate, _wave.Setting.Interval);

    private List<ResultLine> Lines()
    {
        var rows = new SatisfactionTable(Design, Index!).Compute(_scale);
        var hidden = new HashSet<string>();
        if (rows[0].Estimate.Count < SmallGroups.Smallest)
        {
            hidden.UnionWith(rows.Select(row => row.Node.Code));
        }

        Hide(Index!.Root, rows.ToDictionary(row => row.Node.Code, row => row.Estimate.Count), hidden);
        return [.. rows.Select(row => new ResultLine(row.Node, row.Depth, hidden.Contains(row.Node.Code) ? ResultFigure.Hidden : Figure(row.Estimate)))];
    }

    /// <summary>Children add up to their parent, so a small one takes another with it; what is below a hidden one is hidden too.</summary>
    private static void Hide(IndexNode node, Dictionary<string, int> counts, HashSet<string> hidden)
    {
        var small = SmallGroups.Hidden([.. node.Children.Select(child => counts[child.Code])]);
        for (var i = 0; i < node.Children.Count; i++)
        {
            if (small[i] || hidden.Contains(node.Code))
            {
                hidden.Add(node.Children[i].Code);
            }

            Hide(node.Children[i], counts, hidden);
        }
    }

    private Dictionary<GroupKind, IReadOnlyList<ResultGroup>> Groups()
    {
        var points = _wave.Points.ToDictionary(point => point.Id);
        var groups = GroupedBy(given => (KindOf(points[given.PointId].Kind), points[given.PointId].Code, points[given.PointId].Name))
            .Concat(GroupedBy(given => (GroupKind.Channel, given.Channel.ToString(), given.Channel.ToString())))
            .Concat(GroupedBy(given => (GroupKind.Stratum, given.Stratum, given.Stratum)))
            .Concat(GroupedBy(given => (GroupKind.OnTime, given.WasOnTime switch { true => OnTime, false => Late, null => "" }, "")));
        return groups.ToLookup(group => group.Kind, group => group.Group).ToDictionary(kind => kind.Key, kind => (IReadOnlyList<ResultGroup>)[.. kind]);
    }

    private static GroupKind KindOf(PointKind kind) => kind switch
    {
        PointKind.Hamlet => GroupKind.Hamlet,
        PointKind.Procedure => GroupKind.Procedure,
        PointKind.Counter => GroupKind.Counter,
        _ => GroupKind.Link,
    };

    /// <summary>Groups that add up to the whole hide one another, so all of them are looked at together.</summary>
    private List<(GroupKind Kind, ResultGroup Group)> GroupedBy(Func<GivenAnswer, (GroupKind Kind, string Code, string Name)> key)
    {
        var groups = Enumerable.Range(0, Answers.Length).GroupBy(row => key(Answers[row])).Where(group => group.Key.Code != "").OrderBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => (group.Key, Whole: new SatisfactionTable(Design, Index!).Compute(_scale, [.. group])[0].Estimate)).ToList();
        var hidden = SmallGroups.Hidden([.. groups.Select(group => group.Whole.Count)]);
        return [.. groups.Select((group, i) => (group.Key.Kind, new ResultGroup(group.Key.Code, group.Key.Name, hidden[i] ? ResultFigure.Hidden : Figure(group.Whole))))];
    }

    /// <summary>The whole index among those who chose each answer of a question with single choices.</summary>
    private List<ResultGroup> GroupedBy(Question question) =>
        [.. GroupedBy(given => (GroupKind.Question, Chosen(given, question.Code) is [var only] ? only : "", "")).Select(one => one.Group)
            .Select(group => group with { Name = question.Choices.First(choice => choice.Code == group.Code).Text.Vi })];

    private IEnumerable<QuestionResult> Questions() =>
        from question in _wave.Questionnaire.Questions
        from asked in Asked(question)
        where !_scale.ContainsKey(asked.Variable)
        select ResultOf(question, asked.Variable, asked.Text);

    private static IEnumerable<(string Variable, LocalText Text)> Asked(Question question) => question.Kind switch
    {
        QuestionKind.Matrix => question.Rows.Select(row => (question.VariableOf(row), row.Text)),
        QuestionKind.Single or QuestionKind.Multiple => [(question.Code, question.Text)],
        _ => [],
    };

    private QuestionResult ResultOf(Question question, string variable, LocalText text)
    {
        var chosen = Array.ConvertAll(Answers, given => Chosen(given, variable));
        var respondents = chosen.Count(codes => codes.Length > 0);
        var counts = question.Choices.Select(choice => chosen.Count(codes => codes.Contains(choice.Code))).ToList();
        var hidden = respondents < SmallGroups.Smallest ? [.. counts.Select(_ => true)] : SmallGroups.Hidden(counts);
        var estimator = new SurveyEstimator(Design);
        return new QuestionResult(variable, text, respondents, [.. question.Choices.Select((choice, i) => new ChoiceResult(choice.Code, choice.Text, hidden[i] || respondents == 0
            ? ResultFigure.Hidden
            : Figure(estimator.Mean(Array.ConvertAll(chosen, codes => codes.Length == 0 ? double.NaN : codes.Contains(choice.Code) ? 1.0 : 0.0)))))]);
    }

    /// <summary>Empty when not asked, not answered or answered with "không biết".</summary>
    private string[] Chosen(GivenAnswer given, string variable) =>
        given.Answers.GetValueOrDefault(variable) is { Length: > 0 } answer
            ? [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(code => !_wave.Questionnaire.IsNoAnswer(code))]
            : [];
}
