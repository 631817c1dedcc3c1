using DiemSang.Core.Statistics.Sampling;

namespace DiemSang.Core.Surveys.Integrity;

/// <summary>Signs that answers of a wave may not be the respondents' own: findings for a reviewer, and one score per response.</summary>
public sealed class IntegrityReview
{
    private readonly IReadOnlyList<ResponseTrace> _responses;
    private readonly Dictionary<string, double> _innocence = [];

    public IntegrityReview(IReadOnlyList<ResponseTrace> responses, IReadOnlyList<RefusalTrace> refusals, IntegrityRules rules)
    {
        _responses = responses;
        Findings = [.. Check(responses, refusals, rules).OrderByDescending(finding => finding.Score)];
        foreach (var (id, score) in Findings.SelectMany(finding => finding.Responses.Select(id => (id, finding.Score))))
        {
            _innocence[id] = _innocence.GetValueOrDefault(id, 1) * (1 - score);
        }
    }

    /// <summary>All findings, strongest first.</summary>
    public IReadOnlyList<IntegrityFinding> Findings { get; }

    /// <summary>0 for nothing found, towards 1 the more and the stronger the findings: 1 − Π(1 − score).</summary>
    public double ScoreOf(string responseId) => 1 - _innocence.GetValueOrDefault(responseId, 1);

    /// <summary>
    /// Responses to ask about again (phúc tra), drawn at random from all of them: if only suspicious ones were checked, nobody would learn how
    /// many of the others are wrong.
    /// </summary>
    /// <param name="count">Responses to draw.</param>
    /// <param name="seed">Recorded, so that the draw can be repeated.</param>
    /// <param name="among">Which responses can be asked about at all; null for every one.</param>
    public IReadOnlyList<string> BackCheck(int count, string seed, Func<ResponseTrace, bool>? among = null)
    {
        List<FrameUnit> frame = [.. _responses.Where(among ?? (_ => true)).Select(response => new FrameUnit(response.Id, "", []))];
        var plan = new SamplePlan(seed, new Dictionary<string, int> { [""] = count }, [new StagePlan(SelectionMethod.Random, 0)]);
        return frame.Count == 0 ? [] : [.. SampleDraw.Draw(frame, plan).Select(drawn => drawn.Unit.Id)];
    }

    private static IEnumerable<IntegrityFinding> Check(IReadOnlyList<ResponseTrace> responses, IReadOnlyList<RefusalTrace> refusals, IntegrityRules rules)
    {
        var single = new ResponseChecks(rules);
        var groups = new GroupChecks(rules);
        var codes = new RefusalChecks(rules);
        return
        [
            .. single.TooFast(responses), .. single.StraightLine(responses), .. single.AtNight(responses),
            .. groups.RepeatedDevice(responses), .. groups.IdenticalAnswers(responses), .. groups.Burst(responses),
            .. groups.EnumeratorVariance(responses), .. groups.StaffShare(responses),
            .. codes.DuplicateCode(responses, refusals), .. codes.RefusedCodes(refusals),
        ];
    }
}
