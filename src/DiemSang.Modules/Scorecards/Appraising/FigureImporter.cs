using System.Globalization;
using DiemSang.Core.Language;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Appraising;

/// <param name="Problems">When there is one, nothing was saved.</param>
public sealed record TakenFigures(int Units, int Figures, IReadOnlyList<string> Problems);

/// <summary>
/// Survey results and figures of other systems for many units at once: a table with "Đơn vị" and one column for each criterion, headed by its
/// code ("I"), or by code and input where a rule asks for several ("1.1.3 numerator").
/// </summary>
public sealed class FigureImporter(DiemSangDbContext db, SheetReader sheets, TimeProvider clock)
{
    public async Task<TakenFigures> ImportAsync(Actor actor, RoundFile file, Stream content, string fileName, string source, CancellationToken cancel = default)
    {
        if (!file.IsKeptBy(actor) || !actor.MayKeepRounds())
        {
            return new TakenFigures(0, 0, ["Chỉ người giữ kỳ chấm nhập số liệu."]);
        }

        try
        {
            var table = UnitTable.Read(DocumentReader.Read(content, fileName, ReadLimits.Default, cancellationToken: cancel));
            return await TakeAsync(actor, file, table, source, cancel);
        }
        catch (UnreadableDocumentException problem)
        {
            return new TakenFigures(0, 0, [problem.Message]);
        }
    }

    private async Task<TakenFigures> TakeAsync(Actor actor, RoundFile file, UnitTable table, string source, CancellationToken cancel)
    {
        var all = (await sheets.OpenManyAsync(file, subjects: null, cancel)).ToDictionary(sheet => VietnameseText.Fold(sheet.Participant.SubjectName));
        var problems = new List<string>();
        var figures = 0;
        var units = new HashSet<Guid>();
        foreach (var row in table.Rows)
        {
            if (!all.TryGetValue(VietnameseText.Fold(row.Unit), out var sheet))
            {
                problems.Add($"Dòng {row.Row}: không có đơn vị “{row.Unit}” trong kỳ chấm.");
                continue;
            }

            if (sheet.OpenVerdictStage is not { } stage)
            {
                problems.Add($"Dòng {row.Row}: “{row.Unit}” không ở bước thẩm định nên chưa nhận số liệu được.");
                continue;
            }

            var decided = ReadRow(file, row, problems).Select(pair => Decide(actor, sheet, pair.Leaf, stage, pair.Values, source, row, problems)).OfType<Verdict>().ToList();
            figures += decided.Count;
            units.Add(sheet.Participant.SubjectId);
            var after = sheet with { Verdicts = [.. sheet.Verdicts.Union(decided)] };
            sheet.Participant.Count(after.TotalAt(SheetStage.Appraisal1), after.TotalAt(SheetStage.Appraisal2), after.TotalAt(SheetStage.Final));
        }

        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new TakenFigures(0, 0, problems);
        }

        await db.SaveAsync(actor.To("scorecards.import-figures", source), cancel);
        return new TakenFigures(units.Count, figures, []);
    }

    private Verdict? Decide(Actor actor, SheetFile sheet, Criterion leaf, VerdictStage stage, Dictionary<string, DeclaredValue> values, string source, UnitRow row, List<string> problems)
    {
        var decision = new VerdictDecision(VerdictBasis.Imported, values, Reason: source);
        var node = sheet.File.Engine.Score(new SheetDeclaration { Year = sheet.Round.Year, Items = new Dictionary<string, Declaration> { [leaf.Code] = decision.ToDeclaration() } }).Find(leaf.Code)!;
        if (node.State is NodeState.Invalid or NodeState.NotDeclared)
        {
            problems.Add($"Dòng {row.Row}, {row.Unit}, tiêu chí {leaf.Code}: {node.Problem ?? "thiếu số liệu."}");
            return null;
        }

        var verdict = sheet.VerdictOf(leaf.Code, stage);
        if (verdict is null)
        {
            verdict = new Verdict { OrganisationId = sheet.Round.OrganisationId, RoundId = sheet.Round.Id, SubjectId = sheet.Participant.SubjectId, Code = leaf.Code, Stage = stage };
            db.Verdicts.Add(verdict);
        }

        verdict.Decide(decision, node, actor.FullName, clock.GetUtcNow());
        return verdict;
    }

    private static IEnumerable<(Criterion Leaf, Dictionary<string, DeclaredValue> Values)> ReadRow(RoundFile file, UnitRow row, List<string> problems)
    {
        foreach (var leaf in file.Leaves)
        {
            var inputs = leaf.Rule!.Inputs;
            var values = new Dictionary<string, DeclaredValue>();
            foreach (var input in inputs)
            {
                var heading = VietnameseText.Fold(inputs.Count == 1 ? leaf.Code : $"{leaf.Code} {input.Name}");
                if (row.Cells.TryGetValue(heading, out var text) && text.Length > 0)
                {
                    Read(input, text, values, $"Dòng {row.Row}, {row.Unit}, cột {heading}", problems);
                }
            }

            if (values.Count > 0)
            {
                yield return (leaf, values);
            }
        }
    }

    private static void Read(InputField input, string text, Dictionary<string, DeclaredValue> values, string place, List<string> problems)
    {
        if (input.Kind is InputKind.Choice)
        {
            values[input.Name] = text;
        }
        else if (decimal.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            values[input.Name] = input.Kind == InputKind.YesNo ? number == 1 : number;
        }
        else
        {
            problems.Add($"{place}: “{text}” không phải số.");
        }
    }
}
