using DiemSang.Core.Language;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>Headings of a criteria table. Officials' tables have the first five; the rest are written by our own export.</summary>
internal enum CriteriaColumn
{
    Code, Title, Max, Evidence, Guidance, Parent, Kind, ScoredBy, Unit, NotApplicable, Previous, Feeds, EvidenceDemand, Source, Figure, Rule,
}

/// <summary>Where each column of a criteria table stands, found by the words officials use for it.</summary>
internal sealed class CriteriaTableColumns
{
    private static readonly (CriteriaColumn Column, string Heading, string[] Words)[] Known =
    [
        (CriteriaColumn.Code, "Mã", ["ma", "stt", "tt", "so tt", "ma so"]),
        (CriteriaColumn.Title, "Lĩnh vực, tiêu chí, tiêu chí thành phần", ["tieu chi", "linh vuc", "noi dung"]),
        (CriteriaColumn.Max, "Điểm tối đa", ["diem toi da", "diem chuan", "thang diem", "diem"]),
        (CriteriaColumn.Evidence, "Tài liệu kiểm chứng", ["tai lieu kiem chung", "tlkc", "minh chung", "kiem chung"]),
        (CriteriaColumn.Guidance, "Hướng dẫn chấm điểm", ["huong dan", "cach cham", "cach tinh", "ghi chu"]),
        (CriteriaColumn.Parent, "Thuộc mục", ["thuoc muc"]),
        (CriteriaColumn.Kind, "Loại", ["loai"]),
        (CriteriaColumn.ScoredBy, "Ai chấm", ["ai cham"]),
        (CriteriaColumn.Unit, "Đơn vị thẩm định", ["don vi tham dinh", "co quan tham dinh"]),
        (CriteriaColumn.NotApplicable, "Không áp dụng", ["khong ap dung"]),
        (CriteriaColumn.Previous, "Mã năm trước", ["ma nam truoc"]),
        (CriteriaColumn.Feeds, "Đóng góp vào", ["dong gop vao"]),
        (CriteriaColumn.EvidenceDemand, "Yêu cầu kiểm chứng", ["yeu cau kiem chung"]),
        (CriteriaColumn.Source, "Nguồn", ["nguon"]),
        (CriteriaColumn.Figure, "Số liệu của hệ thống", ["so lieu cua he thong"]),
        (CriteriaColumn.Rule, "Quy tắc", ["quy tac"]),
    ];

    private readonly Dictionary<CriteriaColumn, int> _places = [];

    public static IReadOnlyList<(
        CriteriaColumn Column, string Heading)> Headings { get; } = [.. Known.Select(known => (known.Column, known.Heading))];

    /// <summary>Null unless the row names at least code, title and maximum.</summary>
    public static CriteriaTableColumns? Find(SourceRow row)
    {
        var columns = new CriteriaTableColumns();
        foreach (var cell in row.Cells)
        {
            var heading = VietnameseText.Fold(cell.Text);
            if (ColumnOf(heading) is { } column)
            {
                columns._places.TryAdd(column, cell.Column);
            }
        }

        return columns._places.ContainsKey(CriteriaColumn.Code) && columns._places.ContainsKey(CriteriaColumn.Title) &&
            columns._places.ContainsKey(CriteriaColumn.Max)
            ? columns
            : null;
    }

    public string Text(SourceRow row, CriteriaColumn column, string between = " ")
    {
        if (!_places.TryGetValue(column, out var place))
        {
            return "";
        }

        return CellAt(row, place) is { } cell ? string.Join(between, cell.Lines).Trim() : "";
    }

    /// <summary>Whether one merged cell of the row fills both columns.</summary>
    public bool AreJoined(SourceRow row, CriteriaColumn one, CriteriaColumn other) => CellAt(row, _places[one]) is { } cell && ReferenceEquals(cell, CellAt(row, _places[other]));

    private static SourceCell? CellAt(SourceRow row, int place) => row.Cells.FirstOrDefault(cell => cell.Column <= place && place < cell.Column + cell.ColumnSpan);

    /// <summary>Exact words first: "Mã năm trước" is not "Mã", "Hướng dẫn chấm điểm" is not "Điểm".</summary>
    private static CriteriaColumn? ColumnOf(string heading)
    {
        var exact = Known.Where(known => known.Words.Contains(heading)).ToList();
        var found = exact.Count > 0
            ? exact
            : [.. Known.Where(known => known.Words.Any(word => word.Length > 4 && heading.Contains(word, StringComparison.Ordinal)))];
        return found.Count == 0 ? null : found.OrderByDescending(
            known => known.Words.Where(word => heading.Contains(word, StringComparison.Ordinal)).Max(word => word.Length)).First().Column;
    }
}
