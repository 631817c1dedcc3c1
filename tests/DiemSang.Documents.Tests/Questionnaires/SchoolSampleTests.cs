using DiemSang.Core.Statistics;
using DiemSang.Documents.Questionnaires;
using DiemSang.Tests;

namespace DiemSang.Documents.Tests.Questionnaires;

/// <summary>
/// The Californian school samples every survey package is tested on, from R's own copy, read from CSV as the command line reads them. Expected
/// numbers: survey 4.1-1 on R 4.2.2, the first digits as in the package's saved test output.
/// </summary>
[Requirement("SVY-11")]
public sealed class SchoolSampleTests(SchoolSampleTests.Files files) : IClassFixture<SchoolSampleTests.Files>
{
    private static readonly SampleLayout Stratified = new(["stype"], [], "pw", ["fpc"]);
    private static readonly SampleLayout Clustered = new([], ["dnum"], "pw", ["fpc"]);
    private static readonly SampleLayout TwoStage = new([], ["dnum", "snum"], "pw", ["fpc1", "fpc2"]);

    [RFact]
    public void Estimate_ThreeDesigns_EqualsPublished()
    {
        var (stratified, clustered, twoStage) = (Load("apistrat", Stratified), Load("apiclus1", Clustered), Load("apiclus2", TwoStage));
        Near(Mean(stratified, "api00"), 662.2873632, 9.408940803, 1.204457269);
        Near(Mean(clustered, "api00"), 644.1693989, 23.54224069, 9.345869451);
        Near(Mean(twoStage, "api00"), 670.8118081, 30.09902738, 6.250513756);
        Near(Total(stratified, "enroll"), 3687177.532, 114641.7161, 0.3620181224);
        Near(Total(clustered, "enroll"), 3404940.135, 932235.027, 31.31065609);
        Near(Total(twoStage, "enroll"), 2639272.93, 799637.7736, 24.19400931);
        Near(Ratio(stratified), 0.8369568869, 0.007757103167);
        Near(Ratio(clustered), 0.8497087417, 0.008386297169);
        Near(Ratio(twoStage), 0.8197370421, 0.01885056331);
    }

    [RFact]
    public void Estimate_ByType_EqualsPublished()
    {
        var sample = Load("apiclus2", TwoStage);
        var part = SurveyVariable.Mean("api00").Parts(sample.Data, sample.Estimator).Single();
        var byType = SurveyDomains.Of(sample.Data, ["stype"]).ToDictionary(domain => domain.Name!, domain => part.Estimate(domain.Rows));
        Near(byType["E"], 692.8104009, 29.92660424);
        Near(byType["H"], 598.3406593, 17.69416713);
        Near(byType["M"], 642.352, 45.0913163);
    }

    [RFact]
    public void Estimate_Shares_EqualPublished()
    {
        var sample = Load("apistrat", Stratified);
        var met = SurveyVariable.Mean("sch.wide").Parts(sample.Data, sample.Estimator).Single(part => part.Name == "sch.wide=Yes").Estimate(null);
        Near(met, .8279480114, .02434478011);
        var interval = ConfidenceInterval.Around(met, IntervalMethod.Logit, met.DegreesOfFreedom);
        interval.Low.ShouldBe(.7745396544, 1e-9);
        interval.High.ShouldBe(.8708148545, 1e-9);
    }

    [RFact]
    public void Estimate_KnownPopulation_EqualsPublished()
    {
        var postStratified = Calibrated("stype,E,4421", "stype,H,755", "stype,M,1018");
        Near(Mean(postStratified, "api00"), 642.3107882, 23.92048645);
        Near(Total(postStratified, "enroll"), 3680892.945, 406292.6363);
        var raked = Calibrated("stype,E,4421", "stype,H,755", "stype,M,1018", "sch.wide,No,1072", "sch.wide,Yes,5122");
        // R stopped raking a little short of the margins; we go on to the end.
        Near(Mean(raked, "api00"), 641.2302469, 23.70364124, tolerance: 2e-6);
    }

    [RFact]
    public void Estimate_LonelyStratum_EqualsPublished()
    {
        foreach (var (rule, standardError) in new[] { (LonelyPsu.Remove, 5.80577757828), (LonelyPsu.Adjust, 5.82805790165), (LonelyPsu.Average, 6.00955072796) })
        {
            Near(Mean(Load("apiclus1", new SampleLayout(["dnum"], [], "pw", []), rule), "api00"), 644.1693989, standardError);
        }
    }

    private Sample Load(string name, SampleLayout layout, LonelyPsu lonely = LonelyPsu.Fail)
    {
        var data = Microdata.ReadFile(Path.Combine(files.Folder, $"{name}.csv"));
        return new Sample(data, layout.Design(data, lonely));
    }

    private Sample Calibrated(params string[] lines)
    {
        var sample = Load("apiclus1", Clustered);
        var file = Path.Combine(files.Folder, "margins.csv");
        File.WriteAllLines(file, ["variable,level,total", .. lines]);
        return sample with { Design = PopulationMargins.ReadFile(file).Calibrate(sample.Design, sample.Data) };
    }

    private static Estimate Mean(Sample sample, string column) => sample.Estimator.Mean(sample.Data[column].Numbers());

    private static Estimate Total(Sample sample, string column) => sample.Estimator.Total(sample.Data[column].Numbers());

    private static Estimate Ratio(Sample sample) => sample.Estimator.Ratio(sample.Data["api.stu"].Numbers(), sample.Data["enroll"].Numbers());

    private static void Near(Estimate estimate, double value, double standardError, double? designEffect = null, double tolerance = 1e-9)
    {
        estimate.Value.ShouldBe(value, tolerance * value);
        estimate.StandardError.ShouldBe(standardError, tolerance * standardError);
        if (designEffect is { } expected)
        {
            estimate.DesignEffect.ShouldBe(expected, tolerance * expected);
        }
    }

    private sealed record Sample(Microdata Data, SurveyDesign Design)
    {
        public SurveyEstimator Estimator => new(Design);
    }

    /// <summary>The samples as CSV, written by R once.</summary>
    public sealed class Files : IDisposable
    {
        public Files()
        {
            if (RScript.WhyAbsent is null)
            {
                RScript.Run($"""
                    suppressMessages(library(survey)); data(api)
                    for (name in c("apistrat", "apiclus1", "apiclus2")) write.csv(get(name), file.path("{Folder}", paste0(name, ".csv")), row.names = FALSE)
                    """);
            }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("school-sample").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
