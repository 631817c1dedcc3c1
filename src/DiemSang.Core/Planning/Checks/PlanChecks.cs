namespace DiemSang.Core.Planning;

/// <summary>
/// What a careful clerk would point out in a draft. Each check is one method that yields warnings; it changes nothing. Run again after a
/// person has corrected the draft.
/// </summary>
public static class PlanChecks
{
    /// <param name="knownUnits">Names of the organisation's own units, on top of the catalog's.</param>
    public static IReadOnlyList<PlanWarning> Run(PlanDraft draft, PlanWords words, IReadOnlyList<string> knownUnits)
    {
        var bodies = knownUnits.Count == 0 ? words.Bodies : words.Bodies.With(knownUnits);
        return
        [
            .. DocumentChecks.Run(draft, words),
            .. TargetChecks.Run(draft, words),
            .. RowChecks.Run(draft, bodies),
            .. RepeatedDuties.Run(draft),
            .. TypoChecks.Run(draft, words.Typos),
        ];
    }

    /// <summary>"PAPI 5.1", or "PAPI “Tiếp dân”" where rows have no numbers: how a warning names a row.</summary>
    public static string RowName(PlanDraftRow row) => $"{row.Index} {row.Code ?? $"“{row.Title}”"}".Trim();

    /// <summary>At most a few names, then how many more: warnings stay readable on a plan of thousands of rows.</summary>
    internal static string Some(IEnumerable<string> names, int most = 4)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(most)) + (all.Count > most ? $" và {all.Count - most} nơi khác" : "");
    }
}
