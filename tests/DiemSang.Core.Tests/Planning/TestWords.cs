using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Core.Tests.Planning;

/// <summary>A handful of words, enough to try each parser; the real lists are catalog/documents and catalog/units.</summary>
internal static class TestWords
{
    public static readonly IndexNames Indices = new(
    [
        new IndexName("PAR", "PAR INDEX", ["par index", "chi so cai cach hanh chinh"],
            [new IndexContent("Cải cách thể chế", ["the che"]), new IndexContent("Cải cách tài chính công", ["tai chinh", "ngan sach"])]),
        new IndexName("SIPAS", "SIPAS", ["sipas", "chi so hai long"], [new IndexContent("Thủ tục hành chính", ["hai long ve thu tuc"])]),
        new IndexName("PAPI", "PAPI", ["papi", "hieu qua quan tri"], []),
    ]);

    public static readonly BodyNames Bodies = new()
    {
        Heads = ["Phòng", "Trung tâm", "Văn phòng", "Ủy ban", "UBND", "Hội", "Công an", "Tổ", "Các cơ quan"],
        NotHeads = ["Tổ chức"],
        Collectives = ["các cơ quan, đơn vị liên quan", "các phòng chuyên môn"],
        Bodies =
        [
            new KnownBody("Phòng Văn hóa - Xã hội", ["Phòng VH-XH"]),
            new KnownBody("Phòng Kinh tế, Hạ tầng và Đô thị", []),
            new KnownBody("Văn phòng HĐND và UBND", []),
            new KnownBody("Trung tâm Dịch vụ công", []),
            new KnownBody("Trung tâm Phục vụ hành chính công", []),
            new KnownBody("Ủy ban Mặt trận Tổ quốc", []),
        ],
        Levels = ["phường", "xã", "quận", "tỉnh"],
    };

    public static readonly PlanWords All = new(
        [new DocumentKind("KH", "Kế hoạch"), new DocumentKind("NQ", "Nghị quyết"), new DocumentKind("QĐ", "Quyết định"), new DocumentKind("CT", "Chỉ thị"),
            new DocumentKind("NĐ", "Nghị định"), new DocumentKind("KL", "Kết luận"), new DocumentKind("ĐA", "Đề án"), new DocumentKind("DA", "Dự án")],
        [new Issuer("CP", "Chính phủ"), new Issuer("TTg", "Thủ tướng Chính phủ")],
        ["Luật Tiếp cận thông tin", "Luật Khiếu nại"],
        Indices, Bodies, [], [], [new Typo("Phân đầu", "Phấn đấu")],
        new OcrWords(new Dictionary<string, string> { ["se"] = "so", ["ciia"] = "cua", ["nim"] = "nam", ["be"] = "de", ["duge"] = "duoc" }));
}
