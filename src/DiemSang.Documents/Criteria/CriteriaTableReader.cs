using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>A criteria set read from a table, with what the reader assumed, as sentences for the person who imports it.</summary>
public sealed record ImportedCriteriaSet(CriteriaSet Set, IReadOnlyList<string> Remarks);

/// <summary>
/// Reads the table officials have (number, criterion, maximum, evidence, guidance), from XLSX or any other document with tables. Rows
/// without a
/// number continue the guidance of the row above. Leaves without a rule are scored by hand.
/// </summary>
public sealed partial class CriteriaTableReader
{
    private readonly List<CriteriaTableRow> _areas = [];
    private readonly List<CriteriaTableRow> _rows = [];
    private readonly HashSet<string> _codes = [];
    private readonly List<string> _remarks = [];
    private decimal? _printedTotal;

    private CriteriaTableReader()
    {
    }

    /// <exception cref="UnreadableDocumentException">No table with these columns, or a cell that cannot be understood; the message says
    /// where.</exception>
    public static ImportedCriteriaSet Read(SourceDocument document, string code, string version)
    {
        var reader = new CriteriaTableReader();
        CriteriaTableColumns? columns = null;
        foreach (var row in document.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows))
        {
            if (CriteriaTableColumns.Find(row) is { } found)
            {
                columns = found;
            }
            else if (columns is not null)
            {
                reader.Add(row, columns);
            }
        }

        if (reader._areas.Count == 0)
        {
            throw new UnreadableDocumentException("Không thấy bảng tiêu chí: cần một bảng có các cột Mã (STT), Tiêu chí và Điểm tối đa.");
        }

        var title = document.Blocks.OfType<ParagraphBlock>()
            .FirstOrDefault(block => block.Text.Length > 0)?.Text.ReplaceLineEndings(" ") ?? code;
        return reader.Finish(code, version, title);
    }

    private void Add(SourceRow source, CriteriaTableColumns columns)
    {
        var title = columns.Text(source, CriteriaColumn.Title);
        var max = columns.Text(source, CriteriaColumn.Max);
        var isJoined = columns.AreJoined(source, CriteriaColumn.Code, CriteriaColumn.Title);
        if (isJoined && title.Length > 0 && !IsTotal(title, max))
        {
            throw At(source, $"ô “{title}” gộp cột mã với cột tiêu chí; tách thành hai ô.");
        }

        var code = isJoined ? "" : CriterionCode.Clean(columns.Text(source, CriteriaColumn.Code));
        if (code.Length == 0)
        {
            AddUnnumbered(source, columns, title, max);
            return;
        }

        if (title.Length == 0)
        {
            // A heading may leave its other cells empty; points without a name would be lost.
            if (max.Length > 0)
            {
                throw At(source, $"mục “{code}” có điểm {max} nhưng chưa có tên tiêu chí.");
            }

            return;
        }

        var row = new CriteriaTableRow(code, title, Number(source, max), source);
        row.Read(columns);
        Place(row, columns.Text(source, CriteriaColumn.Parent));
        _rows.Add(row);
    }

    private void AddUnnumbered(SourceRow source, CriteriaTableColumns columns, string title, string max)
    {
        if (IsTotal(title, max))
        {
            _printedTotal = Number(source, max);
        }
        else if (title.Length > 0 && _rows.Count > 0)
        {
            var points = max.Length > 0 ? $": {max}" : "";
            _rows[^1].Guidance.Add($"{title}{points}");
        }

        if (_rows.Count > 0 && columns.Text(source, CriteriaColumn.Guidance) is { Length: > 0 } more)
        {
            _rows[^1].Guidance.Add(more);
        }
    }

    private static bool IsTotal(string title, string max) => max.Length > 0 && VietnameseText.Fold(title) is "tong" or "tong cong" or "tong diem" or "cong";

    private void Place(CriteriaTableRow row, string parentCode)
    {
        var parent = parentCode.Length > 0
            ? _rows.LastOrDefault(above => above.Code == parentCode) ?? throw At(
                row.Source, $"mục cha “{parentCode}” của “{row.Code}” phải đứng ở dòng trên.")
            : _rows.Count > 0 ? _rows[^1].AncestorFor(row.Code) : null;
        if (parent is not null && _codes.Contains(row.Code))
        {
            _remarks.Add($"Mã “{row.Code}” đã có ở trên; dòng thuộc “{parent.Code}” được ghi là “{parent.Code}.{row.Code}”.");
            row.Code = $"{parent.Code}.{row.Code}";
        }

        _codes.Add(row.Code);
        row.Parent = parent;
        (parent?.Children ?? _areas).Add(row);
    }

    private ImportedCriteriaSet Finish(string code, string version, string title)
    {
        var criteria = _areas.Select(area => area.ToCriterion()).ToList();
        var sum = criteria.Where(criterion => criterion.Kind == CriterionKind.Scored).Sum(criterion => criterion.Max);
        if (_printedTotal is null)
        {
            _remarks.Add("Bảng không có dòng tổng; tổng điểm lấy bằng tổng các lĩnh vực.");
        }

        var assumed = _rows.Count(row => row is { Children.Count: 0, Rule: null });
        if (assumed > 0)
        {
            _remarks.Add($"{assumed} tiêu chí chưa có quy tắc, tạm chấm bằng tay từ 0 đến điểm tối đa.");
        }

        var set = new CriteriaSet { Code = code, Version = version, Title = title, Total = _printedTotal ?? sum, Criteria = criteria };
        return new ImportedCriteriaSet(set, _remarks);
    }

    /// <summary>"14,5", "14.5 điểm", "10/3"; a table in Vietnamese writes a decimal comma.</summary>
    private static decimal Number(SourceRow row, string text)
    {
        var match = NumberPattern().Match(text);
        if (!match.Success)
        {
            throw At(row, $"điểm tối đa “{text}” không phải số.");
        }

        var number = decimal.Parse(match.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        var divisor = match.Groups[2].Success ? decimal.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 1;
        return divisor == 0 ? throw At(row, $"điểm tối đa “{text}” chia cho 0.") : number / divisor;
    }

    private static UnreadableDocumentException At(SourceRow row, string message) => new($"Dòng {row.Place.Row} của bảng: {message}");

    [GeneratedRegex(@"^(-?\d{1,9}(?:[.,]\d{1,9})?)(?:/(\d{1,6}))?(?:\s*điểm)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
