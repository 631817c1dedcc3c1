-- Why: a unit's own plan, or a year's plan, drawn from rows of an issued plan asked the same unit twice for the same work. Now such work is
-- asked below, where it was drawn in finer rows, and counted above, once: the row above says what the rows below it come to.

create index parent_link_parent on plans.parent_link (organisation_id, parent_id);

-- A unit leads a task and also leads a task drawn from it. While the plan below runs, it answers for the unit. In plpgsql and in the order
-- written, so that every board does not plan nine joins for the few links there are.
create function plans.drawn_parts() returns table (
  organisation_id uuid, unit_id uuid, parent_task_id uuid, task_id uuid, period_from integer, period_to integer, parent_period_to integer)
language plpgsql stable parallel safe rows 100
set join_collapse_limit = 1 set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  return query
    select below.organisation_id, below.unit_id, above_task.id, task.id, p.period_from, p.period_to, above_plan.period_to
    from plans.parent_link l
    join plans.plan p on (p.organisation_id, p.id) = (l.organisation_id, l.plan_id) and p.state = 'issued'
    join plans.plan_row r on (r.organisation_id, r.line_id) = (l.organisation_id, l.line_id)
    join plans.task task on (task.organisation_id, task.row_id) = (r.organisation_id, r.id) and task.withdrawn_at is null
    join plans.assignment below on (below.organisation_id, below.task_id) = (task.organisation_id, task.id) and below.duty = 'lead'
    join plans.plan_row above_row on (above_row.organisation_id, above_row.line_id) = (l.organisation_id, l.parent_id)
    join plans.task above_task on (above_task.organisation_id, above_task.row_id) = (above_row.organisation_id, above_row.id) and above_task.withdrawn_at is null
    join plans.plan above_plan on (above_plan.organisation_id, above_plan.id) = (above_task.organisation_id, above_task.plan_id)
    join plans.assignment above on (above.organisation_id, above.task_id, above.unit_id) = (above_task.organisation_id, above_task.id, below.unit_id) and above.duty = 'lead';
end $$;

-- Published.
create view plans.drawn_part with (security_invoker = true) as select * from plans.drawn_parts();
grant select on plans.drawn_part to diemsang_app;

-- Published: periods that nobody is asked for, because in their year a plan below answers for the unit.
create view plans.carried_occurrence with (security_invoker = true) as
  select distinct o.organisation_id, o.id as occurrence_id
  from plans.drawn_part d
  join plans.occurrence o on (o.organisation_id, o.task_id, o.unit_id) = (d.organisation_id, d.parent_task_id, d.unit_id)
    and extract(year from o.to_date) between d.period_from and d.period_to;
grant select on plans.carried_occurrence to diemsang_app;

-- Tasks that only work out rows above: whatever counts work leaves them out, whoever is asked for work finds them.
create view plans.detail_task with (security_invoker = true) as
  select t.organisation_id, t.id as task_id
  from plans.task t
  where t.row_id in (select r.id from plans.parent_link l join plans.plan_row r on (r.organisation_id, r.line_id) = (l.organisation_id, l.line_id))
    and not exists (
      select from plans.assignment a
      where (a.organisation_id, a.task_id) = (t.organisation_id, t.id) and a.duty = 'lead'
        and not exists (select from plans.drawn_part d where (d.organisation_id, d.task_id, d.unit_id) = (a.organisation_id, a.task_id, a.unit_id)));
grant select on plans.detail_task to diemsang_app;

-- Parts that a plan below answers for: in which years, and whether today.
create function plans.carried_parts(today date) returns table (organisation_id uuid, task_id uuid, unit_id uuid, years int4multirange, runs boolean)
language sql stable parallel safe rows 10
as $$
  select d.organisation_id, d.parent_task_id, d.unit_id, range_agg(int4range(d.period_from, d.period_to, '[]')),
    bool_or(extract(year from today) between d.period_from and d.period_to or d.parent_period_to < extract(year from today))
  from plans.drawn_part d
  group by d.organisation_id, d.parent_task_id, d.unit_id
$$;

-- How each lead unit stands by what it said itself. The period shown is
--   1. the earliest dated one that has begun and is not done;
--   2. otherwise the latest begun check-in or undated one;
--   3. otherwise the latest done one;
--   4. otherwise the next to come;
--   5. otherwise one that is answered below.
-- Late is computed, never chosen: past its last good day and not done, or for continuous work a check-in that passed without an
-- answer and with none since. Partners are asked, not ordered: they are never late. Silent: thirty days without a word.
-- Carried: a plan below answers for the unit today; its own periods in the years of that plan are not asked.
create function plans.own_standing(today date) returns table (
  organisation_id uuid, task_id uuid, unit_id uuid, person_id uuid, is_accountable boolean,
  occurrence_id uuid, from_date date, to_date date, due_on date, due_basis text, state text, percent integer, numerator numeric, denominator numeric,
  answered_at timestamptz, heard_at timestamptz, late_since date, missed integer, light text, is_silent boolean, is_carried boolean)
