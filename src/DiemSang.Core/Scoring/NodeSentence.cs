using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

/// <summary>Puts into words how a node got its points.</summary>
internal static class NodeSentence
{
    private const int MostTerms = 12;

    public static string Of(NodeResult node)
    {
        var computed = Computed(node);
        return node.Declaration?.Override is { } change && node.State == NodeState.Scored
            ? $"Người chấm ấn định {ScoreText.Points(change.Points)}, lý do: {change.Reason.TrimEnd('.')}. Tính theo quy tắc: {Lowered(computed)}"
            : computed;
    }

    private static string Computed(NodeResult node) => node.State switch
    {
        NodeState.Invalid => node.Problem!,
        NodeState.NotApplicable => NotApplicable(node),
        NodeState.NotDeclared => NotDeclared(node),
        _ when node.Declaration is { IsNotApplicable: true } =>
            $"Không áp dụng, được tính đủ {ScoreText.Points(node.ComputedPoints ?? 0)}.",
        _ when node.Criterion.Rule is { } rule => ByRule(node, rule),
        _ => Sum(node),
    };

    private static string NotDeclared(NodeResult node) =>
        $"{node.Problem ?? "Chưa kê khai."}{(node.Points is null ? " Chưa có điểm." : " Tạm tính 0 điểm.")}";

    private static string ByRule(NodeResult node, ScoringRule rule)
    {
        if (node.ComputedPoints is not { } computed)
        {
            return node.Problem ?? "Chưa kê khai số liệu.";
        }

        var sentence = rule.Explain(new RuleInput(node.Criterion.Max, node.Declaration!, node.Year), Math.Abs(computed));
        return node.Criterion.Kind == CriterionKind.Penalty ? $"Trừ điểm. {sentence}" : sentence;
    }

    private static string NotApplicable(NodeResult node)
    {
        if (node.Problem is not null)
        {
            return node.Problem;
        }

        var reason = node.Declaration?.NotApplicableReason is { Length: > 0 } given ? $" ({given.TrimEnd('.')})" : "";
        var max = ScoreText.Number(node.Criterion.Max);
        return node.Criterion.NotApplicable switch
        {
            NotApplicableTreatment.Rebase => $"Không áp dụng{reason}: bỏ {max} điểm khỏi tử số và mẫu số rồi quy lại trên tổng điểm.",
            NotApplicableTreatment.WithoutBlock =>
                $"Không áp dụng{reason}: bỏ cả khối {max} điểm, phần còn lại tính trên điểm tối đa của chính nó.",
            _ => $"Không áp dụng{reason}: điểm tối đa của phiếu giảm {max} điểm.",
        };
    }

    private static string Sum(NodeResult node)
    {
        if (node.ComputedPoints is not { } points)
        {
            var unscored = node.Children.Where(child => child.Points is null && child.State != NodeState.NotApplicable);
            return $"Chưa có điểm: {ScoreText.Quoted(unscored.Select(child => child.Criterion.Code).Take(MostTerms))} chưa có điểm.";
        }

        var counted = node.Children.Where(child => child.State != NodeState.NotApplicable).ToList();
        if (counted.Count == 0)
        {
            return "Không tiêu chí nào áp dụng.";
        }

        var terms = string.Join(" + ", counted.Take(MostTerms).Select(child => ScoreText.Number(child.Points ?? 0)));
        var more = counted.Count > MostTerms ? " + …" : "";
        var bounded = points == counted.Sum(child => child.Points ?? 0) ? "" : ", trong giới hạn cho phép";
        var sum = $"{terms}{more}".Replace("+ -", "− ", StringComparison.Ordinal);
        return $"Tổng {counted.Count} mục: {sum}{bounded} = {ScoreText.Number(points)} trên {ScoreText.Points(Ceiling(node))}.";
    }

    private static decimal Ceiling(NodeResult node) => node.ApplicableMax > 0 ? node.ApplicableMax : node.Criterion.Max;

    private static string Lowered(string sentence) => sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
