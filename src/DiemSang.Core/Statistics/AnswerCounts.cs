namespace DiemSang.Core.Statistics;

/// <summary>Weight and number of respondents per sampling unit and answer of one question on a scale of at most seven points.</summary>
internal sealed class AnswerCounts
{
    /// <summary>Room per unit: answers 1–7, and 0 for everything that is not an answer.</summary>
    public const int Slots = 8;

    private readonly double[] _weights;
    private readonly int[] _rows;

    /// <param name="design">Whose weights and units to use.</param>
    /// <param name="answers">Per respondent, below <see cref="Slots"/>.</param>
    public AnswerCounts(SurveyDesign design, ReadOnlySpan<byte> answers)
    {
        _weights = SumWeights(design.UnitOfRow, design.Weights, answers, new double[design.UnitCount * Slots]);
        _rows = new int[Slots];
        for (var answer = 0; answer < Slots; answer++)
        {
            _rows[answer] = answers.Count((byte)answer);
        }
    }

    /// <summary>Respondents who gave an answer in the range.</summary>
    public int Rows(int from, int to) => _rows[from..(to + 1)].Sum();

    /// <summary>Sampling units with somebody, of positive weight, who gave an answer in the range.</summary>
    public bool[] Units(int from, int to) => Array.ConvertAll(Total(from, to).Influence, weight => weight > 0);

    /// <summary>Weighted total of the respondents who gave an answer in the range.</summary>
    public Linearised Total(int from, int to)
    {
        var influence = new double[_weights.Length / Slots];
        for (var unit = 0; unit < influence.Length; unit++)
        {
            for (var answer = from; answer <= to; answer++)
            {
                influence[unit] += _weights[(unit * Slots) + answer];
            }
        }

        return new Linearised(influence.Sum(), influence);
    }

    /// <summary>The inner loop of every satisfaction table: one addition per respondent and question.</summary>
    private static double[] SumWeights(ReadOnlySpan<int> units, ReadOnlySpan<double> weights, ReadOnlySpan<byte> answers, double[] sums)
    {
        units = units[..answers.Length];
        weights = weights[..answers.Length];
        for (var row = 0; row < answers.Length; row++)
        {
            sums[unchecked((units[row] * Slots) + answers[row])] += weights[row];
        }

        return sums;
    }
}
