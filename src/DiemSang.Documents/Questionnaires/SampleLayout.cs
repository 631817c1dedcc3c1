using DiemSang.Core.Statistics;

namespace DiemSang.Documents.Questionnaires;

/// <summary>Which columns of a data file describe the sample: strata, units and population sizes by stage, and the weight.</summary>
public sealed record SampleLayout(string[] Strata, string[] Units, string? Weight, string[] Populations)
{
    /// <summary>The design those columns describe. Units are nested in strata: unit 1 of stratum A is not unit 1 of stratum B.</summary>
    /// <exception cref="SurveyDataException">A gap or an impossible number in a design column.</exception>
    public SurveyDesign Design(Microdata data, LonelyPsu lonely)
    {
        var stages = Enumerable.Range(0, Math.Max(1, Math.Max(Units.Length, Math.Max(Strata.Length, Populations.Length))))
            .Select(stage => Stage(data, stage)).ToList();
        return new SurveyDesign(data.RowCount, Weight is null ? null : data[Weight].CompleteNumbers(), stages, lonely);
    }

    private SamplingStage Stage(Microdata data, int stage)
    {
        var strata = Column(data, Strata, stage);
        return new SamplingStage
        {
            Strata = strata?.CompleteCodes(),
            StratumNames = strata?.Levels,
            Units = Column(data, Units, stage)?.CompleteCodes(),
            Population = Column(data, Populations, stage)?.CompleteNumbers(),
        };
    }

    private static MicrodataColumn? Column(Microdata data, string[] names, int stage) => stage < names.Length ? data[names[stage]] : null;
}
