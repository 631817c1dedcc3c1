
CREATE SCHEMA access;

CREATE SCHEMA evidence;

CREATE SCHEMA jobs;

CREATE SCHEMA meetings;

CREATE SCHEMA plans;

CREATE SCHEMA reminders;

CREATE SCHEMA scorecards;

CREATE SCHEMA shared;

CREATE SCHEMA snapshots;

CREATE SCHEMA surveys;

CREATE FUNCTION access.person_of_account(wanted uuid) RETURNS TABLE(organisation_id uuid, person_id uuid, full_name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'access', 'pg_temp'
    AS $$ select p.organisation_id, p.id, p.full_name from access.person p where p.account_id = wanted and p.left_on is null $$;

CREATE FUNCTION access.readable_organisations() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'access', 'pg_temp'
    AS $$
begin
  return (select coalesce(array_agg(id), '{}') from access.organisation where path @> array[shared.current_organisation()]);
end $$;

CREATE FUNCTION access.set_organisation_path() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'access', 'pg_temp'
    AS $$
begin
  new.path := coalesce((select path from access.organisation where id = new.parent_id), '{}') || new.id;
  return new;
end $$;

CREATE FUNCTION access.superior_organisations() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'access', 'pg_temp'
    AS $$ select coalesce((select path from access.organisation where id = shared.current_organisation()), '{}') $$;

CREATE FUNCTION evidence.organisations_with_unread_files() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'evidence', 'pg_temp'
    AS $$
  select distinct i.organisation_id
  from evidence.evidence_item i
  where i.file_id is not null and not exists (select from evidence.file_text t where (t.organisation_id, t.file_id) = (i.organisation_id, i.file_id))
$$;

CREATE FUNCTION meetings.public_outcomes(wanted text) RETURNS TABLE(organisation text, meeting text, held_on date, text text, answerer text, state text, due_on date, answer text, answered_on date, outcome text, outcome_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'meetings', 'access', 'pg_temp'
    AS $$
  select o.name, m.title, (m.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, p.text, u.name, p.state, p.due_on, p.answer, p.answered_on, p.outcome, p.outcome_on
  from access.organisation o
  left join (meetings.proposal p
    join meetings.meeting m on (m.organisation_id, m.id) = (p.organisation_id, p.meeting_id) and m.state = 'held'
    join access.unit u on (u.organisation_id, u.id) = (p.organisation_id, p.unit_id)) on p.organisation_id = o.id and p.is_public
  where lower(o.code) = lower(wanted)
  order by m.starts_at desc, p.position
  limit 200
$$;

CREATE FUNCTION plans.below_standing(today date) RETURNS TABLE(organisation_id uuid, task_id uuid, unit_id uuid, period_to integer, due_on date, percent integer, answered_at timestamp with time zone, heard_at timestamp with time zone, late_since date, missed integer, is_done boolean, is_all_done boolean, is_blocked boolean, is_begun boolean, is_silent boolean)
    LANGUAGE plpgsql STABLE ROWS 10 PARALLEL SAFE
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION plans.board(today date, units uuid[], person uuid) RETURNS TABLE(organisation_id uuid, task_id uuid, plan_id uuid, "position" integer, index_code text, code text, title text, target text, deadline_kind text, deadline_text text, is_for_all_units boolean, search_folded text, light text, is_blocked boolean, is_silent boolean, late_since date, due_on date, percent integer, units_asked integer, units_answered integer, heard_at timestamp with time zone, leads text, unanswered text, people text, is_carried boolean, is_detail boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION plans.carried_parts(today date) RETURNS TABLE(organisation_id uuid, task_id uuid, unit_id uuid, years int4multirange, runs boolean)
    LANGUAGE sql STABLE ROWS 10 PARALLEL SAFE
    AS $$
  select d.organisation_id, d.parent_task_id, d.unit_id, range_agg(int4range(d.period_from, d.period_to, '[]')),
    bool_or(extract(year from today) between d.period_from and d.period_to or d.parent_period_to < extract(year from today))
  from plans.drawn_part d
  group by d.organisation_id, d.parent_task_id, d.unit_id
$$;

CREATE FUNCTION plans.detail_parts(today date) RETURNS TABLE(organisation_id uuid, task_id uuid, unit_id uuid)
    LANGUAGE sql STABLE ROWS 10 PARALLEL SAFE
    AS $$
  select distinct d.organisation_id, d.task_id, d.unit_id
  from plans.drawn_part d
  join plans.carried_parts(today) c on (c.organisation_id, c.task_id, c.unit_id) = (d.organisation_id, d.parent_task_id, d.unit_id) and c.runs
$$;

CREATE FUNCTION plans.drawn_parts() RETURNS TABLE(organisation_id uuid, unit_id uuid, parent_task_id uuid, task_id uuid, period_from integer, period_to integer, parent_period_to integer)
    LANGUAGE plpgsql STABLE ROWS 100 PARALLEL SAFE
    SET join_collapse_limit TO '1'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

CREATE FUNCTION plans.keep_approved_amendment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.state = 'approved' then
    raise exception 'an approved amendment does not change';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

CREATE FUNCTION plans.keep_issued_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (
    select from plans.plan_row r join plans.plan p on (p.organisation_id, p.id) = (r.organisation_id, r.plan_id)
    where (r.organisation_id, r.id) = (old.organisation_id, old.row_id) and p.state = 'issued') then
    raise exception 'measures and bodies of an issued plan change by an amendment only';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

CREATE FUNCTION plans.keep_issued_row() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from plans.plan p where (p.organisation_id, p.id) = (old.organisation_id, old.plan_id) and p.state = 'issued')
    and (tg_op = 'DELETE' or to_jsonb(new) - array['position', 'last_edition', 'withdrawn_at', 'version'] <> to_jsonb(old) - array['position', 'last_edition', 'withdrawn_at', 'version']) then
    raise exception 'a row of an issued plan changes by an amendment only';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

CREATE FUNCTION plans.organisations_with_issued_plans() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'plans', 'pg_temp'
    AS $$ select distinct organisation_id from plans.plan where state = 'issued' $$;

CREATE FUNCTION plans.own_standing(today date) RETURNS TABLE(organisation_id uuid, task_id uuid, unit_id uuid, person_id uuid, is_accountable boolean, occurrence_id uuid, from_date date, to_date date, due_on date, due_basis text, state text, percent integer, numerator numeric, denominator numeric, answered_at timestamp with time zone, heard_at timestamp with time zone, late_since date, missed integer, light text, is_silent boolean, is_carried boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION plans.parent_plans() RETURNS TABLE(organisation_id uuid, organisation_name text, id uuid, title text, number text, symbol text, issued_on date, issuer text, period_from integer, period_to integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'plans', 'pg_temp'
    AS $$
  select p.organisation_id, o.name, p.id, p.title, p.number, p.symbol, p.issued_on, p.issuer, p.period_from, p.period_to
  from plans.plan p
  join access.organisation o on o.id = p.organisation_id
  where p.state = 'issued' and p.unit_id is null and p.organisation_id = any (access.superior_organisations())
$$;

CREATE FUNCTION plans.parent_rows(plan uuid) RETURNS TABLE(line_id uuid, "position" integer, index_code text, content text, code text, title text, target text, deadline_text text, leads text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'plans', 'pg_temp'
    AS $$
  select r.line_id, r.position, r.index_code, r.content, r.code, r.title, r.target, r.deadline_text,
    coalesce((
      select string_agg(m.printed_name, '; ' order by m.position)
      from plans.party m
      where (m.organisation_id, m.row_id) = (r.organisation_id, r.id) and m.duty = 'lead'), '')
  from plans.parent_plans() p
  join plans.plan_row r on (r.organisation_id, r.plan_id) = (p.organisation_id, p.id)
  where p.id = plan and r.withdrawn_at is null
$$;

CREATE FUNCTION plans.parent_targets(plan uuid) RETURNS TABLE(id uuid, "position" integer, index_code text, content text, kind text, value numeric, unit text, text text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'plans', 'pg_temp'
    AS $$
  select t.id, t.position, t.index_code, t.content, t.kind, t.value, t.unit, t.text
  from plans.parent_plans() p
  join plans.plan_target t on (t.organisation_id, t.plan_id) = (p.organisation_id, p.id)
  where p.id = plan
$$;

CREATE FUNCTION plans.standing(today date) RETURNS TABLE(organisation_id uuid, task_id uuid, unit_id uuid, person_id uuid, is_accountable boolean, occurrence_id uuid, from_date date, to_date date, due_on date, due_basis text, state text, percent integer, numerator numeric, denominator numeric, answered_at timestamp with time zone, heard_at timestamp with time zone, late_since date, missed integer, light text, is_silent boolean, is_carried boolean, is_detail boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION plans.unfinished_imports() RETURNS TABLE(organisation_id uuid, import_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'plans', 'pg_temp'
    AS $$ select organisation_id, id from plans.plan_import where state in ('waiting', 'reading') order by requested_at $$;

CREATE FUNCTION plans.year_record(organisation uuid, from_day date, to_day date, today date, plan uuid) RETURNS TABLE(organisation_id uuid, unit_id uuid, person_id uuid, led integer, asked integer, on_time integer, late integer, done integer, with_evidence integer, returned integer)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select organisation_id, unit_id, person_id, count(*)::integer, sum(asked)::integer, sum(on_time)::integer, sum(late)::integer, sum(done)::integer,
    sum(with_evidence)::integer, sum(returned)::integer
  from plans.year_task(organisation, from_day, to_day, today, plan)
  group by organisation_id, unit_id, person_id
$$;

CREATE FUNCTION plans.year_task(organisation uuid, from_day date, to_day date, today date, plan uuid) RETURNS TABLE(organisation_id uuid, unit_id uuid, person_id uuid, task_id uuid, asked integer, on_time integer, late integer, done integer, with_evidence integer, returned integer)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
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

CREATE FUNCTION reminders.organisations_with_mail(now timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'reminders', 'pg_temp'
    AS $$ select distinct organisation_id from reminders.mail where state = 'waiting' and next_attempt_at <= now $$;

CREATE FUNCTION reminders.organisations_with_notices() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'reminders', 'pg_temp'
    AS $$ select distinct organisation_id from reminders.notice where mailed_at is null $$;

CREATE FUNCTION scorecards.appraised_files() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'scorecards', 'pg_temp'
    AS $$ select file_id from evidence.evidence_item where id in (select scorecards.appraised_proofs()) and file_id is not null $$;

CREATE FUNCTION scorecards.appraised_proofs() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'scorecards', 'pg_temp'
    AS $$ select item_id from evidence.evidence_use where subject_kind = 'criterion' and subject_id in (select scorecards.appraised_scores()) $$;

CREATE FUNCTION scorecards.appraised_rounds() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'scorecards', 'pg_temp'
    AS $$
  select a.round_id
  from scorecards.appraising_agency a
  join scorecards.round r on (r.organisation_id, r.id) = (a.organisation_id, a.round_id)
  where a.agency_id = shared.current_organisation() and r.state in ('open', 'published')
$$;

CREATE FUNCTION scorecards.appraised_scores() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'scorecards', 'pg_temp'
    AS $$
  select s.id
  from scorecards.score_sheet h
  join scorecards.self_score s on (s.organisation_id, s.sheet_id) = (h.organisation_id, h.id)
  where h.round_id in (select scorecards.appraised_rounds())
$$;

CREATE FUNCTION scorecards.organisations_with_open_rounds() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'scorecards', 'pg_temp'
    AS $$
  select organisation_id from scorecards.round where state = 'open'
  union
  select p.subject_id
  from scorecards.round r
  join scorecards.participant p on (p.organisation_id, p.round_id) = (r.organisation_id, r.id)
  where r.state = 'open' or (r.state = 'published' and r.published_at > now() - interval '7 days')
  union
  select a.agency_id
  from scorecards.round r
  join scorecards.appraising_agency a on (a.organisation_id, a.round_id) = (r.organisation_id, r.id)
  where r.state = 'open'
$$;

CREATE FUNCTION scorecards.stage_number(stage text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select array_position(array['preparing', 'self_scoring', 'appraisal1', 'explanation', 'appraisal2', 'council', 'publication', 'published'], stage) $$;

CREATE FUNCTION shared.audit_bytes(VARIADIC fields text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
  select convert_to(string_agg(case when f is null then '-;' else octet_length(f) || ':' || f || ';' end, '' order by n), 'UTF8')
  from unnest(fields) with ordinality as x(f, n)
$$;

CREATE FUNCTION shared.current_organisation() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;

CREATE FUNCTION shared.link_audit_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'shared', 'pg_temp'
    AS $$
declare head shared.audit_head;
begin
  if new.organisation_id is distinct from shared.current_organisation() then
    raise exception 'audit entry of another organisation';
  end if;
  insert into shared.audit_head values (new.organisation_id, 0, '\x') on conflict do nothing;
  select * into head from shared.audit_head where organisation_id = new.organisation_id for update;
  new.position := head.position + 1;
  new.at := clock_timestamp();
  new.previous_hash := head.hash;
  new.hash := sha256(head.hash || shared.audit_bytes(
    new.organisation_id::text, new.position::text, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    new.person_id::text, new.person_name, new.verb, new.subject_kind, new.subject_id, new.reason, new.before::text, new.after::text));
  update shared.audit_head set position = new.position, hash = new.hash where organisation_id = new.organisation_id;
  return new;
end $$;

CREATE PROCEDURE shared.protect_tenant_table(IN tenant_table regclass)
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy tenant_read on %s for select using (organisation_id = any ((select access.readable_organisations())::uuid[]))', tenant_table);
  execute format('create policy tenant_insert on %s for insert with check (organisation_id = (select shared.current_organisation()))', tenant_table);
  execute format('create policy tenant_update on %s for update using (organisation_id = (select shared.current_organisation())) with check (organisation_id = (select shared.current_organisation()))', tenant_table);
  execute format('create policy tenant_delete on %s for delete using (organisation_id = (select shared.current_organisation()))', tenant_table);
  -- A ward's tables are small, and must be counted all the same.
  execute format('alter table %s set (autovacuum_analyze_threshold = 5)', tenant_table);
end $$;

CREATE FUNCTION shared.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin raise exception '% is append-only', tg_table_name; end $$;

CREATE TABLE snapshots.snapshot_line (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    snapshot_id uuid NOT NULL,
    task_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    "position" integer NOT NULL,
    index_code text,
    code text,
    title text NOT NULL,
    target text,
    deadline_text text NOT NULL,
    light text NOT NULL,
    is_blocked boolean NOT NULL,
    is_silent boolean NOT NULL,
    late_since date,
    due_on date,
    percent integer,
    units_asked integer NOT NULL,
    units_answered integer NOT NULL,
    heard_at timestamp with time zone,
    leads text NOT NULL,
    unanswered text,
    people text,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE FUNCTION snapshots.board_lines(today date, snapshot uuid) RETURNS SETOF snapshots.snapshot_line
    LANGUAGE sql STABLE
    AS $$
  select b.organisation_id, gen_random_uuid(), snapshot, b.task_id, b.plan_id, b.position, b.index_code, b.code, b.title, b.target, b.deadline_text,
    b.light, b.is_blocked, b.is_silent, b.late_since, b.due_on, b.percent, b.units_asked, b.units_answered, b.heard_at, b.leads, b.unanswered, b.people, 1
  from plans.board(today, null, null) b
  where b.organisation_id = (select shared.current_organisation()) and not b.is_detail
$$;

CREATE FUNCTION snapshots.refuse_later_line() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from snapshots.snapshot s
      where (s.organisation_id, s.id) = (new.organisation_id, new.snapshot_id) and s.taken_in = pg_current_xact_id()) then
    raise exception 'a snapshot takes no line after it was taken';
  end if;
  return new;
end $$;

CREATE FUNCTION snapshots.silent_units(today date) RETURNS TABLE(unit text, head text, tasks integer, heard_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
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

CREATE FUNCTION surveys.form_of_point(wanted text) RETURNS TABLE(organisation_id uuid, organisation text, survey_id uuid, survey text, point_id uuid, point text, point_kind text, has_ended boolean, wave_id uuid, wave text, state text, from_date date, to_date date, channels text[], needs_code boolean, secret bytea, content_hash text, definition text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'surveys', 'access', 'pg_temp'
    AS $$
  select p.organisation_id, o.name, s.id, s.title, p.id, p.name, p.kind, p.ended_on is not null,
    w.id, w.name, w.state, w.from_date, w.to_date, w.channels, w.needs_code, k.secret, q.content_hash, q.definition
  from surveys.collection_point p
  join access.organisation o on o.id = p.organisation_id
  join surveys.survey s on (s.organisation_id, s.id) = (p.organisation_id, p.survey_id)
  left join lateral (
    select * from surveys.wave w where (w.organisation_id, w.survey_id) = (s.organisation_id, s.id) and w.state <> 'draft'
    order by (w.state = 'open') desc, w.to_date desc limit 1) w on true
  left join surveys.wave_key k on (k.organisation_id, k.id) = (w.organisation_id, w.id)
  left join surveys.questionnaire_version q on (q.organisation_id, q.id) = (w.organisation_id, w.questionnaire_id)
  where p.code = wanted
$$;

CREATE TABLE access.account (
    id uuid NOT NULL,
    user_name text NOT NULL,
    normalized_user_name text NOT NULL,
    email text,
    normalized_email text,
    email_confirmed boolean DEFAULT false NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean DEFAULT false NOT NULL,
    two_factor_enabled boolean DEFAULT false NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean DEFAULT true NOT NULL,
    access_failed_count integer DEFAULT 0 NOT NULL,
    must_change_password boolean DEFAULT true NOT NULL
);

CREATE TABLE access.account_claim (
    id integer NOT NULL,
    user_id uuid NOT NULL,
    claim_type text,
    claim_value text
);

ALTER TABLE access.account_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME access.account_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE access.account_login (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    user_id uuid NOT NULL
);

CREATE TABLE access.account_passkey (
    credential_id bytea NOT NULL,
    user_id uuid NOT NULL,
    data jsonb NOT NULL
);

CREATE TABLE access.account_token (
    user_id uuid NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text
);

CREATE TABLE access.appointment (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid,
    role text NOT NULL,
    is_acting boolean DEFAULT false NOT NULL,
    from_date date NOT NULL,
    to_date date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT appointment_check CHECK (((to_date IS NULL) OR (to_date >= from_date))),
    CONSTRAINT appointment_check1 CHECK (((unit_id IS NULL) = (role = ANY (ARRAY['administrator'::text, 'leader'::text, 'focal'::text, 'viewer'::text])))),
    CONSTRAINT appointment_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'leader'::text, 'focal'::text, 'head'::text, 'deputy'::text, 'member'::text, 'viewer'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE access.mandate (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    from_person_id uuid NOT NULL,
    to_person_id uuid NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    decision text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT mandate_check CHECK ((from_person_id <> to_person_id)),
    CONSTRAINT mandate_check1 CHECK ((to_date >= from_date))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE access.organisation (
    id uuid NOT NULL,
    parent_id uuid,
    code text NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    short_name text NOT NULL,
    place text NOT NULL,
    kind text NOT NULL,
    path uuid[] NOT NULL,
    closed_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT organisation_kind_check CHECK ((kind = ANY (ARRAY['province'::text, 'agency'::text, 'commune'::text, 'ward'::text, 'special_zone'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE access.organisation_name (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    valid_from date,
    valid_to date,
    decision text,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE access.person (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    full_name text NOT NULL,
    name_folded text NOT NULL,
    sort_name text NOT NULL,
    post text,
    email text,
    phone text,
    account_id uuid,
    left_on date,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE access.unit (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    short_name text NOT NULL,
    kind text NOT NULL,
    sort_order integer DEFAULT 0 NOT NULL,
    merged_into_id uuid,
    closed_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT unit_kind_check CHECK ((kind = ANY (ARRAY['leadership'::text, 'division'::text, 'office'::text, 'service'::text, 'partner'::text, 'hamlet'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE access.unit_name (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    kind text NOT NULL,
    valid_from date,
    valid_to date,
    decision text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT unit_name_kind_check CHECK ((kind = ANY (ARRAY['former'::text, 'wording'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE evidence.evidence_item (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    file_id uuid,
    document_kind text,
    number text,
    symbol text,
    issued_on date,
    issuer text,
    page text,
    stands_for date NOT NULL,
    search_folded text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    number_folded text,
    CONSTRAINT evidence_item_check CHECK (((file_id IS NOT NULL) OR (number IS NOT NULL)))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE evidence.evidence_use (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    year integer NOT NULL,
    used_at timestamp with time zone NOT NULL,
    used_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT evidence_use_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['occurrence'::text, 'criterion'::text, 'conclusion'::text, 'entry'::text, 'request'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE evidence.file_text (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    text text,
    failure text,
    read_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT file_text_check CHECK (((text IS NOT NULL) OR (failure IS NOT NULL)))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.occurrence (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    due_on date,
    state text NOT NULL,
    percent integer,
    numerator numeric,
    denominator numeric,
    answered_at timestamp with time zone,
    done_on date,
    version integer DEFAULT 1 NOT NULL,
    is_check_in boolean DEFAULT false NOT NULL,
    due_basis text,
    returned_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT occurrence_check CHECK ((to_date >= from_date)),
    CONSTRAINT occurrence_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
    CONSTRAINT occurrence_state_check CHECK ((state = ANY (ARRAY['not_started'::text, 'in_progress'::text, 'blocked'::text, 'done'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.plan_row (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    "position" integer NOT NULL,
    index_code text,
    content_code text,
    content text,
    code text,
    title text NOT NULL,
    target text,
    measures_intro text,
    deadline_kind text NOT NULL,
    deadline_text text NOT NULL,
    deadline_date date,
    deadline_from date,
    deadline_month integer,
    deadline_day integer,
    deadline_others date[] DEFAULT '{}'::date[] NOT NULL,
    appendix integer DEFAULT 1 NOT NULL,
    proposed boolean DEFAULT false NOT NULL,
    source jsonb,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    line_id uuid NOT NULL,
    first_edition integer DEFAULT 1 NOT NULL,
    last_edition integer,
    deadline_set_on date,
    needs_evidence boolean,
    CONSTRAINT plan_row_check CHECK ((last_edition >= first_edition)),
    CONSTRAINT plan_row_deadline_kind_check CHECK ((deadline_kind = ANY (ARRAY['continuous'::text, 'fixed'::text, 'yearly'::text, 'regulated'::text, 'event'::text, 'period'::text, 'none'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.task (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    row_id uuid NOT NULL,
    is_for_all_units boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    search_folded text DEFAULT ''::text NOT NULL,
    needs_evidence boolean DEFAULT false NOT NULL,
    direction text,
    rhythm text DEFAULT 'monthly'::text NOT NULL,
    rhythm_from date,
    CONSTRAINT task_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
    CONSTRAINT task_rhythm_check CHECK ((rhythm = ANY (ARRAY['monthly'::text, 'weekly'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW plans.occurrence_line WITH (security_invoker='true') AS
 SELECT o.organisation_id,
    o.id AS occurrence_id,
    o.task_id,
    o.unit_id,
    u.name AS unit,
    u.sort_order AS unit_order,
    r."position",
    concat_ws(' '::text, NULLIF(r.index_code, ''::text), NULLIF(r.code, ''::text), r.title) AS name,
    o.from_date,
    o.to_date,
    o.state,
    o.done_on,
    (t.withdrawn_at IS NOT NULL) AS is_withdrawn
   FROM (((plans.occurrence o
     JOIN plans.task t ON (((t.organisation_id = o.organisation_id) AND (t.id = o.task_id))))
     JOIN plans.plan_row r ON (((r.organisation_id = t.organisation_id) AND (r.id = t.row_id))))
     JOIN access.unit u ON (((u.organisation_id = o.organisation_id) AND (u.id = o.unit_id))));

CREATE VIEW evidence.missing_proof WITH (security_invoker='true') AS
 SELECT l.organisation_id,
    l.occurrence_id,
    l.task_id,
    l.unit_id,
    l.unit,
    l.unit_order,
    l."position",
    l.name,
    l.from_date,
    l.to_date,
    l.state,
    l.done_on,
    l.is_withdrawn
   FROM plans.occurrence_line l
  WHERE ((l.state = 'done'::text) AND (NOT l.is_withdrawn) AND (NOT (EXISTS ( SELECT
           FROM (evidence.evidence_use u
             JOIN evidence.evidence_item i ON ((((i.organisation_id = u.organisation_id) AND (i.id = u.item_id)) AND (i.withdrawn_at IS NULL))))
          WHERE ((u.organisation_id = l.organisation_id) AND (u.subject_kind = 'occurrence'::text) AND (u.subject_id = l.occurrence_id))))));

CREATE TABLE jobs.blob_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    blob_data bytea
);

CREATE TABLE jobs.calendars (
    sched_name text NOT NULL,
    calendar_name text NOT NULL,
    calendar bytea NOT NULL
);

CREATE TABLE jobs.cron_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    cron_expression text NOT NULL,
    time_zone_id text
);

CREATE TABLE jobs.fired_triggers (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    instance_name text NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state text NOT NULL,
    job_name text,
    job_group text,
    is_nonconcurrent boolean NOT NULL,
    requests_recovery boolean,
    execution_group character varying(200),
    progress integer,
    progress_message character varying(250),
    interrupt_requested_time bigint
);

CREATE TABLE jobs.job_details (
    sched_name text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    description text,
    job_class_name text NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea
);

CREATE TABLE jobs.locks (
    sched_name text NOT NULL,
    lock_name text NOT NULL
);

CREATE TABLE jobs.paused_job_grps (
    sched_name text NOT NULL,
    job_group text NOT NULL,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint
);

CREATE TABLE jobs.paused_trigger_grps (
    sched_name text NOT NULL,
    trigger_group text NOT NULL,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint
);

CREATE TABLE jobs.scheduler_state (
    sched_name text NOT NULL,
    instance_name text NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL,
    quartz_version character varying(20)
);

CREATE TABLE jobs.simple_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL
);

CREATE TABLE jobs.simprop_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    str_prop_1 text,
    str_prop_2 text,
    str_prop_3 text,
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric,
    dec_prop_2 numeric,
    bool_prop_1 boolean,
    bool_prop_2 boolean,
    time_zone_id text
);

CREATE TABLE jobs.triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    description text,
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state text NOT NULL,
    trigger_type text NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name text,
    misfire_instr smallint,
    misfire_orig_fire_time bigint,
    execution_group character varying(200),
    preferred_node character varying(200),
    preferred_node_auto boolean DEFAULT false NOT NULL,
    retry_policy character varying(250),
    retry_attempt integer,
    continues_trigger_name text,
    continues_trigger_group text,
    continuation_condition integer,
    overlap_policy integer,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint,
    misfire_threshold bigint,
    fixed_delay boolean,
    job_data bytea
);

CREATE TABLE meetings.agenda_item (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    task_id uuid,
    conclusion_id uuid,
    discussion text,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE meetings.conclusion (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid,
    due_on date NOT NULL,
    state text NOT NULL,
    progress text,
    answered_at timestamp with time zone,
    done_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT conclusion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE meetings.guest (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    name text NOT NULL,
    standing_for text,
    person_id uuid,
    invited_on date,
    attendance text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT guest_attendance_check CHECK ((attendance = ANY (ARRAY['unknown'::text, 'present'::text, 'absent'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE meetings.meeting (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    place text NOT NULL,
    hamlet text,
    chair_id uuid NOT NULL,
    secretary_id uuid NOT NULL,
    minutes_number text,
    notes text,
    chair_signed_at timestamp with time zone,
    secretary_signed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE meetings.proposal (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    proposer text NOT NULL,
    text text NOT NULL,
    unit_id uuid NOT NULL,
    due_on date NOT NULL,
    answer text,
    answered_on date,
    outcome text,
    outcome_on date,
    state text NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'carried_out'::text, 'declined'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.amendment (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    state text NOT NULL,
    number text,
    symbol text,
    decided_on date,
    edition integer,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    submitted_at timestamp with time zone,
    approved_at timestamp with time zone,
    approved_by uuid,
    returned_why text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT amendment_check CHECK (((state <> 'approved'::text) OR ((number IS NOT NULL) AND (symbol IS NOT NULL) AND (decided_on IS NOT NULL) AND (edition IS NOT NULL)))),
    CONSTRAINT amendment_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.assignment (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    duty text NOT NULL,
    is_accountable boolean DEFAULT false NOT NULL,
    person_id uuid,
    version integer DEFAULT 1 NOT NULL,
    base_numerator numeric,
    base_denominator numeric,
    base_on date,
    base_source text,
    followed_from date,
    CONSTRAINT assignment_base_denominator_check CHECK ((base_denominator > (0)::numeric)),
    CONSTRAINT assignment_base_numerator_check CHECK ((base_numerator >= (0)::numeric)),
    CONSTRAINT assignment_check CHECK ((((base_numerator IS NULL) = (base_on IS NULL)) AND ((base_numerator IS NOT NULL) OR (base_denominator IS NULL)))),
    CONSTRAINT assignment_duty_check CHECK ((duty = ANY (ARRAY['lead'::text, 'cooperate'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW plans.drawn_part WITH (security_invoker='true') AS
 SELECT drawn_parts.organisation_id,
    drawn_parts.unit_id,
    drawn_parts.parent_task_id,
    drawn_parts.task_id,
    drawn_parts.period_from,
    drawn_parts.period_to,
    drawn_parts.parent_period_to
   FROM plans.drawn_parts() drawn_parts(organisation_id, unit_id, parent_task_id, task_id, period_from, period_to, parent_period_to);

CREATE VIEW plans.carried_occurrence WITH (security_invoker='true') AS
 SELECT DISTINCT o.organisation_id,
    o.id AS occurrence_id
   FROM (plans.drawn_part d
     JOIN plans.occurrence o ON ((((o.organisation_id = d.organisation_id) AND (o.task_id = d.parent_task_id) AND (o.unit_id = d.unit_id)) AND ((EXTRACT(year FROM o.to_date) >= (d.period_from)::numeric) AND (EXTRACT(year FROM o.to_date) <= (d.period_to)::numeric)))));

CREATE TABLE plans.content_aim (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    index_code text NOT NULL,
    content text NOT NULL,
    aim text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT content_aim_aim_check CHECK ((aim = ANY (ARRAY['keep'::text, 'improve'::text, 'raise'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.parent_link (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    line_id uuid NOT NULL,
    parent_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW plans.detail_task WITH (security_invoker='true') AS
 SELECT t.organisation_id,
    t.id AS task_id
   FROM plans.task t
  WHERE ((t.row_id IN ( SELECT r.id
           FROM (plans.parent_link l
             JOIN plans.plan_row r ON (((r.organisation_id = l.organisation_id) AND (r.line_id = l.line_id)))))) AND (NOT (EXISTS ( SELECT
           FROM plans.assignment a
          WHERE (((a.organisation_id = t.organisation_id) AND (a.task_id = t.id)) AND (a.duty = 'lead'::text) AND (NOT (EXISTS ( SELECT
                   FROM plans.drawn_part d
                  WHERE ((d.organisation_id = a.organisation_id) AND (d.task_id = a.task_id) AND (d.unit_id = a.unit_id))))))))));

CREATE TABLE plans.measure (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    row_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.obstacle (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    update_id uuid NOT NULL,
    text text NOT NULL,
    raised_by uuid NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    asked_person_id uuid,
    decision text,
    decided_by uuid,
    decided_at timestamp with time zone,
    lifted_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT obstacle_check CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL))))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.party (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    row_id uuid NOT NULL,
    "position" integer NOT NULL,
    duty text NOT NULL,
    printed_name text NOT NULL,
    unit_id uuid,
    is_all_units boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT party_duty_check CHECK ((duty = ANY (ARRAY['lead'::text, 'cooperate'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.plan (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    title_folded text NOT NULL,
    number text,
    symbol text,
    issued_on date,
    place text,
    issuer text,
    superior text,
    period_from integer NOT NULL,
    period_to integer NOT NULL,
    indices text[] NOT NULL,
    content jsonb NOT NULL,
    is_ocr boolean DEFAULT false NOT NULL,
    identity_confirmed boolean DEFAULT true NOT NULL,
    issued_at timestamp with time zone,
    issued_by uuid,
    created_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    edition integer DEFAULT 1 NOT NULL,
    parent_organisation_id uuid,
    parent_plan_id uuid,
    unit_id uuid,
    CONSTRAINT plan_check CHECK ((period_to >= period_from)),
    CONSTRAINT plan_check1 CHECK (((parent_organisation_id IS NULL) = (parent_plan_id IS NULL))),
    CONSTRAINT plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'withdrawn'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.plan_import (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    plan_id uuid,
    state text NOT NULL,
    step text,
    percent integer DEFAULT 0 NOT NULL,
    failure text,
    draft jsonb,
    requested_at timestamp with time zone NOT NULL,
    requested_by uuid,
    finished_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    source jsonb,
    attempts integer DEFAULT 0 NOT NULL,
    CONSTRAINT plan_import_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
    CONSTRAINT plan_import_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'read'::text, 'failed'::text, 'applied'::text, 'dropped'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.plan_target (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    "position" integer NOT NULL,
    index_code text,
    content text,
    kind text NOT NULL,
    value numeric,
    upper numeric,
    among integer,
    unit text,
    text text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    out_of numeric
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.progress_update (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    occurrence_id uuid NOT NULL,
    person_id uuid,
    at timestamp with time zone NOT NULL,
    state text NOT NULL,
    percent integer,
    numerator numeric,
    denominator numeric,
    note text,
    document_number text,
    file_id uuid,
    version integer DEFAULT 1 NOT NULL,
    occurrence_version integer DEFAULT 0 NOT NULL,
    client_key uuid,
    CONSTRAINT progress_update_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
    CONSTRAINT progress_update_state_check CHECK ((state = ANY (ARRAY['not_started'::text, 'in_progress'::text, 'blocked'::text, 'done'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.unit_request (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    due_on date NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text,
    file_id uuid,
    answered_by uuid,
    answered_at timestamp with time zone,
    closed_by uuid,
    closed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT unit_request_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
    CONSTRAINT unit_request_check1 CHECK (((closed_by IS NULL) = (closed_at IS NULL))),
    CONSTRAINT unit_request_kind_check CHECK ((kind = ANY (ARRAY['explanation'::text, 'contribution'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW plans.request_line WITH (security_invoker='true') AS
 SELECT q.organisation_id,
    q.id AS request_id,
    q.task_id,
    q.unit_id,
    u.name AS unit,
    q.kind,
    q.due_on,
    concat_ws(' '::text, NULLIF(r.index_code, ''::text), NULLIF(r.code, ''::text), r.title) AS name
   FROM (((plans.unit_request q
     JOIN plans.task t ON (((t.organisation_id = q.organisation_id) AND (t.id = q.task_id))))
     JOIN plans.plan_row r ON (((r.organisation_id = t.organisation_id) AND (r.id = t.row_id))))
     JOIN access.unit u ON (((u.organisation_id = q.organisation_id) AND (u.id = q.unit_id))));

CREATE TABLE plans.row_proposal (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    kind text NOT NULL,
    row_id uuid,
    wording jsonb,
    reason text NOT NULL,
    unit_id uuid,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    answer text,
    answered_by uuid,
    answered_at timestamp with time zone,
    amendment_id uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT row_proposal_check CHECK (((wording IS NULL) = (kind = 'drop'::text))),
    CONSTRAINT row_proposal_check1 CHECK (((amendment_id IS NOT NULL) = (state = 'accepted'::text))),
    CONSTRAINT row_proposal_kind_check CHECK ((kind = ANY (ARRAY['change'::text, 'add'::text, 'drop'::text]))),
    CONSTRAINT row_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE plans.target_figure (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    target_id uuid NOT NULL,
    is_base boolean NOT NULL,
    numerator numeric NOT NULL,
    denominator numeric,
    on_date date NOT NULL,
    source text,
    said_by uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT target_figure_denominator_check CHECK ((denominator > (0)::numeric)),
    CONSTRAINT target_figure_numerator_check CHECK ((numerator >= (0)::numeric))
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW plans.target_line WITH (security_invoker='true') AS
 SELECT t.organisation_id,
    t.id AS target_id,
    p.id AS plan_id,
    p.title AS plan,
    p.number,
    p.symbol,
    p.period_from,
    p.period_to,
    t."position",
    t.index_code,
    t.content,
    t.kind,
    t.value,
    t.upper,
    t.among,
    t.out_of,
    t.unit,
    t.text
   FROM (plans.plan_target t
     JOIN plans.plan p ON (((p.organisation_id = t.organisation_id) AND (p.id = t.plan_id))))
  WHERE ((p.state = 'issued'::text) AND (p.unit_id IS NULL));

CREATE TABLE plans.update_return (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    update_id uuid NOT NULL,
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW plans.waiting_word WITH (security_invoker='true') AS
 SELECT o.organisation_id,
    o.id AS subject_id,
    'decision'::text AS kind,
    NULL::uuid AS plan_id,
    o.unit_id,
    o.asked_person_id AS person_id,
    r.title,
    o.text,
    o.raised_at AS since,
    NULL::date AS due_on
   FROM ((plans.obstacle o
     JOIN plans.task t ON ((((t.organisation_id = o.organisation_id) AND (t.id = o.task_id)) AND (t.withdrawn_at IS NULL))))
     JOIN plans.plan_row r ON (((r.organisation_id = t.organisation_id) AND (r.id = t.row_id))))
  WHERE ((o.decided_at IS NULL) AND (o.lifted_at IS NULL))
UNION ALL
 SELECT q.organisation_id,
    q.id AS subject_id,
    'request'::text AS kind,
    NULL::uuid AS plan_id,
    q.unit_id,
    ( SELECT a.person_id
           FROM plans.assignment a
          WHERE (((a.organisation_id = q.organisation_id) AND (a.task_id = q.task_id) AND (a.unit_id = q.unit_id)) AND (a.person_id IS NOT NULL))
          ORDER BY a.duty DESC
         LIMIT 1) AS person_id,
    r.title,
    q.text,
    q.asked_at AS since,
    q.due_on
   FROM ((plans.unit_request q
     JOIN plans.task t ON ((((t.organisation_id = q.organisation_id) AND (t.id = q.task_id)) AND (t.withdrawn_at IS NULL))))
     JOIN plans.plan_row r ON (((r.organisation_id = t.organisation_id) AND (r.id = t.row_id))))
  WHERE ((q.answered_at IS NULL) AND (q.closed_at IS NULL))
UNION ALL
 SELECT p.organisation_id,
    p.id AS subject_id,
    'proposal'::text AS kind,
    p.plan_id,
    NULL::uuid AS unit_id,
    NULL::uuid AS person_id,
    COALESCE((p.wording ->> 'title'::text), r.title) AS title,
    p.reason AS text,
    p.proposed_at AS since,
    NULL::date AS due_on
   FROM (plans.row_proposal p
     LEFT JOIN plans.plan_row r ON (((r.organisation_id = p.organisation_id) AND (r.id = p.row_id))))
  WHERE (p.state = 'open'::text)
UNION ALL
 SELECT a.organisation_id,
    a.id AS subject_id,
    'amendment'::text AS kind,
    a.plan_id,
    NULL::uuid AS unit_id,
    NULL::uuid AS person_id,
    p.title,
    NULL::text AS text,
    a.submitted_at AS since,
    NULL::date AS due_on
   FROM (plans.amendment a
     JOIN plans.plan p ON (((p.organisation_id = a.organisation_id) AND (p.id = a.plan_id))))
  WHERE (a.state = 'submitted'::text);

CREATE TABLE reminders.absence (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT absence_check CHECK ((to_date >= from_date))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.link_key (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    secret bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT link_key_secret_check CHECK ((octet_length(secret) = 32))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.mail (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    person_id uuid NOT NULL,
    address text NOT NULL,
    subject text NOT NULL,
    text_body text NOT NULL,
    html_body text NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    failure text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.notice (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    path text NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mailed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT notice_path_check CHECK ((path ~~ '/%'::text))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.notification (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    occurrence_id uuid NOT NULL,
    kind text NOT NULL,
    step text NOT NULL,
    step_day date NOT NULL,
    due_on date,
    note text,
    by_person_id uuid,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT notification_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'request'::text, 'escalation'::text, 'urging'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.preference (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    by_mail boolean DEFAULT true NOT NULL,
    digest_at time without time zone,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.reminder_setting (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    rule jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE reminders.waiting_notice (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    asked_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT waiting_notice_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'request'::text, 'proposal'::text, 'amendment'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.appraising_agency (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    agency_name text NOT NULL,
    codes text[] NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.criteria_edition (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    edition text NOT NULL,
    title text NOT NULL,
    total numeric NOT NULL,
    leaves integer NOT NULL,
    yaml text NOT NULL,
    state text NOT NULL,
    published_at timestamp with time zone,
    cloned_from_id uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT criteria_edition_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.criterion_duty (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    set_code text NOT NULL,
    code text NOT NULL,
    unit_id uuid NOT NULL,
    leads boolean NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.criterion_link (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    set_code text NOT NULL,
    code text NOT NULL,
    row_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.participant (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    subject_name text NOT NULL,
    peer_group text,
    is_ranked boolean DEFAULT true NOT NULL,
    self_score_to date,
    explanation_to date,
    reopened_at timestamp with time zone,
    reason text,
    locked_on date,
    appraisal1_points numeric,
    appraisal1_max numeric,
    appraisal1_count integer DEFAULT 0 NOT NULL,
    appraisal2_points numeric,
    appraisal2_max numeric,
    appraisal2_count integer DEFAULT 0 NOT NULL,
    final_points numeric,
    final_max numeric,
    final_count integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    appraisal1_to date,
    appraisal2_to date,
    council_to date,
    reached_stage text DEFAULT 'preparing'::text NOT NULL,
    CONSTRAINT participant_reached_stage_check CHECK ((reached_stage = ANY (ARRAY['preparing'::text, 'self_scoring'::text, 'appraisal1'::text, 'explanation'::text, 'appraisal2'::text, 'council'::text, 'publication'::text, 'published'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.result (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid,
    index_code text NOT NULL,
    year integer NOT NULL,
    subject_id uuid NOT NULL,
    subject_name text NOT NULL,
    peer_group text,
    points numeric,
    max numeric,
    index_value numeric,
    rank integer,
    rank_of integer,
    grade text,
    nodes jsonb NOT NULL,
    source text,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.round (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    edition_id uuid NOT NULL,
    title text NOT NULL,
    year integer NOT NULL,
    state text NOT NULL,
    self_score_to date NOT NULL,
    appraisal1_to date NOT NULL,
    explanation_to date NOT NULL,
    appraisal2_to date NOT NULL,
    council_to date NOT NULL,
    publish_on date NOT NULL,
    ties text NOT NULL,
    grades text NOT NULL,
    reached_stage text NOT NULL,
    decision text,
    published_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT round_check CHECK (((self_score_to <= appraisal1_to) AND (appraisal1_to <= explanation_to) AND (explanation_to <= appraisal2_to) AND (appraisal2_to <= council_to) AND (council_to <= publish_on))),
    CONSTRAINT round_reached_stage_check CHECK ((reached_stage = ANY (ARRAY['preparing'::text, 'self_scoring'::text, 'appraisal1'::text, 'explanation'::text, 'appraisal2'::text, 'council'::text, 'publication'::text, 'published'::text]))),
    CONSTRAINT round_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'open'::text, 'published'::text, 'withdrawn'::text]))),
    CONSTRAINT round_ties_check CHECK ((ties = ANY (ARRAY['competition'::text, 'dense'::text, 'ordinal'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.score_sheet (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    keeper_id uuid NOT NULL,
    ready_at timestamp with time zone,
    ready_by text,
    submitted_at timestamp with time zone,
    submitted_by text,
    explained_at timestamp with time zone,
    self_points numeric,
    self_max numeric,
    self_count integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.self_score (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    code text NOT NULL,
    declared jsonb NOT NULL,
    is_not_applicable boolean DEFAULT false NOT NULL,
    reason text,
    explanation text,
    figure_source text,
    points numeric,
    answer text,
    answered_at timestamp with time zone,
    scored_by text NOT NULL,
    scored_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE scorecards.verdict (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    code text NOT NULL,
    stage text NOT NULL,
    basis text NOT NULL,
    declared jsonb NOT NULL,
    points numeric,
    computed_points numeric,
    reason text,
    needs_explanation boolean DEFAULT false NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT verdict_basis_check CHECK ((basis = ANY (ARRAY['accepted'::text, 'corrected'::text, 'overridden'::text, 'not_applicable'::text, 'imported'::text]))),
    CONSTRAINT verdict_stage_check CHECK ((stage = ANY (ARRAY['appraisal1'::text, 'appraisal2'::text, 'council'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE shared.audit_entry (
    organisation_id uuid NOT NULL,
    "position" bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id uuid,
    person_name text NOT NULL,
    verb text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    reason text,
    before jsonb,
    after jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE shared.audit_head (
    organisation_id uuid NOT NULL,
    "position" bigint NOT NULL,
    hash bytea NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE shared.data_protection_key (
    name text NOT NULL,
    xml text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE shared.migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE shared.stored_file (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    sha256 text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    stored_by uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT stored_file_size_check CHECK ((size >= 0))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE snapshots.board_keeper (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    duty text NOT NULL,
    from_date date NOT NULL,
    to_date date,
    decision text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT board_keeper_duty_check CHECK ((duty = ANY (ARRAY['keeper'::text, 'deputy'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE snapshots.brief_reader (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    brief_id uuid NOT NULL,
    person_id uuid NOT NULL,
    read_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE snapshots.sent_brief (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    content jsonb NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE snapshots.snapshot (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    day date NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    taken_by uuid,
    taken_in xid8 DEFAULT pg_current_xact_id() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT snapshot_check CHECK (((day >= from_date) AND (day <= to_date))),
    CONSTRAINT snapshot_kind_check CHECK ((kind = ANY (ARRAY['weekly'::text, 'monthly'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.access_code (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    code_mark bytea NOT NULL,
    reference_mark bytea NOT NULL,
    stratum text NOT NULL,
    cluster text NOT NULL,
    weight double precision NOT NULL,
    was_on_time boolean,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT access_code_weight_check CHECK ((weight > (0)::double precision))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.back_check (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    seed text NOT NULL,
    size integer NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    responses uuid[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    only_helped boolean NOT NULL,
    CONSTRAINT back_check_size_check CHECK ((size > 0))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.back_check_answer (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    back_check_id uuid NOT NULL,
    response_id uuid NOT NULL,
    outcome text NOT NULL,
    note text,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT back_check_answer_outcome_check CHECK ((outcome = ANY (ARRAY['same'::text, 'different'::text, 'not_reached'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.collection_point (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    code text NOT NULL,
    ended_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT collection_point_code_check CHECK ((code ~ '^[2-9a-hjkmnp-tv-z]{6,12}$'::text)),
    CONSTRAINT collection_point_kind_check CHECK ((kind = ANY (ARRAY['counter'::text, 'procedure'::text, 'hamlet'::text, 'link'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.outside_survey (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    index_code text,
    organiser text NOT NULL,
    guidance_number text,
    guidance_on date,
    guidance_link text,
    from_date date NOT NULL,
    to_date date NOT NULL,
    area text,
    interviews integer,
    team_name text,
    team_phone text,
    team_email text,
    contact_id uuid NOT NULL,
    announcement text,
    notes text,
    official_result text,
    result_source text,
    result_link text,
    result_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT outside_survey_check CHECK ((to_date >= from_date)),
    CONSTRAINT outside_survey_check1 CHECK ((((official_result IS NULL) = (result_source IS NULL)) AND ((official_result IS NULL) = (result_on IS NULL)))),
    CONSTRAINT outside_survey_check2 CHECK ((result_on > to_date)),
    CONSTRAINT outside_survey_index_code_check CHECK ((index_code = ANY (ARRAY['SIPAS'::text, 'PAR'::text, 'PAPI'::text]))),
    CONSTRAINT outside_survey_interviews_check CHECK ((interviews > 0))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.paper_form (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    point_id uuid NOT NULL,
    number integer NOT NULL,
    filled_on date NOT NULL,
    first_clerk_id uuid NOT NULL,
    first_answers jsonb NOT NULL,
    second_clerk_id uuid,
    second_answers jsonb,
    response_id uuid,
    version integer DEFAULT 1 NOT NULL,
    code_id uuid,
    CONSTRAINT paper_form_check CHECK ((second_clerk_id <> first_clerk_id)),
    CONSTRAINT paper_form_number_check CHECK ((number > 0))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.publication (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    index_code text,
    counted integer NOT NULL,
    response_rate double precision,
    method text NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    reason text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT publication_check CHECK (((withdrawn_at IS NULL) = (reason IS NULL))),
    CONSTRAINT publication_counted_check CHECK ((counted >= 0))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.publication_figure (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    publication_id uuid NOT NULL,
    "position" integer NOT NULL,
    level text NOT NULL,
    code text NOT NULL,
    label text NOT NULL,
    value double precision NOT NULL,
    n integer NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT publication_figure_level_check CHECK ((level = ANY (ARRAY['whole'::text, 'part'::text, 'element'::text, 'criterion'::text, 'choice'::text, 'place'::text]))),
    CONSTRAINT publication_figure_n_check CHECK ((n >= 5)),
    CONSTRAINT publication_figure_value_check CHECK (((value >= (0)::double precision) AND (value <= (1)::double precision)))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.questionnaire_version (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    content_hash text NOT NULL,
    code text NOT NULL,
    label text NOT NULL,
    definition text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT questionnaire_version_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.survey (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    questionnaire_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.wave (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    name text NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    state text NOT NULL,
    channels text[] NOT NULL,
    needs_code boolean NOT NULL,
    questionnaire_id uuid,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT wave_check CHECK ((to_date >= from_date)),
    CONSTRAINT wave_check1 CHECK (((state = 'draft'::text) OR (questionnaire_id IS NOT NULL))),
    CONSTRAINT wave_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE VIEW surveys.published_figures WITH (security_invoker='true') AS
 SELECT f.organisation_id,
    p.id AS publication_id,
    s.id AS survey_id,
    s.title AS survey,
    w.id AS wave_id,
    w.name AS wave,
    w.from_date,
    w.to_date,
    q.code AS questionnaire,
    q.label AS questionnaire_version,
    p.index_code,
    f."position",
    f.level,
    f.code,
    f.label,
    f.value,
    f.n,
    f.low,
    f.high,
    p.response_rate,
    p.method,
    p.published_at
   FROM ((((surveys.publication p
     JOIN surveys.publication_figure f ON (((f.organisation_id = p.organisation_id) AND (f.publication_id = p.id))))
     JOIN surveys.wave w ON (((w.organisation_id = p.organisation_id) AND (w.id = p.wave_id))))
     JOIN surveys.survey s ON (((s.organisation_id = w.organisation_id) AND (s.id = w.survey_id))))
     JOIN surveys.questionnaire_version q ON (((q.organisation_id = w.organisation_id) AND (q.id = w.questionnaire_id))))
  WHERE ((p.withdrawn_at IS NULL) AND (NOT (EXISTS ( SELECT
           FROM surveys.publication later
          WHERE (((later.organisation_id = p.organisation_id) AND (later.wave_id = p.wave_id)) AND (later.published_at > p.published_at))))));

CREATE TABLE surveys.refused_code (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    point_id uuid NOT NULL,
    channel text NOT NULL,
    reason text NOT NULL,
    code_id uuid,
    tries integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT refused_code_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'kiosk'::text, 'interviewer'::text, 'paper'::text]))),
    CONSTRAINT refused_code_check CHECK (((reason = 'unknown'::text) OR (code_id IS NOT NULL))),
    CONSTRAINT refused_code_reason_check CHECK ((reason = ANY (ARRAY['used'::text, 'unknown'::text, 'expired'::text]))),
    CONSTRAINT refused_code_tries_check CHECK ((tries > 0))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.response (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    submission_key uuid NOT NULL,
    point_id uuid NOT NULL,
    code_id uuid,
    channel text NOT NULL,
    helper_id uuid,
    device text,
    language text NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    answers jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT response_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'kiosk'::text, 'interviewer'::text, 'paper'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.result_setting (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    counts_outsiders boolean NOT NULL,
    adjusts_non_response boolean NOT NULL,
    population text,
    population_source text,
    lonely text NOT NULL,
    "interval" text NOT NULL,
    aggregation text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT result_setting_aggregation_check CHECK ((aggregation = ANY (ARRAY['pooled'::text, 'mean_of_criteria'::text, 'mean_of_children'::text, 'fixed_weights'::text]))),
    CONSTRAINT result_setting_check CHECK (((population IS NULL) = (population_source IS NULL))),
    CONSTRAINT result_setting_interval_check CHECK (("interval" = ANY (ARRAY['wald'::text, 'logit'::text, 'wilson'::text]))),
    CONSTRAINT result_setting_lonely_check CHECK ((lonely = ANY (ARRAY['fail'::text, 'remove'::text, 'certainty'::text, 'adjust'::text, 'average'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.review (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    response_id uuid NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT review_decision_check CHECK ((decision = ANY (ARRAY['counted'::text, 'left_out'::text])))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.sample (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    wave_id uuid NOT NULL,
    frame_name text NOT NULL,
    frame_hash text NOT NULL,
    frame_size integer NOT NULL,
    seed text NOT NULL,
    plan jsonb NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    command text NOT NULL,
    available jsonb NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.sample_unit (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    sample_id uuid NOT NULL,
    "position" integer NOT NULL,
    reference text NOT NULL,
    stratum text NOT NULL,
    is_reserve boolean NOT NULL,
    probability double precision NOT NULL,
    outcome text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    clusters text[] DEFAULT '{}'::text[] NOT NULL,
    was_on_time boolean,
    has_code boolean DEFAULT false NOT NULL,
    CONSTRAINT sample_unit_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'completed'::text, 'refused'::text, 'ineligible'::text, 'not_reached'::text]))),
    CONSTRAINT sample_unit_probability_check CHECK (((probability > (0)::double precision) AND (probability <= (1)::double precision)))
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.support_task (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    outside_survey_id uuid NOT NULL,
    text text NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid,
    due_on date NOT NULL,
    progress text,
    done_on date,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

CREATE TABLE surveys.wave_key (
    organisation_id uuid NOT NULL,
    id uuid NOT NULL,
    secret bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL
)
WITH (autovacuum_analyze_threshold='5');

ALTER TABLE ONLY access.account_claim
    ADD CONSTRAINT account_claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access.account_login
    ADD CONSTRAINT account_login_pkey PRIMARY KEY (login_provider, provider_key);

ALTER TABLE ONLY access.account
    ADD CONSTRAINT account_normalized_user_name_key UNIQUE (normalized_user_name);

ALTER TABLE ONLY access.account_passkey
    ADD CONSTRAINT account_passkey_pkey PRIMARY KEY (credential_id);

ALTER TABLE ONLY access.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access.account_token
    ADD CONSTRAINT account_token_pkey PRIMARY KEY (user_id, login_provider, name);

ALTER TABLE ONLY access.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY access.mandate
    ADD CONSTRAINT mandate_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY access.organisation
    ADD CONSTRAINT organisation_code_key UNIQUE (code);

ALTER TABLE ONLY access.organisation_name
    ADD CONSTRAINT organisation_name_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY access.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access.person
    ADD CONSTRAINT person_account_id_key UNIQUE (account_id);

ALTER TABLE ONLY access.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY access.unit_name
    ADD CONSTRAINT unit_name_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY access.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY evidence.evidence_item
    ADD CONSTRAINT evidence_item_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY evidence.evidence_use
    ADD CONSTRAINT evidence_use_organisation_id_item_id_subject_kind_subject_i_key UNIQUE (organisation_id, item_id, subject_kind, subject_id);

ALTER TABLE ONLY evidence.evidence_use
    ADD CONSTRAINT evidence_use_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY evidence.file_text
    ADD CONSTRAINT file_text_organisation_id_file_id_key UNIQUE (organisation_id, file_id);

ALTER TABLE ONLY evidence.file_text
    ADD CONSTRAINT file_text_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY jobs.blob_triggers
    ADD CONSTRAINT blob_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY jobs.calendars
    ADD CONSTRAINT calendars_pkey PRIMARY KEY (sched_name, calendar_name);

ALTER TABLE ONLY jobs.cron_triggers
    ADD CONSTRAINT cron_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY jobs.fired_triggers
    ADD CONSTRAINT fired_triggers_pkey PRIMARY KEY (sched_name, entry_id);

ALTER TABLE ONLY jobs.job_details
    ADD CONSTRAINT job_details_pkey PRIMARY KEY (sched_name, job_name, job_group);

ALTER TABLE ONLY jobs.locks
    ADD CONSTRAINT locks_pkey PRIMARY KEY (sched_name, lock_name);

ALTER TABLE ONLY jobs.paused_job_grps
    ADD CONSTRAINT paused_job_grps_pkey PRIMARY KEY (sched_name, job_group);

ALTER TABLE ONLY jobs.paused_trigger_grps
    ADD CONSTRAINT paused_trigger_grps_pkey PRIMARY KEY (sched_name, trigger_group);

ALTER TABLE ONLY jobs.scheduler_state
    ADD CONSTRAINT scheduler_state_pkey PRIMARY KEY (sched_name, instance_name);

ALTER TABLE ONLY jobs.simple_triggers
    ADD CONSTRAINT simple_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY jobs.simprop_triggers
    ADD CONSTRAINT simprop_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY jobs.triggers
    ADD CONSTRAINT triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_organisation_id_meeting_id_conclusion_id_key UNIQUE (organisation_id, meeting_id, conclusion_id);

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_organisation_id_meeting_id_task_id_key UNIQUE (organisation_id, meeting_id, task_id);

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY meetings.conclusion
    ADD CONSTRAINT conclusion_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY meetings.guest
    ADD CONSTRAINT guest_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY meetings.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.amendment
    ADD CONSTRAINT amendment_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.assignment
    ADD CONSTRAINT assignment_organisation_id_task_id_unit_id_duty_key UNIQUE (organisation_id, task_id, unit_id, duty);

ALTER TABLE ONLY plans.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.content_aim
    ADD CONSTRAINT content_aim_organisation_id_plan_id_index_code_content_key UNIQUE (organisation_id, plan_id, index_code, content);

ALTER TABLE ONLY plans.content_aim
    ADD CONSTRAINT content_aim_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_update_id_key UNIQUE (organisation_id, update_id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.occurrence
    ADD CONSTRAINT occurrence_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.parent_link
    ADD CONSTRAINT parent_link_organisation_id_plan_id_line_id_parent_id_key UNIQUE (organisation_id, plan_id, line_id, parent_id);

ALTER TABLE ONLY plans.parent_link
    ADD CONSTRAINT parent_link_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.party
    ADD CONSTRAINT party_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.plan_import
    ADD CONSTRAINT plan_import_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.plan_row
    ADD CONSTRAINT plan_row_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.plan_target
    ADD CONSTRAINT plan_target_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.progress_update
    ADD CONSTRAINT progress_update_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.row_proposal
    ADD CONSTRAINT row_proposal_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.target_figure
    ADD CONSTRAINT target_figure_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.task
    ADD CONSTRAINT task_organisation_id_row_id_key UNIQUE (organisation_id, row_id);

ALTER TABLE ONLY plans.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plans.update_return
    ADD CONSTRAINT update_return_organisation_id_update_id_key UNIQUE (organisation_id, update_id);

ALTER TABLE ONLY plans.update_return
    ADD CONSTRAINT update_return_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.link_key
    ADD CONSTRAINT link_key_organisation_id_key UNIQUE (organisation_id);

ALTER TABLE ONLY reminders.link_key
    ADD CONSTRAINT link_key_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.mail
    ADD CONSTRAINT mail_organisation_id_person_id_key_key UNIQUE (organisation_id, person_id, key);

ALTER TABLE ONLY reminders.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.notice
    ADD CONSTRAINT notice_organisation_id_person_id_key_key UNIQUE (organisation_id, person_id, key);

ALTER TABLE ONLY reminders.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.notification
    ADD CONSTRAINT notification_organisation_id_person_id_occurrence_id_step_s_key UNIQUE (organisation_id, person_id, occurrence_id, step, step_day);

ALTER TABLE ONLY reminders.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.preference
    ADD CONSTRAINT preference_organisation_id_person_id_key UNIQUE (organisation_id, person_id);

ALTER TABLE ONLY reminders.preference
    ADD CONSTRAINT preference_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.reminder_setting
    ADD CONSTRAINT reminder_setting_organisation_id_key UNIQUE (organisation_id);

ALTER TABLE ONLY reminders.reminder_setting
    ADD CONSTRAINT reminder_setting_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY reminders.waiting_notice
    ADD CONSTRAINT waiting_notice_organisation_id_person_id_subject_id_asked_o_key UNIQUE (organisation_id, person_id, subject_id, asked_on);

ALTER TABLE ONLY reminders.waiting_notice
    ADD CONSTRAINT waiting_notice_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.appraising_agency
    ADD CONSTRAINT appraising_agency_organisation_id_round_id_agency_id_key UNIQUE (organisation_id, round_id, agency_id);

ALTER TABLE ONLY scorecards.appraising_agency
    ADD CONSTRAINT appraising_agency_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.criteria_edition
    ADD CONSTRAINT criteria_edition_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.criterion_duty
    ADD CONSTRAINT criterion_duty_organisation_id_set_code_code_unit_id_key UNIQUE (organisation_id, set_code, code, unit_id);

ALTER TABLE ONLY scorecards.criterion_duty
    ADD CONSTRAINT criterion_duty_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.criterion_link
    ADD CONSTRAINT criterion_link_organisation_id_set_code_code_row_id_key UNIQUE (organisation_id, set_code, code, row_id);

ALTER TABLE ONLY scorecards.criterion_link
    ADD CONSTRAINT criterion_link_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.participant
    ADD CONSTRAINT participant_organisation_id_round_id_subject_id_key UNIQUE (organisation_id, round_id, subject_id);

ALTER TABLE ONLY scorecards.participant
    ADD CONSTRAINT participant_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.result
    ADD CONSTRAINT result_organisation_id_index_code_year_subject_id_key UNIQUE (organisation_id, index_code, year, subject_id);

ALTER TABLE ONLY scorecards.result
    ADD CONSTRAINT result_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.round
    ADD CONSTRAINT round_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.score_sheet
    ADD CONSTRAINT score_sheet_organisation_id_round_id_key UNIQUE (organisation_id, round_id);

ALTER TABLE ONLY scorecards.score_sheet
    ADD CONSTRAINT score_sheet_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.self_score
    ADD CONSTRAINT self_score_organisation_id_sheet_id_code_key UNIQUE (organisation_id, sheet_id, code);

ALTER TABLE ONLY scorecards.self_score
    ADD CONSTRAINT self_score_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY scorecards.verdict
    ADD CONSTRAINT verdict_organisation_id_round_id_subject_id_code_stage_key UNIQUE (organisation_id, round_id, subject_id, code, stage);

ALTER TABLE ONLY scorecards.verdict
    ADD CONSTRAINT verdict_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY shared.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (organisation_id, "position");

ALTER TABLE ONLY shared.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY shared.data_protection_key
    ADD CONSTRAINT data_protection_key_pkey PRIMARY KEY (name);

ALTER TABLE ONLY shared.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY shared.stored_file
    ADD CONSTRAINT stored_file_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY snapshots.board_keeper
    ADD CONSTRAINT board_keeper_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY snapshots.brief_reader
    ADD CONSTRAINT brief_reader_organisation_id_brief_id_person_id_key UNIQUE (organisation_id, brief_id, person_id);

ALTER TABLE ONLY snapshots.brief_reader
    ADD CONSTRAINT brief_reader_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY snapshots.sent_brief
    ADD CONSTRAINT sent_brief_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY snapshots.snapshot_line
    ADD CONSTRAINT snapshot_line_organisation_id_snapshot_id_task_id_key UNIQUE (organisation_id, snapshot_id, task_id);

ALTER TABLE ONLY snapshots.snapshot_line
    ADD CONSTRAINT snapshot_line_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_organisation_id_kind_from_date_key UNIQUE (organisation_id, kind, from_date);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.access_code
    ADD CONSTRAINT access_code_organisation_id_wave_id_code_mark_key UNIQUE (organisation_id, wave_id, code_mark);

ALTER TABLE ONLY surveys.access_code
    ADD CONSTRAINT access_code_organisation_id_wave_id_reference_mark_key UNIQUE (organisation_id, wave_id, reference_mark);

ALTER TABLE ONLY surveys.access_code
    ADD CONSTRAINT access_code_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.back_check_answer
    ADD CONSTRAINT back_check_answer_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.back_check
    ADD CONSTRAINT back_check_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.collection_point
    ADD CONSTRAINT collection_point_code_key UNIQUE (code);

ALTER TABLE ONLY surveys.collection_point
    ADD CONSTRAINT collection_point_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.outside_survey
    ADD CONSTRAINT outside_survey_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_wave_id_number_key UNIQUE (organisation_id, wave_id, number);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.publication_figure
    ADD CONSTRAINT publication_figure_organisation_id_publication_id_position_key UNIQUE (organisation_id, publication_id, "position");

ALTER TABLE ONLY surveys.publication_figure
    ADD CONSTRAINT publication_figure_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.questionnaire_version
    ADD CONSTRAINT questionnaire_version_organisation_id_content_hash_key UNIQUE (organisation_id, content_hash);

ALTER TABLE ONLY surveys.questionnaire_version
    ADD CONSTRAINT questionnaire_version_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.refused_code
    ADD CONSTRAINT refused_code_organisation_id_wave_id_point_id_channel_reaso_key UNIQUE NULLS NOT DISTINCT (organisation_id, wave_id, point_id, channel, reason, code_id);

ALTER TABLE ONLY surveys.refused_code
    ADD CONSTRAINT refused_code_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.response
    ADD CONSTRAINT response_organisation_id_wave_id_submission_key_key UNIQUE (organisation_id, wave_id, submission_key);

ALTER TABLE ONLY surveys.response
    ADD CONSTRAINT response_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.result_setting
    ADD CONSTRAINT result_setting_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.sample
    ADD CONSTRAINT sample_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.sample_unit
    ADD CONSTRAINT sample_unit_organisation_id_sample_id_position_key UNIQUE (organisation_id, sample_id, "position");

ALTER TABLE ONLY surveys.sample_unit
    ADD CONSTRAINT sample_unit_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.support_task
    ADD CONSTRAINT support_task_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.survey
    ADD CONSTRAINT survey_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.wave_key
    ADD CONSTRAINT wave_key_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY surveys.wave
    ADD CONSTRAINT wave_pkey PRIMARY KEY (organisation_id, id);

CREATE INDEX appointment_person ON access.appointment USING btree (organisation_id, person_id);

CREATE INDEX appointment_unit ON access.appointment USING btree (organisation_id, unit_id);

CREATE INDEX mandate_to_person ON access.mandate USING btree (organisation_id, to_person_id);

CREATE INDEX organisation_path ON access.organisation USING gin (path);

CREATE INDEX unit_name_folded ON access.unit_name USING btree (organisation_id, name_folded);

CREATE UNIQUE INDEX unit_open_name ON access.unit USING btree (organisation_id, name_folded) WHERE (closed_on IS NULL);

CREATE INDEX evidence_item_document ON evidence.evidence_item USING btree (organisation_id, number_folded);

CREATE INDEX evidence_item_file ON evidence.evidence_item USING btree (organisation_id, file_id);

CREATE INDEX evidence_item_search ON evidence.evidence_item USING gin (to_tsvector('simple'::regconfig, search_folded));

CREATE INDEX evidence_item_stands_for ON evidence.evidence_item USING btree (organisation_id, stands_for);

CREATE INDEX evidence_use_subject ON evidence.evidence_use USING btree (organisation_id, subject_kind, subject_id);

CREATE INDEX ft_inst_job_req_rcvry ON jobs.fired_triggers USING btree (sched_name, instance_name, requests_recovery);

CREATE INDEX ft_j_g ON jobs.fired_triggers USING btree (sched_name, job_name, job_group);

CREATE INDEX ft_t_g ON jobs.fired_triggers USING btree (sched_name, trigger_name, trigger_group);

CREATE INDEX j_g_n ON jobs.job_details USING btree (sched_name, job_group, job_name);

CREATE INDEX t_c ON jobs.triggers USING btree (sched_name, calendar_name);

CREATE INDEX t_g_n ON jobs.triggers USING btree (sched_name, trigger_group, trigger_name);

CREATE INDEX t_j ON jobs.triggers USING btree (sched_name, job_name, job_group);

CREATE INDEX t_nft_st ON jobs.triggers USING btree (sched_name, trigger_state, next_fire_time, priority DESC, misfire_instr);

CREATE INDEX agenda_item_meeting ON meetings.agenda_item USING btree (organisation_id, meeting_id, "position");

CREATE INDEX conclusion_open ON meetings.conclusion USING btree (organisation_id, due_on) WHERE (state = 'open'::text);

CREATE INDEX guest_meeting ON meetings.guest USING btree (organisation_id, meeting_id);

CREATE INDEX meeting_kind ON meetings.meeting USING btree (organisation_id, kind, starts_at);

CREATE INDEX proposal_meeting ON meetings.proposal USING btree (organisation_id, meeting_id);

CREATE UNIQUE INDEX amendment_edition ON plans.amendment USING btree (organisation_id, plan_id, edition);

CREATE UNIQUE INDEX amendment_open ON plans.amendment USING btree (organisation_id, plan_id) WHERE (state <> 'approved'::text);

CREATE INDEX assignment_person ON plans.assignment USING btree (organisation_id, person_id);

CREATE INDEX assignment_unit ON plans.assignment USING btree (organisation_id, unit_id);

CREATE INDEX measure_row ON plans.measure USING btree (organisation_id, row_id, "position");

CREATE INDEX obstacle_open ON plans.obstacle USING btree (organisation_id, asked_person_id) WHERE ((decided_at IS NULL) AND (lifted_at IS NULL));

CREATE INDEX obstacle_task ON plans.obstacle USING btree (organisation_id, task_id, unit_id);

CREATE INDEX occurrence_due ON plans.occurrence USING btree (organisation_id, due_on);

CREATE UNIQUE INDEX occurrence_period ON plans.occurrence USING btree (organisation_id, task_id, unit_id, from_date, to_date) WHERE (withdrawn_at IS NULL);

CREATE INDEX parent_link_parent ON plans.parent_link USING btree (organisation_id, parent_id);

CREATE INDEX party_row ON plans.party USING btree (organisation_id, row_id);

CREATE INDEX plan_import_file ON plans.plan_import USING btree (organisation_id, file_id);

CREATE INDEX plan_import_plan ON plans.plan_import USING btree (organisation_id, plan_id);

CREATE INDEX plan_import_unfinished ON plans.plan_import USING btree (requested_at) WHERE (state = ANY (ARRAY['waiting'::text, 'reading'::text]));

CREATE UNIQUE INDEX plan_row_line ON plans.plan_row USING btree (organisation_id, line_id, first_edition);

CREATE INDEX plan_row_plan ON plans.plan_row USING btree (organisation_id, plan_id, "position");

CREATE INDEX plan_state ON plans.plan USING btree (organisation_id, state);

CREATE INDEX plan_target_plan ON plans.plan_target USING btree (organisation_id, plan_id);

CREATE UNIQUE INDEX progress_update_client_key ON plans.progress_update USING btree (organisation_id, client_key) WHERE (client_key IS NOT NULL);

CREATE INDEX progress_update_occurrence ON plans.progress_update USING btree (organisation_id, occurrence_id, at);

CREATE INDEX row_proposal_plan ON plans.row_proposal USING btree (organisation_id, plan_id, state);

CREATE INDEX target_figure_target ON plans.target_figure USING btree (organisation_id, target_id, said_at);

CREATE INDEX unit_request_open ON plans.unit_request USING btree (organisation_id, unit_id) WHERE (closed_at IS NULL);

CREATE INDEX unit_request_task ON plans.unit_request USING btree (organisation_id, task_id);

CREATE INDEX absence_person ON reminders.absence USING btree (organisation_id, person_id);

CREATE INDEX mail_failed ON reminders.mail USING btree (organisation_id, created_at) WHERE (state = 'failed'::text);

CREATE INDEX mail_waiting ON reminders.mail USING btree (next_attempt_at) WHERE (state = 'waiting'::text);

CREATE INDEX notice_unmailed ON reminders.notice USING btree (at) WHERE (mailed_at IS NULL);

CREATE INDEX notice_unread ON reminders.notice USING btree (organisation_id, person_id) WHERE (read_at IS NULL);

CREATE INDEX notification_occurrence ON reminders.notification USING btree (organisation_id, occurrence_id, at);

CREATE INDEX notification_person ON reminders.notification USING btree (organisation_id, person_id, at DESC);

CREATE INDEX notification_unread ON reminders.notification USING btree (organisation_id, person_id) WHERE (read_at IS NULL);

CREATE INDEX appraising_agency_agency ON scorecards.appraising_agency USING btree (agency_id);

CREATE UNIQUE INDEX criteria_edition_once ON scorecards.criteria_edition USING btree (organisation_id, code, edition) WHERE (state <> 'withdrawn'::text);

CREATE UNIQUE INDEX criterion_duty_lead ON scorecards.criterion_duty USING btree (organisation_id, set_code, code) WHERE leads;

CREATE INDEX criterion_link_row ON scorecards.criterion_link USING btree (organisation_id, row_id);

CREATE INDEX participant_subject ON scorecards.participant USING btree (subject_id);

CREATE INDEX result_subject ON scorecards.result USING btree (subject_id, index_code, year);

CREATE INDEX round_year ON scorecards.round USING btree (organisation_id, year);

CREATE INDEX score_sheet_round ON scorecards.score_sheet USING btree (keeper_id, round_id);

CREATE INDEX verdict_subject ON scorecards.verdict USING btree (subject_id, round_id);

CREATE INDEX audit_entry_subject ON shared.audit_entry USING btree (organisation_id, subject_kind, subject_id);

CREATE INDEX stored_file_sha256 ON shared.stored_file USING btree (organisation_id, sha256);

CREATE UNIQUE INDEX board_keeper_one ON snapshots.board_keeper USING btree (organisation_id, duty) WHERE (to_date IS NULL);

CREATE INDEX back_check_answer_list ON surveys.back_check_answer USING btree (organisation_id, back_check_id, recorded_at);

CREATE INDEX collection_point_survey ON surveys.collection_point USING btree (organisation_id, survey_id);

CREATE INDEX publication_wave ON surveys.publication USING btree (organisation_id, wave_id, published_at DESC);

CREATE UNIQUE INDEX response_code ON surveys.response USING btree (organisation_id, code_id) WHERE (code_id IS NOT NULL);

CREATE INDEX review_response ON surveys.review USING btree (organisation_id, wave_id, response_id, decided_at);

CREATE INDEX support_task_open ON surveys.support_task USING btree (organisation_id, due_on) WHERE (done_on IS NULL);

CREATE INDEX support_task_survey ON surveys.support_task USING btree (organisation_id, outside_survey_id, due_on);

CREATE UNIQUE INDEX wave_open ON surveys.wave USING btree (organisation_id, survey_id) WHERE (state = 'open'::text);

CREATE TRIGGER organisation_path BEFORE INSERT OR UPDATE OF parent_id ON access.organisation FOR EACH ROW EXECUTE FUNCTION access.set_organisation_path();

CREATE TRIGGER amendment_approved BEFORE DELETE OR UPDATE ON plans.amendment FOR EACH ROW EXECUTE FUNCTION plans.keep_approved_amendment();

CREATE TRIGGER measure_issued BEFORE DELETE OR UPDATE ON plans.measure FOR EACH ROW EXECUTE FUNCTION plans.keep_issued_part();

CREATE TRIGGER party_issued BEFORE DELETE OR UPDATE ON plans.party FOR EACH ROW EXECUTE FUNCTION plans.keep_issued_part();

CREATE TRIGGER plan_row_issued BEFORE DELETE OR UPDATE ON plans.plan_row FOR EACH ROW EXECUTE FUNCTION plans.keep_issued_row();

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON shared.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();

CREATE TRIGGER audit_entry_link BEFORE INSERT ON shared.audit_entry FOR EACH ROW EXECUTE FUNCTION shared.link_audit_entry();

CREATE TRIGGER sent_brief_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON snapshots.sent_brief FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();

CREATE TRIGGER snapshot_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON snapshots.snapshot FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();

CREATE TRIGGER snapshot_line_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON snapshots.snapshot_line FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();

CREATE TRIGGER snapshot_line_at_once BEFORE INSERT ON snapshots.snapshot_line FOR EACH ROW EXECUTE FUNCTION snapshots.refuse_later_line();

CREATE TRIGGER response_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON surveys.response FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();

ALTER TABLE ONLY access.account_claim
    ADD CONSTRAINT account_claim_user_id_fkey FOREIGN KEY (user_id) REFERENCES access.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY access.account_login
    ADD CONSTRAINT account_login_user_id_fkey FOREIGN KEY (user_id) REFERENCES access.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY access.account_passkey
    ADD CONSTRAINT account_passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES access.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY access.account_token
    ADD CONSTRAINT account_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES access.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY access.appointment
    ADD CONSTRAINT appointment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY access.appointment
    ADD CONSTRAINT appointment_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY access.mandate
    ADD CONSTRAINT mandate_organisation_id_from_person_id_fkey FOREIGN KEY (organisation_id, from_person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY access.mandate
    ADD CONSTRAINT mandate_organisation_id_to_person_id_fkey FOREIGN KEY (organisation_id, to_person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY access.organisation_name
    ADD CONSTRAINT organisation_name_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY access.organisation
    ADD CONSTRAINT organisation_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY access.person
    ADD CONSTRAINT person_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id);

ALTER TABLE ONLY access.person
    ADD CONSTRAINT person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY access.unit_name
    ADD CONSTRAINT unit_name_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY access.unit
    ADD CONSTRAINT unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY access.unit
    ADD CONSTRAINT unit_organisation_id_merged_into_id_fkey FOREIGN KEY (organisation_id, merged_into_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY evidence.evidence_item
    ADD CONSTRAINT evidence_item_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES shared.stored_file(organisation_id, id);

ALTER TABLE ONLY evidence.evidence_item
    ADD CONSTRAINT evidence_item_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY evidence.evidence_use
    ADD CONSTRAINT evidence_use_organisation_id_item_id_fkey FOREIGN KEY (organisation_id, item_id) REFERENCES evidence.evidence_item(organisation_id, id);

ALTER TABLE ONLY evidence.file_text
    ADD CONSTRAINT file_text_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES shared.stored_file(organisation_id, id);

ALTER TABLE ONLY jobs.blob_triggers
    ADD CONSTRAINT blob_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES jobs.triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.cron_triggers
    ADD CONSTRAINT cron_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES jobs.triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.simple_triggers
    ADD CONSTRAINT simple_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES jobs.triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.simprop_triggers
    ADD CONSTRAINT simprop_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES jobs.triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.triggers
    ADD CONSTRAINT triggers_sched_name_job_name_job_group_fkey FOREIGN KEY (sched_name, job_name, job_group) REFERENCES jobs.job_details(sched_name, job_name, job_group);

ALTER TABLE ONLY meetings.agenda_item
    ADD CONSTRAINT agenda_item_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id);

ALTER TABLE ONLY meetings.conclusion
    ADD CONSTRAINT conclusion_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id);

ALTER TABLE ONLY meetings.conclusion
    ADD CONSTRAINT conclusion_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY meetings.conclusion
    ADD CONSTRAINT conclusion_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY meetings.guest
    ADD CONSTRAINT guest_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id);

ALTER TABLE ONLY meetings.guest
    ADD CONSTRAINT guest_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_organisation_id_chair_id_fkey FOREIGN KEY (organisation_id, chair_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY meetings.meeting
    ADD CONSTRAINT meeting_organisation_id_secretary_id_fkey FOREIGN KEY (organisation_id, secretary_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY meetings.proposal
    ADD CONSTRAINT proposal_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings.meeting(organisation_id, id);

ALTER TABLE ONLY meetings.proposal
    ADD CONSTRAINT proposal_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.amendment
    ADD CONSTRAINT amendment_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.assignment
    ADD CONSTRAINT assignment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.assignment
    ADD CONSTRAINT assignment_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES plans.task(organisation_id, id);

ALTER TABLE ONLY plans.assignment
    ADD CONSTRAINT assignment_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.content_aim
    ADD CONSTRAINT content_aim_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.measure
    ADD CONSTRAINT measure_organisation_id_row_id_fkey FOREIGN KEY (organisation_id, row_id) REFERENCES plans.plan_row(organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_asked_person_id_fkey FOREIGN KEY (organisation_id, asked_person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_decided_by_fkey FOREIGN KEY (organisation_id, decided_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_raised_by_fkey FOREIGN KEY (organisation_id, raised_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES plans.task(organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.obstacle
    ADD CONSTRAINT obstacle_organisation_id_update_id_fkey FOREIGN KEY (organisation_id, update_id) REFERENCES plans.progress_update(organisation_id, id);

ALTER TABLE ONLY plans.occurrence
    ADD CONSTRAINT occurrence_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES plans.task(organisation_id, id);

ALTER TABLE ONLY plans.occurrence
    ADD CONSTRAINT occurrence_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.parent_link
    ADD CONSTRAINT parent_link_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.party
    ADD CONSTRAINT party_organisation_id_row_id_fkey FOREIGN KEY (organisation_id, row_id) REFERENCES plans.plan_row(organisation_id, id);

ALTER TABLE ONLY plans.party
    ADD CONSTRAINT party_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.plan_import
    ADD CONSTRAINT plan_import_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES shared.stored_file(organisation_id, id);

ALTER TABLE ONLY plans.plan_import
    ADD CONSTRAINT plan_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY plans.plan_import
    ADD CONSTRAINT plan_import_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.plan
    ADD CONSTRAINT plan_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY plans.plan
    ADD CONSTRAINT plan_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.plan
    ADD CONSTRAINT plan_parent_organisation_id_fkey FOREIGN KEY (parent_organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY plans.plan_row
    ADD CONSTRAINT plan_row_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.plan_target
    ADD CONSTRAINT plan_target_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.progress_update
    ADD CONSTRAINT progress_update_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES shared.stored_file(organisation_id, id);

ALTER TABLE ONLY plans.progress_update
    ADD CONSTRAINT progress_update_organisation_id_occurrence_id_fkey FOREIGN KEY (organisation_id, occurrence_id) REFERENCES plans.occurrence(organisation_id, id);

ALTER TABLE ONLY plans.row_proposal
    ADD CONSTRAINT row_proposal_organisation_id_amendment_id_fkey FOREIGN KEY (organisation_id, amendment_id) REFERENCES plans.amendment(organisation_id, id);

ALTER TABLE ONLY plans.row_proposal
    ADD CONSTRAINT row_proposal_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.row_proposal
    ADD CONSTRAINT row_proposal_organisation_id_row_id_fkey FOREIGN KEY (organisation_id, row_id) REFERENCES plans.plan_row(organisation_id, id);

ALTER TABLE ONLY plans.row_proposal
    ADD CONSTRAINT row_proposal_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.target_figure
    ADD CONSTRAINT target_figure_organisation_id_said_by_fkey FOREIGN KEY (organisation_id, said_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.target_figure
    ADD CONSTRAINT target_figure_organisation_id_target_id_fkey FOREIGN KEY (organisation_id, target_id) REFERENCES plans.plan_target(organisation_id, id);

ALTER TABLE ONLY plans.task
    ADD CONSTRAINT task_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plans.plan(organisation_id, id);

ALTER TABLE ONLY plans.task
    ADD CONSTRAINT task_organisation_id_row_id_fkey FOREIGN KEY (organisation_id, row_id) REFERENCES plans.plan_row(organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_organisation_id_answered_by_fkey FOREIGN KEY (organisation_id, answered_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_organisation_id_closed_by_fkey FOREIGN KEY (organisation_id, closed_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_organisation_id_file_id_fkey FOREIGN KEY (organisation_id, file_id) REFERENCES shared.stored_file(organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_organisation_id_task_id_fkey FOREIGN KEY (organisation_id, task_id) REFERENCES plans.task(organisation_id, id);

ALTER TABLE ONLY plans.unit_request
    ADD CONSTRAINT unit_request_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY plans.update_return
    ADD CONSTRAINT update_return_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY plans.update_return
    ADD CONSTRAINT update_return_organisation_id_update_id_fkey FOREIGN KEY (organisation_id, update_id) REFERENCES plans.progress_update(organisation_id, id);

ALTER TABLE ONLY reminders.absence
    ADD CONSTRAINT absence_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY reminders.link_key
    ADD CONSTRAINT link_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY reminders.mail
    ADD CONSTRAINT mail_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY reminders.notice
    ADD CONSTRAINT notice_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY reminders.notification
    ADD CONSTRAINT notification_organisation_id_by_person_id_fkey FOREIGN KEY (organisation_id, by_person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY reminders.notification
    ADD CONSTRAINT notification_organisation_id_occurrence_id_fkey FOREIGN KEY (organisation_id, occurrence_id) REFERENCES plans.occurrence(organisation_id, id);

ALTER TABLE ONLY reminders.notification
    ADD CONSTRAINT notification_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY reminders.preference
    ADD CONSTRAINT preference_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY reminders.reminder_setting
    ADD CONSTRAINT reminder_setting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY reminders.waiting_notice
    ADD CONSTRAINT waiting_notice_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY scorecards.appraising_agency
    ADD CONSTRAINT appraising_agency_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.appraising_agency
    ADD CONSTRAINT appraising_agency_organisation_id_round_id_fkey FOREIGN KEY (organisation_id, round_id) REFERENCES scorecards.round(organisation_id, id);

ALTER TABLE ONLY scorecards.criteria_edition
    ADD CONSTRAINT criteria_edition_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.criterion_duty
    ADD CONSTRAINT criterion_duty_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.criterion_duty
    ADD CONSTRAINT criterion_duty_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY scorecards.criterion_link
    ADD CONSTRAINT criterion_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.criterion_link
    ADD CONSTRAINT criterion_link_organisation_id_row_id_fkey FOREIGN KEY (organisation_id, row_id) REFERENCES plans.plan_row(organisation_id, id);

ALTER TABLE ONLY scorecards.participant
    ADD CONSTRAINT participant_organisation_id_round_id_fkey FOREIGN KEY (organisation_id, round_id) REFERENCES scorecards.round(organisation_id, id);

ALTER TABLE ONLY scorecards.participant
    ADD CONSTRAINT participant_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.result
    ADD CONSTRAINT result_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.result
    ADD CONSTRAINT result_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.round
    ADD CONSTRAINT round_organisation_id_edition_id_fkey FOREIGN KEY (organisation_id, edition_id) REFERENCES scorecards.criteria_edition(organisation_id, id);

ALTER TABLE ONLY scorecards.round
    ADD CONSTRAINT round_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.score_sheet
    ADD CONSTRAINT score_sheet_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.score_sheet
    ADD CONSTRAINT score_sheet_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY scorecards.self_score
    ADD CONSTRAINT self_score_organisation_id_sheet_id_fkey FOREIGN KEY (organisation_id, sheet_id) REFERENCES scorecards.score_sheet(organisation_id, id);

ALTER TABLE ONLY scorecards.verdict
    ADD CONSTRAINT verdict_organisation_id_round_id_fkey FOREIGN KEY (organisation_id, round_id) REFERENCES scorecards.round(organisation_id, id);

ALTER TABLE ONLY scorecards.verdict
    ADD CONSTRAINT verdict_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY shared.audit_entry
    ADD CONSTRAINT audit_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY shared.audit_head
    ADD CONSTRAINT audit_head_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY shared.stored_file
    ADD CONSTRAINT stored_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY snapshots.board_keeper
    ADD CONSTRAINT board_keeper_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY snapshots.brief_reader
    ADD CONSTRAINT brief_reader_organisation_id_brief_id_fkey FOREIGN KEY (organisation_id, brief_id) REFERENCES snapshots.sent_brief(organisation_id, id);

ALTER TABLE ONLY snapshots.brief_reader
    ADD CONSTRAINT brief_reader_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY snapshots.sent_brief
    ADD CONSTRAINT sent_brief_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY snapshots.sent_brief
    ADD CONSTRAINT sent_brief_organisation_id_sent_by_fkey FOREIGN KEY (organisation_id, sent_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY snapshots.snapshot_line
    ADD CONSTRAINT snapshot_line_organisation_id_snapshot_id_fkey FOREIGN KEY (organisation_id, snapshot_id) REFERENCES snapshots.snapshot(organisation_id, id);

ALTER TABLE ONLY snapshots.snapshot
    ADD CONSTRAINT snapshot_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY surveys.access_code
    ADD CONSTRAINT access_code_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.back_check_answer
    ADD CONSTRAINT back_check_answer_organisation_id_back_check_id_fkey FOREIGN KEY (organisation_id, back_check_id) REFERENCES surveys.back_check(organisation_id, id);

ALTER TABLE ONLY surveys.back_check_answer
    ADD CONSTRAINT back_check_answer_organisation_id_recorded_by_fkey FOREIGN KEY (organisation_id, recorded_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.back_check_answer
    ADD CONSTRAINT back_check_answer_organisation_id_response_id_fkey FOREIGN KEY (organisation_id, response_id) REFERENCES surveys.response(organisation_id, id);

ALTER TABLE ONLY surveys.back_check
    ADD CONSTRAINT back_check_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.collection_point
    ADD CONSTRAINT collection_point_organisation_id_survey_id_fkey FOREIGN KEY (organisation_id, survey_id) REFERENCES surveys.survey(organisation_id, id);

ALTER TABLE ONLY surveys.outside_survey
    ADD CONSTRAINT outside_survey_organisation_id_contact_id_fkey FOREIGN KEY (organisation_id, contact_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.outside_survey
    ADD CONSTRAINT outside_survey_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_code_id_fkey FOREIGN KEY (organisation_id, code_id) REFERENCES surveys.access_code(organisation_id, id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_first_clerk_id_fkey FOREIGN KEY (organisation_id, first_clerk_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES surveys.collection_point(organisation_id, id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_response_id_fkey FOREIGN KEY (organisation_id, response_id) REFERENCES surveys.response(organisation_id, id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_second_clerk_id_fkey FOREIGN KEY (organisation_id, second_clerk_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.paper_form
    ADD CONSTRAINT paper_form_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.publication_figure
    ADD CONSTRAINT publication_figure_organisation_id_publication_id_fkey FOREIGN KEY (organisation_id, publication_id) REFERENCES surveys.publication(organisation_id, id);

ALTER TABLE ONLY surveys.publication
    ADD CONSTRAINT publication_organisation_id_published_by_fkey FOREIGN KEY (organisation_id, published_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.publication
    ADD CONSTRAINT publication_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.questionnaire_version
    ADD CONSTRAINT questionnaire_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY surveys.refused_code
    ADD CONSTRAINT refused_code_organisation_id_code_id_fkey FOREIGN KEY (organisation_id, code_id) REFERENCES surveys.access_code(organisation_id, id);

ALTER TABLE ONLY surveys.refused_code
    ADD CONSTRAINT refused_code_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES surveys.collection_point(organisation_id, id);

ALTER TABLE ONLY surveys.refused_code
    ADD CONSTRAINT refused_code_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.response
    ADD CONSTRAINT response_organisation_id_code_id_fkey FOREIGN KEY (organisation_id, code_id) REFERENCES surveys.access_code(organisation_id, id);

ALTER TABLE ONLY surveys.response
    ADD CONSTRAINT response_organisation_id_helper_id_fkey FOREIGN KEY (organisation_id, helper_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.response
    ADD CONSTRAINT response_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES surveys.collection_point(organisation_id, id);

ALTER TABLE ONLY surveys.response
    ADD CONSTRAINT response_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.result_setting
    ADD CONSTRAINT result_setting_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.review
    ADD CONSTRAINT review_organisation_id_decided_by_fkey FOREIGN KEY (organisation_id, decided_by) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.review
    ADD CONSTRAINT review_organisation_id_response_id_fkey FOREIGN KEY (organisation_id, response_id) REFERENCES surveys.response(organisation_id, id);

ALTER TABLE ONLY surveys.review
    ADD CONSTRAINT review_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.sample
    ADD CONSTRAINT sample_organisation_id_wave_id_fkey FOREIGN KEY (organisation_id, wave_id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.sample_unit
    ADD CONSTRAINT sample_unit_organisation_id_sample_id_fkey FOREIGN KEY (organisation_id, sample_id) REFERENCES surveys.sample(organisation_id, id);

ALTER TABLE ONLY surveys.support_task
    ADD CONSTRAINT support_task_organisation_id_outside_survey_id_fkey FOREIGN KEY (organisation_id, outside_survey_id) REFERENCES surveys.outside_survey(organisation_id, id);

ALTER TABLE ONLY surveys.support_task
    ADD CONSTRAINT support_task_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES access.person(organisation_id, id);

ALTER TABLE ONLY surveys.support_task
    ADD CONSTRAINT support_task_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES access.unit(organisation_id, id);

ALTER TABLE ONLY surveys.survey
    ADD CONSTRAINT survey_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisation(id);

ALTER TABLE ONLY surveys.survey
    ADD CONSTRAINT survey_organisation_id_questionnaire_id_fkey FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES surveys.questionnaire_version(organisation_id, id);

ALTER TABLE ONLY surveys.wave_key
    ADD CONSTRAINT wave_key_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES surveys.wave(organisation_id, id);

ALTER TABLE ONLY surveys.wave
    ADD CONSTRAINT wave_organisation_id_questionnaire_id_fkey FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES surveys.questionnaire_version(organisation_id, id);

ALTER TABLE ONLY surveys.wave
    ADD CONSTRAINT wave_organisation_id_survey_id_fkey FOREIGN KEY (organisation_id, survey_id) REFERENCES surveys.survey(organisation_id, id);

ALTER TABLE access.appointment ENABLE ROW LEVEL SECURITY;

ALTER TABLE access.mandate ENABLE ROW LEVEL SECURITY;

ALTER TABLE access.organisation ENABLE ROW LEVEL SECURITY;

ALTER TABLE access.organisation_name ENABLE ROW LEVEL SECURITY;

CREATE POLICY organisation_read ON access.organisation FOR SELECT USING (((id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])) OR (id = ANY (( SELECT access.superior_organisations() AS superior_organisations)::uuid[]))));

CREATE POLICY organisation_update ON access.organisation FOR UPDATE USING ((id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE access.person ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON access.appointment FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON access.mandate FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON access.organisation_name FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON access.person FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON access.unit FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON access.unit_name FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON access.appointment FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON access.mandate FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON access.organisation_name FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON access.person FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON access.unit FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON access.unit_name FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON access.appointment FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON access.mandate FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON access.organisation_name FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON access.person FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON access.unit FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON access.unit_name FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON access.appointment FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON access.mandate FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON access.organisation_name FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON access.person FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON access.unit FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON access.unit_name FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE access.unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE access.unit_name ENABLE ROW LEVEL SECURITY;

ALTER TABLE evidence.evidence_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE evidence.evidence_use ENABLE ROW LEVEL SECURITY;

ALTER TABLE evidence.file_text ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_agencies ON evidence.evidence_item FOR SELECT USING ((id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_proofs() AS appraised_proofs) AS "array")::uuid[])));

CREATE POLICY for_agencies ON evidence.evidence_use FOR SELECT USING (((subject_kind = 'criterion'::text) AND (subject_id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_scores() AS appraised_scores) AS "array")::uuid[]))));

CREATE POLICY tenant_delete ON evidence.evidence_item FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON evidence.evidence_use FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON evidence.file_text FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON evidence.evidence_item FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON evidence.evidence_use FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON evidence.file_text FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON evidence.evidence_item FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON evidence.evidence_use FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON evidence.file_text FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON evidence.evidence_item FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON evidence.evidence_use FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON evidence.file_text FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE meetings.agenda_item ENABLE ROW LEVEL SECURITY;

ALTER TABLE meetings.conclusion ENABLE ROW LEVEL SECURITY;

ALTER TABLE meetings.guest ENABLE ROW LEVEL SECURITY;

ALTER TABLE meetings.meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE meetings.proposal ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON meetings.agenda_item FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON meetings.conclusion FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON meetings.guest FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON meetings.meeting FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON meetings.proposal FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON meetings.agenda_item FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON meetings.conclusion FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON meetings.guest FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON meetings.meeting FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON meetings.proposal FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON meetings.agenda_item FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON meetings.conclusion FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON meetings.guest FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON meetings.meeting FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON meetings.proposal FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON meetings.agenda_item FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON meetings.conclusion FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON meetings.guest FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON meetings.meeting FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON meetings.proposal FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE plans.amendment ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.assignment ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.content_aim ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.measure ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.obstacle ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.occurrence ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.parent_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.party ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.plan ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.plan_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.plan_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.plan_target ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.progress_update ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.row_proposal ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.target_figure ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.task ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON plans.amendment FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.assignment FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.content_aim FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.measure FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.obstacle FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.occurrence FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.parent_link FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.party FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.plan FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.plan_import FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.plan_row FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.plan_target FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.progress_update FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.row_proposal FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.target_figure FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.task FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.unit_request FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON plans.update_return FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.amendment FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.assignment FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.content_aim FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.measure FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.obstacle FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.occurrence FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.parent_link FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.party FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.plan FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.plan_import FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.plan_row FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.plan_target FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.progress_update FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.row_proposal FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.target_figure FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.task FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.unit_request FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON plans.update_return FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON plans.amendment FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.assignment FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.content_aim FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.measure FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.obstacle FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.occurrence FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.parent_link FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.party FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.plan FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.plan_import FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.plan_row FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.plan_target FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.progress_update FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.row_proposal FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.target_figure FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.task FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.unit_request FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON plans.update_return FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON plans.amendment FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.assignment FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.content_aim FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.measure FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.obstacle FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.occurrence FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.parent_link FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.party FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.plan FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.plan_import FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.plan_row FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.plan_target FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.progress_update FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.row_proposal FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.target_figure FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.task FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.unit_request FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON plans.update_return FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE plans.unit_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE plans.update_return ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.absence ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.link_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.mail ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.notification ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.preference ENABLE ROW LEVEL SECURITY;

ALTER TABLE reminders.reminder_setting ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON reminders.absence FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.link_key FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.mail FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.notice FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.notification FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.preference FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.reminder_setting FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON reminders.waiting_notice FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.absence FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.link_key FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.mail FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.notice FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.notification FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.preference FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.reminder_setting FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON reminders.waiting_notice FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON reminders.absence FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.link_key FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.mail FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.notice FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.notification FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.preference FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.reminder_setting FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON reminders.waiting_notice FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON reminders.absence FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.link_key FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.mail FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.notice FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.notification FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.preference FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.reminder_setting FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON reminders.waiting_notice FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE reminders.waiting_notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE scorecards.appraising_agency ENABLE ROW LEVEL SECURITY;

CREATE POLICY changed_by_agencies ON scorecards.verdict FOR UPDATE USING ((EXISTS ( SELECT
   FROM scorecards.appraising_agency a
  WHERE (((a.organisation_id = verdict.organisation_id) AND (a.round_id = verdict.round_id)) AND (a.agency_id = ( SELECT shared.current_organisation() AS current_organisation)) AND (verdict.code = ANY (a.codes))))));

CREATE POLICY closed_about_oneself ON scorecards.verdict FOR SELECT USING (((subject_id = ( SELECT shared.current_organisation() AS current_organisation)) AND (organisation_id = ANY (( SELECT access.superior_organisations() AS superior_organisations)::uuid[])) AND (EXISTS ( SELECT
   FROM scorecards.participant p
  WHERE (((p.organisation_id = verdict.organisation_id) AND (p.round_id = verdict.round_id) AND (p.subject_id = verdict.subject_id)) AND (scorecards.stage_number(p.reached_stage) > scorecards.stage_number(verdict.stage)))))));

ALTER TABLE scorecards.criteria_edition ENABLE ROW LEVEL SECURITY;

ALTER TABLE scorecards.criterion_duty ENABLE ROW LEVEL SECURITY;

ALTER TABLE scorecards.criterion_link ENABLE ROW LEVEL SECURITY;

CREATE POLICY decided_by_agencies ON scorecards.verdict FOR INSERT WITH CHECK ((EXISTS ( SELECT
   FROM scorecards.appraising_agency a
  WHERE (((a.organisation_id = verdict.organisation_id) AND (a.round_id = verdict.round_id)) AND (a.agency_id = ( SELECT shared.current_organisation() AS current_organisation)) AND (verdict.code = ANY (a.codes))))));

CREATE POLICY for_agencies ON scorecards.criteria_edition FOR SELECT USING ((EXISTS ( SELECT
   FROM scorecards.round r
  WHERE (((r.organisation_id = criteria_edition.organisation_id) AND (r.edition_id = criteria_edition.id)) AND (r.id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_rounds() AS appraised_rounds) AS "array")::uuid[]))))));

CREATE POLICY for_agencies ON scorecards.participant FOR SELECT USING ((round_id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_rounds() AS appraised_rounds) AS "array")::uuid[])));

CREATE POLICY for_agencies ON scorecards.round FOR SELECT USING ((id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_rounds() AS appraised_rounds) AS "array")::uuid[])));

CREATE POLICY for_agencies ON scorecards.score_sheet FOR SELECT USING ((round_id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_rounds() AS appraised_rounds) AS "array")::uuid[])));

CREATE POLICY for_agencies ON scorecards.self_score FOR SELECT USING ((id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_scores() AS appraised_scores) AS "array")::uuid[])));

CREATE POLICY for_agencies ON scorecards.verdict FOR SELECT USING ((round_id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_rounds() AS appraised_rounds) AS "array")::uuid[])));

CREATE POLICY opened_below ON scorecards.round FOR SELECT USING (((state = ANY (ARRAY['open'::text, 'published'::text])) AND (organisation_id = ANY (( SELECT access.superior_organisations() AS superior_organisations)::uuid[]))));

CREATE POLICY own_appointment ON scorecards.appraising_agency FOR SELECT USING ((agency_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY own_participation ON scorecards.participant FOR SELECT USING (((subject_id = ( SELECT shared.current_organisation() AS current_organisation)) AND (organisation_id = ANY (( SELECT access.superior_organisations() AS superior_organisations)::uuid[]))));

ALTER TABLE scorecards.participant ENABLE ROW LEVEL SECURITY;

CREATE POLICY published_below ON scorecards.criteria_edition FOR SELECT USING (((state = 'published'::text) AND (organisation_id = ANY (( SELECT access.superior_organisations() AS superior_organisations)::uuid[]))));

CREATE POLICY published_results_below ON scorecards.result FOR SELECT USING ((organisation_id = ANY (( SELECT access.superior_organisations() AS superior_organisations)::uuid[])));

ALTER TABLE scorecards.result ENABLE ROW LEVEL SECURITY;

ALTER TABLE scorecards.round ENABLE ROW LEVEL SECURITY;

ALTER TABLE scorecards.score_sheet ENABLE ROW LEVEL SECURITY;

ALTER TABLE scorecards.self_score ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON scorecards.appraising_agency FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.criteria_edition FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.criterion_duty FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.criterion_link FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.participant FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.result FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.round FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.score_sheet FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.self_score FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON scorecards.verdict FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.appraising_agency FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.criteria_edition FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.criterion_duty FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.criterion_link FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.participant FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.result FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.round FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.score_sheet FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.self_score FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON scorecards.verdict FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON scorecards.appraising_agency FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.criteria_edition FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.criterion_duty FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.criterion_link FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.participant FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.result FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.round FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.score_sheet FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.self_score FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON scorecards.verdict FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON scorecards.appraising_agency FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.criteria_edition FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.criterion_duty FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.criterion_link FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.participant FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.result FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.round FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.score_sheet FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.self_score FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON scorecards.verdict FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY totals_by_agencies ON scorecards.participant FOR UPDATE USING ((round_id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_rounds() AS appraised_rounds) AS "array")::uuid[])));

ALTER TABLE scorecards.verdict ENABLE ROW LEVEL SECURITY;

ALTER TABLE shared.audit_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE shared.audit_head ENABLE ROW LEVEL SECURITY;

CREATE POLICY for_agencies ON shared.stored_file FOR SELECT USING ((id = ANY (( SELECT ARRAY( SELECT scorecards.appraised_files() AS appraised_files) AS "array")::uuid[])));

ALTER TABLE shared.stored_file ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON shared.audit_entry FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON shared.audit_head FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON shared.stored_file FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON shared.audit_entry FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON shared.audit_head FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON shared.stored_file FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON shared.audit_entry FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON shared.audit_head FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON shared.stored_file FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON shared.audit_entry FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON shared.audit_head FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON shared.stored_file FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE snapshots.board_keeper ENABLE ROW LEVEL SECURITY;

ALTER TABLE snapshots.brief_reader ENABLE ROW LEVEL SECURITY;

ALTER TABLE snapshots.sent_brief ENABLE ROW LEVEL SECURITY;

ALTER TABLE snapshots.snapshot ENABLE ROW LEVEL SECURITY;

ALTER TABLE snapshots.snapshot_line ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON snapshots.board_keeper FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON snapshots.brief_reader FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON snapshots.sent_brief FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON snapshots.snapshot FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON snapshots.snapshot_line FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON snapshots.board_keeper FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON snapshots.brief_reader FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON snapshots.sent_brief FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON snapshots.snapshot FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON snapshots.snapshot_line FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON snapshots.board_keeper FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON snapshots.brief_reader FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON snapshots.sent_brief FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON snapshots.snapshot FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON snapshots.snapshot_line FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON snapshots.board_keeper FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON snapshots.brief_reader FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON snapshots.sent_brief FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON snapshots.snapshot FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON snapshots.snapshot_line FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE surveys.access_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.back_check ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.back_check_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.collection_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.outside_survey ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.paper_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.publication ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.publication_figure ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.questionnaire_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.refused_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.response ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.result_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.review ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.sample ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.sample_unit ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.support_task ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.survey ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_delete ON surveys.access_code FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.back_check FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.back_check_answer FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.collection_point FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.outside_survey FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.paper_form FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.publication FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.publication_figure FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.questionnaire_version FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.refused_code FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.response FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.result_setting FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.review FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.sample FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.sample_unit FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.support_task FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.survey FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.wave FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_delete ON surveys.wave_key FOR DELETE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.access_code FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.back_check FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.back_check_answer FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.collection_point FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.outside_survey FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.paper_form FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.publication FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.publication_figure FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.questionnaire_version FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.refused_code FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.response FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.result_setting FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.review FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.sample FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.sample_unit FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.support_task FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.survey FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.wave FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_insert ON surveys.wave_key FOR INSERT WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_read ON surveys.access_code FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.back_check FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.back_check_answer FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.collection_point FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.outside_survey FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.paper_form FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.publication FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.publication_figure FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.questionnaire_version FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.refused_code FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.response FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.result_setting FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.review FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.sample FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.sample_unit FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.support_task FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.survey FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.wave FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_read ON surveys.wave_key FOR SELECT USING ((organisation_id = ANY (( SELECT access.readable_organisations() AS readable_organisations)::uuid[])));

CREATE POLICY tenant_update ON surveys.access_code FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.back_check FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.back_check_answer FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.collection_point FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.outside_survey FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.paper_form FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.publication FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.publication_figure FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.questionnaire_version FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.refused_code FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.response FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.result_setting FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.review FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.sample FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.sample_unit FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.support_task FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.survey FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.wave FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

CREATE POLICY tenant_update ON surveys.wave_key FOR UPDATE USING ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation))) WITH CHECK ((organisation_id = ( SELECT shared.current_organisation() AS current_organisation)));

ALTER TABLE surveys.wave ENABLE ROW LEVEL SECURITY;

ALTER TABLE surveys.wave_key ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA access TO diemsang_app;

GRANT USAGE ON SCHEMA evidence TO diemsang_app;

GRANT USAGE ON SCHEMA jobs TO diemsang_app;

GRANT USAGE ON SCHEMA meetings TO diemsang_app;

GRANT USAGE ON SCHEMA plans TO diemsang_app;

GRANT USAGE ON SCHEMA reminders TO diemsang_app;

GRANT USAGE ON SCHEMA scorecards TO diemsang_app;

GRANT USAGE ON SCHEMA shared TO diemsang_app;

GRANT USAGE ON SCHEMA snapshots TO diemsang_app;

GRANT USAGE ON SCHEMA surveys TO diemsang_app;

GRANT SELECT,INSERT ON TABLE snapshots.snapshot_line TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.account TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.account_claim TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.account_login TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.account_passkey TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.account_token TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.appointment TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.mandate TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.organisation TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.organisation_name TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.person TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.unit TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE access.unit_name TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE evidence.evidence_item TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE evidence.evidence_use TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE evidence.file_text TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.occurrence TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.plan_row TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.task TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.occurrence_line TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE evidence.missing_proof TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.blob_triggers TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.calendars TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.cron_triggers TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.fired_triggers TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.job_details TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.locks TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.paused_job_grps TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.paused_trigger_grps TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.scheduler_state TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.simple_triggers TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.simprop_triggers TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.triggers TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.agenda_item TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.conclusion TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.guest TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.meeting TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE meetings.proposal TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.amendment TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.assignment TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.drawn_part TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.carried_occurrence TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.content_aim TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.parent_link TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.detail_task TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.measure TO diemsang_app;

GRANT SELECT,INSERT,UPDATE ON TABLE plans.obstacle TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.party TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.plan TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.plan_import TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.plan_target TO diemsang_app;

GRANT SELECT,INSERT ON TABLE plans.progress_update TO diemsang_app;

GRANT SELECT,INSERT,UPDATE ON TABLE plans.unit_request TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.request_line TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.row_proposal TO diemsang_app;

GRANT SELECT,INSERT ON TABLE plans.target_figure TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.target_line TO diemsang_app;

GRANT SELECT,INSERT ON TABLE plans.update_return TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE plans.waiting_word TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reminders.absence TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reminders.link_key TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reminders.mail TO diemsang_app;

GRANT SELECT,INSERT,UPDATE ON TABLE reminders.notice TO diemsang_app;

GRANT SELECT,INSERT,UPDATE ON TABLE reminders.notification TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reminders.preference TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE reminders.reminder_setting TO diemsang_app;

GRANT SELECT,INSERT,UPDATE ON TABLE reminders.waiting_notice TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.appraising_agency TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.criteria_edition TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.criterion_duty TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.criterion_link TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.participant TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.result TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.round TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.score_sheet TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.self_score TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE scorecards.verdict TO diemsang_app;

GRANT SELECT,INSERT ON TABLE shared.audit_entry TO diemsang_app;

GRANT SELECT ON TABLE shared.audit_head TO diemsang_app;

GRANT SELECT,INSERT ON TABLE shared.data_protection_key TO diemsang_app;

GRANT SELECT ON TABLE shared.migration TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE shared.stored_file TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE snapshots.board_keeper TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE snapshots.brief_reader TO diemsang_app;

GRANT SELECT,INSERT ON TABLE snapshots.sent_brief TO diemsang_app;

GRANT SELECT,INSERT ON TABLE snapshots.snapshot TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.access_code TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.back_check TO diemsang_app;

GRANT SELECT,INSERT ON TABLE surveys.back_check_answer TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.collection_point TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.outside_survey TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.paper_form TO diemsang_app;

GRANT SELECT,INSERT,UPDATE ON TABLE surveys.publication TO diemsang_app;

GRANT SELECT,INSERT ON TABLE surveys.publication_figure TO diemsang_app;

GRANT SELECT,INSERT ON TABLE surveys.questionnaire_version TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.survey TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.wave TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.published_figures TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.refused_code TO diemsang_app;

GRANT SELECT,INSERT ON TABLE surveys.response TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.result_setting TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.review TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.sample TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.sample_unit TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.support_task TO diemsang_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE surveys.wave_key TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA access GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA evidence GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA jobs GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA meetings GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA plans GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA reminders GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA scorecards GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA shared GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA snapshots GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA surveys GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES  TO diemsang_app;