language sql stable parallel safe
as $$
  select a.organisation_id, a.task_id, a.unit_id, a.person_id, a.is_accountable,
    o.id, o.from_date, o.to_date, o.due_on, o.due_basis, reported.state, o.percent, o.numerator, o.denominator,
    o.answered_at, said.heard_at, late.since, late.missed,
    case when o.state = 'done' then 'done' when late.since is not null then 'late' else reported.state end,
    o.state <> 'done' and today - greatest(o.from_date, said.heard_on) >= 30,
    coalesce(below.runs, false)
  from plans.assignment a
  join plans.task t on (t.organisation_id, t.id) = (a.organisation_id, a.task_id) and t.withdrawn_at is null
  join access.unit u on (u.organisation_id, u.id) = (a.organisation_id, a.unit_id)
  left join plans.carried_parts(today) below on (below.organisation_id, below.task_id, below.unit_id) = (a.organisation_id, a.task_id, a.unit_id)
  cross join lateral (
    select c.*
    from plans.occurrence c
    cross join lateral (select case
      when below.years @> extract(year from c.to_date)::integer then 5
      when c.from_date > today then 4
      when c.is_check_in or c.due_on is null then 2
      when c.state <> 'done' then 1
      else 3 end as kind) as choice
    where (c.organisation_id, c.task_id, c.unit_id) = (a.organisation_id, a.task_id, a.unit_id) and c.withdrawn_at is null
    order by choice.kind, case when choice.kind in (1, 4) then c.from_date - date '2000-01-01' else date '2000-01-01' - c.from_date end
    limit 1) o
  left join lateral (
    select h.state, h.from_date, h.answered_at
    from plans.occurrence h
    where o.is_check_in and (h.organisation_id, h.task_id, h.unit_id) = (a.organisation_id, a.task_id, a.unit_id) and h.answered_at is not null and h.withdrawn_at is null
    order by h.from_date desc
    limit 1) heard on true
  cross join lateral (
    select coalesce(o.answered_at, heard.answered_at) as heard_at,
      (coalesce(o.answered_at, heard.answered_at) at time zone 'Asia/Ho_Chi_Minh')::date as heard_on) said
  -- A new month does not take an obstacle away, nor begun work back to its start.
  cross join lateral (select case
    when o.is_check_in and o.answered_at is null and heard.state is not null then case heard.state when 'blocked' then 'blocked' else 'in_progress' end
    else o.state end as state) reported
  left join lateral (
    select min(m.due_on) as since, count(*)::integer as missed
    from plans.occurrence m
    where u.kind <> 'partner' and (m.organisation_id, m.task_id, m.unit_id) = (a.organisation_id, a.task_id, a.unit_id) and m.withdrawn_at is null
      and m.due_on < today and m.state <> 'done' and (below.years @> extract(year from m.to_date)::integer) is not true
      and (not m.is_check_in or (m.answered_at is null and m.from_date > coalesce(heard.from_date, '-infinity')))) late on true
  where a.duty = 'lead'
$$;

-- How the tasks at the end of each chain stand together, for the parts they answer for.
create function plans.below_standing(today date) returns table (
  organisation_id uuid, task_id uuid, unit_id uuid, period_to integer, due_on date, percent integer, answered_at timestamptz, heard_at timestamptz,
  late_since date, missed integer, is_done boolean, is_all_done boolean, is_blocked boolean, is_begun boolean, is_silent boolean)
language plpgsql stable parallel safe rows 10 set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  if not exists (select from plans.parent_link) then
    return;
  end if;
  return query
    with recursive below as (
      select d.organisation_id, d.parent_task_id as top_id, d.unit_id, d.task_id, d.period_to
      from plans.drawn_part d
      where d.period_from <= extract(year from today)
      union
      select b.organisation_id, b.top_id, b.unit_id, d.task_id, d.period_to
      from below b
      join plans.drawn_part d on (d.organisation_id, d.parent_task_id, d.unit_id) = (b.organisation_id, b.task_id, b.unit_id) and d.period_from <= extract(year from today))
    select b.organisation_id, b.top_id, b.unit_id, max(b.period_to), min(c.due_on) filter (where c.light <> 'done'),
      (avg(case when c.light = 'done' then 100 else c.percent end))::integer,
      -- Answered when every one of them is.
      case when count(c.answered_at) = count(*) then max(c.answered_at) end,
      max(c.heard_at), min(c.late_since), sum(c.missed)::integer,
      bool_and(c.state = 'done'), bool_and(c.light = 'done'), bool_or(c.state = 'blocked'), bool_or(c.state in ('in_progress', 'done')), bool_or(c.is_silent)
    from below b
    join plans.own_standing(today) c on (c.organisation_id, c.task_id, c.unit_id) = (b.organisation_id, b.task_id, b.unit_id) and not c.is_carried
    group by b.organisation_id, b.top_id, b.unit_id;
