namespace DiemSang.Core.Scoring;

public enum FlagKind
{
    NotDeclared, Invalid, NoEvidence, EvidenceOutsideYear, EqualToLastYear, BelowLastYearsMaximum, SelfAboveAppraisal, Overridden,
    NotApplicable, BelowTarget,
}

/// <param name="Message">One Vietnamese sentence.</param>
public sealed record SheetFlag(string Code, FlagKind Kind, string Message);

/// <summary>What an appraiser should look at before believing a sheet (assessment must reflect substance).</summary>
public static class SheetFlags
{
    /// <summary>Flags in printed order; they never change points.</summary>
    public static IReadOnlyList<SheetFlag> Of(ScoreSheetResult result)
    {
        var flags = new List<SheetFlag>();
        foreach (var node in result.Nodes)
        {
            AddState(node, flags);
            if (node is { State: NodeState.Scored, Declaration: { } declaration, Points: { } points } && !declaration.IsNotApplicable)
            {
                AddEvidence(node, declaration, points, flags);
                AddComparisons(node, declaration, points, flags);
            }

            AddTarget(node, result.Sheet, flags);
        }

        return flags;
    }

    private static void AddState(NodeResult node, List<SheetFlag> flags)
    {
        switch (node.State)
        {
            case NodeState.NotDeclared when node.Criterion.Kind == CriterionKind.Scored:
                flags.Add(Flag(node, FlagKind.NotDeclared, "chưa kê khai."));
                break;
            case NodeState.Invalid:
                flags.Add(Flag(node, FlagKind.Invalid, node.Problem!));
                break;
            case NodeState.NotApplicable:
            case NodeState.Scored when node.Declaration is { IsNotApplicable: true }:
                flags.Add(Flag(node, FlagKind.NotApplicable, NotApplicableNote(node)));
                break;
        }
    }

    private static string NotApplicableNote(NodeResult node)
    {
        if (node.Problem is not null)
        {
            return node.Problem;
        }

        return node.Declaration?.NotApplicableReason is { Length: > 0 } reason
            ? $"không áp dụng, lý do: {reason}"
            : "không áp dụng mà không ghi lý do.";
    }

    private static void AddEvidence(NodeResult node, Declaration declaration, decimal points, List<SheetFlag> flags)
    {
        if (node.Criterion is { IsLeaf: true, Evidence: EvidenceDemand.Required } && points > 0 && declaration.Evidence.Count == 0)
        {
            var explained = string.IsNullOrWhiteSpace(declaration.Explanation) ? "cũng không có giải trình" : "chỉ có giải trình";
            flags.Add(Flag(node, FlagKind.NoEvidence, $"được {ScoreText.Points(points)} nhưng không có tài liệu kiểm chứng, {explained}."));
        }

        foreach (var evidence in declaration.Evidence.Where(evidence => evidence.Date is { } date && node.Year is { } year &&
            date.Year != year))
        {
            var message = $"tài liệu “{evidence.Name}” ngày {ScoreText.Date(evidence.Date!.Value)} nằm ngoài năm {node.Year}.";
            flags.Add(Flag(node, FlagKind.EvidenceOutsideYear, message));
        }
    }

    private static void AddComparisons(NodeResult node, Declaration declaration, decimal points, List<SheetFlag> flags)
    {
        if (declaration.LastYearPoints == points)
        {
            flags.Add(Flag(node, FlagKind.EqualToLastYear, $"{ScoreText.Points(points)}, đúng bằng năm trước."));
        }
        else if (declaration.LastYearPoints == node.Criterion.Max && points < node.Criterion.Max)
        {
            flags.Add(Flag(node, FlagKind.BelowLastYearsMaximum, $"năm trước đạt tối đa, năm nay {ScoreText.Points(points)}."));
        }

        if (declaration.SelfPoints is { } self && self > points)
        {
            flags.Add(Flag(node, FlagKind.SelfAboveAppraisal, $"tự chấm {ScoreText.Number(self)}, thẩm định {ScoreText.Points(points)}."));
        }

        if (declaration.Override is not null)
        {
            var computed = node.ComputedPoints is { } byRule ? ScoreText.Points(byRule) : "chưa có";
            flags.Add(Flag(node, FlagKind.Overridden, $"điểm được ấn định, tính theo quy tắc là {computed}."));
        }
    }

    private static void AddTarget(NodeResult node, SheetDeclaration sheet, List<SheetFlag> flags)
    {
        if (node.Points is { } points && sheet.Targets.TryGetValue(node.Criterion.Code, out var target) && !target.Contains(points))
        {
            flags.Add(Flag(node, FlagKind.BelowTarget, $"{ScoreText.Points(points)}, chưa đạt mục tiêu {target.ToSentence()}."));
        }
    }

    private static SheetFlag Flag(NodeResult node, FlagKind kind, string message) => new(node.Criterion.Code, kind, message);
}
