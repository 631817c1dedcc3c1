using DiemSang.Core.Language;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Rounds;

/// <summary>A body that the set names for some of its criteria.</summary>
/// <param name="IsOwnUnit">A unit of the keeper: its people appraise without being appointed.</param>
/// <param name="AgencyId">The organisation appointed for it.</param>
public sealed record NamedAppraiser(string Name, IReadOnlyList<string> Codes, bool IsOwnUnit, Guid? AgencyId);

/// <summary>Who appraises what the set gives to bodies that are no units of the keeper.</summary>
public sealed class AgencyRoster(DiemSangDbContext db)
{
    /// <summary>Every appraiser that the set names, as printed; those without a unit first.</summary>
    public static IReadOnlyList<NamedAppraiser> Read(RoundFile file) =>
    [
        .. file.Leaves.Where(leaf => leaf.AppraisingUnit is not null).GroupBy(leaf => VietnameseText.Fold(leaf.AppraisingUnit!)).Select(group => new NamedAppraiser(
            group.First().AppraisingUnit!, [.. group.Select(leaf => leaf.Code)], file.Units.ContainsKey(group.Key),
            file.Agencies.FirstOrDefault(agency => group.Any(leaf => agency.Codes.Contains(leaf.Code)))?.AgencyId)).OrderBy(named => named.IsOwnUnit),
    ];

    /// <summary>Organisations that may be appointed: below the keeper and not scored in this round.</summary>
    public Task<List<Organisation>> CandidatesAsync(RoundFile file, CancellationToken cancel = default) => db.Organisations
        .Where(one => one.ClosedOn == null && one.Id != file.Round.OrganisationId && one.Path.Contains(file.Round.OrganisationId))
        .Where(one => !db.Participants.Any(part => part.OrganisationId == file.Round.OrganisationId && part.RoundId == file.Round.Id && part.SubjectId == one.Id))
        .OrderBy(one => one.NameFolded).ToListAsync(cancel);

    /// <param name="chosen">Organisation by the name in the set; names without one stay with the focal official.</param>
    public async Task WriteAsync(Actor actor, RoundFile file, IReadOnlyDictionary<string, Guid> chosen, CancellationToken cancel = default)
    {
        var candidates = (await CandidatesAsync(file, cancel)).ToDictionary(one => one.Id);
        var wanted = Read(file).Where(named => !named.IsOwnUnit && chosen.TryGetValue(named.Name, out var agency) && candidates.ContainsKey(agency))
            .GroupBy(named => chosen[named.Name]).ToDictionary(group => group.Key, group => group.SelectMany(named => named.Codes).ToArray());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var standing = await db.AppraisingAgencies.Where(one => one.OrganisationId == file.Round.OrganisationId && one.RoundId == file.Round.Id).ToListAsync(cancel);
        var kept = standing.Where(one => wanted.TryGetValue(one.AgencyId, out var codes) && codes.SequenceEqual(one.Codes)).ToList();
        db.AppraisingAgencies.RemoveRange(standing.Except(kept));
        await db.SaveAsync(actor.To("scorecards.relieve-agencies"), cancel);
        db.AppraisingAgencies.AddRange(wanted.Where(pair => kept.TrueForAll(one => one.AgencyId != pair.Key)).Select(pair => new AppraisingAgency
        {
            OrganisationId = file.Round.OrganisationId, RoundId = file.Round.Id, AgencyId = pair.Key, AgencyName = candidates[pair.Key].Name, Codes = pair.Value,
        }));
        await db.SaveAsync(actor.To("scorecards.appoint-agencies"), cancel);
        await transaction.CommitAsync(cancel);
    }
}
