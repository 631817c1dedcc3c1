using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>What waits for an appraiser: criteria with their progress, and all units under one of them.</summary>
public sealed class QueueModel(RoundReader rounds, AppraisalQueue queue, Appraiser appraiser, IStringLocalizer texts) : RoundPage(rounds)
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool OnlyMine { get; set; }

    public Criterion? Criterion { get; private set; }
    public IReadOnlyList<CriterionProgress> Progress { get; private set; } = [];
    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];
    public Guid? Next { get; private set; }
    public bool MayDecide => Criterion is { } leaf && Opened.OpenVerdictStage is not null && Opened.MayAppraise(Actor, leaf);

    protected override bool IsInside => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Code is null)
        {
            Progress = await queue.CriteriaAsync(Actor, Opened, cancel);
            return Page();
        }

        Criterion = Opened.Leaf(Code);
        if (Criterion is null)
        {
            return NotFound();
        }

        Lines = await queue.UnitsAsync(Opened, Code, cancel);
        Next = Lines.FirstOrDefault(line => line.Now is null)?.Sheet.Participant.SubjectId;
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(List<Guid> subjects, CancellationToken cancel)
    {
        var (accepted, left) = await appraiser.AcceptAsync(Actor, Opened, Code ?? "", subjects, cancel);
        this.Say(left == 0 ? texts["Đã đồng ý điểm tự chấm của {0} đơn vị.", accepted] : texts["Đã đồng ý {0} đơn vị; {1} đơn vị cần xem riêng.", accepted, left]);
        return Redirect(ScorecardLinks.Queue(Round.Id, Code));
    }
}
