using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Exporting;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>One unit over the years, and criterion by criterion against the last published year.</summary>
public sealed class YearsModel(RoundReader rounds, SheetReader sheets, YearReader reader) : SheetPage(rounds, sheets)
{
    public YearsOfUnit Years { get; private set; } = null!;
    public SheetStage Stage => Sheet.Latest();

    public async Task OnGetAsync(CancellationToken cancel) => Years = await reader.ReadAsync(Sheet, Stage, cancel);

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) => await PaperAsync(cancel) is { } paper ? this.Download("so-sanh.xlsx", paper.WriteXlsx) : NotFound();

    public async Task<IActionResult> OnGetDocxAsync(CancellationToken cancel) => await PaperAsync(cancel) is { } paper ? this.Download("so-sanh.docx", paper.WriteDocx) : NotFound();

    private async Task<ComparisonPaper?> PaperAsync(CancellationToken cancel)
    {
        var years = await reader.ReadAsync(Sheet, Stage, cancel);
        return years is { Comparison: { } comparison, Before: { } before } ? new ComparisonPaper(Sheet, before, comparison) : null;
    }
}
