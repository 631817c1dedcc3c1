using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>The four real plans beside the repository: facts and figures only, no sentence of theirs is kept here.</summary>
[Requirement("PLN-01", "PLN-02", "PLN-03", "PLN-06", "PLN-07", "PLN-09", "PLN-10", "PLN-14", "PLN-15", "ORG-04", "ORG-08")]
public sealed class RealPlanTests
{
    [RealPlansFact]
    public void Read_Plan002_Gives32RowsUnder3IndicesAnd7Contents()
    {
        var draft = PlanFixture.ReadReal("002");

        draft.Rows.CountBy(row => row.Index!).ShouldBe([new("PAPI", 15), new("SIPAS", 8), new("PAR", 9)]);
        draft.Rows.Where(row => row.ContentCode is not null).Select(row => (row.Index, row.ContentCode)).Distinct().Count().ShouldBe(7);
        draft.Rows.Where(row => row.Index == "PAR").ShouldAllBe(row => row.ContentCode == null);
        draft.Rows.Where(row => row.Index == "PAR").Select(row => row.Code).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }

    [RealPlansFact]
    public void Read_Plan002_MergesEveryContinuation()
    {
        var draft = PlanFixture.ReadReal("002");

        draft.Rows.Where(row => row.Parts.Count > 1).Select(row => $"{row.Index} {row.Code}").ShouldBe(["PAPI 4.1", "PAPI 5.2", "SIPAS 1.4", "SIPAS 2.1"]);
        draft.Row("PAPI", "4.1").Measures[^1].ShouldEndWith(" phường.");
        draft.Row("PAPI", "5.2").Measures.Count.ShouldBe(5);
        draft.Row("PAPI", "5.2").Measures[0].ShouldContain("Đề án");
        draft.Row("SIPAS", "1.4").Measures.Count.ShouldBe(1);
        draft.Row("SIPAS", "1.4").Cooperators.ShouldBe(["Các cơ quan, đơn vị liên quan"]);
        draft.Row("SIPAS", "2.1").Measures.Count.ShouldBe(5);
    }

    [RealPlansFact]
    public void Read_Plan002_FindsBothLeads()
    {
        var draft = PlanFixture.ReadReal("002");

        draft.Row("PAPI", "1.2").Leads.ShouldBe(["Ủy ban Mặt trận Tổ quốc phường", "Trung tâm Dịch vụ công phường"]);
        foreach (var code in new[] { "1.1", "1.2", "1.3", "1.4" })
        {
            draft.Row("SIPAS", code).Leads.ShouldBe(["Trung tâm Dịch vụ công phường", "Phòng Văn hóa - Xã hội phường"]);
        }

        draft.Row("PAPI", "3.1").Leads.ShouldBe(["Các cơ quan, đơn vị liên quan"]);
        draft.Warnings.ShouldNotContain(warning => warning.Code == "unit.unknown");
    }

