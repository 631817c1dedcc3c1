using System.Globalization;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Documents.Questionnaires;
using DiemSang.Modules.Shared;
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
    private const int Decimals = 4;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Names for the wholes, parts and elements of the shipped questionnaires, with Vietnamese labels; criteria have names too, but are not listed.</summary>
    public static IReadOnlyDictionary<string, string> Listed { get; } = SurveyCatalog.Shipped.Where(one => one.Index is not null)
        .SelectMany(questionnaire => Nodes(questionnaire.Index!.Root).Select(node => (Name: NameOf(questionnaire.Code, node, questionnaire.Index.Root), node.Name.Vi)))
        .ToDictionary(named => named.Name, named => named.Vi);

    public static bool IsName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

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
        return found is null ? null : new Figure(decimal.Round((decimal)found.Value * 100, Decimals, MidpointRounding.AwayFromZero), null, SourceOf(found));
    }

    private static string SourceOf(PublishedFigure figure) => string.Create(
        Vietnamese,
        $"Từ khảo sát “{figure.Survey}”, {figure.Wave} ({figure.FromDate:dd/MM/yyyy}–{figure.ToDate:dd/MM/yyyy}), phiếu {figure.Questionnaire} phiên bản {figure.QuestionnaireVersion}: {figure.Label} {figure.Value * 100:0.0} ± {figure.Margin * 100:0.0} %, {figure.N} người trả lời{(figure.ResponseRate is { } rate ? $", tỷ lệ trả lời {rate * 100:0.0} %" : "")}; số liệu nội bộ công bố ngày {figure.PublishedAt.VietnameseDay():dd/MM/yyyy}");

    private static IEnumerable<IndexNode> Nodes(IndexNode node) => node.Children.Count == 0 ? [] : node.Children.SelectMany(Nodes).Prepend(node);

    private static string NameOf(string questionnaire, IndexNode node, IndexNode root) => node == root ? $"{Prefix}{questionnaire}" : $"{Prefix}{questionnaire}.{node.Code}";
}
