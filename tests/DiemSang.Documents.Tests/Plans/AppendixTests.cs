using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>A ward's plan with every break and gap an appendix is known to have.</summary>
[Requirement("PLN-08", "PLN-09", "PLN-10", "PLN-11", "PLN-12", "PLN-13", "PLN-14")]
public sealed class AppendixTests
{
    private readonly PlanDraft _draft = PlanFixture.Read("phuong-bang-giao-viec.txt");

    [Fact]
    public void Read_Appendix_FindsEveryRowUnderItsIndexAndContent() =>
        _draft.Rows.Select(row => (row.Index, row.ContentCode, row.Code)).ShouldBe(
        [
            ("PAPI", "1", "1.1"), ("PAPI", "1", "1.2"), ("PAPI", "1", "1.3"), ("PAPI", "2", "2.1"), ("PAPI", "2", "2.2"), ("PAR", null, "1"), ("PAR", null, "2"),
        ]);

    [Fact]
    public void Read_RowBrokenByAPage_JoinsEveryCell()
    {
        var row = _draft.Row("PAPI", "1.3");

        row.Measures.ShouldBe(["Mở hòm thư mỗi tuần và ghi sổ đầy đủ từng lá thư của người dân, trả lời bằng văn bản.", "Văn hóa - Xã hội cùng dự."]);
        row.Leads.ShouldBe(["Trung tâm Phục vụ hành chính công phường", "Phòng Văn hóa - Xã hội phường"]);
        row.Cooperators.ShouldBe(["Công an phường"]);
        row.Deadline.Kind.ShouldBe(DeadlineKind.Regulated);
        row.Parts.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_TwoLeadsWithAComma_SeparatesThem() =>
        _draft.Row("PAPI", "1.1").Leads.ShouldBe(["Hội Nông dân phường", "Trung tâm Dịch vụ công phường"]);

    [Fact]
    public void Read_NameWithACommaInside_StaysWhole() => _draft.Row("PAPI", "1.2").Leads.ShouldBe(["Phòng Kinh tế, Hạ tầng và Đô thị phường"]);

    [Fact]
    public void Read_IntroducingLine_IsNotAMeasure()
    {
        var row = _draft.Row("PAPI", "1.2");

        row.MeasuresIntro.ShouldBe("Cho dân biết các việc sau:");
        row.Measures.ShouldBe(["Dự toán;", "Tiến độ;", "Người giám sát."]);
    }

    [Fact]
    public void Read_RowWithoutLeadAndDeadline_IsFlagged()
    {
        _draft.RowsWith("row.noLead").ShouldBe(["PAPI 2.1"]);
        _draft.RowsWith("row.noDeadline").ShouldBe(["PAPI 2.1"]);
        _draft.Warnings.First(warning => warning.Code == "row.noLead").Source!.Label.ShouldContain("dòng");
    }

    [Fact]
    public void Read_EverybodyAsLead_IsAccepted() => _draft.Row("PAPI", "2.2").Leads.ShouldBe(["Các cơ quan, đơn vị liên quan"]);

    [Fact]
    public void Read_Targets_GivesFloorsForEveryContent() =>
        _draft.Targets.Select(target => (target.Index, target.Kind, target.Value, target.Content)).ShouldBe(
        [
            ("PAR", TargetKind.RankRange, 10m, null),
            ("PAR", TargetKind.AtLeast, 85m, null),
            ("PAPI", TargetKind.Score, 15m, null),
            ("PAPI", TargetKind.Floor, 5m, "Tham gia của người dân"),
            ("PAPI", TargetKind.Floor, 5m, "Công khai ngân sách"),
            ("PAPI", TargetKind.Floor, 5m, "Quản trị môi trường"),
            ("SIPAS", TargetKind.MoreThan, 82.5m, null),
        ]);

    [Fact]
    public void Read_CarelessPlan_SaysWhatAClerkWouldSay() => _draft.Warnings.Select(warning => warning.Code).Distinct().ShouldBe(
        [
            "plan.numberBlank", "plan.dateBlank", "appendix.issuerDiffers", "count.mismatch", "target.noRow", "content.noRows", "target.noBase", "row.noLead",
            "row.noDeadline", "row.repeated", "typo.known",
        ], ignoreOrder: true);

    [Fact]
    public void Read_ContentsListedInTheTargets_FlagsThoseWithoutRows() =>
        _draft.Warnings.Where(warning => warning.Code == "content.noRows").Select(warning => warning.Message)
            .ShouldContain(message => message.Contains("Quản trị môi trường", StringComparison.Ordinal));

    [Fact]
    public void Read_Head_KeepsBlanks()
    {
        (_draft.Number, _draft.Symbol, _draft.IssuedOn, _draft.IssuedOnText).ShouldBe((null, "KH-UBND", null, "ngày tháng 02 năm 2026"));
        _draft.Issuer.ShouldBe("Ủy ban nhân dân phường Sông Xanh");
        _draft.Period.ShouldBe(new PlanPeriod(2026, 2028));
        _draft.Indices.ShouldBe(["PAR", "SIPAS", "PAPI"]);
    }

    [Fact]
    public void Read_Citations_KeepsParentApartAndLooksIntoTheAppendix()
    {
        _draft.Parents.Select(parent => parent.Number).ShouldBe(["21"]);
        _draft.LegalBases.Select(basis => basis.Number ?? basis.Subject).ShouldBe(["Tiếp cận thông tin", "77"]);
    }

    [Fact]
    public void Read_ReportDeadlines_CountsTheLastGoodDay() =>
        _draft.ReportDeadlines.Select(deadline => (deadline.Period, deadline.Day, deadline.Month)).ShouldBe([("quarter", 12, null), ("year", 7, 12)]);

    [Fact]
    public void Read_Signature_JoinsAuthorityPostAndName() =>
        (_draft.Signature!.Authority, _draft.Signature.Post, _draft.Signature.Name).ShouldBe(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đinh Thị Bưởi"));
}
