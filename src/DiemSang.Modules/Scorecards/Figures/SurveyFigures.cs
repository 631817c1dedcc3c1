using DiemSang.Core.Surveys.Indices;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Figures;

/// <summary>
/// Published survey figures by name: <c>survey.sipas</c> for the whole, <c>survey.sipas.II.A</c> for a part, element or criterion of the index. Percent,
/// from the last published wave that ended in the scored year.
/// </summary>
public sealed class SurveyFigures(DiemSangDbContext db)
{
    private const string Prefix = "survey.";

    /// <summary>Names for the wholes, parts and elements of the shipped questionnaires, with Vietnamese labels; criteria have names too, but are not listed.</summary>
    public static IReadOnlyDictionary<string, string> Listed { get; } = SurveyCatalog.Shipped.Where(one => one.Index is not null)
        .SelectMany(questionnaire => Nodes(questionnaire.Index!.Root).Select(node => (Name: NameOf(questionnaire.Code, node == questionnaire.Index.Root ? null : node.Code), node.Name.Vi)))
        .ToDictionary(named => named.Name, named => named.Vi);

    public static bool IsName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <param name="node">Code of a part, element or criterion; null for the whole.</param>
    public static string NameOf(string questionnaire, string? node) => node is null ? Prefix + questionnaire : $"{Prefix}{questionnaire}.{node}";

    /// <summary>Null for a name it does not know, and where nothing was published for the year.</summary>
    public async Task<Figure?> ReadAsync(string name, FigureQuestion asked, CancellationToken cancel = default)
    {
        if (!IsName(name))
        {
            return null;
        }

        var (questionnaire, node) = name[Prefix.Length..].Split('.', 2) is [var code, var rest] ? (code, rest) : (name[Prefix.Length..], null);
        var found = await db.Set<PublishedFigure>().AsNoTracking()
            .Where(figure => figure.OrganisationId == asked.SubjectId && figure.Questionnaire == questionnaire && figure.ToDate.Year == asked.Year)
            .Where(figure => node == null
                ? figure.Level == FigureLevel.Whole
                : figure.Code == node && (figure.Level == FigureLevel.Part || figure.Level == FigureLevel.Element || figure.Level == FigureLevel.Criterion))
            .OrderByDescending(figure => figure.ToDate).ThenByDescending(figure => figure.PublishedAt).FirstOrDefaultAsync(cancel);
        return found is null ? null : new Figure(found.Percent, null, found.Source);
    }

    private static IEnumerable<IndexNode> Nodes(IndexNode node) => node.Children.Count == 0 ? [] : node.Children.SelectMany(Nodes).Prepend(node);
}
