using System.Globalization;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Targets;

namespace DiemSang.Modules.Scorecards.Exporting;

/// <summary>Báo cáo tự chấm as offices send it: the four values, how each came about, what is not proved and why, what the unit's plans wanted.</summary>
public sealed record SheetPaper(SheetFile Sheet, IReadOnlyList<JudgedTarget> Targets)
{
    private static readonly PaperColumn[] Columns =
    [
        new("Mã", 7), new("Tiêu chí", 28), new("Tối đa", 7, IsNumber: true), new("Tự chấm", 8, IsNumber: true), new("Thẩm định 1", 8, IsNumber: true),
        new("Thẩm định 2", 8, IsNumber: true), new("Kết luận", 8, IsNumber: true), new("Cách tính, giải trình", 26),
    ];

    private static readonly PaperColumn[] TargetColumns = [new("TT", 5), new("Nội dung", 22), new("Mục tiêu của kế hoạch", 33), new("Đánh giá", 12), new("So với kết quả", 28)];

    private static readonly SheetStage[] Stages = Enum.GetValues<SheetStage>();

    public void WriteDocx(Stream output)
    {
        var table = new PaperBlock.Table(Columns, [.. Lines().Select(line => new PaperRow(line.Cells, line.IsHeading))]);
        var flags = Sheet.FlagsAt(Sheet.Latest()).Select(flag => new PaperBlock.Text($"- Tiêu chí {flag.Code}: {flag.Message}")).ToList();
        PaperBlock[] blocks = [new PaperBlock.Text(Summary()), table, .. flags.Count == 0 ? [] : flags.Prepend<PaperBlock>(new PaperBlock.Heading("Những điểm cần xem lại")), .. TargetBlocks()];
        var head = new PaperHead("PHIẾU CHẤM ĐIỂM", $"{Sheet.Round.Title} – {Sheet.File.Set.Title}") { Issuer = Sheet.Participant.SubjectName };
        PaperDocxWriter.Write(new OfficePaper(head, blocks) { IsLandscape = true, Signers = [new PaperSigner("NGƯỜI LẬP PHIẾU", null), new PaperSigner("THỦ TRƯỞNG CƠ QUAN", null)] }, output);
    }

    public void WriteXlsx(Stream output) => XlsxWriter.Write(output, [ScoresSheet(), .. TargetSheets()]);

    private XlsxSheet ScoresSheet() => new(
        "Phiếu chấm", [.. Columns.Select(column => new XlsxColumn(column.Title, column.Share * 1.4))],
        Lines().Select(line => new XlsxRow([XlsxCell.Text(line.Cells[0]), XlsxCell.Text(line.Cells[1]), XlsxCell.Number(line.Max), .. line.Points.Select(points => XlsxCell.Number(points)), XlsxCell.Text(line.Cells[^1])]) { IsHeading = line.IsHeading }))
    {
        Above = [Sheet.Participant.SubjectName.ToUpperInvariant(), "PHIẾU CHẤM ĐIỂM", Sheet.Round.Title],
        Below = [Summary()],
    };

    private IEnumerable<PaperBlock> TargetBlocks() => Targets.Count == 0 ? []
        : [new PaperBlock.Heading("Mục tiêu của kế hoạch"), new PaperBlock.Table(TargetColumns, [.. Targets.Select((_, i) => new PaperRow(TargetCells(i)))])];

    private IEnumerable<XlsxSheet> TargetSheets() => Targets.Count == 0 ? []
        : [new XlsxSheet("Mục tiêu", [.. TargetColumns.Select(column => new XlsxColumn(column.Title, column.Share * 1.4))], Targets.Select((_, i) => new XlsxRow([.. TargetCells(i).Select(cell => XlsxCell.Text(cell))])))
        {
            Above = [Sheet.Participant.SubjectName.ToUpperInvariant(), "MỤC TIÊU CỦA KẾ HOẠCH", Sheet.Round.Title],
        }];

    /// <summary>One sentence of a plan may want something of each content: it is printed once.</summary>
    private IReadOnlyList<string> TargetCells(int number)
    {
        var target = Targets[number];
        var isSaid = number > 0 && Targets[number - 1].Line.Text == target.Line.Text;
        var isRunning = target.IsRunning && target.Judgement.Outcome != TargetOutcome.NotComparable;
        return
        [
            (number + 1).ToString(CultureInfo.InvariantCulture), target.Content?.Title ?? "Chỉ số, thứ hạng", isSaid ? "" : target.Line.Text,
            PaperNumbers.Named(target.Judgement.Outcome) + (isRunning ? " (tạm tính)" : ""), target.Judgement.Reason,
        ];
    }