end $$;

-- Parts that work out a row above which they answer for today: counted there.
create function plans.detail_parts(today date) returns table (organisation_id uuid, task_id uuid, unit_id uuid)
language sql stable parallel safe rows 10
as $$
  select distinct d.organisation_id, d.task_id, d.unit_id
  from plans.drawn_part d
  join plans.carried_parts(today) c on (c.organisation_id, c.task_id, c.unit_id) = (d.organisation_id, d.parent_task_id, d.unit_id) and c.runs
$$;

-- How each lead unit stands: by itself, or, where a plan below answers for it, as the tasks at the end of the chain stand together.
drop function plans.standing(date);
create function plans.standing(today date) returns table (
  organisation_id uuid, task_id uuid, unit_id uuid, person_id uuid, is_accountable boolean,
  occurrence_id uuid, from_date date, to_date date, due_on date, due_basis text, state text, percent integer, numerator numeric, denominator numeric,
  answered_at timestamptz, heard_at timestamptz, late_since date, missed integer, light text, is_silent boolean, is_carried boolean, is_detail boolean)
language sql stable parallel safe
as $$
  select s.organisation_id, s.task_id, s.unit_id, s.person_id, s.is_accountable, s.occurrence_id, s.from_date, s.to_date,
    case when b.task_id is null then s.due_on else b.due_on end, s.due_basis,
    case
      when b.task_id is null then s.state
      when b.is_done and to_year <= b.period_to then 'done'
      when b.is_blocked then 'blocked'
      when b.is_begun then 'in_progress'
      else 'not_started' end,
    case when b.task_id is null then s.percent else b.percent end, s.numerator, s.denominator,
    case when b.task_id is null then s.answered_at else b.answered_at end,
    case when b.task_id is null then s.heard_at else b.heard_at end,
    case when b.task_id is null then s.late_since else b.late_since end,
    case when b.task_id is null then s.missed else b.missed end,
    case
      when b.task_id is null then s.light
      when b.is_all_done and to_year <= b.period_to then 'done'
      when b.late_since is not null then 'late'
      when b.is_blocked then 'blocked'
      when b.is_begun then 'in_progress'
      else 'not_started' end,
    case when b.task_id is null then s.is_silent else b.is_silent end,
    s.is_carried, d.task_id is not null
  from plans.own_standing(today) s
  left join plans.below_standing(today) b on s.is_carried and (b.organisation_id, b.task_id, b.unit_id) = (s.organisation_id, s.task_id, s.unit_id)
  left join plans.detail_parts(today) d on (d.organisation_id, d.task_id, d.unit_id) = (s.organisation_id, s.task_id, s.unit_id)
  cross join lateral (select extract(year from s.to_date)::integer as to_year) as year
$$;

-- One line for each task: its lead units taken together, or those of some units or of one person. A line is a detail when every part of it
-- is counted above, and carried when every part of it is asked below.
drop function plans.board(date, uuid[], uuid);
create function plans.board(today date, units uuid[], person uuid) returns table (
  organisation_id uuid, task_id uuid, plan_id uuid, "position" integer, index_code text, code text, title text, target text,
  deadline_kind text, deadline_text text, is_for_all_units boolean, search_folded text,
  light text, is_blocked boolean, is_silent boolean, late_since date, due_on date, percent integer,
  units_asked integer, units_answered integer, heard_at timestamptz, leads text, unanswered text, people text, is_carried boolean, is_detail boolean)
language sql stable parallel safe
as $$
  select t.organisation_id, t.id, t.plan_id, r.position, r.index_code, r.code, r.title, r.target,
    r.deadline_kind, r.deadline_text, t.is_for_all_units, t.search_folded,
    case
      when bool_and(s.light = 'done') then 'done'
      when bool_or(s.light = 'late') then 'late'
      when bool_or(s.light = 'blocked') then 'blocked'
      when bool_or(s.light in ('in_progress', 'done')) then 'in_progress'
      else 'not_started' end,
    bool_or(s.light <> 'done' and s.state = 'blocked'), bool_or(s.is_silent), min(s.late_since), min(s.due_on) filter (where s.light <> 'done'),
    (avg(case when s.light = 'done' then 100 else s.percent end))::integer,
    count(*)::integer, count(s.answered_at)::integer, max(s.heard_at),
    string_agg(u.short_name, '; ' order by s.is_accountable desc, u.sort_order, u.name),
    string_agg(u.short_name, '; ' order by u.sort_order, u.name) filter (where s.answered_at is null),
    string_agg(distinct p.full_name, '; '), bool_and(s.is_carried), bool_and(s.is_detail)
  from plans.standing(today) s
  join plans.task t on (t.organisation_id, t.id) = (s.organisation_id, s.task_id)
  join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
  join access.unit u on (u.organisation_id, u.id) = (s.organisation_id, s.unit_id)
  left join access.person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
  where (units is null or s.unit_id = any (units)) and (person is null or s.person_id = person)
  group by t.organisation_id, t.id, r.organisation_id, r.id
