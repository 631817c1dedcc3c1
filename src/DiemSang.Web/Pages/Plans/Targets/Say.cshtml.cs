using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Targets;

/// <summary>Says what the number of a target was before the plan, or what it is now.</summary>
public sealed class SayModel(TargetBook book, TargetOffers offers, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public FollowedTarget Followed { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "before")]
    public bool IsBase { get; set; }

    /// <summary>The publication whose number fills the form; null for an empty one.</summary>
    [BindProperty(SupportsGet = true, Name = "take")]
    public Guid? Taken { get; set; }

    public IReadOnlyList<OfferedNumber> Offers { get; private set; } = [];

    [BindProperty]
    public FigureInput Input { get; set; } = new();

    /// <summary>Somebody else was quicker: both numbers are shown.</summary>
    public bool HasMovedOn { get; private set; }

    public IEnumerable<SaidFigure> History => Followed.Figures.Where(said => said.Figure.IsBase == IsBase);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid targetId, CancellationToken cancel)
    {
        if (await FindAsync(id, targetId, cancel) is { } refusal)
        {
            return refusal;
        }

        Input = Offers.FirstOrDefault(offer => offer.PublicationId == Taken)?.Number is { } taken
            ? new FigureInput { Numerator = taken.Number.Numerator, Denominator = taken.Number.Denominator, On = taken.On, Source = taken.Source }
            : new FigureInput { On = clock.Today() };
        Input.Seen = Followed.Last(IsBase)?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid targetId, CancellationToken cancel)
    {
        if (await FindAsync(id, targetId, cancel) is { } refusal)
        {
            return refusal;
        }

        if (Input.On > clock.Today())
        {
            ModelState.AddModelError("Input.On", texts["Ngày của số liệu không thể sau hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        if (await book.SayAsync(HttpContext.Actor(), id, targetId, IsBase, Input.ToNumber(), Input.Seen, cancel) == FigureOutcome.SaidMeanwhile)
        {
            HasMovedOn = true;
            ModelState.Remove("Input.Seen");
            Input.Seen = Followed.Last(IsBase)?.Id;
            return this.ShowBoth();
        }

        this.Say(texts["Đã ghi số liệu của mục tiêu."]);
        return Redirect(PlanLinks.Targets(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid targetId, CancellationToken cancel)
    {
        if (await book.OpenAsync(HttpContext.Actor(), id, cancel) is not { } opened || opened.Targets.FirstOrDefault(one => one.Target.Id == targetId) is not { } followed)
        {
            return NotFound();
        }

        (Plan, Followed) = (opened.Plan, followed);
        Offers = await offers.ForAsync(HttpContext.Actor().OrganisationId, followed.Target.IndexCode, cancel);
        return TargetBook.MaySay(HttpContext.Actor(), Plan) ? null : Forbid();
    }

    public sealed class FigureInput : CountedInput
    {
        /// <summary>The last number of this sort when the form was shown.</summary>
        public Guid? Seen { get; set; }
    }
}
