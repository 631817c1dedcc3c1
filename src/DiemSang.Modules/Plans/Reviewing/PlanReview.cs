using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>A plan with what a careful clerk would say about it today.</summary>
/// <param name="Plan">With its targets and rows.</param>
/// <param name="Units">Every unit of the organisation by its id.</param>
/// <param name="Import">The reading it came from, without draft and source; null for a plan typed in.</param>
public sealed record ReviewedPlan(Plan Plan, IReadOnlyDictionary<Guid, Unit> Units, IReadOnlyList<PlanWarning> Warnings, ImportedFrom? Import)
{
    private ILookup<Guid, PlanWarning>? _rowWarnings;

    /// <summary>Rows in force, in order.</summary>
    public IReadOnlyList<PlanRow> Rows { get; } = [.. Plan.CurrentRows()];

    public IReadOnlyList<PlanRow> WithdrawnRows => [.. Plan.Rows.Where(row => row.WithdrawnAt is not null).OrderBy(row => row.Position)];

    /// <summary>Warnings that ask for something to be done; the rest are notes.</summary>
    public IEnumerable<PlanWarning> Problems => Warnings.Where(warning => warning.Severity != "note");

    public IEnumerable<PlanWarning> PlanWarnings => Warnings.Where(warning => warning.RowNumber is null);

    /// <summary>Warnings of each row in force, by its id.</summary>
    public ILookup<Guid, PlanWarning> RowWarnings => _rowWarnings ??= Warnings.Where(warning => warning.RowNumber is not null).ToLookup(warning => Rows[warning.RowNumber!.Value].Id);
}

/// <summary>The reading a plan was last taken from.</summary>
public sealed record ImportedFrom(Guid ImportId, string FileName, string MediaType, DateTimeOffset RequestedAt)
{
    /// <summary>The pages can be shown as images.</summary>
    public bool HasPages => FilePictures.CanShow(MediaType);
}

/// <summary>Loads plans for reading and for review.</summary>
public sealed class PlanReview(DiemSangDbContext db)
{
    /// <returns>Null when there is no such plan for this person.</returns>
    public async Task<ReviewedPlan?> FindAsync(Actor actor, Guid planId, CancellationToken cancel = default)
    {
        var plan = await db.Plans.AsNoTracking().AsSplitQuery()
            .Include(found => found.Targets)
            .Include(found => found.Rows).ThenInclude(row => row.Measures)
            .Include(found => found.Rows).ThenInclude(row => row.Parties)
            .VisibleTo(actor)
            .SingleOrDefaultAsync(found => found.Id == planId, cancel);
        if (plan is null)
        {
            return null;
        }

        var all = await db.Units.AsNoTracking().Where(unit => unit.OrganisationId == actor.OrganisationId).ToDictionaryAsync(unit => unit.Id, cancel);
        return new ReviewedPlan(plan, all, PlanWarnings.Of(plan, all), await ImportOfAsync(plan, cancel));
    }

    /// <summary>The document the plan was last read from, as it was read.</summary>
    public Task<ReadDocument?> SourceAsync(Actor actor, Guid importId, CancellationToken cancel = default) =>
        db.PlanImports.AsNoTracking()
            .Where(import => import.OrganisationId == actor.OrganisationId && import.Id == importId)
            .Select(import => import.Source)
            .SingleOrDefaultAsync(cancel);

    private Task<ImportedFrom?> ImportOfAsync(Plan plan, CancellationToken cancel) =>
        db.PlanImports.AsNoTracking()
            .Where(import => import.OrganisationId == plan.OrganisationId && import.PlanId == plan.Id && import.State == PlanImportState.Applied)
            .Join(db.StoredFiles, import => new { import.OrganisationId, Id = import.FileId }, file => new { file.OrganisationId, file.Id }, (import, file) => new { import, file })
            .OrderByDescending(found => found.import.FinishedAt)
            .Select(found => new ImportedFrom(found.import.Id, found.file.Name, found.file.MediaType, found.import.RequestedAt))
            .FirstOrDefaultAsync(cancel);
}
