using System.Text;
using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>Rows pasted from Word or Excel (cells separated by tabs), understood by the same reader as files.</summary>
public sealed class TableEntry(PlanEditing editing, UnitDirectory units, DiemSangDbContext db)
{
    private const string Header = "STT\tChỉ số/nội dung\tChỉ tiêu/kết quả\tNhiệm vụ/giải pháp\tCơ quan chủ trì\tCơ quan phối hợp thực hiện\tThời gian hoàn thành\n";

    /// <summary>What the reader makes of the text; a table without its heading is taken to have the seven usual columns (PLN-09).</summary>
    /// <exception cref="UnreadableDocumentException">The message is one plain line.</exception>
    public static IReadOnlyList<PlanDraftRow> Understand(string text, CancellationToken cancel = default)
    {
        var rows = TableRows(text, cancel);
        return rows.Count > 0 ? rows : TableRows(Header + text, cancel);
    }

    /// <summary>Adds the rows at the end of the plan, as one act.</summary>
    public async Task<EditStatus> AppendAsync(Actor actor, Guid planId, string text, CancellationToken cancel = default)
    {
        var (plan, refusal) = await editing.LoadAsync(actor, planId, cancel);
        if (plan is null)
        {
            return refusal;
        }

        var last = await editing.RowsOf(plan).MaxAsync(row => (int?)row.Position, cancel) ?? 0;
        var matcher = await units.MatcherAsync(actor.OrganisationId, cancel);
        db.PlanRows.AddRange(Understand(text, cancel).Select((row, index) =>
            PlanDrafts.ToRow(row with { Source = null }, plan, last + ((index + 1) * PlanRow.PositionStep), matcher)));
        return await editing.SaveAsync(actor, "plans.paste-rows", cancel);
    }

    private static IReadOnlyList<PlanDraftRow> TableRows(string text, CancellationToken cancel)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var draft = PlanFile.Read(content, "bảng dán", new PlanReadOptions { TimeLimit = TimeSpan.FromSeconds(20) }, cancel: cancel);
        return [.. draft.Rows.Where(row => !row.Proposed)];
    }
}
