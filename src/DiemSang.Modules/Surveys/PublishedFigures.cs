using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys;

/// <summary>The last published word on an index: its whole, and what drags it down.</summary>
/// <param name="Before">The whole of the wave published before this one; null for the first.</param>
/// <param name="Lowest">Criteria with the smallest share, lowest first.</param>
public sealed record IndexFigures(PublishedFigure Whole, PublishedFigure? Before, IReadOnlyList<PublishedFigure> Lowest)
{
    public string IndexCode => Whole.IndexCode!;
}

/// <summary>The published way to survey figures for the board, briefs and scorecards.</summary>
public sealed class PublishedFigures(DiemSangDbContext db)
{
    private const int LowestShown = 3;

    /// <summary>Per survey that belongs to an index, its latest published wave.</summary>
    public async Task<IReadOnlyList<IndexFigures>> LatestAsync(Guid organisationId, CancellationToken cancel = default)
    {
        var wholes = await db.Set<PublishedFigure>().AsNoTracking()
            .Where(figure => figure.OrganisationId == organisationId && figure.IndexCode != null && figure.Level == FigureLevel.Whole)
            .OrderByDescending(figure => figure.ToDate).ThenByDescending(figure => figure.PublishedAt).ToListAsync(cancel);
        var latest = wholes.GroupBy(figure => figure.SurveyId).Select(survey => survey.Take(2).ToList()).ToList();
        var publications = latest.ConvertAll(survey => survey[0].PublicationId);
        var criteria = await db.Set<PublishedFigure>().AsNoTracking()
            .Where(figure => figure.OrganisationId == organisationId && publications.Contains(figure.PublicationId) && figure.Level == FigureLevel.Criterion)
            .OrderBy(figure => figure.Value).ToListAsync(cancel);
        return
        [
            .. latest.Select(survey => new IndexFigures(survey[0], survey.ElementAtOrDefault(1), [.. criteria.Where(one => one.PublicationId == survey[0].PublicationId).Take(LowestShown)]))
                .OrderBy(figures => figures.IndexCode, StringComparer.Ordinal).ThenBy(figures => figures.Whole.Survey, StringComparer.Ordinal),
        ];
    }
}
