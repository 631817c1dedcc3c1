using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Sets;

/// <summary>What is wrong with a set here: in itself, in the figures it asks this product for, in the criteria it says it feeds.</summary>
public sealed class SetProblems(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<SetProblem>> OfAsync(CriteriaSet set, CancellationToken cancel = default) =>
        [.. CriteriaSetCheck.Run(set), .. FigureNames.Unknown(set), .. await UnknownFedAsync(set, cancel)];

    /// <summary>A fed criterion stands in some edition of a set of this library, or in a shipped one.</summary>
    private async Task<IReadOnlyList<SetProblem>> UnknownFedAsync(CriteriaSet set, CancellationToken cancel)
    {
        var fed = set.All().SelectMany(node => node.Criterion.Feeds.Select(reference => (By: node.Criterion.Code, Reference: reference))).ToList();
        if (fed.Count == 0)
        {
            return [];
        }

        var codes = fed.Select(one => one.Reference.Set).Distinct().ToList();
        var kept = await db.CriteriaEditions.Where(edition => codes.Contains(edition.Code) && edition.State != EditionState.Withdrawn).Select(edition => edition.Yaml).ToListAsync(cancel);
        var known = kept.Select(CriteriaSetYaml.Read).Concat(CriteriaFiles.Default).ToLookup(one => one.Code);
        return
        [
            .. fed.Where(one => known[one.Reference.Set].All(above => above.Find(one.Reference.Code) is null)).Select(one => new SetProblem(
                one.By, IsError: true, known.Contains(one.Reference.Set)
                    ? $"đóng góp vào “{one.Reference}”, nhưng bộ “{one.Reference.Set}” không có tiêu chí “{one.Reference.Code}”."
                    : $"đóng góp vào “{one.Reference}”, nhưng không có bộ tiêu chí “{one.Reference.Set}”.")),
        ];
    }
}
