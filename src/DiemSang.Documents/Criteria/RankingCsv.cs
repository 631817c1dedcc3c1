using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DiemSang.Core.Language;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>One line of a ranking file.</summary>
/// <param name="Parts">Columns that should add up to the value; empty unless asked for.</param>
public sealed record RankingRow(RankedUnit Unit, IReadOnlyList<decimal?> Parts);

/// <summary>
/// Units to rank from CSV (UTF-8, comma, semicolon or tab). Columns by heading, Vietnamese or English: unit, index; optional peer group and
/// "ranked" (no: has an index, is not ranked).
/// </summary>
public static class RankingCsv
{
    private static readonly string[] UnitHeadings = ["unit", "don vi", "name", "ten", "province", "tinh", "xa, phuong", "co quan"];
    private static readonly string[] ValueHeadings = ["index", "chi so", "value", "score", "total", "tong", "tong diem", "diem", "%"];
    private static readonly string[] PeerHeadings = ["peer", "peer_group", "group", "khoi", "nhom"];
    private static readonly string[] RankedHeadings = ["ranked", "xep hang"];

    /// <param name="valueColumn">Heading of the value; null to recognise it.</param>
    /// <param name="partColumns">Headings of columns that should add up to the value.</param>
    /// <exception cref="UnreadableDocumentException">A column is missing or a cell is not a number; one Vietnamese line.</exception>
    public static IReadOnlyList<RankingRow> Read(
        TextReader source, string? valueColumn = null, IReadOnlyCollection<string>? partColumns = null)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            BadDataFound = null,
        };
        using var parser = new CsvParser(source, configuration);
        if (!parser.Read())
        {
            throw new UnreadableDocumentException("Tệp CSV trống.");
        }

        var columns = Columns.Find(parser.Record ?? [], valueColumn, partColumns ?? []);
        var rows = new List<RankingRow>();
        while (parser.Read())
        {
            rows.Add(columns.ReadRow(parser));
        }

        return rows.Count > 0 ? rows : throw new UnreadableDocumentException("Tệp CSV không có dòng dữ liệu nào.");
    }

    private sealed record Columns(int Unit, int Value, int? Peer, int? Ranked, IReadOnlyList<int> Parts)
    {
        public static Columns Find(string[] headings, string? value, IReadOnlyCollection<string> parts)
        {
            var folded = headings.Select(heading => VietnameseText.Fold(heading.TrimStart('\uFEFF')).Trim()).ToList();
            return new Columns(
                Required(folded, UnitHeadings, headings),
                Required(folded, value is null ? ValueHeadings : [VietnameseText.Fold(value)], headings),
                Optional(folded, PeerHeadings),
                Optional(folded, RankedHeadings),
                [.. parts.Select(part => Required(folded, [VietnameseText.Fold(part)], headings))]);
        }

        public RankingRow ReadRow(CsvParser parser)
        {
            var name = Cell(parser, Unit).Normalize(NormalizationForm.FormC);
            if (name.Length == 0)
            {
                throw new UnreadableDocumentException($"Dòng {parser.Row}: thiếu tên đơn vị.");
            }

            var peer = Peer is { } column && Cell(parser, column) is { Length: > 0 } text ? text : null;
            var isRanked = Ranked is not { } ranked || VietnameseText.Fold(Cell(parser, ranked)) is not ("no" or "false" or "0" or "khong");
            return new RankingRow(
                new RankedUnit(name, peer, Number(parser, Value), isRanked), [.. Parts.Select(part => Number(parser, part))]);
        }

        private static int Required(List<string> folded, string[] names, string[] headings) => Optional(folded, names)
            ?? throw new UnreadableDocumentException(
                $"Không thấy cột “{string.Join("” hoặc “", names)}”; các cột có: {string.Join(", ", headings)}.");

        private static int? Optional(List<string> folded, string[] names)
        {
            var found = names.Select(name => folded.IndexOf(name)).FirstOrDefault(index => index >= 0, -1);
            return found >= 0 ? found : null;
        }

        private static string Cell(CsvParser parser, int column) => column < parser.Count ? parser[column].Trim() : "";

        /// <summary>A decimal comma is read only where the comma does not separate cells.</summary>
        private static decimal? Number(CsvParser parser, int column)
        {
            var cell = Cell(parser, column);
            if (cell.Length == 0)
            {
                return null;
            }

            var plain = parser.Delimiter != "," && !cell.Contains('.') ? cell.Replace(',', '.') : cell;
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            return decimal.TryParse(plain, style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Limits.LargestInput
                ? number
                : throw new UnreadableDocumentException($"Dòng {parser.Row}: “{cell}” không phải số viết với dấu chấm thập phân.");
        }
    }
}
