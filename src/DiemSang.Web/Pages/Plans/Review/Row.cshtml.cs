using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>One row beside its place in the document: edit, split, join, move, withdraw.</summary>
public sealed class RowModel(PlanReview plans, RowEditor editor, IStringLocalizer texts) : RowPage(plans)
{
    private const int ShortTitle = 60;
    private readonly PlanReview _plans = plans;

    public PlanRow Row { get; private set; } = null!;
    public SourceView? Source { get; private set; }

    /// <summary>Somebody else saved this row after it was shown here; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>Place among the rows, from 1.</summary>
    public int Number { get; private set; }
    public PlanRow? Previous => Review.Rows.ElementAtOrDefault(Number - 2);
    public PlanRow? Next => Review.Rows.ElementAtOrDefault(Number);
    public IEnumerable<PlanWarning> Warnings => Review.RowWarnings[Row.Id];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid rowId, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } refusal)
        {
            return refusal;
        }

        Input = RowInput.From(Row);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid rowId, string? go, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var edited = await editor.EditAsync(HttpContext.Actor(), id, rowId, Input.Version, Input.ToText(), cancel);
        if (edited.Status == EditStatus.Conflict)
        {
            return await ShowTheirsAsync(id, rowId, cancel);
        }

        var address = go == "next" && Next is { } next ? PlanLinks.Row(id, next.Id) : PlanLinks.ReviewAt(id, rowId);
        return this.After(edited.Status, id, address, texts["Đã lưu dòng {0}.", $"{Input.Code} {Input.Title}"], texts);
    }

    public async Task<IActionResult> OnPostSplitAsync(Guid id, Guid rowId, int version, [FromForm] List<Guid> measures, string? title, CancellationToken cancel)
    {
        if (measures.Count == 0 || string.IsNullOrWhiteSpace(title))
        {
            return await RefuseAsync(id, rowId, texts["Chọn ít nhất một việc và ghi tên dòng mới để tách."], cancel);
        }

        var split = await editor.SplitAsync(HttpContext.Actor(), id, rowId, version, measures, title, cancel);
        return Answer(split, id, rowId, PlanLinks.Row(id, split.RowId ?? rowId), texts["Đã tách thành hai dòng. Đây là dòng mới."]);
    }

    public async Task<IActionResult> OnPostJoinAsync(Guid id, Guid rowId, int version, CancellationToken cancel) =>
        Answer(await editor.JoinWithNextAsync(HttpContext.Actor(), id, rowId, version, cancel), id, rowId, PlanLinks.Row(id, rowId), texts["Đã gộp hai dòng."]);

    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid rowId, int version, Guid? after, CancellationToken cancel) =>
        Answer(await editor.MoveAsync(HttpContext.Actor(), id, rowId, version, after, cancel), id, rowId, PlanLinks.ReviewAt(id, rowId), texts["Đã chuyển dòng."]);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid rowId, int version, CancellationToken cancel) =>
        Answer(await editor.WithdrawAsync(HttpContext.Actor(), id, rowId, version, cancel), id, rowId, PlanLinks.Review(id), texts["Đã bỏ dòng. Có thể lấy lại ở cuối trang này."]);

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, Guid rowId, int version, CancellationToken cancel) =>
        Answer(await editor.AcceptAsync(HttpContext.Actor(), id, rowId, version, cancel), id, rowId, PlanLinks.ReviewAt(id, rowId), texts["Đã nhận dòng."]);

    public string Short(string title) => title.Length <= ShortTitle ? title : title[..ShortTitle] + "…";

    private IActionResult Answer(Edited edited, Guid id, Guid rowId, string address, string said) =>
        this.After(edited.Status, id, edited.Status == EditStatus.Conflict ? PlanLinks.Row(id, rowId) : address, said, texts);

    private async Task<IActionResult> RefuseAsync(Guid id, Guid rowId, string reason, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } refusal)
        {
            return refusal;
        }

        ModelState.Clear();
        ModelState.AddModelError("", reason);
        Input = RowInput.From(Row);
        return this.AskAgain();
    }

    /// <summary>What was typed stays in the form, now on top of the version that won.</summary>
    private async Task<IActionResult> ShowTheirsAsync(Guid id, Guid rowId, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } gone)
        {
            return gone;
        }

        HasMovedOn = true;
        ModelState.Remove("Input.Version");
        Input.Version = Row.Version;
        return this.ShowBoth();
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid rowId, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Number = Review.Rows.ToList().FindIndex(row => row.Id == rowId) + 1;
        if (Number == 0)
        {
            return NotFound();
        }

        Row = Review.Rows[Number - 1];
        if (Row.Source is { Block: not null } place && Review.Import is { } import && await _plans.SourceAsync(HttpContext.Actor(), import.ImportId, cancel) is { } document)
        {
            Source = SourceView.Around(place, document, [Row], id, import.HasPages ? import.ImportId : null);
        }

        return null;
    }
}
