using DiemSang.Core.Planning;

namespace DiemSang.Documents.Tests.TestData;

/// <summary>A made-up ward's plan with every shape a row can have, and its rows printed so that two readings can be compared.</summary>
internal static class WardPlan
{
    public static PlanDraft Draft { get; } = new()
    {
        Title = "Nâng cao Chỉ số cải cách hành chính (PAR INDEX), Chỉ số hài lòng (SIPAS) và Chỉ số hiệu quả quản trị (PAPI) phường Bến Đá năm 2026",
        Number = "5",
        Symbol = "KH-UBND",
        IssuedOn = new DateOnly(2026, 2, 5),
        Issuer = "Ủy ban nhân dân phường Bến Đá",
        Superior = "Ủy ban nhân dân tỉnh Sông Lam",
        Place = "Bến Đá",
        Period = new PlanPeriod(2026, 2026),
        Indices = ["PAR", "SIPAS", "PAPI"],
        Parents =
        [
            new DocumentReference("Kế hoạch", "21", "KH-UBND", new DateOnly(2026, 1, 12), "Ủy ban nhân dân tỉnh Sông Lam", "về nâng cao các chỉ số năm 2026", "Kế hoạch số 21/KH-UBND"),
        ],
        LegalBases =
        [
            new DocumentReference("Nghị quyết", "76", "NQ-CP", new DateOnly(2021, 7, 15), "Chính phủ", "ban hành Chương trình tổng thể cải cách hành chính", "Nghị quyết số 76/NQ-CP"),
        ],
        Sections =
        [
            new PlanSection(1, "I", "MỤC ĐÍCH, YÊU CẦU", ""),
            new PlanSection(2, "1", "Mục đích", "Giao việc rõ cho từng đơn vị để người dân, doanh nghiệp thấy dịch vụ công tốt lên từng quý và tin vào chính quyền phường."),
            new PlanSection(2, "2", "Yêu cầu", "Mỗi việc có người chịu trách nhiệm, có hạn và có tài liệu kiểm chứng.\nĐơn vị nào chậm hai kỳ liền phải giải trình trước phiên họp tháng."),
            new PlanSection(1, "II", "TỔ CHỨC THỰC HIỆN", "Các đơn vị báo cáo trước ngày 15 tháng cuối quý, gửi Phòng Văn hóa - Xã hội tổng hợp. Đề nghị các đơn vị nghiêm túc thực hiện."),
        ],
        Rows = Rows(),
        Recipients = [new PlanRecipient("UBND tỉnh", "Báo cáo"), new PlanRecipient("Các đơn vị thuộc phường", "Thực hiện"), new PlanRecipient("Lưu: VT, VHXH", null)],
        Signature = new PlanSignature("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Minh Hạnh"),
    };

    /// <summary>Everything of a row that every format must give alike; in PDF and scans a line may break where the page did, so blanks are one, and none behind a slash.</summary>
    public static string Print(PlanDraftRow row) => Plain(string.Join(" # ",
        row.Index, row.ContentCode, row.Content, row.Code, row.Title, row.Target, row.MeasuresIntro, string.Join(" * ", row.Measures),
        string.Join(" * ", row.Leads), string.Join(" * ", row.Cooperators), row.Deadline.Kind, row.Deadline.Text));

    public static string[] Print(IEnumerable<PlanDraftRow> rows) => rows.Select(Print).ToArray();

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Replace("/ ", "/", StringComparison.Ordinal);

