using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>All units of a round on the same criterion, or area, side by side (RNK-08).</summary>
public sealed class CriteriaModel(RoundReader rounds, SheetReader sheets) : RoundPage(rounds)
{
    [BindProperty(SupportsGet = true), Display(Name = "Tiêu chí")]
    public string? Code { get; set; }

    public Criterion Criterion => Opened.Set.Find(Code ?? "") ?? Opened.Set.Criteria[0];
    public IReadOnlyList<SelectListItem> Choices => [.. Opened.Set.All().Select(node => new SelectListItem($"{node.Criterion.Code} {node.Criterion.Title}", node.Criterion.Code))];
    public IReadOnlyList<(string Name, Guid Subject, IReadOnlyList<decimal?> Points, int? Share)> Lines { get; private set; } = [];

    /// <summary>Of the units that have points here, each at its latest value; null when none has.</summary>
    public decimal? Mean { get; private set; }

    protected override bool IsInside => true;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await sheets.OpenManyAsync(Opened, subjects: null, cancel);
        Lines = [.. all.Select(Line).OrderByDescending(line => Latest(line.Points) ?? -1).ThenBy(line => line.Name, StringComparer.Ordinal)];
        Mean = Lines.Average(line => Latest(line.Points));
    }

    private (string Name, Guid Subject, IReadOnlyList<decimal?> Points, int? Share) Line(SheetFile sheet)
    {
        var points = Enum.GetValues<SheetStage>().Select(stage => sheet.HasBegun(stage) && sheet.At(stage).Find(Criterion.Code) is { State: NodeState.Scored } node ? node.Points : null).ToList();
        return (sheet.Participant.SubjectName, sheet.Participant.SubjectId, points, Latest(points) is { } latest ? (int)Math.Clamp(latest * 100 / Criterion.Max, 0, 100) : null);
    }

    private static decimal? Latest(IReadOnlyList<decimal?> points) => points.LastOrDefault(value => value is not null);
}
