-- Why: an issued plan changes only by an amendment: units propose, the focal official gathers, the leader decides; what the plan said before stays.

alter table plans.plan add column edition integer not null default 1;

-- A row is never rewritten: an amendment ends it with an edition and puts another row on the same line.
alter table plans.plan_row
  add column line_id uuid,
  add column first_edition integer not null default 1,
  add column last_edition integer check (last_edition >= first_edition),
  add column deadline_set_on date;                 -- day of the amendment that set the deadline; null: the plan's own
update plans.plan_row set line_id = id;
alter table plans.plan_row alter column line_id set not null;
create unique index plan_row_line on plans.plan_row (organisation_id, line_id, first_edition);

alter table plans.assignment add column followed_from date;
alter table plans.occurrence add column withdrawn_at timestamptz;
alter table plans.occurrence drop constraint occurrence_organisation_id_task_id_unit_id_from_date_to_dat_key;
create unique index occurrence_period on plans.occurrence (organisation_id, task_id, unit_id, from_date, to_date) where withdrawn_at is null;

-- The rule of "nothing is silently changed", below the application: an issued row only ends or changes its place in the list.
create function plans.keep_issued_row() returns trigger
language plpgsql
as $$
begin
  if exists (select from plans.plan p where (p.organisation_id, p.id) = (old.organisation_id, old.plan_id) and p.state = 'issued')
    and (tg_op = 'DELETE' or to_jsonb(new) - array['position', 'last_edition', 'withdrawn_at', 'version'] <> to_jsonb(old) - array['position', 'last_edition', 'withdrawn_at', 'version']) then
    raise exception 'a row of an issued plan changes by an amendment only';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger plan_row_issued before update or delete on plans.plan_row for each row execute function plans.keep_issued_row();

create function plans.keep_issued_part() returns trigger
language plpgsql
as $$
begin
  if exists (
    select from plans.plan_row r join plans.plan p on (p.organisation_id, p.id) = (r.organisation_id, r.plan_id)
    where (r.organisation_id, r.id) = (old.organisation_id, old.row_id) and p.state = 'issued') then
    raise exception 'measures and bodies of an issued plan change by an amendment only';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger measure_issued before update or delete on plans.measure for each row execute function plans.keep_issued_part();
create trigger party_issued before update or delete on plans.party for each row execute function plans.keep_issued_part();

create table plans.amendment (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  state           text not null check (state in ('draft', 'submitted', 'approved')),
  number          text,
  symbol          text,
  decided_on      date,
  edition         integer,                         -- the edition of the plan it made
  created_at      timestamptz not null,
  created_by      uuid,
  submitted_at    timestamptz,
  approved_at     timestamptz,
  approved_by     uuid,
  returned_why    text,                            -- what the leader said when giving it back
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id),
  check (state <> 'approved' or (number is not null and symbol is not null and decided_on is not null and edition is not null))
);
create unique index amendment_open on plans.amendment (organisation_id, plan_id) where state <> 'approved';
create unique index amendment_edition on plans.amendment (organisation_id, plan_id, edition);
call shared.protect_tenant_table('plans.amendment');

create function plans.keep_approved_amendment() returns trigger
language plpgsql
as $$
begin
  if old.state = 'approved' then
    raise exception 'an approved amendment does not change';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger amendment_approved before update or delete on plans.amendment for each row execute function plans.keep_approved_amendment();

-- What somebody wants changed in one row. It names the row as it was read: when that row has ended, the proposal is stale.
create table plans.row_proposal (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  kind            text not null check (kind in ('change', 'add', 'drop')),
  row_id          uuid,                            -- the row to change or drop; for a new row the one it follows
  wording         jsonb,                           -- PlanDraftRow; null when dropped
  reason          text not null,
  unit_id         uuid,
  proposed_by     uuid not null,
  proposed_at     timestamptz not null,
  state           text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer          text,
  answered_by     uuid,
  answered_at     timestamptz,
  amendment_id    uuid,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id),
  foreign key (organisation_id, row_id) references plans.plan_row (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  foreign key (organisation_id, amendment_id) references plans.amendment (organisation_id, id),
  check ((wording is null) = (kind = 'drop')),
  check ((amendment_id is not null) = (state = 'accepted'))
);
create index row_proposal_plan on plans.row_proposal (organisation_id, plan_id, state);
call shared.protect_tenant_table('plans.row_proposal');

-- How each lead unit stands: as before, but for periods that an amendment took back.
create or replace function plans.standing(today date) returns table (
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
      and m.due_on < today and m.state <> 'done'
      and (not m.is_check_in or (m.answered_at is null and m.from_date > coalesce(heard.from_date, '-infinity')))) late on true
  where a.duty = 'lead'
$$;

-- The year's record: as before, but for periods that an amendment took back, and of one plan where one is asked for.
drop function plans.year_record(uuid, date, date, date);
create function plans.year_record(organisation uuid, from_day date, to_day date, today date, plan uuid) returns table (
  organisation_id uuid, unit_id uuid, person_id uuid, led integer, asked integer, on_time integer, late integer, done integer, with_evidence integer, returned integer)
language sql stable parallel safe
as $$
  select a.organisation_id, a.unit_id, a.person_id, count(distinct a.task_id)::integer,
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
  group by a.organisation_id, a.unit_id, a.person_id
$$;
