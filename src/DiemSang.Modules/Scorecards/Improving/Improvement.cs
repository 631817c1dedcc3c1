using DiemSang.Core.Planning;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Improving;

/// <summary>A task that feeds a criterion, as it stands today.</summary>
/// <param name="TaskId">Null while the plan is a draft.</param>
public sealed record LinkedTask(string Code, Guid RowId, Guid PlanId, Guid? TaskId, string Title, string? Light, DateOnly? DueOn, string? Leads);

/// <summary>Points still to be won, and the work that wins them.</summary>
public sealed record Gain(LostPoint Lost, IReadOnlyList<LinkedTask> Tasks)
{
    /// <summary>The next day by which work on it has to be done.</summary>
    public DateOnly? NextDay => Tasks.Where(task => task.Light != "done").Min(task => task.DueOn);
}

/// <param name="Index">Percent if the chosen criteria reached their maximum; null when nothing can be computed.</param>
/// <param name="Grade">Group of that index by the round's thresholds.</param>
/// <param name="Rank">Among last year's published results of the peer group: how many were better, plus one.</param>
public sealed record WhatIf(decimal? IndexNow, decimal? Index, string? GradeNow, string? Grade, int? RankNow, int? Rank, int Peers);

/// <summary>From lost points to work: what is lost and why, which task wins it back, what it would change, and a new row of a plan in one step.</summary>
public sealed class Improvement(DiemSangDbContext db, TimeProvider clock)
{
    public const string PlanTitle = "Khắc phục các tiêu chí mất điểm năm {0}";

    /// <summary>What buys the most comes first.</summary>
    public async Task<IReadOnlyList<Gain>> GainsAsync(SheetFile sheet, SheetStage stage, CancellationToken cancel = default)
    {
        var tasks = (await LinkedAsync(sheet, cancel)).ToLookup(task => task.Code);
        return [.. LostPoints.Of(sheet.At(stage)).Select(lost => new Gain(lost, [.. tasks[lost.Node.Criterion.Code]]))];
    }

    /// <summary>The sheet if these criteria reached their maximum: index, group, and where last year's published results would put it.</summary>
    public async Task<WhatIf> WhatIfAsync(SheetFile sheet, SheetStage stage, IReadOnlyCollection<string> full, CancellationToken cancel = default)
    {
        var now = sheet.At(stage);
        var items = new Dictionary<string, Declaration>(now.Sheet.Items);
        foreach (var leaf in sheet.File.Leaves.Where(leaf => full.Contains(leaf.Code) && now.Find(leaf.Code)?.State != NodeState.NotApplicable))
        {
            items[leaf.Code] = new Declaration { Override = new PointsOverride(leaf.Max, "giả định đạt tối đa") };
        }

        var then = sheet.File.Engine.Score(now.Sheet with { Items = items });
        var grades = GradeScale.Parse(sheet.Round.Grades, out _);
        var peers = await PeersAsync(sheet, cancel);
        return new WhatIf(now.Index, then.Index, grades?.Of(now.Index), grades?.Of(then.Index), RankAmong(peers, now.Index), RankAmong(peers, then.Index), peers.Count);
    }

    /// <summary>Links a row of one of the organisation's plans with a criterion; linking twice changes nothing.</summary>
    public async Task<bool> LinkAsync(Actor actor, string setCode, string code, Guid rowId, CancellationToken cancel = default)
    {
        var links = db.CriterionLinks.Where(link => link.OrganisationId == actor.OrganisationId && link.SetCode == setCode && link.Code == code && link.RowId == rowId);
        if (!await db.PlanRows.AnyAsync(row => row.OrganisationId == actor.OrganisationId && row.Id == rowId && row.WithdrawnAt == null, cancel))
        {
            return false;
        }

        if (!await links.AnyAsync(cancel))
        {
            db.CriterionLinks.Add(new CriterionLink { OrganisationId = actor.OrganisationId, SetCode = setCode, Code = code, RowId = rowId });
            await db.SaveAsync(actor.To("scorecards.link-task"), cancel);
        }

        return true;
    }

