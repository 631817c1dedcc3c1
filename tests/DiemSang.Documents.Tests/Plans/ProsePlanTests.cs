using DiemSang.Core.Planning;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>Plans without an appendix: a commune's in prose, an agency's recognised from a scan.</summary>
[Requirement("PLN-04", "PLN-05", "PLN-06")]
public sealed class ProsePlanTests
{
    private readonly PlanDraft _commune = PlanFixture.Read("xa-phan-loi.txt");
    private readonly PlanDraft _agency = PlanFixture.Read("thanh-tra-mat-dau.txt");

    [Fact]
    public void Read_Prose_ProposesARowPerDuty() =>
        _commune.Rows.Select(row => (row.Code, row.Index, row.Proposed)).ShouldBe(
            [("III.1.1", null, true), ("III.1.2", null, true), ("III.2", "SIPAS", true), ("IV.1", null, true), ("IV.2.1", null, true), ("IV.2.2", null, true)]);

    [Fact]
    public void Read_ParagraphCutByAFootnote_IsJoined()
    {
        _commune.Rows[0].Measures[0].ShouldEndWith("trang mạng của xã, Zalo để dân dễ tra cứu.");
        _commune.LegalBases.Select(basis => basis.Symbol).ShouldBe(["NQ-HĐND", "2018/NĐ-CP"]);
    }

    [Fact]
    public void Read_Duties_TakesLeadsFromHeadingOrSentence() =>
        _commune.Rows.Skip(3).Select(row => string.Join(";", row.Leads)).ShouldBe(["Phòng Văn hoá - Xã hội", "Văn phòng HĐND và UBND", "Trưởng các thôn"]);

    [Fact]
    public void Read_Duties_TakesDeadlinesFromTheSentence() =>
        _commune.Rows.Take(3).Select(row => (row.Deadline.Kind, row.Deadline.Date)).ShouldBe(
            [(DeadlineKind.Continuous, null), (DeadlineKind.Fixed, new DateOnly(2025, 9, 14)), (DeadlineKind.Event, null)]);

    [Fact]
    public void Read_CommuneHead_TakesTheIssuerFromTheText()
    {
        _commune.Issuer.ShouldBe("Ủy ban nhân dân xã Đồi Chè");
        _commune.Parents.Select(parent => (parent.Number, parent.Date, parent.Issuer)).ShouldBe([("30", new DateOnly(2025, 3, 4), "UBND tỉnh Đại Giang")]);
        (_commune.Signature!.Authority, _commune.Signature.Post, _commune.Signature.Name).ShouldBe(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Thóc"));
        _commune.Recipients.Select(recipient => (recipient.Name, recipient.Purpose)).ShouldBe([("UBND tỉnh", "để b/c"), ("Lưu VT", "Lưu")]);
    }

    [Fact]
    public void Read_CommuneReports_CountsBeforeAsTheDayBefore() =>
        _commune.ReportDeadlines.Select(deadline => (deadline.Period, deadline.Day, deadline.Month)).ShouldBe(
            [("quarter", 14, null), ("halfYear", 14, 6), ("adHoc", null, null)]);

    [Fact]
    public void Read_CarelessProse_SaysSo() =>
        _commune.Warnings.Select(warning => warning.Code).ShouldBe(
            ["plan.numberBlank", "plan.dateBlank", "period.conflict", "signature.noTm", "appendix.absent", "target.contradiction", "rows.proposed", "unit.unknown", "typo.known"]);

    [Fact]
    public void Read_RecognisedText_IsMarkedAndAskedToBeConfirmed()
    {
        _agency.IsOcr.ShouldBeTrue();
        _agency.Warnings.Select(warning => warning.Code).ShouldContain("ocr.confirm.number");
        _agency.Warnings.Select(warning => warning.Code).ShouldContain("ocr.confirm.date");
    }

    [Fact]
    public void Read_HeadReadAcross_FindsItsParts()
    {
        (_agency.Superior, _agency.Issuer, _agency.Number, _agency.Symbol, _agency.Place)
            .ShouldBe(("UBND TINH DAI GIANG", "CHI CUC RUNG", "45", "KH-CCR", "Dai Giang"));
        _agency.IssuedOn.ShouldBe(new DateOnly(2025, 4, 3));
    }

    [Fact]
    public void Read_RecognisedTargets_KeepsTheWordsAsRecognised()
    {
        _agency.Targets.Select(target => (target.Index, target.Kind, target.Value)).ShouldBe(
            [("PAR", TargetKind.BetterThanLastYear, null), ("PAR", TargetKind.TopN, 7m), ("PAR", TargetKind.MoreThan, 97m)]);
        _agency.Title!.ShouldContain("Chi s6");
    }

    [Fact]
    public void Read_RecognisedLetters_FollowVietnameseOrder() =>
        _agency.Rows.Select(row => row.Code).ShouldBe(["II.1.a", "II.1.b", "II.1.c", "II.1.d", "II.1.đ", "III.1"]);

    [Fact]
    public void Read_SignatureRunIntoRecipients_IsTakenApart()
    {
        (_agency.Signature!.Authority, _agency.Signature.Post, _agency.Signature.Name).ShouldBe(("KT. CHI CUC TRUONG", "PHO CHI CUC TRUONG", null));
        _agency.Recipients.Count.ShouldBe(2);
    }
}
