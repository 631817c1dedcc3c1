using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>The answer to a proposal and what came of it; also after the minutes are signed.</summary>
public sealed class SettleModel(MeetingReader reader, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : MeetingPage(reader)
{
    [BindProperty]
    public SettleInput Input { get; set; } = new();

    protected override bool IsForKeepers => false;

    public Proposal Proposal { get; private set; } = null!;

    public bool MaySettle => Actor.MaySettle(Proposal);

    public IReadOnlyList<SelectListItem> States =>
        [.. new[] { ProposalState.Answered, ProposalState.CarriedOut, ProposalState.Declined }.Select(state => new SelectListItem(texts.Of(state), state.ToString()))];

    public IActionResult OnGet(Guid proposalId)
    {
        if (!Find(proposalId))
        {
            return NotFound();
        }

        Input = new SettleInput { State = Proposal.State == ProposalState.Open ? null : Proposal.State, Answer = Proposal.Answer, Outcome = Proposal.Outcome, IsPublic = Proposal.IsPublic };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid proposalId)
    {
        if (!Find(proposalId))
        {
            return NotFound();
        }

        if (!MaySettle)
        {
            return Forbid();
        }

        if (ModelState.IsValid && Input.State != ProposalState.Answered && Input.Outcome is null)
        {
            ModelState.AddModelError("Input.Outcome", texts["Ghi kết quả thực hiện, hoặc lý do không thực hiện."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        Proposal.Settle(Input.State!.Value, Input.Answer!, Input.Outcome, clock.Today());
        Proposal.Publish(Input.IsPublic);
        await db.SaveAsync(Actor.To("meetings.settle"));
        this.Say(Proposal.IsPublic ? texts["Đã lưu và công khai."] : texts["Đã lưu câu trả lời."]);
        return Redirect(Path);
    }

    private bool Find(Guid proposalId)
    {
        var found = Meeting.Proposals.Find(one => one.Id == proposalId);
        Proposal = found!;
        return found is not null;
    }

    public sealed class SettleInput
    {
        [Display(Name = "Kết quả"), Required(ErrorMessage = "Chọn kết quả.")]
        public ProposalState? State { get; set; }

        [Display(Name = "Trả lời"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập câu trả lời."), StringLength(Proposal.TextMaxLength, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Answer { get; set; }

        [Display(Name = "Kết quả thực hiện"), DataType(DataType.MultilineText), StringLength(Proposal.TextMaxLength, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Outcome { get; set; }

        [Display(Name = "Công khai")]
        public bool IsPublic { get; set; }
    }
}
