using System.Runtime.InteropServices;

namespace DiemSang.Core.Planning;

/// <summary>
/// Which sentences hold a run of words. A run remembers its first few sentences only: one that stands in more is a set phrase and tells
/// nothing, and the bound keeps the time linear. Flat arrays, because a large plan has hundreds of thousands of runs.
/// </summary>
internal sealed class RunIndex
{
    private const int MostSentencesOfARun = 8;

    private readonly Dictionary<ulong, int> _slots = [];
    private readonly Dictionary<int, int> _shared = [];
    private int[] _sentences = new int[1024 * MostSentencesOfARun];
    private byte[] _counts = new byte[1024];

    public void Add(ulong[] runs, int sentence)
    {
        foreach (var run in runs)
        {
            var slot = SlotOf(run);
            if (_counts[slot] < MostSentencesOfARun)
            {
                _sentences[(slot * MostSentencesOfARun) + _counts[slot]] = sentence;
                _counts[slot]++;
            }
        }
    }

    /// <summary>Earlier sentences that share runs, with how many. Valid until the next call.</summary>
    public IReadOnlyDictionary<int, int> Shared(ulong[] runs)
    {
        _shared.Clear();
        foreach (var run in runs)
        {
            if (!_slots.TryGetValue(run, out var slot))
            {
                continue;
            }

            for (var i = 0; i < _counts[slot]; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_shared, _sentences[(slot * MostSentencesOfARun) + i], out _)++;
            }
        }

        return _shared;
    }

    private int SlotOf(ulong run)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, run, out var isKnown);
        if (!isKnown)
        {
            slot = _slots.Count - 1;
            Grow(_slots.Count);
        }

        return slot;
    }

    private void Grow(int slots)
    {
        if (slots > _counts.Length)
        {
            Array.Resize(ref _counts, _counts.Length * 2);
            Array.Resize(ref _sentences, _sentences.Length * 2);
        }
    }
}
