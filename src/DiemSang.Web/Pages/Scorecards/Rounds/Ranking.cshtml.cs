using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Exporting;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Targets;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>Ranks by peer group on unrounded values, with the four years before; running for the keeper, published for the units.</summary>
public sealed class RankingModel(RoundReader rounds, RankingReader reader, TargetReader aims) : RoundPage(rounds)
{
    public SheetStage Stage { get; private set; }
    public IReadOnlyList<RankingLine> Lines { get; private set; } = [];
    public ILookup<Guid, JudgedTarget> Targets { get; private set; } = Array.Empty<JudgedTarget>().ToLookup(_ => Guid.Empty);
    public IReadOnlyList<int> Years => [.. Lines.SelectMany(line => line.Past).Select(past => past.Year).Distinct().OrderDescending()];

    /// <summary>The value that has a number today: before the council sits its column is empty.</summary>
    private SheetStage Running => Opened.Stage switch
    {
        RoundStage.Preparing or RoundStage.SelfScoring => SheetStage.Self,
        RoundStage.Appraisal1 or RoundStage.Explanation => SheetStage.Appraisal1,
        RoundStage.Appraisal2 => SheetStage.Appraisal2,
        _ => SheetStage.Final,
    };

    public bool MayOpen(RankingLine line) => IsKeeper || line.SubjectId == Actor.OrganisationId;

    public async Task OnGetAsync(SheetStage? stage)
    {
        await ReadAsync(stage);
        Targets = await aims.OfRankingAsync(Opened, Lines, HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnGetXlsxAsync(SheetStage? stage)
    {
        await ReadAsync(stage);
        return this.Download("xep-hang.xlsx", new RankingPaper(Opened, Lines).WriteXlsx);
    }

    public async Task<IActionResult> OnGetDocxAsync(SheetStage? stage)
    {
        await ReadAsync(stage);
        return this.Download("xep-hang.docx", new RankingPaper(Opened, Lines).WriteDocx);
    }

    private async Task ReadAsync(SheetStage? stage)
    {
        Stage = Round.State == RoundState.Published ? SheetStage.Final : stage ?? Running;
        Lines = await reader.ReadAsync(Actor, Opened, Stage, HttpContext.RequestAborted);
    }
}
