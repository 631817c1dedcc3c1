using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Printed names that no unit has: the person says which unit is meant, or adds the unit.</summary>
public sealed class UnitsModel(PlanReview plans, UnitChoices choices, UnitDirectory units, IStringLocalizer texts) : DraftPage(plans)
{
    public const string AllUnits = "all";

    public IReadOnlyList<UnplacedName> Unplaced { get; private set; } = [];
    public IReadOnlyList<Unit> OpenUnits { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Kinds => texts.Kinds();

    [BindProperty]
    public UnitInput NewUnit { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "Choices")] List<ChoiceInput> posted, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        var chosen = posted.Where(choice => choice.Chosen is not null).Select(choice => choice.ToChoice()).ToList();
        var status = await choices.ChooseAsync(HttpContext.Actor(), id, chosen, cancel);
        return this.After(status, id, PlanLinks.Part(id, "units"), texts["Đã chọn đơn vị cho {0} tên.", chosen.Count], texts);
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        await choices.AddUnitAsync(HttpContext.Actor(), NewUnit.Name!, NewUnit.ShortName!, NewUnit.Kind!.Value, cancel);
        this.Say(texts["Đã thêm {0}. Chọn đơn vị này cho các tên dưới đây.", NewUnit.Name!]);
        return Redirect(PlanLinks.Part(id, "units"));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Unplaced = await choices.UnplacedAsync(HttpContext.Actor(), id, cancel);
        OpenUnits = await units.OpenUnitsAsync(HttpContext.Actor().OrganisationId, cancel);
        return null;
    }

    public sealed class ChoiceInput
    {
        public string Name { get; set; } = "";

        /// <summary>A unit's id, or <see cref="AllUnits"/>.</summary>
        public string? Chosen { get; set; }

        public bool Remember { get; set; }

        public UnitChoice ToChoice() => new(Name, Guid.TryParse(Chosen, out var unit) ? unit : null, Chosen == AllUnits, Remember);
    }

    public sealed class UnitInput
    {
        [Display(Name = "Tên đơn vị"), Required(ErrorMessage = "Nhập tên đơn vị."), StringLength(Unit.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Name { get; set; }

        [Display(Name = "Tên ngắn"), Required(ErrorMessage = "Nhập tên ngắn."), StringLength(60, ErrorMessage = "Tên dài tối đa 60 ký tự.")]
        public string? ShortName { get; set; }

        [Display(Name = "Loại"), Required(ErrorMessage = "Chọn loại đơn vị.")]
        public UnitKind? Kind { get; set; }
    }
}
