using System.CommandLine;
using System.Globalization;
using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang survey sample</c>: sample sizes, and draws that anyone can repeat from the seed.</summary>
public static class SurveySampleCommand
{
    private static readonly Option<string> Frame = new("--frame") { Description = "CSV or XLSX of households, dossiers or persons, one per line.", Required = true };
    private static readonly Option<string> Id = new("--id") { Description = "Column that names a line.", Required = true };
    private static readonly Option<string> Seed = new("--seed") { Description = "Any text, recorded before the draw.", Required = true };
    private static readonly Option<string> Strata = new("--strata") { Description = "Stratum column; the sample is shared out in proportion to size." };
    private static readonly Option<string[]> Clusters = SurveyCommand.Columns("--clusters", "Columns of the bigger units, big to small (commune,hamlet).");
    private static readonly Option<int?> Take = new("--take") { Description = "First-stage units to draw in all." };
    private static readonly Option<double?> Margin = new("--margin") { Description = "Instead of --take: margin of error of a share, 0-1." };
    private static readonly Option<bool> Yamane = new("--yamane") { Description = "With --margin: n = N/(1+N*e^2)." };
    private static readonly Option<double> DesignEffect = new("--deff") { Description = "With --margin: expected design effect.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Response = new("--response-rate") { Description = "With --margin: expected share of answers.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string[]> PerUnit = SurveyCommand.Columns("--per-unit", "Units to draw within each bigger unit, one number per later stage.");
    private static readonly Option<SelectionMethod> Method = SurveyCommand.Choice<SelectionMethod>("--method", "random, systematic or pps at the first stage; later stages are systematic.");
    private static readonly Option<string> Size = new("--size") { Description = "Size column for pps; without it a cluster's size is its number of lines." };
    private static readonly Option<int> Reserve = new("--reserve") { Description = "Replacements per last-stage list." };
    private static readonly Option<bool> PerStratum = new("--per-stratum") { Description = "The margin holds in every stratum." };
    private static readonly Option<string> Day = new("--day") { Description = "Date column; with --from and --to only these lines are the frame." };
    private static readonly Option<string> From = new("--from") { Description = "First day, yyyy-MM-dd." };
    private static readonly Option<string> To = new("--to") { Description = "Last day, yyyy-MM-dd." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Write JSON." };

    public static Command Build()
    {
        var command = new Command("sample", "Draw a stratified, multi-stage sample that can be repeated from its seed.")
        {
            Frame, Id, Seed, Strata, Clusters, Take, Margin, Yamane, DesignEffect, Response, PerUnit, Method, Size, Reserve, PerStratum, Day, From, To, AsJson,
        };
        command.SetAction(result => CommandOutput.Guard(result, output => Run(result, output)));
        return command;
    }

    private static void Run(ParseResult options, TextWriter output)
    {
        var frame = new FrameColumns(options.GetValue(Id)!, options.GetValue(Strata), options.GetValue(Clusters)!, options.GetValue(Size))
        {
            Day = options.GetValue(Day), From = FrameDay.Parse(options.GetValue(From)), To = FrameDay.Parse(options.GetValue(To)),
        };
        var units = frame.ReadFile(options.GetValue(Frame)!);
        Write(output, SampleDraw.Draw(units, OrderOf(options).PlanFor(units)), options.GetValue(AsJson));
    }

    private static SampleOrder OrderOf(ParseResult options)
    {
        var perUnit = PerUnitNumbers(options);
        var (take, margin) = (options.GetValue(Take), options.GetValue(Margin));
        if (take is <= 0)
        {
            throw new SurveyDataException("--take phải là số nguyên dương.");
        }

        if (take is null && margin is not (> 0 and < 1))
        {
            throw new SurveyDataException("Cần --take SỐ hoặc --margin SAI SỐ (lớn hơn 0, nhỏ hơn 1, ví dụ 0.05).");
        }

        return new SampleOrder
        {
            Seed = options.GetValue(Seed)!, Take = take, Margin = margin, IsYamane = options.GetValue(Yamane), IsPerStratum = options.GetValue(PerStratum),
            DesignEffect = options.GetValue(DesignEffect), ResponseRate = options.GetValue(Response), Method = options.GetValue(Method),
            PerUnit = perUnit, Reserve = options.GetValue(Reserve),
        };
    }

    private static List<int> PerUnitNumbers(ParseResult options)
    {
        var numbers = options.GetValue(PerUnit)!.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers.Count == options.GetValue(Clusters)!.Length && numbers.TrueForAll(number => number > 0)
            ? numbers
            : throw new SurveyDataException("--per-unit cần một số nguyên dương cho mỗi cột của --clusters.");
    }

    private static void Write(TextWriter output, IReadOnlyList<DrawnUnit> sample, bool asJson)
    {
        var rows = sample.Select(drawn => new SampleRow(
            drawn.Order, drawn.Unit.Id, drawn.Unit.Stratum, drawn.Unit.Clusters, drawn.IsReserve, drawn.Probability, drawn.Weight)).ToList();
        if (asJson)
        {
            CommandOutput.WriteJson(output, rows);
            return;
        }

        output.WriteLine("order,id,stratum,clusters,reserve,probability,weight");
        rows.ForEach(row => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Order},{Quoted(row.Id)},{Quoted(row.Stratum)},{Quoted(string.Join('/', row.Clusters))},{(row.Reserve ? 1 : 0)},{row.Probability:R},{row.Weight:R}")));
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;

    /// <summary>One line of the answer; the names are the JSON's.</summary>
    private sealed record SampleRow(int Order, string Id, string Stratum, IReadOnlyList<string> Clusters, bool Reserve, double Probability, double Weight);
}