    private static IReadOnlyList<PlanDraftRow> Rows()
    {
        var participation = new PlanDraftRow { Index = "PAPI", ContentCode = "1", Content = "Tham gia của người dân ở cơ sở", Appendix = 1 };
        var service = new PlanDraftRow { Index = "SIPAS", ContentCode = "1", Content = "VIỆC CUNG ỨNG DỊCH VỤ CÔNG", Appendix = 1 };
        var par = new PlanDraftRow { Index = "PAR", Appendix = 1 };
        return
        [
            participation with
            {
                Code = "1.1", Title = "Hiểu biết về quyền tham gia", Target = "Mỗi tổ dân phố có ít nhất 02 buổi trao đổi trong năm",
                Measures = ["Phát tờ gấp về quyền bầu cử, quyền giám sát đến từng hộ.", "Mở chuyên mục hỏi đáp hằng tuần trên trang thông tin của phường; trả lời trong 03 ngày làm việc."],
                Leads = ["Phòng Văn hóa - Xã hội phường"], Cooperators = ["Các cơ quan, đơn vị liên quan"], Deadline = Continuous(),
            },
            participation with
            {
                Code = "1.2", Title = "Cơ hội tham gia", Target = "100% dự án do dân góp vốn được bàn bạc công khai",
                Measures = ["Lấy ý kiến bằng phiếu trước khi quyết định mức đóng góp"],
                Leads = ["Ủy ban Mặt trận Tổ quốc phường", "Trung tâm Dịch vụ công phường"], Cooperators = ["Phòng Kinh tế, Hạ tầng và Đô thị phường"],
                Deadline = new RowDeadline("period", "Quý II/2026", null),
            },
            participation with
            {
                Code = "1.3", Title = "Đóng góp tự nguyện", Target = "- Không có phản ánh về ép buộc đóng góp.\n- 100% khoản thu được niêm yết.",
                MeasuresIntro = "Công khai các khoản đóng góp, như:",
                Measures = ["Niêm yết danh sách tại nhà văn hóa tổ dân phố;", "Đăng trên trang thông tin điện tử;", "Báo cáo tại cuộc họp tổ dân phố gần nhất."],
                Leads = ["Các cơ quan, đơn vị liên quan"], Deadline = new RowDeadline("yearly", "31/12 hằng năm", null),
            },
            service with
            {
                Code = "1.1", Title = "Tiếp cận dịch vụ", Target = "Tăng tỷ lệ hài lòng về nơi tiếp nhận hồ sơ lên ít nhất 92%",
                Measures = LongMeasures(), Leads = ["Trung tâm Phục vụ hành chính công phường"], Cooperators = ["Các cơ quan, đơn vị liên quan"], Deadline = Continuous(),
            },
            service with
            {
                Code = "1.2", Title = "Xử lý phản ánh, kiến nghị", Target = "100% phản ánh được trả lời đúng hạn", Measures = ["Phân công công chức trực đường dây nóng trong và ngoài giờ."],
                Leads = ["Văn phòng HĐND và UBND phường"], Cooperators = ["Các cơ quan, đơn vị liên quan"], Deadline = new RowDeadline("regulated", "Theo quy định", null),
            },
            par with
            {
                Code = "1", Title = "Kiểm tra cải cách hành chính", Target = "Khắc phục 100% tồn tại được chỉ ra", Measures = ["Kiểm tra chéo giữa các phòng mỗi quý một lần."],
                Leads = ["Phòng Văn hóa - Xã hội phường"], Cooperators = ["Các cơ quan, đơn vị liên quan"], Deadline = new RowDeadline("event", "Theo thông báo kết quả", null),
            },
            par with
            {
                Code = "2", Title = "Thanh toán trực tuyến", Target = "Tỷ lệ giao dịch đạt từ 80% trở lên", Measures = ["Hướng dẫn người dân quét mã tại quầy.", "Đặt máy trạm có người hỗ trợ vào giờ cao điểm."],
                Leads = ["Trung tâm Phục vụ hành chính công phường"], Cooperators = ["Phòng Kinh tế, Hạ tầng và Đô thị phường"], Deadline = new RowDeadline("fixed", "Trước ngày 30/6/2026", new DateOnly(2026, 6, 29)),
            },
        ];
    }

    /// <summary>Long enough that the row runs over a page.</summary>
    private static string[] LongMeasures() => Enumerable.Range(1, 14).Select(i =>
        $"Việc thứ {i}: sắp xếp lại khu vực chờ, bảng chỉ dẫn, ghế ngồi và nước uống; bố trí công chức hướng dẫn người cao tuổi, người khuyết tật điền hồ sơ và nộp trực tuyến ngay tại quầy số {i}.").ToArray();

    private static RowDeadline Continuous() => new("continuous", "Thường xuyên", null);
}
