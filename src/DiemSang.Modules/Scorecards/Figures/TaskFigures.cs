using System.Globalization;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Figures;

/// <summary>Whose figure of which year, as known on a day.</summary>
/// <param name="Code">The criterion whose linked plan rows are meant.</param>
public sealed record FigureQuestion(Guid SubjectId, string SetCode, string Code, int Year, DateOnly Today);

/// <summary>Figures from the tasks of the unit's plans.</summary>
public sealed class TaskFigures(DiemSangDbContext db)
{
    /// <summary>Null for a name it does not know, and where there is nothing to count yet.</summary>
    public Task<Figure?> ReadAsync(string name, FigureQuestion asked, CancellationToken cancel = default) => name switch
    {
        FigureNames.PlanDone => DoneAsync(asked, isLinked: false, "nhiệm vụ của kế hoạch", cancel),
        FigureNames.LinkedDone => DoneAsync(asked, isLinked: true, "nhiệm vụ gắn với tiêu chí", cancel),
        FigureNames.PlanOnTime => OnTimeAsync(asked, isLinked: false, "nhiệm vụ của kế hoạch", cancel),
        FigureNames.LinkedOnTime => OnTimeAsync(asked, isLinked: true, "nhiệm vụ gắn với tiêu chí", cancel),
        FigureNames.LinkedMeasured => MeasuredAsync(asked, cancel),
        _ => Task.FromResult<Figure?>(null),
    };

    private async Task<Figure?> DoneAsync(FigureQuestion asked, bool isLinked, string what, CancellationToken cancel)
    {
        var count = await db.Database.SqlQuery<Count>($"""
            select count(*) filter (where b.light = 'done')::numeric as "Part", count(*)::numeric as "Whole", min(p.title) as "Name", count(distinct p.id)::integer as "Names", null::date as "SaidOn"
            from plans.board({asked.Today}, null, null) b
            join plans.task t on (t.organisation_id, t.id) = (b.organisation_id, b.task_id)
            join plans.plan p on (p.organisation_id, p.id) = (b.organisation_id, b.plan_id)
            where b.organisation_id = {asked.SubjectId} and case when not {isLinked} then not b.is_detail else exists (
              select from scorecards.criterion_link l
              where (l.organisation_id, l.row_id, l.set_code, l.code) = (t.organisation_id, t.row_id, {asked.SetCode}, {asked.Code})) end
            """).SingleAsync(cancel);
        return count.Whole == 0 ? null : new Figure(count.Part, count.Whole, $"Từ {count.Plans}: {count.Part:0} trên {count.Whole:0} {what} đã hoàn thành, tính đến ngày {Day(asked.Today)}");
    }

    private async Task<Figure?> OnTimeAsync(FigureQuestion asked, bool isLinked, string what, CancellationToken cancel)
    {
        var (from, to) = (new DateOnly(asked.Year, 1, 1), new DateOnly(asked.Year, 12, 31));
        var count = await db.Database.SqlQuery<Count>($"""
            select coalesce(sum(y.on_time), 0)::numeric as "Part", coalesce(sum(y.asked), 0)::numeric as "Whole", min(p.title) as "Name", count(distinct p.id)::integer as "Names", null::date as "SaidOn"
            from plans.year_task({asked.SubjectId}, {from}, {to}, {asked.Today}, null) y
            join plans.task t on (t.organisation_id, t.id) = (y.organisation_id, y.task_id)
            join plans.plan p on (p.organisation_id, p.id) = (t.organisation_id, t.plan_id)
            where y.asked > 0 and (not {isLinked} or exists (
              select from scorecards.criterion_link l
              where (l.organisation_id, l.row_id, l.set_code, l.code) = (t.organisation_id, t.row_id, {asked.SetCode}, {asked.Code})))
            """).SingleAsync(cancel);
        return count.Whole == 0 ? null : new Figure(count.Part, count.Whole, $"Từ {count.Plans}: {count.Part:0} trên {count.Whole:0} kỳ đến hạn năm {asked.Year} của {what} đúng hạn, tính đến ngày {Day(asked.Today)}");
    }

    private async Task<Figure?> MeasuredAsync(FigureQuestion asked, CancellationToken cancel)
    {
        var count = await db.Database.SqlQuery<Count>($"""
            select coalesce(sum(s.numerator), 0) as "Part", coalesce(sum(s.denominator), 0) as "Whole", min(r.title) as "Name", count(distinct r.id)::integer as "Names",
              (max(s.heard_at) at time zone 'Asia/Ho_Chi_Minh')::date as "SaidOn"
            from scorecards.criterion_link l
            join plans.plan_row r on (r.organisation_id, r.id) = (l.organisation_id, l.row_id)
            join plans.task t on (t.organisation_id, t.row_id) = (r.organisation_id, r.id)
            join plans.standing({asked.Today}) s on (s.organisation_id, s.task_id) = (t.organisation_id, t.id) and s.denominator > 0
            where l.organisation_id = {asked.SubjectId} and l.set_code = {asked.SetCode} and l.code = {asked.Code}
            """).SingleAsync(cancel);
        return count.Whole == 0 ? null : new Figure(count.Part, count.Whole, $"Từ {count.Tasks}: {Number(count.Part)} trên {Number(count.Whole)}, cập nhật ngày {Day(count.SaidOn ?? asked.Today)}");
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.GetCultureInfo("vi-VN"));

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <param name="Name">The first of what was counted over.</param>
    private sealed record Count(decimal Part, decimal Whole, string? Name, int Names, DateOnly? SaidOn)
    {
        public string Plans => Names == 1 ? $"“{Name}”" : $"{Names} kế hoạch đã ban hành";
        public string Tasks => Names == 1 ? $"nhiệm vụ “{Name}”" : $"{Names} nhiệm vụ gắn với tiêu chí";
    }
}
