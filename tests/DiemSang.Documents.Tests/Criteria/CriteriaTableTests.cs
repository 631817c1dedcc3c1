using System.Text;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Tests.Criteria;

[Requirement("RNK-05")]
public class CriteriaTableTests
{
    public static TheoryData<string> Sets => [.. Catalog.Names];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Read_ExportedSet_HasTheSameTree(string name)
    {
        var set = Catalog.Set(name);
        using var file = new MemoryStream();
        CriteriaTableWriter.Write(set, file);
        file.Position = 0;
        var read = CriteriaTableReader.Read(DocumentReader.Read(file, "bo.xlsx", ReadLimits.Default), set.Code, set.Version);
        // Facts of the set as a whole are asked for at import; the tree is in the table.
        CriteriaSetYaml.Write(set with { Criteria = read.Set.Criteria }).ShouldBe(CriteriaSetYaml.Write(set));
        (read.Set.Title, read.Set.Total).ShouldBe((set.Title, set.Total));
        read.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void Read_TableOfficialsHave_BecomesATreeScoredByHand()
    {
        var imported = Read("""
            STT;Lĩnh vực, tiêu chí, tiêu chí thành phần;Điểm tối đa;Tài liệu kiểm chứng;Hướng dẫn
            I;Mức độ hài lòng của người dân;35;;
            II;Bộ chỉ số;15,5;;
            1;Công tác chỉ đạo điều hành;14;;
            1.1;Kế hoạch cải cách hành chính;14;;
            1.1.1;Thời gian ban hành kế hoạch;0,2;Kế hoạch;Lấy ngày ký số
            ;Trong tháng 01;0,2;;
            ;Từ tháng 02;0;;
            1.1.2;Nội dung còn lại;13,8;;
            2;Thể chế;1,5;;
            a);Ban hành;1;;
            b);Rà soát;0,5;;
            III;Điểm trừ;-5;;
            ;Tổng cộng;50,5;;
            """);
        new ScoringEngine(imported.Set).ShouldNotBeNull();
        imported.Set.All().Select(node => (node.Criterion.Code, node.Level)).ShouldBe(
            [("I", 1), ("II", 1), ("1", 2), ("1.1", 3), ("1.1.1", 4), ("1.1.2", 4), ("2", 2), ("a", 3), ("b", 3), ("III", 1)]);
        var first = imported.Set.Find("1.1.1")!;
        (first.Max, first.Evidence, first.Guidance)
            .ShouldBe((0.2m, EvidenceDemand.Required, "Lấy ngày ký số\nTrong tháng 01: 0,2\nTừ tháng 02: 0"));
        imported.Set.Find("III")!.Kind.ShouldBe(CriterionKind.Penalty);
        imported.Remarks.ShouldBe(["6 tiêu chí chưa có quy tắc, tạm chấm bằng tay từ 0 đến điểm tối đa."]);
    }

    [Fact]
    public void Read_CodesThatRestartInEachPart_AreMadeUnique()
    {
        var imported = Read("""
            STT;Tiêu chí;Điểm;Ghi chú
            A;Phần một;1;
            1;Một;1;
            B;Phần hai;2;
            1;Một;2;
            """);
        imported.Set.All().Select(node => node.Criterion.Code).ShouldBe(["A", "1", "B", "B.1"]);
        imported.Remarks[0].ShouldBe("Mã “1” đã có ở trên; dòng thuộc “B” được ghi là “B.1”.");
    }

    [Theory]
    [InlineData("a;b\nc;d", "Không thấy bảng tiêu chí")]
    [InlineData("STT;Tiêu chí;Điểm;Ghi chú\n1;Một;nhiều;", "Dòng 2 của bảng: điểm tối đa “nhiều” không phải số.")]
    [InlineData("STT;Tiêu chí;Điểm;Quy tắc\n1;Một;1;bandz", "Dòng 2 của bảng: tiêu chí 1: Dòng 1: không có cách tính “bandz”")]
    [InlineData("STT;Tiêu chí;Điểm;Thuộc mục\n1;Một;1;2", "mục cha “2” của “1” phải đứng ở dòng trên")]
    public void Read_BadTable_SaysWhere(string csv, string expected) =>
        Should.Throw<UnreadableDocumentException>(() => Read(csv)).Message.ShouldContain(expected);

    private static ImportedCriteriaSet Read(string csv) =>
        CriteriaTableReader.Read(
            DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "bo.csv", ReadLimits.Default), "bo", "2026");
}
