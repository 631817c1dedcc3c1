using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>A proposal is written down with who answers it by when (FRM-03).</summary>
public sealed class ProposeModel(MeetingReader reader, DiemSangDbContext db, IStringLocalizer texts) : MeetingPage(reader)
{
    [BindProperty]
    public ProposalInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task OnGetAsync() => Units = await db.UnitsToChooseAsync(Actor, texts["Chọn đơn vị"]);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || !await db.Units.AnyAsync(unit => unit.OrganisationId == Actor.OrganisationId && unit.Id == Input.Unit))
        {
            await OnGetAsync();
            return Refused();
        }

        db.Proposals.Add(new Proposal
        {
            OrganisationId = Meeting.OrganisationId, MeetingId = Meeting.Id, Position = Meeting.Proposals.Count + 1,
            Proposer = Input.Proposer!, Text = Input.Text!, UnitId = Input.Unit!.Value, DueOn = Input.DueOn!.Value,
        });
        await db.SaveAsync(Actor.To("meetings.propose"));
        this.Say(texts["Đã ghi kiến nghị."]);
        return Redirect(Path);
    }

    public sealed class ProposalInput
    {
        [Display(Name = "Người kiến nghị"), Required(ErrorMessage = "Nhập người kiến nghị."), StringLength(Proposal.ProposerMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Proposer { get; set; }

        [Display(Name = "Nội dung kiến nghị"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập nội dung kiến nghị."), StringLength(Proposal.TextMaxLength, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Text { get; set; }

        [Display(Name = "Đơn vị trả lời"), Required(ErrorMessage = "Chọn đơn vị.")]
        public Guid? Unit { get; set; }

        [Display(Name = "Thời hạn"), Required(ErrorMessage = "Nhập thời hạn.")]
        public DateOnly? DueOn { get; set; }
    }
}
