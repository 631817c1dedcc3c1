using DiemSang.Documents.Writing;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Exporting;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>Prints the decision of an amendment, or its draft.</summary>
public sealed class AmendmentPrinter(DiemSangDbContext db, AmendmentReading reading)
{
    /// <returns>Null when there is no such amendment for this person.</returns>
    public async Task<PrintedPlan?> PrintAsync(Actor actor, Guid planId, Guid amendmentId, CancellationToken cancel = default)
    {
        if (await reading.FindAsync(actor, planId, amendmentId, cancel) is not { } view)
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(own => own.Id == actor.OrganisationId, cancel);
        var proposing = view.Rows.SelectMany(row => row.Proposals).Select(proposal => proposal.UnitId).OfType<Guid>().Distinct().ToArray();
        var units = await db.Units.Where(unit => unit.OrganisationId == actor.OrganisationId && proposing.Contains(unit.Id)).OrderBy(unit => unit.SortOrder).Select(unit => unit.Name).ToListAsync(cancel);
        var content = new MemoryStream();
        PaperDocxWriter.Write(AmendmentPaper.Of(view, organisation, units), content);
        content.Position = 0;
        var name = view.Amendment.Number is { } number ? $"quyet-dinh-{number}-sua-doi-ke-hoach-{view.Plan.Number}" : $"du-thao-sua-doi-ke-hoach-{view.Plan.Number}";
        return new PrintedPlan(content, string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) + ".docx");
    }
}
