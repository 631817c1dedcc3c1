-- Why: a yearly plan is drawn from the five-year one and a unit's plan from its rows; whoever asks sees which rows of the plan above are
-- carried out by which rows below. The plan above may be the superior's: a commune reads it through these functions and no other way.

alter table plans.plan
  add column parent_organisation_id uuid references access.organisation (id),
  add column parent_plan_id uuid,
  add column unit_id uuid,                         -- the unit whose own plan it is; null for the organisation's
  add foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  add check ((parent_organisation_id is null) = (parent_plan_id is null));

-- A line of a plan carries out a line or a target of the plan above; set by deriving or by a person, never by likeness.
create table plans.parent_link (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  line_id         uuid not null,
  parent_id       uuid not null,                   -- line or target of the plan above
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id),
  unique (organisation_id, plan_id, line_id, parent_id)
);
call shared.protect_tenant_table('plans.parent_link');

-- Issued plans of the own organisation and of its superiors; nothing else of a superior is readable.
create function plans.parent_plans() returns table (
  organisation_id uuid, organisation_name text, id uuid, title text, number text, symbol text, issued_on date, issuer text, period_from integer, period_to integer)
language sql stable security definer set search_path = plans, pg_temp
as $$
  select p.organisation_id, o.name, p.id, p.title, p.number, p.symbol, p.issued_on, p.issuer, p.period_from, p.period_to
  from plans.plan p
  join access.organisation o on o.id = p.organisation_id
  where p.state = 'issued' and p.unit_id is null and p.organisation_id = any (access.superior_organisations())
$$;

create function plans.parent_rows(plan uuid) returns table (
  line_id uuid, "position" integer, index_code text, content text, code text, title text, target text, deadline_text text, leads text)
language sql stable security definer set search_path = plans, pg_temp
as $$
  select r.line_id, r.position, r.index_code, r.content, r.code, r.title, r.target, r.deadline_text,
    coalesce((
      select string_agg(m.printed_name, '; ' order by m.position)
      from plans.party m
      where (m.organisation_id, m.row_id) = (r.organisation_id, r.id) and m.duty = 'lead'), '')
  from plans.parent_plans() p
  join plans.plan_row r on (r.organisation_id, r.plan_id) = (p.organisation_id, p.id)
  where p.id = plan and r.withdrawn_at is null
$$;

create function plans.parent_targets(plan uuid) returns table (
  id uuid, "position" integer, index_code text, content text, kind text, value numeric, unit text, text text)
language sql stable security definer set search_path = plans, pg_temp
as $$
  select t.id, t.position, t.index_code, t.content, t.kind, t.value, t.unit, t.text
  from plans.parent_plans() p
  join plans.plan_target t on (t.organisation_id, t.plan_id) = (p.organisation_id, p.id)
  where p.id = plan
$$;

-- Giữ vững, cải thiện, nâng cao: what a plan wants of a content of an index (PLN-22).
create table plans.content_aim (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  index_code      text not null,
  content         text not null,                   -- as in the rows; '' for rows that hang directly under the index
  aim             text not null check (aim in ('keep', 'improve', 'raise')),
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id),
  unique (organisation_id, plan_id, index_code, content)
);
call shared.protect_tenant_table('plans.content_aim');

-- The year's record task by task, for the sheets of units and people; the record of a year is its sum. Measures as in plans.year_record.
create function plans.year_task(organisation uuid, from_day date, to_day date, today date, plan uuid) returns table (
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

create or replace function plans.year_record(organisation uuid, from_day date, to_day date, today date, plan uuid) returns table (
  organisation_id uuid, unit_id uuid, person_id uuid, led integer, asked integer, on_time integer, late integer, done integer, with_evidence integer, returned integer)
language sql stable parallel safe
as $$
  select organisation_id, unit_id, person_id, count(*)::integer, sum(asked)::integer, sum(on_time)::integer, sum(late)::integer, sum(done)::integer,
    sum(with_evidence)::integer, sum(returned)::integer
  from plans.year_task(organisation, from_day, to_day, today, plan)
  group by organisation_id, unit_id, person_id
$$;
