using DiemSang.Modules.Plans.Boards;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.TagHelpers;
using DiemSang.Web.Pages.Plans.Aims;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Board;

/// <summary>Every task of the organisation with its computed light; members see those of their units.</summary>
public sealed class IndexModel(BoardSearch board, BoardChoices choices, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public BoardQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    public BoardPage Found { get; private set; } = null!;
    public BoardChoicesFound Choices { get; private set; } = null!;

    public static IReadOnlyList<BoardState?> States { get; } = [null, .. Enum.GetValues<BoardState>().Cast<BoardState?>()];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Choices = await choices.FindAsync(HttpContext.Actor(), cancel);
        Found = await board.FindAsync(HttpContext.Actor(), Query.ToFilter(), PageNumber, cancel);
    }

    public IReadOnlyList<SelectListItem> Units => [new(texts["Mọi đơn vị"], ""), .. Choices.Units.Select(Item)];
    public IReadOnlyList<SelectListItem> People => [new(texts["Mọi người"], ""), .. Choices.People.Select(Item)];
    public IReadOnlyList<SelectListItem> Plans => [new(texts["Mọi kế hoạch"], ""), .. Choices.Plans.Select(Item)];
    public IReadOnlyList<SelectListItem> Indices => [new(texts["Mọi chỉ số"], ""), .. Choices.Indices.Select(code => new SelectListItem(WorkWords.IndexName(code), code))];
    public IReadOnlyList<SelectListItem> Windows => [new(texts["Mọi thời hạn"], ""), .. Enum.GetValues<DueWindow>().Select(window => new SelectListItem(texts.Of(window), window.ToString()))];
    public IReadOnlyList<SelectListItem> Aims => texts.AimChoices(texts["Mọi hướng"]);
    public IReadOnlyList<SelectListItem> Orders => [.. Enum.GetValues<BoardOrder>().Select(order => new SelectListItem(texts.Of(order), order.ToString()))];

    /// <summary>The board under the same filter but for the state.</summary>
    public string PathOf(BoardState? state) => "/plans/board" + QueryWithout(nameof(state), state?.ToString());

    public string ExportPath => "/plans/board/export.xlsx" + QueryWithout("", null);

    private string QueryWithout(string name, string? value)
    {
        var kept = Request.Query.Where(pair => pair.Key != name && pair.Key != PageLinksTagHelper.Parameter && !string.IsNullOrEmpty(pair.Value));
        var query = new QueryBuilder(kept.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        if (value is not null)
        {
            query.Add(name, value);
        }

        return query.ToQueryString().Value ?? "";
    }

    private static SelectListItem Item(BoardChoice choice) => new(choice.Name, choice.Id.ToString());
}
