using System.CommandLine;
using System.Globalization;
using DiemSang.Core.Ranking;
using DiemSang.Documents.Criteria;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang rank</c>: ranks units of a CSV file within their peer groups and puts them into groups by thresholds.</summary>
public static class RankCommand
{
    private const string QuartilesAbove = "quartiles>";
    private const string QuartilesFrom = "quartiles>=";

    private static readonly Option<string> Input = new(
        "--input") { Description = "CSV with columns unit, index and optionally peer, ranked.", Required = true };
    private static readonly Option<TieRule> Ties = new("--ties")
    {
        Description = "competition 1,2,2,4 · dense 1,2,2,3 · ordinal 1,2,3,4.",
        DefaultValueFactory = _ => TieRule.Competition,
    };
    private static readonly Option<string> Groups = new(
        "--groups") { Description = "\"A>=90; B>=80; C<80\" with either side of each threshold, or quartiles> or quartiles>=." };
    private static readonly Option<string> Value = new(
        "--value") { Description = "Heading of the column to rank by, when it is not recognised." };
    private static readonly Option<string[]> Parts = SurveyCommand.Columns(
        "--parts", "Columns that should add up to the value; rows that do not are flagged.");
    private static readonly Option<decimal> Tolerance = new(
        "--tolerance") { Description = "Difference that rounding explains.", DefaultValueFactory = _ => 0.01m };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Write JSON." };

    public static Command Build()
    {
        var command = new Command("rank", "Rank units on unrounded values.") { Input, Ties, Groups, Value, Parts, Tolerance, AsJson };
        command.SetAction(result => CommandOutput.Guard(result, output => Run(result, output)));
        return command;
    }

    private static void Run(ParseResult options, TextWriter output)
    {
        using var reader = new StreamReader(options.GetValue(Input)!);
        var rows = RankingCsv.Read(reader, options.GetValue(Value), options.GetValue(Parts));
        var gradeOf = Grades(options.GetValue(Groups), rows);
        var ranking = Ranking.Of([.. rows.Select(row => row.Unit)], options.GetValue(Ties))
            .Select(standing => new RankedLine(
                standing.Rank, standing.RankedCount, standing.Unit.Name, standing.Unit.PeerGroup, standing.Unit.Value, gradeOf(
                    standing.Unit), Note(standing))).ToList();
        var flags = Inconsistent(rows, options.GetValue(Tolerance)).ToList();
        if (options.GetValue(AsJson))
        {
            CommandOutput.WriteJson(output, new { ties = options.GetValue(Ties).ToString().ToLowerInvariant(), rows = ranking, flags });
            return;
        }

        Write(output, ranking, flags);
    }

    private static Func<RankedUnit, string?> Grades(string? groups, IReadOnlyList<RankingRow> rows)
    {
        if (string.IsNullOrWhiteSpace(groups))
        {
            return _ => null;
        }

        if (groups is QuartilesAbove or QuartilesFrom)
        {
            var scales = rows.Select(row => row.Unit).Where(unit => unit is { IsRanked: true, Value: not null })
                .GroupBy(unit => unit.PeerGroup ?? "")
                .ToDictionary(
                    peers => peers.Key, peers => QuartileScale.Of([.. peers.Select(unit => unit.Value!.Value)], groups == QuartilesFrom));
            return unit => unit.IsRanked && scales.TryGetValue(unit.PeerGroup ?? "", out var quartiles) ? quartiles.Of(unit.Value) : null;
        }

        var scale = GradeScale.Parse(groups, out var problem) ?? throw new InvalidDataException(problem);
        return unit => scale.Of(unit.Value);
    }

    private static IEnumerable<InconsistentRow> Inconsistent(IEnumerable<RankingRow> rows, decimal tolerance) => rows
        .Where(row => row.Parts.Count > 0 && row.Unit.Value is not null && row.Parts.All(part => part is not null))
        .Select(row => new PublishedTotal(row.Unit.Name, row.Unit.Value!.Value, row.Parts.Sum()!.Value))
        .Where(total => !total.IsConsistent(tolerance))
        .Select(total => new InconsistentRow(total.Unit, total.Difference,
            FormattableString.Invariant(
                $"Tổng ghi {total.Total} nhưng các phần cộng lại là {total.SumOfParts}; hỏi lại nguồn trước khi dùng.")));

    private static string? Note(Standing standing) => standing switch
    {
        { Unit.IsRanked: false } => "có chỉ số, không xếp hạng",
        { Unit.Value: null } => "không có số liệu, không xếp hạng",
        _ => null,
    };

    private static void Write(TextWriter output, List<RankedLine> ranking, List<InconsistentRow> flags)
    {
        foreach (var line in ranking)
        {
            var peer = line.Peer is null ? "" : $" ({line.Peer})";
            var note = line.Note is null ? "" : $": {line.Note}";
            output.WriteLine($"{Shown(line.Rank),4}  {Shown(line.Index),-16}{line.Group,-16}{line.Unit}{peer}{note}");
        }

        flags.ForEach(flag => output.WriteLine($"Lưu ý, {flag.Unit}: {flag.Message}"));
    }

    private static string Shown(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "–";

    /// <summary>One line of the answer; the names are the JSON's.</summary>
    private sealed record RankedLine(int? Rank, int Of, string Unit, string? Peer, decimal? Index, string? Group, string? Note);

    private sealed record InconsistentRow(string Unit, decimal Difference, string Message);
}
