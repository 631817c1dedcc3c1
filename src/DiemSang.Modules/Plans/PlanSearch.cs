using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans;

/// <summary>A plan as the list shows it.</summary>
public sealed record PlanLine(Guid Id, PlanState State, string Title, string? Number, string? Symbol, DateOnly? IssuedOn, int PeriodFrom, int PeriodTo, string[] Indices, int Rows)
{
    /// <summary>What the checks found in a draft, without mere notes.</summary>
    public int Problems { get; init; }

    /// <summary>A draft that the reader of the list may correct.</summary>
    public bool MayCorrect { get; init; }
}

/// <summary>A file that is not a plan yet.</summary>
public sealed record ImportLine(Guid Id, string FileName, PlanImportState State, DateTimeOffset RequestedAt, Guid? PlanId);

/// <summary>Lists the plans a person may see: drafts first, then the newest.</summary>
public sealed class PlanSearch(DiemSangDbContext db, PlanReview review)
{
    public async Task<IReadOnlyList<PlanLine>> ListAsync(Actor actor, CancellationToken cancel = default)
    {
        var lines = await db.Plans.AsNoTracking().VisibleTo(actor)
            .Where(plan => plan.State != PlanState.Withdrawn)
            .OrderBy(plan => plan.State == PlanState.Draft ? 0 : 1).ThenByDescending(plan => plan.PeriodFrom).ThenByDescending(plan => plan.CreatedAt)
            .Select(plan => new PlanLine(
                plan.Id, plan.State, plan.Title, plan.Number, plan.Symbol, plan.IssuedOn, plan.PeriodFrom, plan.PeriodTo, plan.Indices,
                plan.Rows.Count(row => row.WithdrawnAt == null)))
            .ToListAsync(cancel);
        for (var i = 0; i < lines.Count && lines[i].State == PlanState.Draft; i++)
        {
            var draft = (await review.FindAsync(actor, lines[i].Id, cancel))!;
            lines[i] = lines[i] with { Problems = draft.Problems.Count(), MayCorrect = actor.MayEdit(draft.Plan) };
        }

        return lines;
    }

    /// <summary>Files being read, or read and waiting for somebody to look at them.</summary>
    public Task<List<ImportLine>> OpenImportsAsync(Actor actor, CancellationToken cancel = default) =>
        db.PlanImports.AsNoTracking()
            .Where(import => import.OrganisationId == actor.OrganisationId)
            .Where(import => import.State == PlanImportState.Waiting || import.State == PlanImportState.Reading || import.State == PlanImportState.Read)
            .Join(db.StoredFiles, import => new { import.OrganisationId, Id = import.FileId }, file => new { file.OrganisationId, file.Id }, (import, file) => new { import, file })
            .OrderByDescending(found => found.import.RequestedAt)
            .Select(found => new ImportLine(found.import.Id, found.file.Name, found.import.State, found.import.RequestedAt, found.import.PlanId))
            .ToListAsync(cancel);
}