    public async Task UnlinkAsync(Actor actor, string setCode, string code, Guid rowId, CancellationToken cancel = default)
    {
        db.CriterionLinks.RemoveRange(await db.CriterionLinks
            .Where(link => link.OrganisationId == actor.OrganisationId && link.SetCode == setCode && link.Code == code && link.RowId == rowId).ToListAsync(cancel));
        await db.SaveAsync(actor.To("scorecards.unlink-task"), cancel);
    }

    /// <summary>One lost point becomes a row of this year's draft plan of remedies, linked with its criterion; who and when is written there, before it is issued.</summary>
    public async Task<PlanRow> ToPlanRowAsync(Actor actor, SheetFile sheet, LostPoint lost, string measure, CancellationToken cancel = default)
    {
        var index = sheet.File.Set.Index?.Code();
        var plan = await RemedyPlanAsync(actor, sheet.Round.Year, cancel);
        plan.Indices = index is null ? plan.Indices : [.. plan.Indices.Union([index])];
        var position = await db.PlanRows.Where(row => row.OrganisationId == plan.OrganisationId && row.PlanId == plan.Id).MaxAsync(row => (int?)row.Position, cancel) ?? 0;
        var criterion = lost.Node.Criterion;
        var row = new PlanRow
        {
            OrganisationId = actor.OrganisationId, PlanId = plan.Id, Position = position + PlanRow.PositionStep, IndexCode = index, Code = criterion.Code, Title = criterion.Title,
            Target = string.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), $"Lấy lại {lost.Points:0.####} trên {lost.Node.ApplicableMax:0.####} điểm của tiêu chí {criterion.Code}"),
            Deadline = RowDeadline.None,
        };
        row.SetMeasures([measure]);
        db.PlanRows.Add(row);
        db.CriterionLinks.Add(new CriterionLink { OrganisationId = actor.OrganisationId, SetCode = sheet.File.Set.Code, Code = criterion.Code, RowId = row.Id });
        await db.SaveAsync(actor.To("scorecards.remedy", measure), cancel);
        return row;
    }

    private async Task<Plan> RemedyPlanAsync(Actor actor, int year, CancellationToken cancel)
    {
        var title = string.Format(System.Globalization.CultureInfo.InvariantCulture, PlanTitle, year);
        var plan = await db.Plans.FirstOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.State == PlanState.Draft && one.Title == title, cancel);
        if (plan is null)
        {
            plan = new Plan(actor.OrganisationId, title, new PlanPeriod(year, year + 1), clock.GetUtcNow());
            db.Plans.Add(plan);
        }

        return plan;
    }

    private Task<List<LinkedTask>> LinkedAsync(SheetFile sheet, CancellationToken cancel)
    {
        var (subject, code, today) = (sheet.Participant.SubjectId, sheet.File.Set.Code, sheet.File.Today);
        return db.Database.SqlQuery<LinkedTask>($"""
            select l.code as "Code", r.id as "RowId", r.plan_id as "PlanId", t.id as "TaskId", r.title as "Title", b.light as "Light", b.due_on as "DueOn", b.leads as "Leads"
            from scorecards.criterion_link l
            join plans.plan_row r on (r.organisation_id, r.id) = (l.organisation_id, l.row_id) and r.withdrawn_at is null
            left join plans.task t on (t.organisation_id, t.row_id) = (r.organisation_id, r.id) and t.withdrawn_at is null
            left join plans.board({today}, null, null) b on (b.organisation_id, b.task_id) = (t.organisation_id, t.id)
            where l.organisation_id = {subject} and l.set_code = {code}
            order by r.position
            """).ToListAsync(cancel);
    }

    private Task<List<decimal>> PeersAsync(SheetFile sheet, CancellationToken cancel) => db.Results
        .Where(result => result.IndexCode == sheet.File.Set.Code && result.Year == sheet.Round.Year - 1 && result.PeerGroup == sheet.Participant.PeerGroup
            && result.SubjectId != sheet.Participant.SubjectId && result.IndexValue != null)
        .Select(result => result.IndexValue!.Value).ToListAsync(cancel);

    private static int? RankAmong(List<decimal> peers, decimal? index) => index is { } value && peers.Count > 0 ? peers.Count(peer => peer > value) + 1 : null;
}
