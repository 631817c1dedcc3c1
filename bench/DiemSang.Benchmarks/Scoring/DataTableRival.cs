using System.Data;
using System.Globalization;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Benchmarks.Scoring;

/// <summary>
/// Computes the formulas the ready-made way: the declared numbers are put into the text, DataTable parses and computes it.
/// </summary>
internal static class DataTableRival
{
    public static decimal Points(CriteriaSet set, IEnumerable<SheetDeclaration> sheets)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        var rules = set.All().Where(node => node.Criterion.IsLeaf).Select(node => (node.Criterion.Code, (FormulaRule)node.Criterion.Rule!))
            .ToList();
        return sheets.Sum(sheet => rules.Sum(rule => Points(table, rule.Item2, sheet.Items[rule.Code])));
    }

    private static decimal Points(DataTable table, FormulaRule rule, Declaration declaration)
    {
        var chosen = rule.Cases.First(each => each.When is null || (bool)table.Compute(Filled(each.When.ToString(), declaration), null));
        return Convert.ToDecimal(table.Compute(Filled(chosen.Then.ToString(), declaration), null), CultureInfo.InvariantCulture);
    }

    private static string Filled(string formula, Declaration declaration)
    {
        foreach (var (name, value) in declaration.Values)
        {
            formula = formula.Replace(name, value.Number.ToString("0.0###", CultureInfo.InvariantCulture));
        }

        return formula;
    }
}
