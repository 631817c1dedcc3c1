namespace DiemSang.Benchmarks;

/// <summary>Fills every commune of a database with an issued plan, its tasks led by two units each, and a year of monthly check-ins.</summary>
internal static class CommunesAtWork
{
    /// <param name="tasksEach">For each commune.</param>
    public static string Sql(int tasksEach) => $$"""
        insert into access.unit (organisation_id, id, name, name_folded, short_name, kind, sort_order)
          select o.id, gen_random_uuid(), 'Phòng ' || n, 'phong ' || n, 'Phòng ' || n, 'division', n from access.organisation o, generate_series(1, 8) n where o.kind = 'commune';
        insert into plans.plan (organisation_id, id, state, title, title_folded, period_from, period_to, indices, content, issued_on, issued_at, created_at)
          select id, gen_random_uuid(), 'issued', 'Kế hoạch', 'ke hoach', 2026, 2030, '{PAR,SIPAS,PAPI}', '{}', '2026-01-20', '2026-01-20', '2026-01-20' from access.organisation where kind = 'commune';
        insert into plans.plan_row (organisation_id, id, line_id, plan_id, position, index_code, title, target, deadline_kind, deadline_text)
          select p.organisation_id, gen_random_uuid(), gen_random_uuid(), p.id, n, (array['PAR', 'SIPAS', 'PAPI'])[1 + n % 3], 'Nhiệm vụ ' || n, '100%', 'continuous', 'Thường xuyên' from plans.plan p, generate_series(1, {{tasksEach}}) n;
        insert into plans.task (organisation_id, id, plan_id, row_id, created_at, search_folded)
          select organisation_id, gen_random_uuid(), plan_id, id, '2026-01-20', 'nhiem vu ' || position from plans.plan_row;
        insert into plans.assignment (organisation_id, id, task_id, unit_id, duty, is_accountable)
          select t.organisation_id, gen_random_uuid(), t.id, u.id, 'lead', u.sort_order % 2 = 0
          from plans.task t join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
          join access.unit u on u.organisation_id = t.organisation_id and u.sort_order in (1 + r.position % 8, 1 + (r.position + 1) % 8);
        insert into plans.occurrence (organisation_id, id, task_id, unit_id, from_date, to_date, due_on, state, is_check_in, answered_at)
          select a.organisation_id, gen_random_uuid(), a.task_id, a.unit_id, m, m + interval '1 month' - interval '1 day', m + interval '1 month' - interval '1 day',
            case when random() < 0.9 then 'in_progress' else 'not_started' end, true, case when random() < 0.9 then m + interval '20 days' end
          from plans.assignment a, generate_series(date '2026-01-01', date '2026-12-01', interval '1 month') m;
        """;
}
