using DiemSang.Documents.Writing;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Importing;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>The decision that amends a plan (Decree 30, sample of a decision), with every change in an appendix. Before approval its number and day are blank.</summary>
public static class AmendmentPaper
{
    private static readonly PaperColumn[] Columns =
        [new("STT", 5), new("Dòng của kế hoạch", 22), new("Nội dung", 14), new("Đang quy định", 29), new("Sửa đổi, bổ sung", 30)];

    /// <param name="units">Names of the units that proposed.</param>
    public static OfficePaper Of(AmendmentView view, Organisation organisation, IEnumerable<string> units)
    {
        var (plan, amendment) = (view.Plan, view.Amendment);
        var head = new PaperHead("QUYẾT ĐỊNH", $"Về việc sửa đổi, bổ sung {Cite(plan)}")
        {
            Superior = plan.Superior, Issuer = plan.Issuer ?? organisation.Name, Number = amendment.Number, Symbol = amendment.Symbol ?? "QĐ-UBND",
            Place = plan.Place ?? organisation.Place, IssuedOn = amendment.DecidedOn,
        };
        return new OfficePaper(head, [.. Blocks(view, Decider(plan, organisation), units)])
        {
            Signers = [Signer(plan)],
            Recipients = ["Như Điều 3", "Lưu: VT"],
            Appendix = new PaperAppendix("NỘI DUNG SỬA ĐỔI, BỔ SUNG", $"(Kèm theo Quyết định số {AttachedTo(amendment)})", new PaperBlock.Table(Columns, [.. view.Rows.SelectMany(Lines)])),
        };
    }

    private static IEnumerable<PaperBlock> Blocks(AmendmentView view, string decider, IEnumerable<string> units)
    {
        yield return new PaperBlock.Centred(decider);
        foreach (var law in view.Plan.Content.LegalBases.Where(basis => basis.Kind == "Luật"))
        {
            yield return new PaperBlock.Basis($"Căn cứ {law.Text.TrimEnd(';', '.', ' ')};");
        }

        yield return new PaperBlock.Basis($"Căn cứ {Cite(view.Plan)} về {char.ToLowerInvariant(view.Plan.Title[0])}{view.Plan.Title[1..]};");
        yield return new PaperBlock.Basis($"Theo đề nghị của {string.Join(", ", units.DefaultIfEmpty("bộ phận đầu mối thực hiện kế hoạch"))}.");
        yield return new PaperBlock.Centred("QUYẾT ĐỊNH:");
        yield return new PaperBlock.Article("Điều 1.", $"Sửa đổi, bổ sung {Cite(view.Plan)}: {Counts(view.Rows)} (chi tiết tại Phụ lục kèm theo).");
        yield return new PaperBlock.Article("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký. Các nội dung khác của Kế hoạch giữ nguyên.");
        yield return new PaperBlock.Article("Điều 3.", "Thủ trưởng các cơ quan, đơn vị được giao nhiệm vụ trong Kế hoạch và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.");
    }

    private static string Counts(IReadOnlyList<AmendedRow> rows)
    {
        (int Number, string Words)[] parts =
        [
            (rows.Count(row => row.Kind == ProposalKind.Change), "dòng sửa đổi"), (rows.Count(row => row.Kind == ProposalKind.Add), "dòng bổ sung"), (rows.Count(row => row.Kind == ProposalKind.Drop), "dòng bãi bỏ"),
        ];
        return string.Join(", ", parts.Where(part => part.Number > 0).Select(part => $"{part.Number:00} {part.Words}"));
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(AmendedRow row, int index)
    {
        if (row.Kind == ProposalKind.Drop)
        {
            yield return [$"{index + 1}", row.Label, "Cả dòng", "", "Bãi bỏ"];
            yield break;
        }

        var fields = row.Changes;
        for (var i = 0; i < fields.Count; i++)
        {
            var before = row.Kind == ProposalKind.Add ? "(bổ sung mới)" : string.Join('\n', fields[i].Before);
            yield return [i == 0 ? $"{index + 1}" : "", i == 0 ? row.Label : "", NameOf(fields[i].Field), i == 0 || row.Kind == ProposalKind.Change ? before : "", string.Join('\n', fields[i].After)];
        }
    }

    private static string NameOf(PlanField field) => field switch
    {
        PlanField.RowIndex => "Chỉ số",
        PlanField.RowContent => "Nội dung",
        PlanField.RowCode => "STT",
        PlanField.RowTitle => "Chỉ số/nội dung",
        PlanField.RowTarget => "Chỉ tiêu/kết quả",
        PlanField.RowMeasures => "Nhiệm vụ/giải pháp",
        PlanField.RowLeads => "Cơ quan chủ trì",
        PlanField.RowCooperators => "Cơ quan phối hợp",
        _ => "Thời gian hoàn thành",
    };

    private static string Cite(Plan plan)
    {
        var day = plan.IssuedOn is { } issued ? $" {DateLine.Print(issued)}" : "";
        return $"Kế hoạch số {plan.Number}/{plan.Symbol}{day}{(plan.Issuer is null ? "" : $" của {plan.Issuer}")}";
    }

    private static string AttachedTo(Amendment amendment) => amendment.DecidedOn is { } day
        ? $"{amendment.Number}/{amendment.Symbol} {DateLine.Print(day)}"
        : $"{DateLine.Blank}/QĐ-UBND ngày {DateLine.Blank} tháng {DateLine.Blank} năm {DateLine.Blank}";

    /// <summary>A collective body decides under its own name, a head under the post.</summary>
    private static string Decider(Plan plan, Organisation organisation)
    {
        var body = (plan.Issuer ?? organisation.Name).ToUpperInvariant();
        return plan.Content.Signature is { Authority: null or "", Post: { Length: > 0 } post } ? $"{post.ToUpperInvariant()} {body}" : body;
    }

    private static PaperSigner Signer(Plan plan) =>
        new((plan.Content.Signature?.Post ?? "CHỦ TỊCH").ToUpperInvariant(), plan.Content.Signature?.Name) { Authority = plan.Content.Signature?.Authority?.ToUpperInvariant() };
}
