using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>One round: where it stands, who takes part, how far each is. A unit sees its own line only.</summary>
public sealed class DetailsModel(RoundReader rounds, RoundKeeper keeper, DiemSangDbContext db, IStringLocalizer texts) : RoundPage(rounds)
{
    private static readonly RoundStage[] Way = [RoundStage.SelfScoring, RoundStage.Appraisal1, RoundStage.Explanation, RoundStage.Appraisal2, RoundStage.Council, RoundStage.Published];

    private readonly RoundReader _rounds = rounds;

    public IReadOnlyList<(Participant Participant, ScoreSheet? Sheet)> Lines { get; private set; } = [];
    public int SelfScored => Opened.Leaves.Count(leaf => leaf.IsSelfScored());
    /// <summary>The set gives criteria to bodies that are no units of the keeper.</summary>
    public bool HasOutsideAppraisers => AgencyRoster.Read(Opened).Any(named => !named.IsOwnUnit);
    public bool MayPublish => IsKeeper && Actor.MayApprove() && Round.State == RoundState.Open && Opened.Stage >= RoundStage.Council;
    public IReadOnlyList<string> Steps => [.. Way.Select(texts.Of)];

    /// <summary>Counted from 1; nothing is current before the round opens.</summary>
    public int Step => Opened.Stage switch { RoundStage.Preparing => 0, RoundStage.Publication => 6, RoundStage.Published => 7, var stage => (int)stage };

    public async Task OnGetAsync()
    {
        var sheets = await db.ScoreSheets.Where(sheet => sheet.KeeperId == Round.OrganisationId && sheet.RoundId == Round.Id).ToDictionaryAsync(sheet => sheet.OrganisationId);
        Lines = [.. (await _rounds.ParticipantsAsync(Round)).Select(one => (one, sheets.GetValueOrDefault(one.SubjectId)))];
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!MayKeep || Round.State != RoundState.Preparing)
        {
            return Forbid();
        }

        await keeper.OpenAsync(Actor, Round);
        this.Say(texts["Đã mở kỳ chấm; các đơn vị thấy và chấm được từ bây giờ."]);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!MayKeep || Round.State != RoundState.Preparing)
        {
            return Forbid();
        }

        await keeper.WithdrawAsync(Actor, Round);
        this.Say(texts["Đã hủy kỳ chấm."]);
        return Redirect(ScorecardLinks.All);
    }
}
