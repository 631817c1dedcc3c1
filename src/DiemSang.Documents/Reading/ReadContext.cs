using System.Diagnostics;

namespace DiemSang.Documents.Reading;

/// <summary>What one read carries along: its limits, what it has used of them, the way to report and to be stopped.</summary>
internal sealed class ReadContext(ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken stopped)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _cells;
    private long _textLength;

    public ReadLimits Limits => limits;

    /// <summary>Set when the caller gives up or the time is over.</summary>
    public CancellationToken Stopped => stopped;

    public bool SawLegacyFont { get; set; }

    /// <summary>The clock is asked too: on a busy server the timer behind the token fires late.</summary>
    public void ThrowIfStopped()
    {
        stopped.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) > limits.Timeout)
        {
            throw Unreadable.TooSlow(limits.Timeout);
        }
    }

    public void Report(string stage, int done, int? total) => progress?.Report(new ReadProgress(stage, done, total));

    public void CountCells(int cells = 1)
    {
        _cells += cells;
        if (_cells > limits.MaxTableCells)
        {
            throw Unreadable.TooManyCells(limits.MaxTableCells);
        }
    }

    public void CountText(int length)
    {
        _textLength += length;
        if (_textLength > limits.MaxTextLength)
        {
            throw Unreadable.TooMuchText();
        }
    }
}
