using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>One meeting: agenda, guests, conclusions, proposals, minutes.</summary>
public sealed class DetailsModel(MeetingReader reader, MeetingPlanner planner, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : MeetingPage(reader)
{
    protected override bool IsForKeepers => false;

    public bool MaySign => Meeting.State == MeetingState.Held
        && ((Actor.PersonId == Meeting.ChairId && Meeting.ChairSignedAt is null) || (Actor.PersonId == Meeting.SecretaryId && Meeting.SecretarySignedAt is null));

    public void OnGet()
    {
    }

    public IActionResult OnGetMinutes() => this.Download($"bien-ban-{Meeting.Day:yyyy-MM-dd}.docx", output => MinutesPaper.WriteDocx(Meeting, Opened.Names, output));

    public async Task<IActionResult> OnPostFillAsync()
    {
        if (!MayKeep)
        {
            return Forbid();
        }

        var added = await planner.FillAgendaAsync(Actor, Meeting, Opened.Kind);
        this.Say(added == 0 ? texts["Không có việc đỏ hay kết luận cũ nào chưa ở trong chương trình."] : texts["Đã thêm {0} mục vào chương trình.", added]);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostSignAsync()
    {
        if (!MaySign)
        {
            return Forbid();
        }

        Meeting.Sign(Actor.PersonId, clock.GetUtcNow());
        await db.SaveAsync(Actor.To("meetings.sign"));
        this.Say(Meeting.IsSigned ? texts["Biên bản đã đủ chữ ký, không sửa được nữa."] : texts["Đã ký biên bản."]);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (!MayKeep || Meeting.State != MeetingState.Planned)
        {
            return Forbid();
        }

        Meeting.Cancel();
        await db.SaveAsync(Actor.To("meetings.cancel"));
        this.Say(texts["Đã hủy cuộc họp."]);
        return Redirect(Path);
    }
}
