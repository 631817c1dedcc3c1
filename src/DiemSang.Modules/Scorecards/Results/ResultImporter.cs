using System.Globalization;
using DiemSang.Core.Language;
using DiemSang.Core.Ranking;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Results;

/// <param name="Problems">When there is one, nothing was saved.</param>
public sealed record TakenResults(int Units, IReadOnlyList<string> Problems);

/// <summary>Official results of a year with the decision that published them (RNK-07): a table with unit and index, and the rank where it is printed.</summary>
public sealed class ResultImporter(DiemSangDbContext db)
{
    private static readonly string[] IndexHeadings = ["chi so", "diem", "tong diem", "ket qua", "%"];
    private static readonly string[] RankHeadings = ["xep hang", "hang", "thu hang"];

    public async Task<TakenResults> ImportAsync(Actor actor, Stream content, string fileName, string indexCode, int year, string decision, CancellationToken cancel = default)
    {
        try
        {
            var table = UnitTable.Read(DocumentReader.Read(content, fileName, ReadLimits.Default, cancellationToken: cancel));
            return await TakeAsync(actor, table, indexCode, year, decision, cancel);
        }
        catch (UnreadableDocumentException problem)
        {
            return new TakenResults(0, [problem.Message]);
        }
    }

    private async Task<TakenResults> TakeAsync(Actor actor, UnitTable table, string indexCode, int year, string decision, CancellationToken cancel)
    {
        var units = (await db.Organisations.Where(one => one.Path.Contains(actor.OrganisationId)).ToListAsync(cancel)).DistinctBy(one => one.NameFolded).ToDictionary(one => one.NameFolded);
        var known = await db.Results.Where(result => result.OrganisationId == actor.OrganisationId && result.IndexCode == indexCode && result.Year == year).Select(result => result.SubjectId).ToListAsync(cancel);
        var problems = new List<string>();
        var rows = new List<(Organisation Unit, decimal Index, int? Rank)>();
        foreach (var row in table.Rows)
        {
            if (Read(row, units, known, out var taken) is { } problem)
            {
                problems.Add($"Dòng {row.Row}: {problem}");
            }
            else
            {
                rows.Add(taken);
            }
        }

        if (problems.Count > 0 || rows.Count == 0)
        {
            return new TakenResults(0, problems.Count > 0 ? problems : ["Bảng không có dòng kết quả nào."]);
        }

        db.Results.AddRange(ResultsOf(actor, rows, indexCode, year, decision));
        await db.SaveAsync(actor.To("scorecards.import-results", decision), cancel);
        return new TakenResults(rows.Count, []);
    }

    private static string? Read(UnitRow row, Dictionary<string, Organisation> units, List<Guid> known, out (Organisation, decimal, int?) taken)
    {
        taken = default;
        if (!units.TryGetValue(VietnameseText.Fold(row.Unit), out var unit))
        {
            return $"không có đơn vị “{row.Unit}” trong địa bàn.";
        }

        if (known.Contains(unit.Id))
        {
            return $"“{row.Unit}” đã có kết quả của năm này; kết quả đã công bố không sửa được.";
        }

        if (Cell(row, IndexHeadings) is not { } text || !decimal.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var index))
        {
            return $"“{row.Unit}” không có chỉ số là một số (cột Chỉ số).";
        }

        taken = (unit, index, int.TryParse(Cell(row, RankHeadings), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null);
        return null;
    }

    private static string? Cell(UnitRow row, string[] headings) => headings.Select(heading => row.Cells.GetValueOrDefault(heading)).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <summary>Printed ranks are kept as printed; where the source prints none they are computed within the peer group.</summary>
    private static IEnumerable<Result> ResultsOf(Actor actor, List<(Organisation Unit, decimal Index, int? Rank)> rows, string indexCode, int year, string decision)
    {
        var standings = Ranking.Of([.. rows.Select(row => new RankedUnit(row.Unit.Id.ToString(), RoundKeeper.PeerGroupOf(row.Unit), row.Index))], TieRule.Competition).ToDictionary(one => one.Unit.Name);
        return rows.Select(row => new Result
        {
            OrganisationId = actor.OrganisationId, IndexCode = indexCode, Year = year, SubjectId = row.Unit.Id, SubjectName = row.Unit.Name, PeerGroup = RoundKeeper.PeerGroupOf(row.Unit),
            IndexValue = row.Index, Rank = row.Rank ?? standings[row.Unit.Id.ToString()].Rank, RankOf = standings[row.Unit.Id.ToString()].RankedCount, Source = decision,
        });
    }
}
