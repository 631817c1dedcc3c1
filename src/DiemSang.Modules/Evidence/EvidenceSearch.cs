using DiemSang.Core.Language;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence;

/// <param name="Words">Words in any case, with or without diacritics; all must occur.</param>
/// <param name="Year">Year it stands for; null for all.</param>
public sealed record EvidenceQuery(string? Words = null, int? Year = null, bool OnlyUnused = false, bool OnlyOutOfYear = false, int Page = 1, int PageSize = 30);

/// <param name="Uses">How many things it proves.</param>
/// <param name="IsOutOfYear">It proves a thing of another year than the one it stands for.</param>
public sealed record EvidenceLine(EvidenceItem Item, string? FileName, string? MediaType, int Uses, bool IsOutOfYear);

/// <summary>The library as a list: newest first, searched without diacritics.</summary>
public sealed class EvidenceSearch(DiemSangDbContext db)
{
    /// <returns>One page of lines and the number of all lines.</returns>
    public async Task<(IReadOnlyList<EvidenceLine> Lines, int Total)> FindAsync(Guid organisationId, EvidenceQuery query, CancellationToken cancel = default)
    {
        var items = Matching(organisationId, query);
        var total = await items.CountAsync(cancel);
        var lines = await items
            .OrderByDescending(item => item.AddedAt)
            .Skip((query.Page - 1) * query.PageSize)
            .Take(query.PageSize)
            .Select(item => new
            {
                Item = item,
                File = db.StoredFiles.FirstOrDefault(file => file.OrganisationId == item.OrganisationId && file.Id == item.FileId),
                Years = db.EvidenceUses.Where(use => use.OrganisationId == item.OrganisationId && use.ItemId == item.Id).Select(use => use.Year).ToList(),
            })
            .ToListAsync(cancel);
        return ([.. lines.Select(line => new EvidenceLine(
            line.Item, line.File?.Name, line.File?.MediaType, line.Years.Count, line.Years.Exists(year => year != line.Item.StandsFor.Year)))], total);
    }

    private IQueryable<EvidenceItem> Matching(Guid organisationId, EvidenceQuery query)
    {
        var items = db.EvidenceItems.AsNoTracking().Where(item => item.OrganisationId == organisationId && item.WithdrawnAt == null);
        if (!string.IsNullOrWhiteSpace(query.Words))
        {
            var words = VietnameseText.Fold(query.Words);
            items = items.Where(item => EF.Functions.ToTsVector("simple", item.SearchText).Matches(EF.Functions.PlainToTsQuery("simple", words)));
        }

        if (query.Year is { } year)
        {
            items = items.Where(item => item.StandsFor >= new DateOnly(year, 1, 1) && item.StandsFor <= new DateOnly(year, 12, 31));
        }

        if (query.OnlyUnused)
        {
            items = items.Where(item => !db.EvidenceUses.Any(use => use.OrganisationId == item.OrganisationId && use.ItemId == item.Id));
        }

        if (query.OnlyOutOfYear)
        {
            items = items.Where(item => db.EvidenceUses.Any(use => use.OrganisationId == item.OrganisationId && use.ItemId == item.Id && use.Year != item.StandsFor.Year));
        }

        return items;
    }
}
