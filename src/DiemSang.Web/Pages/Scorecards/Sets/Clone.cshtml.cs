using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>A draft that begins as a copy: how a published set, also one from above, is changed.</summary>
public sealed class CloneModel(SetLibrary library, IStringLocalizer texts) : SetPage(library)
{
    private readonly SetLibrary _library = library;

    [BindProperty, Display(Name = "Tên phiên bản mới"), Required(ErrorMessage = "Nhập tên phiên bản."), StringLength(40, ErrorMessage = "Phiên bản dài tối đa 40 ký tự.")]
    public string? NewEdition { get; set; }

    protected override bool IsForm => false;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await _library.CloneAsync(Actor, Edition, NewEdition!) is var taken)
        {
            if (taken.EditionId is { } id)
            {
                this.Say(texts["Đã chép thành bản nháp; sửa rồi ban hành."]);
                return Redirect(ScorecardLinks.Set(id));
            }

            ModelState.AddModelError("NewEdition", taken.Problems[0]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
