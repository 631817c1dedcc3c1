using BenchmarkDotNet.Attributes;
using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;

namespace DiemSang.Benchmarks;

/// <summary>
/// Understanding an appendix of many rows, checks included, apart from taking the file to pieces. Time must grow with the rows, not with
/// their square. Run: <c>dotnet run -c Release --project bench/DiemSang.Benchmarks -- --filter *PlanReading*</c>.
/// </summary>
[MemoryDiagnoser]
[InProcess, WarmupCount(2), IterationCount(5)]
public class PlanReadingBenchmarks
{
    private static readonly string[] Verbs = ["Rà soát", "Niêm yết", "Cập nhật", "Khảo sát", "Kiểm tra", "Tập huấn", "Số hóa", "Công khai", "Đối thoại", "Giám sát"];
    private static readonly string[] Things = ["hồ sơ đất đai", "sổ hộ tịch", "biểu thu chi", "danh sách hộ nghèo", "bảng giá đất", "quy trình cấp phép", "thư góp ý", "lịch tiếp dân"];
    private static readonly string[] Places = ["nhà văn hóa", "trụ sở", "trạm y tế", "trường học", "chợ đầu mối", "loa phường", "trang thông tin"];
    private static readonly string[] Leads = ["Phòng Văn hóa - Xã hội phường", "Văn phòng HĐND và UBND phường", "Trung tâm Dịch vụ công phường; Công an phường"];
    private static readonly string[] Deadlines = ["Thường xuyên", "31/12 hằng năm", "Quý II/2026", "Trước ngày 15/6/2026", "Theo quy định"];

    private readonly PlanReader _reader = new(new PlanReadOptions());
    private SourceDocument _document = null!;

    [Params(1_000, 5_000, 20_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void BuildAppendix()
    {
        var random = new Random(2026);
        var rows = new List<SourceRow>
        {
            Row("STT", "Chỉ số/nội dung", "Chỉ tiêu/kết quả", "Nhiệm vụ/giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"),
            Row("I", "Chỉ số PAPI", "", "", "", "", ""),
        };
        for (var i = 0; i < Rows; i++)
        {
            rows.Add(Row($"{1 + (i / 50)}.{1 + (i % 50)}", Sentence(random), $"Tăng tỷ lệ đạt {random.Next(60, 100)}%",
                string.Join(" ", Enumerable.Range(0, 3).Select(_ => "- " + Sentence(random) + " " + Sentence(random).ToLowerInvariant() + ".")),
                Pick(Leads, random), "Các cơ quan, đơn vị liên quan", Pick(Deadlines, random)));
        }

        _document = new SourceDocument(SourceFormat.Docx, [new TableBlock(new SourcePlace { Table = 1 }, rows)]);
    }

    [Benchmark]
    public PlanDraft Read() => _reader.Read(_document);

    private static string Sentence(Random random) =>
        $"{Pick(Verbs, random)} {Pick(Things, random)} số {random.Next(1, 400)} tại {Pick(Places, random)} tổ dân phố {random.Next(1, 60)} vào {Pick(Deadlines, random).ToLowerInvariant()}";

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    private static SourceRow Row(params string[] texts) =>
        new(new SourcePlace(), [.. texts.Select((text, column) => new SourceCell(text.Length == 0 ? [] : [text], column))]);
}
