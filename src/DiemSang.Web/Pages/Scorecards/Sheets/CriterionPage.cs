using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>A page about one criterion of one sheet, with the way to the ones before and after it.</summary>
public abstract class CriterionPage(RoundReader rounds, SheetReader sheets) : SheetPage(rounds, sheets)
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public Criterion Criterion { get; private set; } = null!;

    /// <summary>The criteria one walks through on this page.</summary>
    public abstract IReadOnlyList<Criterion> Ring { get; }
    public bool IsInRing => Ring.Any(one => one.Code == Criterion.Code);
    public int Position => Ring.TakeWhile(one => one.Code != Criterion.Code).Count() + 1;
    public string? Before => !IsInRing ? null : Ring.TakeWhile(one => one.Code != Criterion.Code).LastOrDefault()?.Code;
    public string? After => Ring.SkipWhile(one => one.Code != Criterion.Code).Skip(1).FirstOrDefault()?.Code;
    public string? Area => Opened.Set.Criteria.FirstOrDefault(area => area.Code != Criterion.Code && Holds(area))?.Title;
    public decimal? LastYear => Sheet.LastYear.TryGetValue(Criterion.Code, out var points) ? points : null;
    public ProofList Proofs => new(Round.Id, Subject, [.. Sheet.Evidence[Criterion.Code]]);

    protected override async Task<IActionResult?> RefusalAsync(RouteData route)
    {
        if (await base.RefusalAsync(route) is { } refusal)
        {
            return refusal;
        }

        var code = Request.Query["code"].ToString();
        Criterion = Find(code)!;
        return Criterion is null ? NotFound() : null;
    }

    /// <summary>The criterion named in the address, where this page may be about it.</summary>
    protected virtual Criterion? Find(string code) => Ring.FirstOrDefault(one => one.Code == code);

    private bool Holds(Criterion above) => above.Children.Any(child => child.Code == Criterion.Code || Holds(child));
}
