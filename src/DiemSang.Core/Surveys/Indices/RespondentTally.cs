using System.Numerics;
using System.Runtime.InteropServices;
using DiemSang.Core.Statistics;

namespace DiemSang.Core.Surveys.Indices;

/// <summary>
/// How many criteria of a node each respondent answered, and with how many is satisfied. The spread of one respondent's contribution is what
/// a design effect compares with, and it cannot be had from totals alone because the answers of one person go together.
/// </summary>
internal sealed class RespondentTally(int respondents)
{
    private readonly byte[] _answered = new byte[respondents];
    private readonly byte[] _satisfied = new byte[respondents];

    public void Add(ReadOnlySpan<byte> answers, SatisfactionIndex index)
    {
        CountInRange(answers, 1, (byte)index.ScalePoints, _answered);
        CountInRange(answers, (byte)index.SatisfiedFrom, (byte)index.ScalePoints, _satisfied);
    }

    public void Add(RespondentTally other)
    {
        AddTo(_answered, other._answered);
        AddTo(_satisfied, other._satisfied);
    }

    /// <summary>The respondents with an answer and the spread of e = satisfied − ratio·answered over them.</summary>
    public SimpleSample Spread(ReadOnlySpan<double> weights, double ratio)
    {
        var (respondents, weighted, population, squares) = (0, 0, 0.0, 0.0);
        var answered = _answered.AsSpan(0, weights.Length);
        var satisfied = _satisfied.AsSpan(0, weights.Length);
        for (var row = 0; row < weights.Length; row++)
        {
            var rest = satisfied[row] - (ratio * answered[row]);
            var present = answered[row] == 0 ? 0 : 1;
            respondents += present;
            weighted += weights[row] == 0 ? 0 : present;
            population += weights[row] * present;
            squares += weights[row] * rest * rest;
        }

        return new SimpleSample(respondents, weighted, population, squares / population * weighted / (weighted - 1.0), 1);
    }

    private static void CountInRange(ReadOnlySpan<byte> answers, byte from, byte to, Span<byte> counts)
    {
        var (low, high) = (new Vector<byte>(from), new Vector<byte>(to));
        var source = MemoryMarshal.Cast<byte, Vector<byte>>(answers);
        var target = MemoryMarshal.Cast<byte, Vector<byte>>(counts);
        for (var i = 0; i < source.Length; i++)
        {
            // A comparison that holds is 255 in each byte, which is −1: subtracting it counts one.
            target[i] -= Vector.GreaterThanOrEqual(source[i], low) & Vector.LessThanOrEqual(source[i], high);
        }

        for (var row = source.Length * Vector<byte>.Count; row < answers.Length; row++)
        {
            counts[row] += (byte)(answers[row] >= from && answers[row] <= to ? 1 : 0);
        }
    }

    private static void AddTo(Span<byte> counts, ReadOnlySpan<byte> more)
    {
        var source = MemoryMarshal.Cast<byte, Vector<byte>>(more);
        var target = MemoryMarshal.Cast<byte, Vector<byte>>(counts);
        for (var i = 0; i < source.Length; i++)
        {
            target[i] += source[i];
        }

        for (var row = source.Length * Vector<byte>.Count; row < counts.Length; row++)
        {
            counts[row] += more[row];
        }
    }
}
