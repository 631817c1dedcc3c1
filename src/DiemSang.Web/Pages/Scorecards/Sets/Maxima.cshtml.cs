using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.ModelBinding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>All maxima in one form, because sums are only right again when several change together.</summary>
public sealed class MaximaModel(SetLibrary library, SetEditor editor, IStringLocalizer texts) : SetPage(library)
{
    [BindProperty, Display(Name = "Tổng điểm của bộ"), Required(ErrorMessage = "Nhập tổng điểm.")]
    public decimal? Total { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Maxima { get; set; } = [];

    [BindProperty]
    public int Seen { get; set; }

    public void OnGet() => Total = Set.Total;

    public async Task<IActionResult> OnPostAsync()
    {
        var maxima = new Dictionary<string, decimal>();
        foreach (var (code, typed) in Maxima)
        {
            if (StrictInput.TryReadDecimal(StrictInput.Normalise(typed), out var max))
            {
                maxima[code] = max;
            }
            else
            {
                ModelState.AddModelError("", texts["Điểm tối đa của {0} phải là số.", code]);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return After(await editor.WriteMaximaAsync(Actor, Edition, Seen, Total!.Value, maxima));
    }
}
