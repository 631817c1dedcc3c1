using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Modules.Access;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>What the checks of documents say about a plan as it stands, and which printed names no unit answers for.</summary>
public static class PlanWarnings
{
    public const string UnitNotChosen = "row.unitNotChosen";
    public const string NotAccepted = "row.notAccepted";

    /// <summary>Said by the reader, and better by our own checks: a known body may still be no unit here, an identity may be confirmed.</summary>
    private static readonly string[] SaidBetter = ["unit.unknown", "rows.proposed", "ocr.confirm.number", "ocr.confirm.symbol", "ocr.confirm.date"];

    /// <param name="plan">With its targets and rows, measures and parties.</param>
    public static IReadOnlyList<PlanWarning> Of(Plan plan, IReadOnlyDictionary<Guid, Unit> units)
    {
        var draft = PlanDrafts.ToDraft(plan, party => party.UnitId is { } unit ? units[unit].Name : party.PrintedName);
        var said = PlanChecks.Run(draft, PlanWordsFile.Default, [.. units.Values.Select(unit => unit.Name)]).Where(warning => !SaidBetter.Contains(warning.Code));
        return [.. said, .. plan.CurrentRows().SelectMany((row, number) => OfRow(row, number))];
    }

    private static IEnumerable<PlanWarning> OfRow(PlanRow row, int number)
    {
        foreach (var name in row.Parties.Where(party => !party.IsPlaced).Select(party => party.PrintedName).Distinct())
        {
            yield return new PlanWarning(UnitNotChosen, row.Code, $"Chưa biết “{name}” là đơn vị nào. Hãy chọn đơn vị cho tên này.", row.Source) { RowNumber = number };
        }

        if (row.Proposed)
        {
            yield return new PlanWarning(NotAccepted, row.Code, "Dòng này được đề xuất từ lời văn của kế hoạch. Hãy đọc lại rồi nhận, sửa hoặc bỏ dòng.", row.Source) { RowNumber = number };
        }
    }
}
