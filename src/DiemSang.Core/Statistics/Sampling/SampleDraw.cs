namespace DiemSang.Core.Statistics.Sampling;

/// <summary>Stratified, multi-stage random draws that can be repeated from their seed.</summary>
public static class SampleDraw
{
    /// <summary>Draws the sample a plan describes.</summary>
    /// <exception cref="SurveyDataException">
    /// Two lines of the frame have the same id, or the plan names a stratum the frame does not have.
    /// </exception>
    public static IReadOnlyList<DrawnUnit> Draw(IReadOnlyList<FrameUnit> frame, SamplePlan plan)
    {
        Check(frame, plan);
        var numbers = new SeededNumbers(plan.Seed);
        var strata = frame.ToLookup(unit => unit.Stratum);
        return
        [
            .. plan.FirstStage
                .SelectMany(stratum => Stage([.. strata[stratum.Key]], plan, 0, stratum.Value, numbers, stratum.Key))
                .Select((drawn, index) => new DrawnUnit(drawn.Unit, index + 1, drawn.IsReserve, drawn.Probability)),
        ];
    }

    private static IEnumerable<(FrameUnit Unit, bool IsReserve, double Probability)> Stage(
        IReadOnlyList<FrameUnit> units, SamplePlan plan, int stage, int take, SeededNumbers numbers, string scope)
    {
        var isLast = stage == plan.Stages.Count - 1;
        var groups = units.GroupBy(unit => isLast ? unit.Id : unit.Clusters[stage]).ToList();
        var selection = new Selection(
            numbers, scope, groups.ConvertAll(group => group.Key), groups.ConvertAll(group => group.Sum(unit => unit.Size)));
        foreach (var pick in selection.Draw(plan.Stages[stage].Method, take, plan.Stages[stage].Reserve))
        {
            var group = groups[pick.Index];
            var below = isLast
                ? [(group.Single(), false, 1.0)]
                : Stage([.. group], plan, stage + 1, plan.Stages[stage + 1].Take, numbers, $"{scope}|{group.Key}");
            foreach (var (unit, isReserve, probability) in below)
            {
                yield return (unit, isReserve || pick.IsReserve, probability * pick.Probability);
            }
        }
    }

    private static void Check(IReadOnlyList<FrameUnit> frame, SamplePlan plan)
    {
        var twice = frame.GroupBy(unit => unit.Id).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new SurveyDataException($"Khung mẫu có hai dòng cùng mã \"{twice.Key}\".");
        }

        var strata = frame.Select(unit => unit.Stratum).ToHashSet();
        var unknown = plan.FirstStage.Keys.FirstOrDefault(stratum => !strata.Contains(stratum));
        if (unknown is not null)
        {
            throw new SurveyDataException($"Khung mẫu không có tầng \"{unknown}\".");
        }
    }
}
