using System.CommandLine;
using System.Globalization;
using DiemSang.Core.Statistics;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Web.Commands;

/// <summary><c>diemsang survey estimate</c>: means, ratios and totals of a CSV file with design-based errors, as R's <c>survey</c> gives them.</summary>
public static class SurveyEstimateCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "CSV file with a heading line, UTF-8.", Required = true };
    private static readonly Option<string[]> Strata = SurveyCommand.Columns("--strata", "Stratum column, one per stage.");
    private static readonly Option<string[]> Psu = SurveyCommand.Columns("--psu", "Sampling-unit column, one per stage (psu,ssu).");
    private static readonly Option<string> Weight = new("--weight") { Description = "Weight column; default 1, or the inverse of the sampling fractions given by --fpc." };
    private static readonly Option<string[]> Fpc = SurveyCommand.Columns("--fpc", "Population size (or sampling fraction) column, one per stage.");
    private static readonly Option<string[]> Mean = SurveyCommand.Columns("--mean", "Columns to average; a text column gives the share of each text.");
    private static readonly Option<string[]> Ratio = SurveyCommand.Columns("--ratio", "Ratios as A/B.");
    private static readonly Option<string[]> Total = SurveyCommand.Columns("--total", "Columns to total.");
    private static readonly Option<string[]> By = SurveyCommand.Columns("--by", "Columns whose values (or combinations) are the domains.");
    private static readonly Option<string> Margins = new("--margins") { Description = "CSV variable,level,total: post-stratify (one variable) or rake (several)." };
    private static readonly Option<LonelyPsu> Lonely = SurveyCommand.Choice<LonelyPsu>("--lonely", "What a stratum with one sampling unit does.");
    private static readonly Option<IntervalMethod> Interval = SurveyCommand.Choice<IntervalMethod>("--interval", "Confidence interval; logit and wilson are for proportions.");
    private static readonly Option<double> Level = new("--level") { Description = "Confidence, 0-1.", DefaultValueFactory = _ => 0.95 };
    private static readonly Option<string> Df = new("--df") { Description = "Degrees of freedom: inf or design. Default as R: inf for wald, design for the others." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Write JSON." };

    public static Command Build()
    {
        Df.AcceptOnlyFromAmong("inf", "design");
        var command = new Command("estimate", "Estimate means, ratios and totals with standard errors.")
        {
            Data, Strata, Psu, Weight, Fpc, Mean, Ratio, Total, By, Margins, Lonely, Interval, Level, Df, AsJson,
        };
        command.SetAction(result => CommandOutput.Guard(result, output => Run(result, output)));
        return command;
    }

    private static void Run(ParseResult options, TextWriter output)
    {
        var level = options.GetValue(Level);
        if (level is not (> 0 and < 1))
        {
            throw new SurveyDataException("--level phải lớn hơn 0 và nhỏ hơn 1, ví dụ 0.95.");
        }

        var variables = Variables(options);
        var margins = options.GetValue(Margins) is { } path ? PopulationMargins.ReadFile(path) : null;
        var columns = options.GetValue(Strata)!.Concat(options.GetValue(Psu)!).Concat(options.GetValue(Fpc)!).Concat(options.GetValue(By)!)
            .Concat(options.GetValue(Weight) is { } weight ? [weight] : Array.Empty<string>())
            .Concat(variables.SelectMany(variable => variable.Columns)).Concat(margins?.Variables ?? []);
        var data = Microdata.ReadFile(options.GetValue(Data)!, [.. columns]);
        var layout = new SampleLayout(options.GetValue(Strata)!, options.GetValue(Psu)!, options.GetValue(Weight), options.GetValue(Fpc)!);
        var design = layout.Design(data, options.GetValue(Lonely));
        design = margins?.Calibrate(design, data) ?? design;
        var rows = Estimates(new SurveyEstimator(design), data, variables, options).ToList();
        Write(output, rows, options.GetValue(AsJson));
    }

    private static List<SurveyVariable> Variables(ParseResult options)
    {
        List<SurveyVariable> variables =
        [
            .. options.GetValue(Mean)!.Select(SurveyVariable.Mean),
            .. options.GetValue(Ratio)!.Select(SurveyVariable.Ratio),
            .. options.GetValue(Total)!.Select(SurveyVariable.Total),
        ];
        return variables.Count > 0 ? variables : throw new SurveyDataException("Chưa nêu cần tính gì: dùng --mean CỘT, --ratio A/B hoặc --total CỘT.");
    }

    private static IEnumerable<EstimateRow> Estimates(
        SurveyEstimator estimator, Microdata data, List<SurveyVariable> variables, ParseResult options)
    {
        var domains = SurveyDomains.Of(data, options.GetValue(By)!);
        foreach (var part in variables.SelectMany(variable => variable.Parts(data, estimator)))
        {
            foreach (var (domain, rows) in domains)
            {
                var estimate = part.Estimate(rows);
                var interval = Around(estimate, options);
                yield return new(
                    part.Name, domain, estimate.Value, estimate.StandardError, interval.Low, interval.High, estimate.DesignEffect, estimate.Count);
            }
        }
    }

    private static ConfidenceInterval Around(Estimate estimate, ParseResult options)
    {
        var method = options.GetValue(Interval);
        var normal = options.GetValue(Df) is { } df ? df == "inf" : method == IntervalMethod.Wald;
        if (method != IntervalMethod.Wald && estimate.Value is < 0 or > 1)
        {
            throw new SurveyDataException("--interval logit và wilson chỉ dùng cho tỷ lệ trong khoảng 0–1; với số khác dùng --interval wald.");
        }

        var degreesOfFreedom = normal ? ConfidenceInterval.NormalQuantile : estimate.DegreesOfFreedom;
        return ConfidenceInterval.Around(estimate, method, degreesOfFreedom, options.GetValue(Level));
    }

    private static void Write(TextWriter output, List<EstimateRow> rows, bool asJson)
    {
        if (asJson)
        {
            CommandOutput.WriteJson(output, rows);
            return;
        }

        output.WriteLine(FormattableString.Invariant($"{"variable",-24}{"domain",-24}{"estimate",14}{"se",14}{"low",14}{"high",14}{"deff",10}{"n",10}"));
        rows.ForEach(row => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Variable,-24}{row.Domain,-24}{row.Estimate,14:G7}{row.Se,14:G7}{row.Low,14:G7}{row.High,14:G7}{row.Deff,10:G4}{row.N,10}")));
    }

    /// <summary>One line of the answer; the names are the JSON's.</summary>
    private sealed record EstimateRow(string Variable, string? Domain, double Estimate, double Se, double Low, double High, double Deff, int N);
}
