using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Results;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>What the answers of a wave say: worst first, with intervals, by group, over waves.</summary>
public sealed class ResultsModel(SurveyList surveys, ResultsReader reader, WaveProgress progress, IStringLocalizer texts) : WavePage(surveys)
{
    protected override bool IsAllowed => true;

    public int WorstShown => 10;

    /// <summary>Null while the wave has never opened.</summary>
    public WaveResults? Results { get; private set; }
    public IReadOnlyList<TrendPoint> Trend { get; private set; } = [];
    public bool IsSample { get; private set; }

    /// <summary>Of the one-time codes given out; null without codes.</summary>
    public double? ResponseRate { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Results = await reader.ReadAsync(Actor, Wave.Id, cancel);
        if (Results is null)
        {
            return;
        }

        Trend = await reader.TrendAsync(Results, cancel);
        var strata = (await progress.OfAsync(Wave, cancel)).Strata;
        IsSample = strata.Count > 0;
        ResponseRate = IsSample ? (double)strata.Sum(stratum => stratum.Used) / strata.Sum(stratum => stratum.Issued) : null;
    }

    public string NameOf(GroupKind kind, string name) => texts.NameOf(kind, name);
}
