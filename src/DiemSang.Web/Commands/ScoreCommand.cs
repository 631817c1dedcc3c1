using System.CommandLine;
using System.Globalization;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Documents.Reading;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang score</c>: points and index of one declared sheet against a criteria set.</summary>
public static class ScoreCommand
{
    private static readonly Option<string> Set = new(
        "--set") { Description = "Criteria set, YAML, or a table in XLSX, DOCX, CSV (docs/scoring.md).", Required = true };
    private static readonly Option<string> Input = new(
        "--input") { Description = "Declared data, JSON (docs/scoring.md). Without it the set is only checked." };
    private static readonly Option<string> Export = new("--export") { Description = "Write the set to this file instead: .xlsx or .yaml." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Write JSON." };

    public static Command Build()
    {
        var command = new Command(
            "score", "Check a criteria set, score a declared sheet and say how each node got its points.") { Set, Input, Export, AsJson };
        command.SetAction(result => CommandOutput.Guard(result, output => Run(result, output)));
        return command;
    }

    private static void Run(ParseResult options, TextWriter output)
    {
        var engine = new ScoringEngine(ReadSet(options.GetValue(Set)!));
        if (options.GetValue(Export) is { } export)
        {
            WriteSet(engine.Set, export);
            return;
        }

        if (options.GetValue(Input) is not { } input)
        {
            WriteCheck(output, engine.Set);
            return;
        }

        var result = engine.Score(SheetDeclarationJson.Read(File.ReadAllText(input), engine.Set));
        RefuseInvalid(result);
        if (options.GetValue(AsJson))
        {
            output.WriteLine(ScoreSheetJson.Write(result));
            return;
        }

        WriteTable(output, result);
    }

    private static CriteriaSet ReadSet(string path)
    {
        if (IsYaml(path))
        {
            return CriteriaSetYaml.Read(File.ReadAllText(path));
        }

        using var file = File.OpenRead(path);
        var document = DocumentReader.Read(file, Path.GetFileName(path), ReadLimits.Default);
        return CriteriaTableReader.Read(document, Path.GetFileNameWithoutExtension(path), version: "1").Set;
    }

    private static void WriteSet(CriteriaSet set, string path)
    {
        if (IsYaml(path))
        {
            File.WriteAllText(path, CriteriaSetYaml.Write(set));
            return;
        }

        using var file = File.Create(path);
        CriteriaTableWriter.Write(set, file);
    }

    private static bool IsYaml(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml";

    private static void RefuseInvalid(ScoreSheetResult result)
    {
        var invalid = result.Invalid.ToList();
        if (invalid.Count > 0)
        {
            var more = invalid.Count == 1 ? "" : $" (còn {invalid.Count - 1} tiêu chí khác có lỗi)";
            throw new InvalidDataException($"Tiêu chí {invalid[0].Criterion.Code}: {invalid[0].Problem}{more}");
        }
    }

    private static void WriteCheck(TextWriter output, CriteriaSet set)
    {
        var leaves = set.All().Count(node => node.Criterion.IsLeaf);
        output.WriteLine($"{set.Title} ({set.Code} {set.Version}): {leaves} tiêu chí chấm điểm, tổng {Plain(set.Total)} điểm, hợp lệ.");
        foreach (var warning in CriteriaSetCheck.Run(set))
        {
            output.WriteLine($"Lưu ý: {warning}");
        }
    }

    private static void WriteTable(TextWriter output, ScoreSheetResult result)
    {
        output.WriteLine($"{result.Set.Title}{(result.Sheet.Unit is { } unit ? $" — {unit}" : "")}");
        foreach (var node in result.Nodes)
        {
            var points = $"{Printed(node.Points, result),9} /{Plain(node.Criterion.Max),7}";
            output.WriteLine($"{node.Criterion.Code,-10}{points}  {node.Criterion.Title}. {node.How}");
        }

        var total = $"{Printed(result.Points, result)} trên {Plain(result.ApplicableMax)} điểm áp dụng";
        output.WriteLine($"Tổng {total}; chỉ số {Printed(result.Index, result)} %.");
        foreach (var flag in SheetFlags.Of(result))
        {
            output.WriteLine($"Lưu ý, tiêu chí {flag.Code}: {flag.Message}");
        }
    }

    private static string Printed(decimal? value, ScoreSheetResult result) =>
        value is { } number ? Plain(result.Set.Rounding.Print(number)) : "–";

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
