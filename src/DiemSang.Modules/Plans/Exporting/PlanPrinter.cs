using DiemSang.Core.Language;
using DiemSang.Documents.Writing;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Exporting;

/// <param name="Content">At its start.</param>
public sealed record PrintedPlan(Stream Content, string FileName);

/// <summary>Prints a plan as the decree on clerical work wants it. A draft has blanks for its number and day, an issued plan never (ORG-08).</summary>
public sealed class PlanPrinter(DiemSangDbContext db)
{
    private const int NameMaxLength = 60;

    /// <returns>Null when there is no such plan for this person.</returns>
    public async Task<PrintedPlan?> PrintAsync(Actor actor, Guid planId, CancellationToken cancel = default)
    {
        var plan = await db.Plans.AsNoTracking().VisibleTo(actor)
            .Include(plan => plan.Targets)
            .Include(plan => plan.Rows).ThenInclude(row => row.Measures)
            .Include(plan => plan.Rows).ThenInclude(row => row.Parties)
            .AsSplitQuery()
            .SingleOrDefaultAsync(plan => plan.Id == planId, cancel);
        if (plan is null)
        {
            return null;
        }

        var content = new MemoryStream();
        PlanDocxWriter.Write(PlanDrafts.ToDraft(plan), content);
        content.Position = 0;
        return new PrintedPlan(content, NameOf(plan));
    }

    /// <summary>"ke-hoach-05-kh-ubnd.docx", "du-thao-ke-hoach-nang-cao-….docx": letters and digits that every machine keeps.</summary>
    private static string NameOf(Plan plan)
    {
        var words = plan.State == PlanState.Issued ? $"ke-hoach-{plan.Number}-{plan.Symbol}" : $"du-thao-ke-hoach-{plan.Title}";
        var plain = string.Join('-', new string([.. VietnameseText.Fold(words).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain[..Math.Min(plain.Length, NameMaxLength)].TrimEnd('-') + ".docx";
    }
}
