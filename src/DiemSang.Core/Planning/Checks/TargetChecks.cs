using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>Checks of targets and of the contents they are scoped to.</summary>
internal static class TargetChecks
{
    /// <summary>Two names mean the same content when this share of the shorter one's words is in the other.</summary>
    private const double SameName = 0.6;

    public static IEnumerable<PlanWarning> Run(PlanDraft draft, PlanWords words) =>
    [
        .. Contradictions(draft),
        .. CountClaims(draft),
        .. TargetsWithoutRow(draft),
        .. ContentsWithoutRows(draft, words.Indices),
    ];

    private static IEnumerable<PlanWarning> Contradictions(PlanDraft draft) =>
        from target in draft.Targets
        where TargetParser.IsContradictory(target.Text)
        select new PlanWarning("target.contradiction", null,
            $"Chỉ tiêu “{target.Text}” vừa ghi “trên” vừa ghi “trở lên”: hiểu là lớn hơn {target.Value}{target.Unit}; hãy xác nhận có tính đúng bằng hay không.",
            target.Source);

    private static IEnumerable<PlanWarning> CountClaims(PlanDraft draft) =>
        from section in draft.Sections
        from list in ContentList.Find(FoldedText.Of($"{section.Heading}: {section.Text}"))
        where list.Claimed != list.Items.Count
        select new PlanWarning("count.mismatch", null,
            $"Mục {section.Path} nói có {list.Claimed:00} {list.Unit} nhưng liệt kê {list.Items.Count:00}; hãy kiểm tra {list.Unit} thừa, thiếu hoặc sửa số.",
            section.Source);

    private static IEnumerable<PlanWarning> TargetsWithoutRow(PlanDraft draft)
    {
        if (draft.Rows.Count == 0 || draft.Rows.Any(row => row is { Proposed: true, Index: null }))
        {
            yield break;
        }

        var worked = draft.Rows.Select(row => row.Index).ToHashSet();
        foreach (var target in draft.Targets.Where(target => target.Index is not null && !worked.Contains(target.Index)).DistinctBy(target => target.Index))
        {
            yield return new PlanWarning("target.noRow", null,
                $"Có chỉ tiêu cho {target.Index} nhưng không có nhiệm vụ nào cho chỉ số này; hãy thêm nhiệm vụ hoặc bỏ chỉ tiêu.", target.Source);
        }
    }

    private static IEnumerable<PlanWarning> ContentsWithoutRows(PlanDraft draft, IndexNames indices)
    {
        var rows = draft.Rows.Where(row => row.Index is not null).ToLookup(row => row.Index);
        foreach (var content in draft.Contents.Where(content => content.Index is not null && rows.Contains(content.Index)))
        {
            var titles = rows[content.Index].SelectMany(row => new[] { row.Content, row.Title }).OfType<string>().Distinct();
            if (!titles.Any(title => IsAbout(title, content, indices.Find(content.Index))))
            {
                var number = content.Number is null ? "" : $"({content.Number}) ";
                yield return new PlanWarning("content.noRows", null,
                    $"Nội dung {number}“{content.Name}” của {content.Index} có trong mục tiêu nhưng không có nhiệm vụ nào; hãy thêm nhiệm vụ hoặc nêu lý do.", content.Source);
            }
        }
    }

    private static bool IsAbout(string title, PlanContent content, IndexName? index)
    {
        if (Overlap(title, content.Name) >= SameName)
        {
            return true;
        }

        return index is not null && Official(content.Name, index) is { } official && Names(official, title);
    }

    /// <summary>The official content a plan's wording stands for: the most similar name, else one whose words it uses.</summary>
    private static IndexContent? Official(string name, IndexName index)
    {
        var nearest = index.Contents.MaxBy(known => Likeness(known.Name, name));
        return nearest is not null && Overlap(nearest.Name, name) >= SameName ? nearest : index.Contents.FirstOrDefault(known => Names(known, name));
    }

    private static bool Names(IndexContent content, string text)
    {
        var folded = VietnameseText.Fold(text);
        return content.Words.Any(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Words in common among all words of both, 0–1.</summary>
    private static double Likeness(string a, string b)
    {
        var first = WordsOf(a);
        var second = WordsOf(b);
        var common = first.Count(second.Contains);
        return common == 0 ? 0 : (double)common / (first.Count + second.Count - common);
    }

    /// <summary>Words in common among those of the shorter name, 0–1.</summary>
    private static double Overlap(string a, string b)
    {
        var first = WordsOf(a);
        var second = WordsOf(b);
        var smaller = Math.Min(first.Count, second.Count);
        first.IntersectWith(second);
        return smaller == 0 ? 0 : (double)first.Count / smaller;
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. VietnameseText.Fold(text).Replace("tthc", "thu tuc hanh chinh", StringComparison.Ordinal)
            .Split([' ', ',', ';', '.', '-', '(', ')', '“', '”'], StringSplitOptions.RemoveEmptyEntries)];
}
