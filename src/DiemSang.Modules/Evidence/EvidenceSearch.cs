using System.Linq.Expressions;
using DiemSang.Core.Language;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence.Reading;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence;

public enum EvidenceFilter { All, OutOfYear, Unused }

/// <param name="Words">Words in any case, with or without diacritics, of the description or of the file's text; all must occur.</param>
/// <param name="Year">Year it stands for; null for all.</param>
public sealed record EvidenceQuery(string? Words = null, int? Year = null, EvidenceFilter Filter = EvidenceFilter.All, int Page = 1, int PageSize = 30);

/// <param name="Uses">How many things it proves.</param>
/// <param name="IsOutOfYear">It proves a thing of another year than the one it stands for.</param>
/// <param name="Excerpt">Where the words stand in the file's text; null when they stand in the description.</param>
public sealed record EvidenceLine(EvidenceItem Item, string? FileName, string? MediaType, int Uses, bool IsOutOfYear, string? Excerpt);

/// <summary>The library as a list: newest first, searched without diacritics.</summary>
public sealed class EvidenceSearch(DiemSangDbContext db)
{
    private const int ExcerptBefore = 60;
    private const int ExcerptLength = 180;

    /// <returns>One page of lines and the number of all lines.</returns>
    public async Task<(IReadOnlyList<EvidenceLine> Lines, int Total)> FindAsync(Actor actor, EvidenceQuery query, CancellationToken cancel = default)
    {
        var words = SearchWords.Of(query.Words);
        var items = Matching(actor, query, words);
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
                Text = words == "" ? null : db.FileTexts.Where(read => read.OrganisationId == item.OrganisationId && read.FileId == item.FileId).Select(read => read.Text).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return ([.. lines.Select(line => new EvidenceLine(
            line.Item, line.File?.Name, line.File?.MediaType, line.Years.Count, line.Years.Exists(year => year != line.Item.StandsFor.Year), Excerpt(line.Text, words)))], total);
    }

    private IQueryable<EvidenceItem> Matching(Actor actor, EvidenceQuery query, string words)
    {
        var items = db.EvidenceVisibleTo(actor).AsNoTracking();
        if (words.Length > 0)
        {
            items = items.Where(item => EF.Functions.ToTsVector("simple", item.SearchFolded).Matches(EF.Functions.PlainToTsQuery("simple", words)));
        }

        if (query.Year is { } year)
        {
            items = items.Where(item => item.StandsFor >= new DateOnly(year, 1, 1) && item.StandsFor <= new DateOnly(year, 12, 31));
        }

        return query.Filter switch
        {
            EvidenceFilter.Unused => items.Where(item => !db.EvidenceUses.Any(use => use.OrganisationId == item.OrganisationId && use.ItemId == item.Id)),
            EvidenceFilter.OutOfYear => items.Where(IsOutOfYear()),
            _ => items,
        };
    }

    private Expression<Func<EvidenceItem, bool>> IsOutOfYear() =>
        item => db.EvidenceUses.Any(use => use.OrganisationId == item.OrganisationId && use.ItemId == item.Id && use.Year != item.StandsFor.Year);

    /// <summary>The words around the first one found, as they are written in the file.</summary>
    private static string? Excerpt(string? text, string words)
    {
        if (text is null)
        {
            return null;
        }

        var folded = FoldedText.Of(text);
        var at = folded.Folded.IndexOf(words, StringComparison.Ordinal);
        at = at >= 0 ? at : words.Split(' ').Select(word => folded.Folded.IndexOf(word, StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            return null;
        }

        var from = Math.Max(0, at - ExcerptBefore);
        return $"… {folded.Under(from, Math.Min(ExcerptLength, folded.Folded.Length - from)).ReplaceLineEndings(" ")} …";
    }
}
