using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Sampling;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>What became of each drawn household or dossier, a page at a time.</summary>
public sealed class SampleUnitsModel(SurveyList surveys, SampleDesk desk, IStringLocalizer texts) : WavePage(surveys)
{
    private const int OnAPage = 50;

    private Sample _sample = null!;

    [BindProperty]
    public List<UnitNote> Notes { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int Number { get; set; } = 1;

    /// <summary>Units that somebody else changed while they were shown here.</summary>
    public IReadOnlyList<string> Moved { get; private set; } = [];
    public int Pages => (_sample.Units.Count + OnAPage - 1) / OnAPage;
    public IEnumerable<SampleUnit> Shown => _sample.Units.Skip((Math.Clamp(Number, 1, Pages) - 1) * OnAPage).Take(OnAPage);

    public async Task<IActionResult> OnGetAsync(Guid sample, CancellationToken cancel) => await FindAsync(sample, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid sample, CancellationToken cancel)
    {
        if (!await FindAsync(sample, cancel))
        {
            return NotFound();
        }

        Moved = await desk.NoteAsync(Actor, _sample, Notes, cancel);
        if (Moved.Count > 0)
        {
            ModelState.Clear();
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.Say(texts["Đã lưu."]);
        return Redirect($"{Path}/sample/{sample}?{PageLinksTagHelper.Parameter}={Number}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = (await desk.OfAsync(Wave, cancel)).Find(sample => sample.Id == id);
        _sample = found!;
        return found is not null;
    }
}
