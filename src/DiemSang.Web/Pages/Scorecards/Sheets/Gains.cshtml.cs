using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Scorecards.Improving;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>Lost points by what they are worth, with their cause and the task that wins them back; and what reaching some of them would change.</summary>
public sealed class GainsModel(RoundReader rounds, SheetReader sheets, Improvement improvement) : SheetPage(rounds, sheets)
{
    public SheetStage Stage { get; private set; }
    public IReadOnlyList<Gain> Gains { get; private set; } = [];
    public IReadOnlyList<(LossCause Cause, decimal Points)> Causes => LostPoints.ByCause(Gains.Select(gain => gain.Lost));
    public ScoreSheetResult Now => Sheet.At(Stage);
    public WhatIf WhatIf { get; private set; } = null!;
    public IReadOnlyList<string> Full { get; private set; } = [];
    public bool MayPlan => IsOwn && Actor.MayEditPlans();

    public async Task OnGetAsync([FromQuery] string[] full, CancellationToken cancel)
    {
        Full = full;
        Stage = Sheet.Latest();
        Gains = await improvement.GainsAsync(Sheet, Stage, cancel);
        WhatIf = await improvement.WhatIfAsync(Sheet, Stage, Full, cancel);
    }
}
