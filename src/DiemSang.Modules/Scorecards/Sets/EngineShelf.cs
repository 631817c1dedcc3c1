using System.Collections.Concurrent;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;

namespace DiemSang.Modules.Scorecards.Sets;

/// <summary>Engines of published editions, read once: an edition never changes, and reading 150 criteria takes longer than scoring with them.</summary>
public sealed class EngineShelf
{
    private const int Most = 200;
    private readonly ConcurrentDictionary<Guid, ScoringEngine> _engines = [];

    /// <exception cref="InvalidOperationException">A draft: it may change, and may not be sound yet.</exception>
    public ScoringEngine Of(CriteriaEdition edition)
    {
        if (edition.State == EditionState.Draft)
        {
            throw new InvalidOperationException("Only a published criteria set scores.");
        }

        if (_engines.Count > Most)
        {
            _engines.Clear();
        }

        return _engines.GetOrAdd(edition.Id, static (_, from) => new ScoringEngine(CriteriaSetYaml.Read(from.Yaml)), edition);
    }
}
