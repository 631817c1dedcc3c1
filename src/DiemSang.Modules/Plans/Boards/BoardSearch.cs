using System.Linq.Expressions;
using DiemSang.Core.Language;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Boards;

/// <summary>What the board may be narrowed to. Blocked and silent are signs beside the light: a late task may also be both.</summary>
public enum BoardState { Late, Blocked, Silent, NotStarted, InProgress, Done }

public enum DueWindow { ThisWeek, ThisMonth, ThisQuarter, Undated }

public enum BoardOrder { Urgency, Plan, Due, Heard }

/// <summary>Every filter may be absent.</summary>
public sealed record BoardFilter
{
    public Guid? Unit { get; init; }
    public Guid? Person { get; init; }
    public Guid? Plan { get; init; }
    public string? Index { get; init; }
    public BoardState? State { get; init; }
    public DueWindow? Due { get; init; }

    /// <summary>What the plan wants of the task's content: kept, improved, raised.</summary>
    public Aim? Aim { get; init; }

    /// <summary>Words of the task, its target, measures or units; compared folded.</summary>
    public string? Words { get; init; }
    public BoardOrder Order { get; init; }
}

/// <summary>Tasks in each state under the same filter (but for the state itself); a late task may be counted as blocked and silent too.</summary>
public sealed record BoardCounts(int All, int Late, int Blocked, int Silent, int NotStarted, int InProgress, int Done)
{
    public int Of(BoardState? state) => state switch
    {
        BoardState.Late => Late,
        BoardState.Blocked => Blocked,
        BoardState.Silent => Silent,
        BoardState.NotStarted => NotStarted,
        BoardState.InProgress => InProgress,
        BoardState.Done => Done,
        _ => All,
    };
}

/// <param name="Page">From 1.</param>
/// <param name="Found">Tasks under the whole filter.</param>
public sealed record BoardPage(IReadOnlyList<BoardLine> Lines, BoardCounts Counts, int Page, int PageSize, int Found)
{
    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
}

