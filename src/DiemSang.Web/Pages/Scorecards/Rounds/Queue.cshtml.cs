using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
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
    public bool MayAppraise => Criterion is { } leaf && Opened.MayAppraise(Actor, leaf);
    public bool MayDecide => MayAppraise && Lines.Any(line => line.Sheet.OpenVerdictStage is not null);

    [BindProperty(SupportsGet = true), Display(Name = "Xem")]
    public QueueView View { get; set; }

    [BindProperty(SupportsGet = true, Name = "name"), Display(Name = "Tên đơn vị")]
    public string? UnitName { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Cờ")]
    public FlagKind? Flag { get; set; }

    /// <summary>How many units each view holds, before the other filters.</summary>
    public IReadOnlyDictionary<QueueView, int> Counts { get; private set; } = new Dictionary<QueueView, int>();
    public IReadOnlyList<SelectListItem> Flags => [new(texts["Mọi cờ"], ""), .. Enum.GetValues<FlagKind>().Where(kind => kind != FlagKind.BelowTarget).Select(kind => new SelectListItem(texts.Of(kind), kind.ToString()))];
    public IReadOnlyList<SelectListItem> Views => [.. Enum.GetValues<QueueView>().Select(view => new SelectListItem($"{texts.Of(view)} ({Counts.GetValueOrDefault(view)})", view.ToString()))];

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

        var all = await queue.UnitsAsync(Opened, Code, cancel);
        Counts = Enum.GetValues<QueueView>().ToDictionary(view => view, view => all.Count(new QueueFilter(view).Admits));
        Lines = [.. all.Where(new QueueFilter(View, UnitName, Flag).Admits)];
        Next = Lines.FirstOrDefault(line => line.Now is null && line.Sheet.OpenVerdictStage is not null)?.Sheet.Participant.SubjectId;
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(List<Guid> subjects, CancellationToken cancel)
    {
        var (accepted, left) = await appraiser.AcceptAsync(Actor, Opened, Code ?? "", subjects, cancel);
        this.Say(left == 0 ? texts["Đã đồng ý điểm tự chấm của {0} đơn vị.", accepted] : texts["Đã đồng ý {0} đơn vị; {1} đơn vị cần xem riêng.", accepted, left]);
        return Redirect(ScorecardLinks.Queue(Round.Id, Code));
    }
}
