using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Disclosure;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>
/// Turns answers into shares with errors. Strata, sampling units and weights come with the one-time codes of a drawn sample; a wave without
/// codes is reckoned as a simple sample. Figures on fewer than five people are hidden, with others that would give them away.
/// </summary>
public sealed class ResultsCalculator
{
    private readonly WaveAnswers _wave;
    private readonly GivenAnswer[] _answers;
    private readonly SurveyDesign _design;
    private readonly IReadOnlyDictionary<string, byte[]> _scale;

    private ResultsCalculator(WaveAnswers wave)
    {
        _wave = wave;
        _answers = [.. wave.Counted];
        _design = DesignOf(_answers);
        _scale = Index is { } index
            ? index.Root.Criteria().ToDictionary(criterion => criterion.Variable!, criterion => Array.ConvertAll(_answers, given => wave.Questionnaire.ScaleAnswer(given.Answers.GetValueOrDefault(criterion.Variable!))))
            : new Dictionary<string, byte[]>();
    }

    private SatisfactionIndex? Index => _wave.Questionnaire.Index;

    public static WaveResults Of(WaveAnswers wave)
    {
        var nothing = new WaveResults(wave, [], new Dictionary<GroupKind, IReadOnlyList<ResultGroup>>(), []);
        return wave.Counted.Any() ? new ResultsCalculator(wave).All() : nothing;
    }

    /// <summary>The whole index of a wave, for a trend; null when the questionnaire has none or nobody answered.</summary>
    public static ResultFigure? WholeOf(WaveAnswers wave) =>
        wave.Questionnaire.Index is null || !wave.Counted.Any() ? null : new ResultsCalculator(wave).Lines()[0].Figure;

    private WaveResults All() => new(_wave, Index is null ? [] : Lines(), Index is null ? new Dictionary<GroupKind, IReadOnlyList<ResultGroup>>() : Groups(), [.. Questions()]);

    private static SurveyDesign DesignOf(GivenAnswer[] answers)
    {
        var isDrawn = answers.Any(given => given.CodeId is not null);
        if (!isDrawn)
        {
            return SurveyDesign.Unweighted(answers.Length);
        }

        var strata = Codes(answers.Select(given => given.Stratum));

        // Who answered without a code was not drawn with anybody: a unit of its own.
        var units = Codes(answers.Select(given => given.Cluster == "" ? given.Id.ToString() : given.Cluster));
        return new SurveyDesign(answers.Length, Array.ConvertAll(answers, given => given.Weight), [new SamplingStage { Strata = strata, Units = units }], LonelyPsu.Adjust);
    }

    private static int[] Codes(IEnumerable<string> names)
    {
        var codes = new Dictionary<string, int>();
        return [.. names.Select(name => codes.TryGetValue(name, out var code) ? code : codes[name] = codes.Count)];
    }

    private List<ResultLine> Lines()
    {
        var rows = new SatisfactionTable(_design, Index!).Compute(_scale);
        var hidden = new HashSet<string>();
        if (rows[0].Estimate.Count < SmallGroups.Smallest)
        {
            hidden.UnionWith(rows.Select(row => row.Node.Code));
        }

        Hide(Index!.Root, rows.ToDictionary(row => row.Node.Code, row => row.Estimate.Count), hidden);
        return [.. rows.Select(row => new ResultLine(row.Node, row.Depth, hidden.Contains(row.Node.Code) ? ResultFigure.Hidden : ResultFigure.Of(row.Estimate)))];
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
        var points = _wave.Points.ToDictionary(point => point.Id, point => (point.Code, point.Name));
        return new Dictionary<GroupKind, IReadOnlyList<ResultGroup>>
        {
            [GroupKind.Point] = GroupedBy(given => points[given.PointId]),
            [GroupKind.Channel] = GroupedBy(given => (given.Channel.ToString(), given.Channel.ToString())),
            [GroupKind.Stratum] = GroupedBy(given => (given.Stratum, given.Stratum)),
        };
    }

    private List<ResultGroup> GroupedBy(Func<GivenAnswer, (string Code, string Name)> name)
    {
        var groups = Enumerable.Range(0, _answers.Length).GroupBy(row => name(_answers[row])).Where(group => group.Key.Code != "").OrderBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => (group.Key, Whole: new SatisfactionTable(_design, Index!).Compute(_scale, [.. group])[0].Estimate)).ToList();
        var hidden = SmallGroups.Hidden([.. groups.Select(group => group.Whole.Count)]);
        return [.. groups.Select((group, i) => new ResultGroup(group.Key.Code, group.Key.Name, hidden[i] ? ResultFigure.Hidden : ResultFigure.Of(group.Whole)))];
    }

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
        var chosen = Array.ConvertAll(_answers, given => Chosen(given, variable));
        var respondents = chosen.Count(codes => codes.Length > 0);
        var counts = question.Choices.Select(choice => chosen.Count(codes => codes.Contains(choice.Code))).ToList();
        var hidden = respondents < SmallGroups.Smallest ? [.. counts.Select(_ => true)] : SmallGroups.Hidden(counts);
        var estimator = new SurveyEstimator(_design);
        return new QuestionResult(variable, text, respondents, [.. question.Choices.Select((choice, i) => new ChoiceResult(choice.Code, choice.Text, hidden[i] || respondents == 0
            ? ResultFigure.Hidden
            : ResultFigure.Of(estimator.Mean(Array.ConvertAll(chosen, codes => codes.Length == 0 ? double.NaN : codes.Contains(choice.Code) ? 1.0 : 0.0)))))]);
    }

    /// <summary>Empty when not asked, not answered or answered with "không biết".</summary>
    private string[] Chosen(GivenAnswer given, string variable) =>
        given.Answers.GetValueOrDefault(variable) is { Length: > 0 } answer
            ? [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(code => !_wave.Questionnaire.IsNoAnswer(code))]
            : [];
}
