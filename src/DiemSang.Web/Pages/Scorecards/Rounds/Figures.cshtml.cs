using System.ComponentModel.DataAnnotations;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>Survey results and figures of other systems, for all units from one table with its source.</summary>
[RequestSizeLimit(22 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class FiguresModel(RoundReader rounds, FigureImporter importer, IStringLocalizer texts) : RoundPage(rounds)
{
    private readonly RoundReader _rounds = rounds;

    [BindProperty, Display(Name = "Bảng số liệu")]
    public IFormFile? Upload { get; set; }

    [BindProperty, Display(Name = "Nguồn số liệu"), Required(ErrorMessage = "Ghi nguồn của số liệu."), StringLength(500, ErrorMessage = "Nguồn dài tối đa 500 ký tự.")]
    public string? Source { get; set; }

    protected override bool IsForKeepers => true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnGetTemplateAsync()
    {
        var headings = Opened.Leaves.Where(leaf => !leaf.IsSelfScored()).SelectMany(leaf => leaf.Rule!.Inputs.Select(input => leaf.Rule.Inputs.Count == 1 ? leaf.Code : $"{leaf.Code} {input.Name}"));
        var names = (await _rounds.ParticipantsAsync(Round)).ConvertAll(one => one.SubjectName);
        return this.Download("so-lieu.xlsx", output => XlsxWriter.Write(output, [new XlsxSheet(
            "Số liệu", [new XlsxColumn("Đơn vị", 45), .. headings.Select(heading => new XlsxColumn(heading, 16))], names.Select(name => new XlsxRow([XlsxCell.Text(name)])))]));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && Upload is null)
        {
            ModelState.AddModelError("Upload", texts["Chọn bảng số liệu."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        await using var content = Upload!.OpenReadStream();
        var taken = await importer.ImportAsync(Actor, Opened, content, Upload.FileName, Source!, cancel);
        foreach (var problem in taken.Problems)
        {
            ModelState.AddModelError("Upload", problem);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        this.Say(texts["Đã nhập {0} số liệu của {1} đơn vị.", taken.Figures, taken.Units]);
        return Redirect(Path);
    }
}