/// <summary>The task board of the organisation (BRD-04): one query for the counts, one for the page. Members see the tasks of their units.</summary>
public sealed class BoardSearch(DiemSangDbContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<BoardPage> FindAsync(Actor actor, BoardFilter filter, int page = 1, CancellationToken cancel = default)
    {
        var today = clock.Today();
        var lines = Narrow(Visible(actor, filter, today), filter, today);
        var counts = await CountAsync(lines, cancel);
        var found = counts.Of(filter.State);
        page = Math.Clamp(page, 1, Math.Max(1, (found + PageSize - 1) / PageSize));
        var shown = await Order(InState(lines, filter.State), filter.Order)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new BoardPage(shown, counts, page, PageSize, found);
    }

    /// <summary>Every line under the filter, for the spreadsheet.</summary>
    public async Task<IReadOnlyList<BoardLine>> AllAsync(Actor actor, BoardFilter filter, CancellationToken cancel = default)
    {
        var today = clock.Today();
        return await Order(InState(Narrow(Visible(actor, filter, today), filter, today), filter.State), filter.Order).ToListAsync(cancel);
    }

    private IQueryable<BoardLine> Visible(Actor actor, BoardFilter filter, DateOnly today)
    {
        var units = actor.SeesWholeOrganisation ? null : actor.UnitIds.ToArray();
        if (filter.Unit is { } unit)
        {
            units = units is null || units.Contains(unit) ? [unit] : [];
        }

        return db.Set<BoardLine>()
            .FromSql($"select * from plans.board({today}, {units}::uuid[], {filter.Person}::uuid)")
            .Where(line => line.OrganisationId == actor.OrganisationId);
    }

    private IQueryable<BoardLine> Narrow(IQueryable<BoardLine> lines, BoardFilter filter, DateOnly today)
    {
        // Each piece of work once: where it is counted, or, for a person, where that person is asked. A plan that is asked for shows all of itself.
        lines = filter switch
        {
            { Plan: { } plan } => lines.Where(line => line.PlanId == plan),
            { Person: not null } => lines.Where(line => !line.IsCarried),
            _ => lines.Where(line => !line.IsDetail),
        };

        if (filter.Index is { } index)
        {
            lines = lines.Where(line => line.IndexCode == index);
        }

        if (filter.Due is { } window)
        {
            lines = lines.Where(IsDue(window, today));
        }

        if (filter.Aim is { } aim)
        {
            lines = lines.Where(line => db.Tasks.Any(task => task.OrganisationId == line.OrganisationId && task.Id == line.TaskId
                && db.ContentAims.Any(wanted => wanted.OrganisationId == task.OrganisationId && wanted.PlanId == task.PlanId && wanted.Aim == aim
                    && wanted.IndexCode == task.Row.IndexCode && wanted.Content == (task.Row.Content ?? ""))));
        }

        foreach (var word in VietnameseText.Fold(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            lines = lines.Where(line => line.SearchFolded.Contains(word));
        }

        return lines;
    }

    private static Expression<Func<BoardLine, bool>> IsDue(DueWindow window, DateOnly today)
    {
        var end = window switch
        {
            DueWindow.ThisWeek => today.AddDays((7 - (int)today.DayOfWeek) % 7),
            DueWindow.ThisMonth => new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1),
            _ => new DateOnly(today.Year, 1, 1).AddMonths((today.Month + 2) / 3 * 3).AddDays(-1),
        };
        return window == DueWindow.Undated
            ? line => line.DueOn == null && line.Light != Light.Done
            : line => line.DueOn <= end && line.Light != Light.Done;
    }

    private static IQueryable<BoardLine> InState(IQueryable<BoardLine> lines, BoardState? state) => state switch
    {
        BoardState.Late => lines.Where(line => line.Light == Light.Late),
        BoardState.Blocked => lines.Where(line => line.IsBlocked),
        BoardState.Silent => lines.Where(line => line.IsSilent),
        BoardState.NotStarted => lines.Where(line => line.Light == Light.NotStarted),
        BoardState.InProgress => lines.Where(line => line.Light == Light.InProgress),
        BoardState.Done => lines.Where(line => line.Light == Light.Done),
        _ => lines,
    };

    private static async Task<BoardCounts> CountAsync(IQueryable<BoardLine> lines, CancellationToken cancel) =>
        await lines.GroupBy(_ => 1).Select(all => new BoardCounts(
            all.Count(),
            all.Count(line => line.Light == Light.Late),
            all.Count(line => line.IsBlocked),
            all.Count(line => line.IsSilent),
            all.Count(line => line.Light == Light.NotStarted),
            all.Count(line => line.Light == Light.InProgress),
            all.Count(line => line.Light == Light.Done))).SingleOrDefaultAsync(cancel) ?? new BoardCounts(0, 0, 0, 0, 0, 0, 0);

    private static IQueryable<BoardLine> Order(IQueryable<BoardLine> lines, BoardOrder order)
    {
        var ordered = order switch
        {
            BoardOrder.Plan => lines.OrderBy(line => line.PlanId),
            BoardOrder.Due => lines.OrderBy(line => line.DueOn == null).ThenBy(line => line.DueOn),
            BoardOrder.Heard => lines.OrderBy(line => line.HeardAt != null).ThenBy(line => line.HeardAt),
            _ => lines.OrderBy(line => line.Light == Light.Late ? 0 : line.IsBlocked ? 1 : line.Light == Light.Done ? 3 : 2)
                .ThenBy(line => line.LateSince == null).ThenBy(line => line.LateSince).ThenBy(line => line.DueOn == null).ThenBy(line => line.DueOn),
        };
        return ordered.ThenBy(line => line.PlanId).ThenBy(line => line.Position).ThenBy(line => line.TaskId);
    }
}
