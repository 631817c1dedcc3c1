using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Core.Tests.Planning;

[Requirement("PLN-14")]
public sealed class PlanChecksTests
{
    private static readonly PlanDraftRow Whole = new()
    {
        Index = "PAR", Code = "1", Title = "Công khai ngân sách", Measures = ["Niêm yết dự toán tại trụ sở và nhà văn hóa các tổ dân phố trong tuần đầu tiên."],
        Leads = ["Phòng Văn hóa - Xã hội"], Deadline = new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null),
    };

    private static readonly PlanDraft Draft = new()
    {
        Title = "Nâng cao PAR INDEX năm 2026", Number = "05", Symbol = "KH-UBND", IssuedOn = new DateOnly(2026, 3, 1), Issuer = "Ủy ban nhân dân xã Đồi Chè",
        Indices = ["PAR"], Period = new PlanPeriod(2026, 2026), Rows = [Whole],
        Parents = [new DocumentReference("Kế hoạch", "1", "KH-UBND", null, null, null, "Kế hoạch số 1/KH-UBND")],
        Signature = new PlanSignature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu"),
        Appendices = [new PlanAppendix(1, "PHỤ LỤC")],
    };

    [Fact]
    public void Run_CompletePlan_FindsNothing() => Codes(Draft).ShouldBeEmpty();

    [Fact]
    public void Run_RowWithoutLeadAndDeadline_FlagsBothOnTheRow()
    {
        var warnings = Run(WithRow(Whole with { Leads = [], Deadline = RowDeadline.None }));

        warnings.Select(warning => (warning.Code, warning.Row, warning.Severity, warning.RowNumber))
            .ShouldBe([("row.noLead", "PAR 1", "error", 0), ("row.noDeadline", "PAR 1", "error", 0)]);
    }

    [Fact]
    public void Run_DeadlineBeforeThePlan_IsFlagged() =>
        Codes(WithRow(Whole with { Deadline = new RowDeadline(DeadlineKind.Fixed, "15/01/2026", new DateOnly(2026, 1, 15)) })).ShouldBe(["deadline.beforePlan"]);

    [Fact]
    public void Run_DeadlineInUnknownWords_IsFlagged() =>
        Codes(WithRow(Whole with { Deadline = new RowDeadline(DeadlineKind.None, "xong sớm", null) })).ShouldBe(["row.deadlineNotUnderstood"]);

    [Fact]
    public void Run_IncreaseWithoutFigures_AsksForThem() => Codes(WithRow(Whole with { Target = "- Tăng tỷ lệ người dân biết" })).ShouldBe(["target.noBase"]);

    [Fact]
    public void Run_UnknownUnit_IsNamedOnce()
    {
        var draft = Draft with { Rows = [Whole with { Cooperators = ["Tổ Hòa giải số 3"] }, Whole with { Code = "2", Measures = ["Khác"], Cooperators = ["Tổ hoà giải số 3"] }] };

        Run(draft).ShouldHaveSingleItem().Code.ShouldBe("unit.unknown");
        PlanChecks.Run(draft, TestWords.All, ["Tổ Hòa giải số 3"]).ShouldBeEmpty();
    }

    [Fact]
    public void Run_TargetWithoutRow_IsFlagged() =>
        Codes(Draft with { Targets = [new PlanTarget("SIPAS", null, TargetKind.AtLeast, 90, null, "%", "SIPAS đạt 90%")] }).ShouldBe(["target.noRow"]);

    [Fact]
    public void Run_StrictAndNotStrict_AsksWhich() =>
        Codes(Draft with { Targets = [new PlanTarget("PAR", null, TargetKind.MoreThan, 90, null, "%", "đạt trên 90% trở lên")] }).ShouldBe(["target.contradiction"]);

    [Fact]
    public void Run_EightAnnouncedSevenListed_IsFlagged() =>
        Codes(WithText("Chú trọng 03 nội dung: cải cách thể chế; tài chính công.")).ShouldBe(["count.mismatch"]);

    [Fact]
    public void Run_ContentWithoutRow_IsFlaggedUnlessARowIsAboutIt()
    {
        var draft = Draft with { Contents = [new PlanContent("PAR", null, "cải cách thể chế"), new PlanContent("PAR", null, "cải cách tài chính công")] };

        Run(draft).ShouldHaveSingleItem().Message.ShouldContain("cải cách thể chế");
    }

    [Fact]
    public void Run_SameDutyUnderTwoLeads_IsFlagged()
    {
        var other = Whole with
        {
            Index = "SIPAS", Code = "2.4", Leads = ["Trung tâm Dịch vụ công"],
            Measures = ["Niêm yết dự toán tại trụ sở và nhà văn hóa các tổ dân phố ngay trong tuần đầu tiên."],
        };

        Codes(Draft with { Rows = [Whole, other], Indices = ["PAR", "SIPAS"] }).ShouldBe(["row.sameDutyOtherLead"]);
        Codes(Draft with { Rows = [Whole, other with { Leads = Whole.Leads }], Indices = ["PAR", "SIPAS"] }).ShouldBe(["row.repeated"]);
    }

    [Fact]
    public void Run_CommitteePlanSignedWithoutTm_IsFlagged() =>
        Codes(Draft with { Signature = new PlanSignature("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu") }).ShouldBe(["signature.noTm"]);

    [Fact]
    public void Run_AppendixAnnouncedButAbsent_IsFlagged() =>
        Codes(WithText("(Có phụ lục kèm theo)") with { Appendices = [], Rows = [] }).ShouldBe(["appendix.absent"]);

    [Fact]
    public void Run_PeriodOfTheEndDiffersFromTheTitle_IsFlagged() =>
        Codes(Draft with { Period = new PlanPeriod(2026, 2026, "6 tháng cuối năm 2026") }).ShouldBe(["period.conflict"]);

    [Fact]
    public void Run_RecognisedText_AsksToConfirmNumberSymbolAndDate() =>
        Codes(Draft with { IsOcr = true }).ShouldBe(["ocr.text", "ocr.confirm.number", "ocr.confirm.symbol", "ocr.confirm.date"]);

    [Fact]
    public void Run_KnownTypingError_IsANote() => Run(WithText("Phân đầu đạt 80%.")).Single(warning => warning.Code == "typo.known").Severity.ShouldBe("note");

    [Fact]
    public void Run_IndexOutsideTheTitle_IsANote() => Codes(WithText("góp phần nâng PAPI của tỉnh")).ShouldBe(["index.notInTitle"]);

    private static PlanDraft WithRow(PlanDraftRow row) => Draft with { Rows = [row] };

    private static PlanDraft WithText(string text) => Draft with { Sections = [new PlanSection(1, "II", "MỤC TIÊU", text)] };

    private static IReadOnlyList<PlanWarning> Run(PlanDraft draft) => PlanChecks.Run(draft, TestWords.All, []);

    private static IEnumerable<string> Codes(PlanDraft draft) => Run(draft).Select(warning => warning.Code);
}