    [RealPlansFact]
    public void Read_Plan002_ReadsEveryDeadlineWording()
    {
        var draft = PlanFixture.ReadReal("002");

        draft.Rows.CountBy(row => row.Deadline.Kind).ToDictionary().ShouldBe(new Dictionary<string, int>
        {
            [DeadlineKind.Continuous] = 27, [DeadlineKind.Regulated] = 1, [DeadlineKind.None] = 1, [DeadlineKind.Event] = 1, [DeadlineKind.Yearly] = 2,
        }, ignoreOrder: true);
        draft.Row("PAR", "6").Deadline.Date.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [RealPlansFact]
    public void Read_Plan002_SplitsMeasures() =>
        PlanFixture.ReadReal("002").Rows.Select(row => row.Measures.Count)
            .ShouldBe([2, 2, 4, 4, 2, 3, 1, 5, 1, 4, 3, 2, 3, 2, 5, 2, 1, 1, 1, 5, 2, 3, 5, 2, 2, 2, 1, 1, 1, 2, 1, 3]);

    [RealPlansFact]
    public void Read_Plan002_ReadsTargetsOfEveryKind()
    {
        var targets = PlanFixture.ReadReal("002").Targets.Where(target => target.Index is not null).ToList();

        targets.Where(target => target.Kind != TargetKind.Floor).Select(target => (target.Index, target.Kind, target.Value, target.Upper, target.Among)).ShouldBe(
        [
            ("PAR", TargetKind.RankRange, 20m, 35m, 124), ("PAR", TargetKind.AtLeast, 80m, null, null),
            ("PAPI", TargetKind.Score, 40m, null, null), ("SIPAS", TargetKind.AtLeast, 80m, null, null),
        ]);
        targets.Where(target => target.Kind == TargetKind.Floor).Select(target => (target.Index, target.Value, target.OutOf)).ShouldBe(Enumerable.Repeat(((string?)"PAPI", (decimal?)5m, (decimal?)10m), 8));
        targets.Where(target => target.Kind == TargetKind.Floor).Select(target => target.Content).Distinct().Count().ShouldBe(8);
    }

    [RealPlansFact]
    public void Read_Plan002_FlagsWhatIsMissing()
    {
        var draft = PlanFixture.ReadReal("002");

        draft.RowsWith("row.noLead").ShouldBe(["PAPI 5.1"]);
        draft.RowsWith("row.noDeadline").ShouldBe(["PAPI 5.1"]);
        draft.Warnings.Where(warning => warning.Code == "count.mismatch").ShouldHaveSingleItem();
        var empty = draft.Warnings.Where(warning => warning.Code == "content.noRows").Select(warning => warning.Message).ToList();
        empty.Count.ShouldBe(6);
        foreach (var content in new[] { "(6) “Cung ứng dịch vụ công” của PAPI", "(7) “Quản trị môi trường” của PAPI", "(8) “Quản trị điện tử” của PAPI",
            "(6) “Thủ tục hành chính” của SIPAS", "“cải cách thể chế” của PAR", "“cải cách tổ chức bộ máy hành chính” của PAR" })
        {
            empty.ShouldContain(message => message.Contains(content, StringComparison.Ordinal));
        }

        draft.Warnings.Single(warning => warning.Code == "row.sameDutyOtherLead").Message.ShouldContain("SIPAS 2.4, PAR 4");
    }

    [RealPlansFact]
    public void Read_Plan002_ReadsHeadAndTail()
    {
        var draft = PlanFixture.ReadReal("002");

        (draft.Number, draft.Symbol, draft.IssuedOn, draft.Place, draft.Superior).ShouldBe((null, "KH-UBND", null, "An Tường", null));
        draft.IssuedOnText.ShouldBe("ngày tháng 01 năm 2026");
        draft.Issuer.ShouldBe("Ủy ban nhân dân phường An Tường");
        draft.Indices.ShouldBe(["PAR", "PAPI", "SIPAS"]);
        draft.Period.ShouldBe(new PlanPeriod(2026, 2030));
        draft.Parents.Select(Reference).ShouldBe(["13/KH-UBND 2026-01-19"]);
        draft.LegalBases.Where(basis => basis.Number is not null).Select(Reference).ShouldBe(["1847/QĐ-TTg 2018-12-27", "406/CT-UBND 2025-08-06", "64/KH-UBND 2025-09-12"]);
        draft.LegalBases.Count(basis => basis.Kind == "Luật").ShouldBe(6);
        draft.ReportDeadlines.Select(deadline => (deadline.Period, deadline.Day, deadline.Month, deadline.Inclusive))
            .ShouldBe([("quarter", 10, null, true), ("halfYear", 10, 6, true), ("year", 10, 12, true)]);
        draft.Recipients.Count.ShouldBe(12);
        draft.Recipients.Select(recipient => recipient.Purpose).OfType<string>().ShouldBe(["Báo cáo", "Phối hợp", "Thực hiện", "Đăng tải", "Lưu"]);
        (draft.Signature!.Authority, draft.Signature.Post).ShouldBe(("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
    }

    [RealPlansFact]
    public void Read_Plan000_ReadsProse()
    {
        var draft = PlanFixture.ReadReal("000");

        draft.Issuer.ShouldBe("Ủy ban nhân dân xã Hoàng Văn Thụ");
        draft.Indices.ShouldBe(["PAR", "SIPAS", "PAPI"]);
        draft.Period!.ShouldBe(new PlanPeriod(2025, 2025, "6 tháng cuối năm 2025"));
        draft.Parents.Select(Reference).ShouldBe(["146/KH-UBND 2025-05-29"]);
        draft.LegalBases.Select(Reference).ShouldBe(["76/NQ-CP 2021-07-15", "01/NQ-CP 2025-01-08", "02/NQ-CP 2025-01-08", "118/2025/NĐ-CP "]);
        draft.Targets.Select(target => (target.Index, target.Kind, target.Value)).ShouldBe(
            [("PAR", TargetKind.MoreThan, 80m), ("PAPI", TargetKind.Tier, null), ("SIPAS", TargetKind.AtLeast, 80m)]);
        draft.ReportDeadlines.Select(deadline => (deadline.Period, deadline.Day, deadline.Month, deadline.PrintedDay))
            .ShouldBe([("quarter", 14, null, 15), ("halfYear", 14, 6, 15), ("year", 14, 12, 15), ("adHoc", null, null, null)]);
        draft.Rows.Count.ShouldBe(29);
        draft.Rows.ShouldAllBe(row => row.Proposed && row.Measures.Count == 1);
        draft.Rows.Where(row => row.ContentCode == "IV.1").ShouldAllBe(row => row.Leads.Single() == "Phòng Văn hoá - Xã hội");
        draft.Recipients.Count.ShouldBe(7);
        draft.Warnings.Select(warning => warning.Code).ShouldContain("period.conflict");
        draft.Warnings.Select(warning => warning.Code).ShouldContain("target.contradiction");
        draft.Warnings.Select(warning => warning.Code).ShouldContain("appendix.absent");
    }

    [RealPlansFact]
    public void Read_Plan003_ReadsStampGapAndCoversTwoIndices()
    {
        var draft = PlanFixture.ReadReal("003");

        (draft.Number, draft.Symbol, draft.IssuedOn, draft.Place).ShouldBe(("64", "KH-UBND", new DateOnly(2024, 6, 10), "Vạn Thủy"));
        draft.Issuer.ShouldBe("Ủy ban nhân dân xã Vạn Thủy");
        draft.Indices.ShouldBe(["PAR", "SIPAS"]);
        draft.Parents.Select(Reference).ShouldBe(["194/KH-UBND 2024-06-08"]);
        draft.Rows.Take(2).Select(row => row.Index).ShouldBe(["PAR", "SIPAS"]);
        draft.Rows.Single(row => row.Code == "III.1").Leads.ShouldBe(["Công chức phụ trách"]);
        draft.ReportDeadlines.Select(deadline => (deadline.Period, deadline.To)).ShouldBe([("regulated", "UBND huyện, Phòng Nội vụ")]);
        draft.Recipients.Count.ShouldBe(8);
        (draft.Signature!.Authority, draft.Signature.Post).ShouldBe(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
        draft.Warnings.Select(warning => warning.Code).ShouldContain("index.notInTitle");
        draft.Warnings.Select(warning => warning.Code).ShouldContain("signature.noTm");
    }

    [RealPlansFact]
    public void Read_Plan004_ReadsThroughLostMarks()
    {
        var draft = PlanFixture.ReadReal("004");

        draft.IsOcr.ShouldBeTrue();
        (draft.Number, draft.Symbol, draft.IssuedOn).ShouldBe(("111", "KH-TTr", new DateOnly(2025, 6, 14)));
        (draft.Superior, draft.Issuer).ShouldBe(("UBND TINHLANG SON", "THANH TRA TINH"));
        draft.Parents.Select(Reference).ShouldBe(["146/KH-UBND 2025-05-29"]);
        draft.LegalBases.Select(Reference).ShouldBe(["134/KL/TW 2025-03-28", "48/DA-UBND 2025-06-12"]);
        draft.Targets.Select(target => (target.Index, target.Kind, target.Value)).ShouldBe(
        [
            ("PAR", TargetKind.BetterThanLastYear, null), ("SIPAS", TargetKind.BetterThanLastYear, null), ("PAPI", TargetKind.BetterThanLastYear, null),
            ("PAR", TargetKind.TopN, 10m), ("SIPAS", TargetKind.TopN, 10m), ("PAPI", TargetKind.TopN, 10m),
            ("PAR", TargetKind.AtLeast, 100m), ("SIPAS", TargetKind.AtLeast, 100m), ("SIPAS", TargetKind.MoreThan, 95m), ("SIPAS", TargetKind.AtLeast, 100m),
        ]);
        draft.Rows.Where(row => row.ContentCode == "II.3").Select(row => row.Code![^1]).ShouldBe(['a', 'b', 'c', 'd', 'đ', 'e', 'g']);
        draft.Rows.Count(row => row.Leads.Count > 0).ShouldBe(3);
        draft.ReportDeadlines.Select(deadline => deadline.Period).ShouldBe(["regulated", "adHoc"]);
        draft.Recipients.Count.ShouldBe(4);
        (draft.Signature!.Authority, draft.Signature.Post, draft.Signature.Name).ShouldBe(("KT. CHANH THANH TRA", "PHO CHANH THANH TRA", null));
        draft.Warnings.Select(warning => warning.Code).ShouldContain("ocr.confirm.symbol");
    }

    private static string Reference(DocumentReference reference) => $"{reference.Number}/{reference.Symbol} {reference.Date:yyyy-MM-dd}";
}
