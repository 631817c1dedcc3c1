using System.Threading.Channels;
using Npgsql;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>
/// Stores responses. Those that arrive while a transaction is being flushed to disk share the next one, and nobody is told “stored” before
/// PostgreSQL has said that the commit is on disk: one flush serves many, none is lost. One writer: a second one would only split the batches.
/// </summary>
public sealed class ResponseWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private const int LongestQueue = 20_000;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(LongestQueue);
    private readonly Lazy<Task> _writing;
    private readonly ResponseTable _table;

    public ResponseWriter(NpgsqlDataSource database)
    {
        _table = new ResponseTable(database);
        _writing = new Lazy<Task>(() => Task.Run(WriteAsync));
    }

    /// <summary>Returns when the answers are on disk, or refused for good.</summary>
    /// <exception cref="TooManyWaitingException">The database does not keep up.</exception>
    /// <exception cref="NpgsqlException">The database did not answer: whether it stored the answers is not known. Sending them again settles it.</exception>
    public Task<SubmissionOutcome> StoreAsync(Submission submission)
    {
        _ = _writing.Value;
        var waiting = new Waiting(submission);
        return _queue.Writer.TryWrite(waiting) ? waiting.Told.Task : throw new TooManyWaitingException();
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writing.IsValueCreated)
        {
            await _writing.Value;
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await StoreAsync(batch);
            batch.Clear();
        }
    }

    /// <summary>One that PostgreSQL cannot take (a forged reference) must not take the others with it: then each goes alone.</summary>
    private async Task StoreAsync(List<Waiting> batch)
    {
        try
        {
            Tell(batch, await _table.InsertAsync([.. batch.Select(waiting => waiting.Submission)]));
        }
        catch (PostgresException) when (batch.Count > 1)
        {
            foreach (var waiting in batch)
            {
                await StoreAsync([waiting]);
            }
        }
        catch (Exception trouble)
        {
            batch.ForEach(waiting => waiting.Told.TrySetException(trouble));
        }
    }

    private static void Tell(List<Waiting> batch, IReadOnlyList<SubmissionOutcome> outcomes)
    {
        for (var place = 0; place < batch.Count; place++)
        {
            batch[place].Told.TrySetResult(outcomes[place]);
        }
    }

    private sealed record Waiting(Submission Submission)
    {
        public TaskCompletionSource<SubmissionOutcome> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
