using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Plans;

/// <summary>Other orders, wordings and merges of the same seven columns, and several appendices.</summary>
[Requirement("PLN-08", "PLN-09")]
public sealed class AppendixLayoutTests
{
    private static readonly string[] Header =
        ["STT", "Chỉ số/nội dung", "Chỉ tiêu/kết quả", "Nhiệm vụ/giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

    [Fact]
    public void Read_TwoAppendices_TakesEachOnesIndexFromItsTitle()
    {
        var draft = PlanFixture.Read("hai-phu-luc.txt");

        draft.Rows.Select(row => (row.Appendix, row.Index, row.Code, row.Title)).ShouldBe(
        [
            (1, "PAR", "1", "Rút ngắn thời gian cấp phép"), (1, "PAR", "2", "Số hóa sổ cũ"), (2, "SIPAS", "1", "Tiếp dân"), (2, "SIPAS", "2", "Trả lời dân"),
        ]);
        draft.Rows[1].Leads.ShouldBe(["Công an xã", "Trạm Y tế xã"]);
        draft.Rows[1].Deadline.Others.ShouldBe([new DateOnly(2026, 12, 15)]);
        draft.Rows[2].Measures.ShouldBe(["Mở cửa đúng giờ.", "Cử người trực trưa."]);
        draft.Rows[3].Measures.ShouldBe(["Trả lời trong ngày làm việc.", "Ghi lại mọi câu hỏi."]);
        draft.Rows[3].Deadline.Date.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public void Read_HeadOverSeveralLines_FindsSuperiorAndIssuer()
    {
        var draft = PlanFixture.Read("hai-phu-luc.txt");

        (draft.Superior, draft.Issuer, draft.Number, draft.Place).ShouldBe(("ỦY BAN NHÂN DÂN TỈNH ĐẠI GIANG", "Ủy ban nhân dân xã Bến Đò", "07", "Bến Đò"));
        draft.IssuedOn.ShouldBe(new DateOnly(2026, 2, 5));
    }

    [Fact]
    public void Read_MergedNumberWithOwnDeadlines_GivesARowEach()
    {
        var draft = Read(
            Cells(Header),
            Cells("1.1", "Đường dây nóng", "", "- Lập số máy.", "Công an phường", "", "Quý I/2026"),
            Merged("", "", "", "- Trực máy.", "Trạm Y tế phường", "", "Quý II/2026"));

        draft.Rows.Select(row => (row.Code, row.Title, row.Leads[0], row.Deadline.Text)).ShouldBe(
            [("1.1", "Đường dây nóng", "Công an phường", "Quý I/2026"), ("1.1", "Đường dây nóng", "Trạm Y tế phường", "Quý II/2026")]);
    }

    [Fact]
    public void Read_IndexAloneInAnyColumn_IsAHeading()
    {
        var draft = Read(
            Cells("Thời hạn", "Đơn vị chủ trì", "Nhiệm vụ, giải pháp", "Sản phẩm, kết quả", "Đơn vị phối hợp", "Nội dung"),
            Cells("", "", "", "Chỉ số PAR INDEX", "", ""),
            Cells("trước ngày 15/4/2026", "Công an phường", "Niêm yết công khai.", "100% thủ tục được niêm yết", "", "Công khai thủ tục"));

        var row = draft.Rows.ShouldHaveSingleItem();
        (row.Index, row.Title, row.Target, row.Deadline.Date).ShouldBe(("PAR", "Công khai thủ tục", "100% thủ tục được niêm yết", new DateOnly(2026, 4, 14)));
        PlanChecks.RowName(row).ShouldBe("PAR “Công khai thủ tục”");
    }

    [Fact]
    public void Read_HeaderOfTwoLines_TakesTheLowerOne()
    {
        var draft = Read(
            Cells("TT", "Nội dung", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian"),
            Cells("", "", "", "Chủ trì", "Phối hợp", ""),
            Cells("1", "Trang mạng", "Sửa trang mạng.", "Văn phòng", "Công an phường", "Năm 2026"));

        draft.Rows.ShouldHaveSingleItem().Cooperators.ShouldBe(["Công an phường"]);
    }

    [Fact]
    public void Read_HeadingLaidOverTheRow_IsAHeading()
    {
        var draft = Read(
            Cells(Header),
            new SourceRow(new SourcePlace { Row = 2 }, [new SourceCell(["I. Chỉ số SIPAS"], 0) { ColumnSpan = 7 }]),
            new SourceRow(new SourcePlace { Row = 3 }, [new SourceCell(["1. Thái độ phục vụ"], 0) { ColumnSpan = 7 }]),
            Cells("1.1", "Lời chào", "", "Chào dân.", "Văn phòng", "", "Thường xuyên"));

        var row = draft.Rows.ShouldHaveSingleItem();
        (row.Index, row.ContentCode, row.Content).ShouldBe(("SIPAS", "1", "Thái độ phục vụ"));
    }

    [Fact]
    public void Read_LeadsInParagraphsOfACell_SeparatesThemButNotAWrappedName()
    {
        var draft = Read(
            Cells(Header),
            new SourceRow(new SourcePlace { Row = 2 },
            [
                new SourceCell(["1"], 0), new SourceCell(["Việc"], 1), new SourceCell(["Làm."], 3),
                new SourceCell(["Ủy ban Mặt trận", "Tổ quốc phường", "Phòng Văn hóa -", "Xã hội", "Công an phường"], 4), new SourceCell(["Thường xuyên"], 6),
            ]));

        draft.Rows.Single().Leads.ShouldBe(["Ủy ban Mặt trận Tổ quốc phường", "Phòng Văn hóa - Xã hội", "Công an phường"]);
    }

    [Fact]
    public void Read_TableAfterABreakWithoutItsHeader_GoesOn()
    {
        var first = Table(Cells(Header), Cells("1", "Việc một", "", "Làm xong phần", "Văn phòng", "", "Thường xuyên"));
        var second = Table(Cells("", "", "", "còn lại.", "", "", ""), Cells("2", "Việc hai", "", "Làm.", "Văn phòng", "", "Thường xuyên"));

        var draft = Read(first, second);

        draft.Rows.Select(row => row.Measures.Single()).ShouldBe(["Làm xong phần còn lại.", "Làm."]);
    }

    [Fact]
    public void Read_NumberedTitleAloneAtThePageFoot_IsARowWhenItsCellsFollow()
    {
        var draft = Read(Cells(Header), Cells("4", "Hộp thư", "", "", "", "", ""), Cells("", "", "", "Mở thư.", "Văn phòng", "", "Thường xuyên"));

        var row = draft.Rows.ShouldHaveSingleItem();
        (row.Code, row.Title, row.ContentCode).ShouldBe(("4", "Hộp thư", null));
    }

    private static PlanDraft Read(params SourceRow[] rows) => Read(Table(rows));

    private static PlanDraft Read(params TableBlock[] tables) => new PlanReader(new PlanReadOptions()).Read(new SourceDocument(SourceFormat.Docx, tables));

    private static TableBlock Table(params SourceRow[] rows) => new(new SourcePlace { Table = 1 }, rows);

    private static SourceRow Cells(params string[] texts) =>
        new(new SourcePlace(), [.. texts.Select((text, column) => new SourceCell(text.Length == 0 ? [] : [text], column))]);

    private static SourceRow Merged(params string[] texts)
    {
        var row = Cells(texts);
        return row with { Cells = [.. row.Cells.Select((cell, column) => cell with { ContinuesAbove = column < 2 })] };
    }
}
