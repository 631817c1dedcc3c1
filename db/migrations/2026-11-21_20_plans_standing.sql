-- Why: the board and "my work" ask how every task stands on a given day; the rule is here once, so that every screen, report and count agrees.

alter table plans.occurrence
  add column is_check_in boolean not null default false,  -- the monthly question about continuous work: any answer closes it
  add column due_basis text;                              -- the document a due day was counted from, for deadlines that wait for one
alter table plans.task add column search_folded text not null default '';

-- Which organisations the daily round has to visit. It knows no tenant yet, and learns nothing but their ids.
create function plans.organisations_with_issued_plans() returns setof uuid
language sql stable security definer set search_path = plans, pg_temp
as $$ select distinct organisation_id from plans.plan where state = 'issued' $$;

-- How each lead unit of each task stands. The period shown is
--   1. the earliest dated one that has begun and is not done;
--   2. otherwise the latest begun check-in or undated one;
--   3. otherwise the latest done one;
--   4. otherwise the next to come.
-- Late is computed, never chosen: past its last good day and not done, or for continuous work a check-in that passed without an
-- answer and with none since. Partners are asked, not ordered: they are never late. Silent: thirty days without a word.
create function plans.standing(today date) returns table (
  organisation_id uuid, task_id uuid, unit_id uuid, person_id uuid, is_accountable boolean,
  occurrence_id uuid, from_date date, to_date date, due_on date, due_basis text, state text, percent integer, numerator numeric, denominator numeric,
  answered_at timestamptz, heard_at timestamptz, late_since date, missed integer, light text, is_silent boolean)
language sql stable parallel safe
as $$
  select a.organisation_id, a.task_id, a.unit_id, a.person_id, a.is_accountable,
    o.id, o.from_date, o.to_date, o.due_on, o.due_basis, reported.state, o.percent, o.numerator, o.denominator,
    o.answered_at, said.heard_at, late.since, late.missed,
    case when o.state = 'done' then 'done' when late.since is not null then 'late' else reported.state end,
    o.state <> 'done' and today - greatest(o.from_date, said.heard_on) >= 30
  from plans.assignment a
  join plans.task t on (t.organisation_id, t.id) = (a.organisation_id, a.task_id) and t.withdrawn_at is null
  join access.unit u on (u.organisation_id, u.id) = (a.organisation_id, a.unit_id)
  cross join lateral (
    select c.*
    from plans.occurrence c
    cross join lateral (select case
      when c.from_date > today then 4
      when c.is_check_in or c.due_on is null then 2
      when c.state <> 'done' then 1
      else 3 end as kind) as choice
    where (c.organisation_id, c.task_id, c.unit_id) = (a.organisation_id, a.task_id, a.unit_id)
    order by choice.kind, case when choice.kind in (1, 4) then c.from_date - date '2000-01-01' else date '2000-01-01' - c.from_date end
    limit 1) o
  left join lateral (
    select h.state, h.from_date, h.answered_at
    from plans.occurrence h
    where o.is_check_in and (h.organisation_id, h.task_id, h.unit_id) = (a.organisation_id, a.task_id, a.unit_id) and h.answered_at is not null
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
    where u.kind <> 'partner' and (m.organisation_id, m.task_id, m.unit_id) = (a.organisation_id, a.task_id, a.unit_id)
      and m.due_on < today and m.state <> 'done'
      and (not m.is_check_in or (m.answered_at is null and m.from_date > coalesce(heard.from_date, '-infinity')))) late on true
  where a.duty = 'lead'
$$;

-- One line for each task: its lead units taken together, or those of some units or of one person.
create function plans.board(today date, units uuid[], person uuid) returns table (
  organisation_id uuid, task_id uuid, plan_id uuid, "position" integer, index_code text, code text, title text, target text,
  deadline_kind text, deadline_text text, is_for_all_units boolean, search_folded text,
  light text, is_blocked boolean, is_silent boolean, late_since date, due_on date, percent integer,
  units_asked integer, units_answered integer, heard_at timestamptz, leads text, unanswered text, people text)
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
    string_agg(distinct p.full_name, '; ')
  from plans.standing(today) s
  join plans.task t on (t.organisation_id, t.id) = (s.organisation_id, s.task_id)
  join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
  join access.unit u on (u.organisation_id, u.id) = (s.organisation_id, s.unit_id)
  left join access.person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
  where (units is null or s.unit_id = any (units)) and (person is null or s.person_id = person)
  group by t.organisation_id, t.id, r.organisation_id, r.id
$$;
