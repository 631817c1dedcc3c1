using DiemSang.Core.Statistics;

namespace DiemSang.Core.Surveys.Indices;

/// <summary>
/// The table of a satisfaction index: every criterion, element, part and the whole with its standard error. Criteria are measured once; all
/// above is arithmetic on their totals per sampling unit, so a million respondents cost one pass over their answers.
/// </summary>
public sealed class SatisfactionTable(SurveyDesign design, SatisfactionIndex index)
{
    /// <summary>Rows in reading order, the whole first.</summary>
    /// <param name="answers">Per variable, one answer per respondent: 1…<see cref="SatisfactionIndex.ScalePoints"/>, 0 for none.</param>
    /// <param name="domain">Respondents to compute for; null for everybody.</param>
    public IReadOnlyList<SatisfactionRow> Compute(IReadOnlyDictionary<string, byte[]> answers, int[]? domain = null)
    {
        var rows = new List<SatisfactionRow>();
        Measure(index.Root, 0, node => Masked(answers[node.Variable!], domain), rows);
        return rows;
    }

    private Totals Measure(IndexNode node, int depth, Func<IndexNode, byte[]> answersOf, List<SatisfactionRow> rows)
    {
        var place = rows.Count;
        rows.Add(null!);
        var totals = node.Children.Count == 0
            ? Criterion(answersOf(node))
            : Together(node, [.. node.Children.Select(child => Measure(child, depth + 1, answersOf, rows))]);
        rows[place] = new SatisfactionRow(node, depth, totals.Answers, Describe(totals));
        return totals;
    }

    private Totals Criterion(byte[] answers)
    {
        var counts = new AnswerCounts(design, answers);
        var (satisfied, answered) = design.AddsUpDirectly
            ? (counts.Total(index.SatisfiedFrom, index.ScalePoints), counts.Total(1, index.ScalePoints))
            : (Calibrated(answers, index.SatisfiedFrom), Calibrated(answers, 1));
        var asked = answered.Value > 0;
        var share = satisfied / answered;
        return new Totals(satisfied, answered, share, asked ? share : satisfied, asked ? 1 : 0)
        {
            Answers = counts.Rows(1, index.ScalePoints),
            Units = counts.Units(1, index.ScalePoints),
            AddTo = tally => tally.Add(answers, index),
            Sample = SampleOf(answers, counts, answered.Value, share.Value),
        };
    }

    /// <summary>Of a share p one respondent's variance is p(1 − p): no pass over the answers is needed.</summary>
    private SimpleSample SampleOf(byte[] answers, AnswerCounts counts, double population, double share)
    {
        var respondents = counts.Rows(1, index.ScalePoints);
        var weighted = design.HasZeroWeights
            ? Enumerable.Range(0, answers.Length).Count(row => IsAnswer(answers[row]) && design.Weights[row] > 0)
            : respondents;
        return new SimpleSample(respondents, weighted, population, share * (1 - share) * weighted / (weighted - 1.0), 1);
    }

    private bool IsAnswer(byte answer) => answer >= 1 && answer <= index.ScalePoints;

    private Linearised Calibrated(byte[] answers, int from) =>
        design.Size([.. Enumerable.Range(0, answers.Length).Where(row => answers[row] >= from && answers[row] <= index.ScalePoints)]);

    private Totals Together(IndexNode node, IReadOnlyList<Totals> children)
    {
        var tally = new RespondentTally(design.RowCount);
        foreach (var child in children)
        {
            child.AddTo(tally);
        }

        var satisfied = Sum(children.Select(child => child.Satisfied));
        var answered = Sum(children.Select(child => child.Answered));
        var criteria = Sum(children.Select(child => child.CriteriaSum));
        var count = children.Sum(child => child.Criteria);
        var share = index.Aggregation switch
        {
            Aggregation.Pooled => satisfied / answered,
            Aggregation.MeanOfCriteria => (1.0 / count) * criteria,
            Aggregation.MeanOfChildren => Mean(children, _ => 1),
            _ => Mean(children, child => node.Children[child].Weight),
        };
        return new Totals(satisfied, answered, share, criteria, count)
        {
            Answers = children.Sum(child => child.Answers),
            Units = [.. Enumerable.Range(0, design.UnitCount).Select(unit => children.Any(child => child.Units[unit]))],
            AddTo = above => above.Add(tally),
            Sample = SampleOf(tally, share.Value),
        };
    }

    /// <summary>A mean of shares has no simple random sample to compare with, so only pooled figures get a design effect.</summary>
    private SimpleSample SampleOf(RespondentTally tally, double share)
    {
        var sample = tally.Spread(design.Weights, share);
        return index.Aggregation == Aggregation.Pooled ? sample : sample with { Variance = double.NaN };
    }

    /// <summary>Weighted mean of the children that somebody answered.</summary>
    private static Linearised Mean(IReadOnlyList<Totals> children, Func<int, double> weight)
    {
        var answered = Enumerable.Range(0, children.Count).Where(child => children[child].Answered.Value > 0).ToList();
        var all = answered.Sum(weight);
        return answered.Count == 0
            ? children[0].Share
            : Sum(answered.Select(child => (weight(child) / all) * children[child].Share));
    }

    private static Linearised Sum(IEnumerable<Linearised> parts) => parts.Aggregate((a, b) => a + b);

    private Estimate Describe(Totals totals)
    {
        var sample = totals.Sample with { Scale = totals.Sample.Population / totals.Answered.Value };
        return design.Describe(totals.Share, sample, design.DegreesOfFreedom(totals.Units));
    }

    private static byte[] Masked(byte[] answers, int[]? domain)
    {
        if (domain is null)
        {
            return answers;
        }

        var masked = new byte[answers.Length];
        foreach (var row in domain)
        {
            masked[row] = answers[row];
        }

        return masked;
    }

    /// <summary>What is known of a node: its totals, its share under the aggregation, and the sum of its criteria's shares.</summary>
    private sealed record Totals(Linearised Satisfied, Linearised Answered, Linearised Share, Linearised CriteriaSum, int Criteria)
    {
        public required long Answers { get; init; }

        public required bool[] Units { get; init; }

        /// <summary>What a design effect compares with.</summary>
        public required SimpleSample Sample { get; init; }

        /// <summary>Adds each respondent's answers under this node to a tally of the node above.</summary>
        public required Action<RespondentTally> AddTo { get; init; }
    }
}
