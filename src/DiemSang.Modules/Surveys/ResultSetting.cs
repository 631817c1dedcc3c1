using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys;

/// <summary>How a wave's answers are weighed and their errors reckoned. Its id is the wave's; without one the first values below hold.</summary>
public sealed class ResultSetting : TenantEntity, IAudited
{
    public const int SourceMaxLength = 300;
    public const int PopulationMaxLength = 20_000;

    /// <summary>Answers without a code of the drawn sample count too, with weight 1.</summary>
    public bool CountsOutsiders { get; set; }

    /// <summary>Weights times the inverse of each stratum's response rate.</summary>
    public bool AdjustsNonResponse { get; set; } = true;

    /// <summary>Known counts of the population as CSV (variable, level, total): one variable is post-stratified, several are raked.</summary>
    public string? Population { get; set; }

    /// <summary>Where the known counts come from.</summary>
    public string? PopulationSource { get; set; }
    public LonelyPsu Lonely { get; set; } = LonelyPsu.Adjust;
    public IntervalMethod Interval { get; set; } = IntervalMethod.Wilson;

    /// <summary>Null: as the questionnaire says.</summary>
    public Aggregation? Aggregation { get; set; }
}
