namespace DiemSang.Documents.Reading.Pages;

/// <summary>Two blocks of text beside each other, as issuer and state at the head or recipients and signature at the foot.</summary>
internal sealed record SideBySide(List<PageWord> Above, List<PageWord> Left, List<PageWord> Right, List<PageWord> Below)
{
    private const int FewestLines = 2;

    /// <summary>Half the width of the stripe no word may touch; blanks in justified text are narrower.</summary>
    private const double HalfGutter = 4;

    private const double Step = 3;

    /// <summary>Where the stripe between the blocks can be, as shares of the text's width.</summary>
    private const double FirstShare = 0.25;
    private const double LastShare = 0.75;

    public static SideBySide? Find(List<PageWord> words)
    {
        var lines = TextFlow.WordLines(words);
        var (left, right) = (words.Min(word => word.Box.Left), words.Max(word => word.Box.Right));
        (double Gutter, int First, int Last, int Score) best = default;
        for (var gutter = left + ((right - left) * FirstShare); gutter <= left + ((right - left) * LastShare); gutter += Step)
        {
            foreach (var (first, last) in Runs(lines, gutter))
            {
                var score = Score(lines, first, last, gutter);
                if (score > best.Score)
                {
                    best = (gutter, first, last, score);
                }
            }
        }

        return best.Score == 0 ? null : Split(words, lines, best.Gutter, best.First, best.Last, (left + right) / 2);
    }

    /// <summary>Stretches of lines that leave the stripe free.</summary>
    private static IEnumerable<(int First, int Last)> Runs(List<List<PageWord>> lines, double gutter)
    {
        var first = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i == lines.Count || lines[i].Exists(word => word.Box.Left < gutter + HalfGutter && word.Box.Right > gutter - HalfGutter))
            {
                if (i - first >= FewestLines)
                {
                    yield return (first, i - 1);
                }

                first = i + 1;
            }
        }
    }

    /// <summary>Lines with words on both sides count; blocks of one line, or with one side empty, are no blocks.</summary>
    private static int Score(List<List<PageWord>> lines, int first, int last, double gutter)
    {
        var run = lines.Skip(first).Take(last - first + 1).ToList();
        var onLeft = run.Count(line => line.Exists(word => word.Box.CentreX < gutter));
        var onRight = run.Count(line => line.Exists(word => word.Box.CentreX >= gutter));
        var onBoth = onLeft + onRight - run.Count;
        return Math.Min(onLeft, onRight) < FewestLines || onBoth == 0 ? 0 : onBoth;
    }

    private static SideBySide? Split(List<PageWord> words, List<List<PageWord>> lines, double gutter, int first, int last, double middle)
    {
        // Both blocks begin at the same height: a short line before that is the end of a paragraph.
        while (first < last && !StartsBoth(lines, first, gutter))
        {
            first++;
        }

        // A short line in the middle of the page behind the blocks is the title, not part of one.
        while (last > first && IsOneSided(lines[last], gutter) && IsCentred(lines[last], middle))
        {
            last--;
        }

        var top = lines[first].Min(word => word.Box.Top);
        var bottom = lines[last].Max(word => word.Box.Bottom);
        var between = words.Where(word => word.Box.CentreY >= top && word.Box.CentreY <= bottom).ToList();
        return new SideBySide(
            words.Where(word => word.Box.CentreY < top).ToList(),
            between.Where(word => word.Box.CentreX < gutter).ToList(),
            between.Where(word => word.Box.CentreX >= gutter).ToList(),
            words.Where(word => word.Box.CentreY > bottom).ToList());
    }

    private static bool StartsBoth(List<List<PageWord>> lines, int at, double gutter)
    {
        var near = lines[at].Concat(at + 1 < lines.Count ? lines[at + 1] : []).ToList();
        return near.Exists(word => word.Box.CentreX < gutter) && near.Exists(word => word.Box.CentreX >= gutter);
    }

    private static bool IsOneSided(List<PageWord> line, double gutter) => line.TrueForAll(word => word.Box.CentreX < gutter) || line.TrueForAll(word => word.Box.CentreX >= gutter);

    private static bool IsCentred(List<PageWord> line, double middle)
    {
        var box = line.Select(word => word.Box).Aggregate((one, other) => one.With(other));
        return Math.Abs(box.CentreX - middle) < box.Height;
    }
}