$$;

-- The frozen board counts each piece of work once.
create or replace function snapshots.board_lines(today date, snapshot uuid) returns setof snapshots.snapshot_line
language sql stable
as $$
  select b.organisation_id, gen_random_uuid(), snapshot, b.task_id, b.plan_id, b.position, b.index_code, b.code, b.title, b.target, b.deadline_text,
    b.light, b.is_blocked, b.is_silent, b.late_since, b.due_on, b.percent, b.units_asked, b.units_answered, b.heard_at, b.leads, b.unanswered, b.people, 1
  from plans.board(today, null, null) b
  where b.organisation_id = (select shared.current_organisation()) and not b.is_detail
$$;

-- A silent unit is asked where it is asked: of the rows of its own plan.
create or replace function snapshots.silent_units(today date) returns table (unit text, head text, tasks integer, heard_at timestamptz)
language sql stable
as $$
  select u.name, h.full_name, count(*)::integer, max(s.heard_at)
  from plans.standing(today) s
  join access.unit u on (u.organisation_id, u.id) = (s.organisation_id, s.unit_id)
  left join lateral (
    select p.full_name
    from access.appointment a
    join access.person p on (p.organisation_id, p.id) = (a.organisation_id, a.person_id)
    where (a.organisation_id, a.unit_id) = (s.organisation_id, s.unit_id) and a.role = 'head'
      and a.from_date <= today and coalesce(a.to_date, today) >= today
    order by a.is_acting, a.from_date desc
    limit 1) h on true
  where s.organisation_id = (select shared.current_organisation()) and not s.is_carried
    and u.kind <> 'partner' and s.light <> 'done' and s.answered_at is null and s.from_date <= today
  group by u.id, u.name, u.sort_order, h.full_name
  order by count(*) desc, u.sort_order, u.name
$$;

-- The year's record task by task, as before, but for periods that a plan below answered for: the year counts them there.
create or replace function plans.year_task(organisation uuid, from_day date, to_day date, today date, plan uuid) returns table (
  organisation_id uuid, unit_id uuid, person_id uuid, task_id uuid, asked integer, on_time integer, late integer, done integer, with_evidence integer, returned integer)
language sql stable parallel safe
as $$
  select a.organisation_id, a.unit_id, a.person_id, a.task_id,
    count(*) filter (where judged.is_asked)::integer,
    count(*) filter (where judged.is_asked and judged.is_on_time)::integer,
    count(*) filter (where judged.is_asked and not judged.is_on_time and u.kind <> 'partner')::integer,
    count(*) filter (where o.state = 'done')::integer,
    count(*) filter (where said.has_evidence)::integer,
    sum(said.returned)::integer
  from plans.assignment a
  join plans.task t on (t.organisation_id, t.id) = (a.organisation_id, a.task_id) and t.withdrawn_at is null
    and (plan is null or t.plan_id = plan)
  join access.unit u on (u.organisation_id, u.id) = (a.organisation_id, a.unit_id)
  join plans.occurrence o on (o.organisation_id, o.task_id, o.unit_id) = (a.organisation_id, a.task_id, a.unit_id)
    and o.withdrawn_at is null and o.from_date <= least(to_day, today) and o.to_date >= from_day
    and not exists (select from plans.carried_occurrence c where (c.organisation_id, c.occurrence_id) = (o.organisation_id, o.id))
  cross join lateral (
    select
      min((p.at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where r.id is null) as first_on,
      coalesce(bool_or(r.id is null and (p.file_id is not null or p.document_number is not null)), false) as has_evidence,
      count(r.id) filter (where (r.at at time zone 'Asia/Ho_Chi_Minh')::date between from_day and to_day) as returned
    from plans.progress_update p
    left join plans.update_return r on (r.organisation_id, r.update_id) = (p.organisation_id, p.id)
    where (p.organisation_id, p.occurrence_id) = (o.organisation_id, o.id)) said
  cross join lateral (
    select o.due_on between from_day and to_day and o.due_on < today as is_asked,
      coalesce(case when o.is_check_in then said.first_on else o.done_on end <= o.due_on, false) as is_on_time) judged
  where a.duty = 'lead' and a.organisation_id = organisation
  group by a.organisation_id, a.unit_id, a.person_id, a.task_id
$$;