    private IEnumerable<(IReadOnlyList<string> Cells, decimal Max, IReadOnlyList<decimal?> Points, bool IsHeading)> Lines()
    {
        var results = Stages.Select(stage => Sheet.At(stage).Nodes.ToDictionary(node => node.Criterion.Code)).ToList();
        foreach (var (criterion, _) in Sheet.File.Set.All())
        {
            var nodes = results.ConvertAll(stage => stage.GetValueOrDefault(criterion.Code));
            var points = nodes.Select((node, i) => node is { State: NodeState.Scored } && Sheet.HasBegun(Stages[i]) ? node.Points : null).ToList();
            yield return (
                [criterion.Code, criterion.Title, PaperNumbers.Plain(criterion.Max), .. points.Select(value => PaperNumbers.Print(value, Sheet.File.Set.Rounding)), NoteOf(criterion, nodes)],
                criterion.Max, points, Sheet.File.Set.IsHeading(criterion));
        }
    }

    private string NoteOf(Criterion criterion, List<NodeResult?> nodes)
    {
        var last = nodes.FindLast(node => node is { State: not NodeState.NotDeclared });
        var self = Sheet.SelfOf(criterion.Code);
        var how = criterion.IsLeaf ? last?.How : null;
        var reason = Sheet.StandingVerdict(criterion.Code, VerdictStage.Council)?.Reason;
        string?[] parts = [how, self?.Explanation, self?.Answer is { } answer ? $"Giải trình: {answer}" : null, reason is not null && how?.Contains(reason, StringComparison.Ordinal) == true ? null : reason];
        return string.Join(' ', parts.OfType<string>().Distinct());
    }

    private string Summary() => string.Join("; ", Stages.Select(stage => (Stage: stage, Total: Sheet.TotalAt(stage))).Where(pair => pair.Total.Count > 0 && Sheet.HasBegun(pair.Stage))
        .Select(pair => $"{PaperNumbers.Named(pair.Stage)}: {PaperNumbers.Print(pair.Total.Points, Sheet.File.Set.Rounding)} điểm ({PaperNumbers.Print(pair.Total.Index, Sheet.File.Set.Rounding)} %)")) + (Sheet.File.Set.Note is { } note ? $". {note}" : ".");
}

internal static class PaperRows
{
    /// <summary>Areas and whatever else sums up others stand out.</summary>
    public static bool IsHeading(this CriteriaSet set, Criterion criterion) => !criterion.IsLeaf || set.Criteria.Any(area => area.Code == criterion.Code);
}

/// <summary>Numbers and names as Vietnamese papers print them, whatever the language of the screen.</summary>
internal static class PaperNumbers
{
    private static readonly CultureInfo Vietnamese = WithMinusSign(CultureInfo.GetCultureInfo("vi-VN"));

    public static string Print(decimal? value, ScoreRounding rounding) => value is { } number ? rounding.Print(number).ToString("0.######", Vietnamese) : "";

    /// <summary>With its sign: "+1,5", "−0,2".</summary>
    public static string Change(decimal? value, ScoreRounding rounding) => (value > 0 ? "+" : "") + Print(value, rounding);

    public static string Plain(decimal value) => decimal.Round(value, 4).ToString("0.####", Vietnamese);

    public static string Named(SheetStage stage) => stage switch
    {
        SheetStage.Appraisal1 => "Thẩm định 1",
        SheetStage.Appraisal2 => "Thẩm định 2",
        SheetStage.Final => "Kết luận",
        _ => "Tự chấm",
    };

    public static string Named(TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.Reached => "Đạt",
        TargetOutcome.Missed => "Chưa đạt",
        _ => "Chưa so được",
    };

    /// <summary>The culture's hyphen is lost at the edge of a narrow column.</summary>
    private static CultureInfo WithMinusSign(CultureInfo culture)
    {
        var printed = (CultureInfo)culture.Clone();
        printed.NumberFormat.NegativeSign = "−";
        return printed;
    }
}
