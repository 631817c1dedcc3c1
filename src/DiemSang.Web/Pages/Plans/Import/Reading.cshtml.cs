using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Import;

/// <summary>How far the reading of a file is; when it is done, what was read, and the question whether it shall become a plan.</summary>
public sealed class ReadingModel(PlanImports imports, PlanImporter importer, PlanCreation creation, PlanCorrection correction, IStringLocalizer texts) : PageModel
{
    public PlanImport Import { get; private set; } = null!;
    public string FileName { get; private set; } = "";

    /// <summary>Plans of which this may be a corrected copy.</summary>
    public IReadOnlyList<Plan> Like { get; private set; } = [];
    public PlanDraft Draft => Import.Draft!;
    public int Problems => Draft.Warnings.Count(warning => warning.Severity != "note");

    [BindProperty]
    public PlanNameInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Import is { State: PlanImportState.Read, PlanId: not null })
        {
            return Redirect(PlanLinks.Difference(id));
        }

        Input = new PlanNameInput { Title = Import.Draft?.Title, From = Import.Draft?.Period?.From ?? Import.Draft?.IssuedOn?.Year, To = Import.Draft?.Period?.To ?? Import.Draft?.IssuedOn?.Year };
        return Page();
    }

    public async Task<IActionResult> OnPostCreateAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid && Input.To < Input.From)
        {
            ModelState.AddModelError("Input.To", texts["Năm cuối không thể trước năm đầu."]);
        }

        if (!ModelState.IsValid && Import.State == PlanImportState.Read)
        {
            return this.AskAgain();
        }

        var period = new PlanPeriod(Input.From!.Value, Input.To!.Value, Import.Draft?.Period?.Text);
        if (await creation.FromImportAsync(HttpContext.Actor(), id, Input.Title!, period, cancel) is not { } plan)
        {
            return Redirect(PlanLinks.Reading(id));
        }

        this.Say(texts["Đã tạo bản nháp với {0} dòng. Xem lại các chỗ được đánh dấu, rồi kiểm tra “5 rõ” và ban hành.", plan.Rows.Count]);
        return Redirect(PlanLinks.Review(plan.Id));
    }

    public async Task<IActionResult> OnPostCompareAsync(Guid id, Guid planId, CancellationToken cancel) =>
        await correction.CompareWithAsync(HttpContext.Actor(), id, planId, cancel) ? Redirect(PlanLinks.Difference(id)) : NotFound();

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await importer.DropAsync(HttpContext.Actor(), id, cancel);
        this.Say(texts["Đã bỏ bản đọc của tệp {0}.", FileName]);
        return Redirect(PlanLinks.All);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        if (await imports.FindAsync(actor, id, cancel) is not { } found)
        {
            return false;
        }

        (Import, FileName) = found;
        Like = Import.State == PlanImportState.Read ? await creation.FindLikeAsync(actor, Draft, cancel) : [];
        return true;
    }

    public sealed class PlanNameInput
    {
        [Display(Name = "Trích yếu"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập tên kế hoạch."), StringLength(Plan.TitleMaxLength, ErrorMessage = "Tên dài tối đa 1.000 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Từ năm"), Required(ErrorMessage = "Nhập năm."), Range(2000, 2100, ErrorMessage = "Nhập năm từ 2000 đến 2100.")]
        public int? From { get; set; }

        [Display(Name = "Đến năm"), Required(ErrorMessage = "Nhập năm."), Range(2000, 2100, ErrorMessage = "Nhập năm từ 2000 đến 2100.")]
        public int? To { get; set; }
    }
}
