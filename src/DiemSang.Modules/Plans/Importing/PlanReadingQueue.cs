using System.Threading.Channels;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>A file waiting to be read, and whose it is.</summary>
public sealed record WaitingImport(Guid OrganisationId, Guid ImportId);

/// <summary>
/// Tells this node's reader about a new file at once. It is only a hint: the truth is the table, which is scanned at start and
/// every minute, so a hint lost to a full queue or a crash costs a minute at most.
/// </summary>
public sealed class PlanReadingQueue
{
    private const int Capacity = 100;

    private readonly Channel<WaitingImport> _channel =
        Channel.CreateBounded<WaitingImport>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<WaitingImport> Waiting => _channel.Reader;

    public void Announce(WaitingImport import) => _channel.Writer.TryWrite(import);
}
