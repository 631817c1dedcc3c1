using DiemSang.Modules.Plans.YearEnd;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.YearEnd;

/// <summary>What the sheet of a unit and that of a person have in common: a page, and a document for the evaluation file.</summary>
public abstract class SheetPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public YearQuery Query { get; set; } = new();

    public YearSheet Sheet { get; private set; } = null!;

    protected IActionResult Show(YearSheet? sheet)
    {
        Sheet = sheet!;
        return sheet is null ? Forbid() : Page();
    }

    protected IActionResult Print(YearSheet? sheet) =>
        sheet is null ? Forbid() : this.Download($"phieu-ket-qua-{sheet.Year}.docx", output => YearPapers.WriteDocx(sheet, output));
}
