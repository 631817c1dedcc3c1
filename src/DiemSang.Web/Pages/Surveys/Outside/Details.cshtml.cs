using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>One outside survey: what was told of it, the support, the announcement, the published result.</summary>
public sealed class DetailsModel(OutsideSurveyList surveys, DiemSangDbContext db, TimeProvider clock) : OutsidePage(surveys)
{
    protected override bool IsForm => false;

    public DateOnly Today => clock.Today();
    public IReadOnlyList<string> Coaching => OutsideWording.CoachingOf(Opened);

    /// <summary>Issued plans with a target of the survey's index, where the published figure belongs.</summary>
    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Survey is { OfficialResult: not null, IndexCode: { } index })
        {
            Plans = await db.Plans.VisibleTo(Actor).AsNoTracking()
                .Where(plan => plan.State == PlanState.Issued && plan.Targets.Any(target => target.IndexCode == index)).OrderBy(plan => plan.Title).ToListAsync(cancel);
        }
    }

    public IActionResult OnGetAnnouncement() =>
        this.Download($"thong-bao-dieu-tra-{Survey.FromDate:yyyy-MM-dd}.docx", output => AnnouncementPaper.WriteDocx(Opened, Today, output));
}
