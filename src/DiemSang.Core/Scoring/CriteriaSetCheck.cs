using System.Globalization;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

/// <param name="Code">Criterion, or null for the set as a whole.</param>
/// <param name="IsError">Errors forbid use; warnings are shown.</param>
public sealed record SetProblem(string? Code, bool IsError, string Message)
{
    /// <summary>Maxima that do not add up: a draft may be so between two edits, a set in use may not.</summary>
    public bool IsAboutSums { get; init; }

    public override string ToString() => Code is null ? Message : $"Tiêu chí {Code}: {Message}";
}

/// <summary>
/// A criteria set that cannot be used. The message is one Vietnamese line: the first problem and how many more there are.
/// </summary>
public sealed class InvalidCriteriaSetException(IReadOnlyList<SetProblem> problems)
    : Exception(problems.Count == 1
        ? problems[0].ToString()
        : $"{problems[0]} (còn {(problems.Count - 1).ToString(CultureInfo.InvariantCulture)} lỗi khác)")
{
    public IReadOnlyList<SetProblem> Problems { get; } = problems;
}

/// <summary>
/// Checks a set before use: declared totals against sums (a real district set of 2019 added up to 99.55), child within parent, unique
/// codes, depth,
/// and the parameters of every rule.
/// </summary>
public static class CriteriaSetCheck
{
    /// <summary>All problems in printed order; empty for a good set.</summary>
    public static IReadOnlyList<SetProblem> Run(CriteriaSet set)
    {
        var problems = new List<SetProblem>();
        if (set.Rounding.Decimals is < 0 or > 6)
        {
            problems.Add(Error(null, "Số chữ số thập phân khi làm tròn phải từ 0 đến 6."));
        }

        CheckSum(null, "Bộ tiêu chí", set.Total, set.Criteria, problems);
        var seen = new HashSet<string>();
        foreach (var (criterion, level) in set.All())
        {
            if (!seen.Add(criterion.Code))
            {
                problems.Add(Error(criterion.Code, "mã bị trùng."));
            }

            if (criterion.Feeds.Any(fed => fed.Set == set.Code))
            {
                problems.Add(Error(criterion.Code, "đóng góp cho chính bộ này; chỉ ghi tiêu chí trong bộ của cấp trên."));
            }

            CheckCriterion(criterion, level, problems);
        }

        return problems;
    }

    private static void CheckCriterion(Criterion criterion, int level, List<SetProblem> problems)
    {
        if (level > Limits.Levels)
        {
            problems.Add(Error(criterion.Code, $"nằm ở cấp {level}; bộ tiêu chí có nhiều nhất {Limits.Levels} cấp."));
        }

        if (criterion.Code.Length == 0)
        {
            problems.Add(Error(criterion.Code, $"“{criterion.Title}” chưa có mã."));
        }

        if (criterion.Max is <= 0 or > Limits.LargestPoints)
        {
            var most = ScoreText.Number(Limits.LargestPoints);
            problems.Add(Error(criterion.Code, $"điểm tối đa {ScoreText.Number(criterion.Max)} phải lớn hơn 0 và không quá {most}."));
        }

        if (criterion.NotApplicable == NotApplicableTreatment.WithoutBlock && criterion.ScoredBy != ScoredBy.Survey)
        {
            problems.Add(Error(criterion.Code, "chỉ khối điều tra xã hội học mới được bỏ cả khối (without_block)."));
        }

        if (criterion.IsLeaf)
        {
            CheckLeaf(criterion, problems);
        }
        else
        {
            CheckGroup(criterion, problems);
        }
    }

    private static void CheckGroup(Criterion criterion, List<SetProblem> problems)
    {
        if (criterion.Rule is not null)
        {
            problems.Add(Error(criterion.Code, "có mục con thì điểm là tổng các mục con, không ghi cách tính điểm."));
        }

        foreach (var child in criterion.Children.Where(child => child.Max > criterion.Max))
        {
            var (own, above) = (ScoreText.Number(child.Max), ScoreText.Number(criterion.Max));
            problems.Add(Error(child.Code, $"điểm tối đa {own} lớn hơn {above} của mục {criterion.Code}.") with { IsAboutSums = true });
        }

        // A bonus or penalty group is capped by its own maximum, so its rows may offer more than the cap.
        if (criterion.Kind == CriterionKind.Scored)
        {
            CheckSum(criterion.Code, "mục này", criterion.Max, criterion.Children, problems);
        }
    }

    private static void CheckSum(string? code, string what, decimal declared, IReadOnlyList<Criterion> children, List<SetProblem> problems)
    {
        var scored = children.Where(child => child.Kind == CriterionKind.Scored).ToList();
        var sum = scored.Sum(child => child.Max);
        if (Math.Abs(sum - declared) > Limits.SumTolerance)
        {
            var printed = $"{what} ghi {ScoreText.Number(declared)} điểm";
            problems.Add(Error(code, $"{printed} nhưng {scored.Count} mục con cộng lại là {ScoreText.Number(sum)}.") with { IsAboutSums = true });
        }
    }

    private static void CheckLeaf(Criterion criterion, List<SetProblem> problems)
    {
        if (criterion.Rule is not { } rule)
        {
            problems.Add(Error(criterion.Code, "chưa có cách tính điểm."));
            return;
        }

        problems.AddRange(rule.Check(criterion.Max).Select(problem => new SetProblem(criterion.Code, problem.IsError, problem.Message)));
        foreach (var name in rule.Inputs.GroupBy(field => field.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            problems.Add(Error(criterion.Code, $"số liệu “{name}” bị khai hai lần."));
        }
    }

    private static SetProblem Error(string? code, string message) => new(code, IsError: true, message);
}
