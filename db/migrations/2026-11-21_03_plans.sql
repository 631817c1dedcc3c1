-- Why: a plan document becomes rows, rows become tasks, tasks fall due as occurrences, and people say how far they are.

create schema plans;
grant usage on schema plans to diemsang_app;
alter default privileges in schema plans grant select, insert, update, delete on tables to diemsang_app;

create table plans.plan (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  state           text not null check (state in ('draft', 'issued', 'withdrawn')),
  title           text not null,
  title_folded    text not null,
  number          text,
  symbol          text,
  issued_on       date,                            -- the document's own date; blank in drafts
  place           text,
  issuer          text,
  superior        text,
  period_from     integer not null,
  period_to       integer not null check (period_to >= period_from),
  indices         text[] not null,
  content         jsonb not null,                  -- parents, legal bases, sections, report deadlines, recipients, signature (PlanContent)
  is_ocr          boolean not null default false,
  identity_confirmed boolean not null default true, -- false until a person has confirmed number, date and symbol read by OCR
  issued_at       timestamptz,
  issued_by       uuid,
  created_at      timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id)
);
create index plan_state on plans.plan (organisation_id, state);
call shared.protect_tenant_table('plans.plan');

create table plans.plan_target (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  position        integer not null,
  index_code      text,
  content         text,
  kind            text not null,
  value           numeric,
  upper           numeric,
  among           integer,
  unit            text,
  text            text not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id)
);
create index plan_target_plan on plans.plan_target (organisation_id, plan_id);
call shared.protect_tenant_table('plans.plan_target');

create table plans.plan_row (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  position        integer not null,
  index_code      text,
  content_code    text,
  content         text,
  code            text,
  title           text not null,
  target          text,                            -- chỉ tiêu/kết quả: the expected result
  measures_intro  text,
  deadline_kind   text not null check (deadline_kind in ('continuous', 'fixed', 'yearly', 'regulated', 'event', 'period', 'none')),
  deadline_text   text not null,
  deadline_date   date,
  deadline_from   date,
  deadline_month  integer,
  deadline_day    integer,
  deadline_others date[] not null default '{}',
  appendix        integer not null default 1,
  proposed        boolean not null default false,  -- read from prose and not yet accepted by a person
  source          jsonb,                           -- where it stands in the imported document (SourcePlace)
  withdrawn_at    timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id)
);
create index plan_row_plan on plans.plan_row (organisation_id, plan_id, position);
call shared.protect_tenant_table('plans.plan_row');

create table plans.measure (
  organisation_id uuid not null,
  id              uuid not null,
  row_id          uuid not null,
  position        integer not null,
  text            text not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, row_id) references plans.plan_row (organisation_id, id)
);
create index measure_row on plans.measure (organisation_id, row_id, position);
call shared.protect_tenant_table('plans.measure');

-- A body named in a row as lead or co-operator: as printed, and the unit it was mapped to by a person or an exact name.
create table plans.party (
  organisation_id uuid not null,
  id              uuid not null,
  row_id          uuid not null,
  position        integer not null,
  duty            text not null check (duty in ('lead', 'cooperate')),
  printed_name    text not null,
  unit_id         uuid,
  is_all_units    boolean not null default false,  -- "Các cơ quan, đơn vị liên quan": every unit answers
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, row_id) references plans.plan_row (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id)
);
create index party_row on plans.party (organisation_id, row_id);
call shared.protect_tenant_table('plans.party');

-- One reading of one file: its progress while it is read, and the draft it gave.
create table plans.plan_import (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  file_id         uuid not null,
  plan_id         uuid,                            -- the plan it became, or the plan it is to be compared with
  state           text not null check (state in ('waiting', 'reading', 'read', 'failed', 'applied', 'dropped')),
  step            text,                            -- what the reader is doing, for the progress page
  percent         integer not null default 0 check (percent between 0 and 100),
  failure         text,
  draft           jsonb,                           -- PlanDraft
  requested_at    timestamptz not null,
  requested_by    uuid,
  finished_at     timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references shared.stored_file (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id)
);
call shared.protect_tenant_table('plans.plan_import');

-- Work: one task for each row of an issued plan.
create table plans.task (
  organisation_id uuid not null,
  id              uuid not null,
  plan_id         uuid not null,
  row_id          uuid not null,
  is_for_all_units boolean not null default false,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references plans.plan (organisation_id, id),
  foreign key (organisation_id, row_id) references plans.plan_row (organisation_id, id),
  unique (organisation_id, row_id)
);
call shared.protect_tenant_table('plans.task');

-- Who does it: units, one of the leads accountable, and the named official the head gave it to.
create table plans.assignment (
  organisation_id uuid not null,
  id              uuid not null,
  task_id         uuid not null,
  unit_id         uuid not null,
  duty            text not null check (duty in ('lead', 'cooperate')),
  is_accountable  boolean not null default false,
  person_id       uuid,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references plans.task (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, task_id, unit_id, duty)
);
create index assignment_unit on plans.assignment (organisation_id, unit_id);
create index assignment_person on plans.assignment (organisation_id, person_id);
call shared.protect_tenant_table('plans.assignment');

-- One due period of a task for the unit that answers for it (every unit when the task is for all units).
create table plans.occurrence (
  organisation_id uuid not null,
  id              uuid not null,
  task_id         uuid not null,
  unit_id         uuid not null,
  from_date       date not null,
  to_date         date not null check (to_date >= from_date),
  due_on          date,                            -- last good day; null while there is none yet (regulated, event)
  state           text not null check (state in ('not_started', 'in_progress', 'blocked', 'done')),
  percent         integer check (percent between 0 and 100),
  numerator       numeric,
  denominator     numeric,
  answered_at     timestamptz,                     -- last update; null = silent
  done_on         date,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references plans.task (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  unique (organisation_id, task_id, unit_id, from_date, to_date)
);
create index occurrence_unit_due on plans.occurrence (organisation_id, unit_id, due_on);
call shared.protect_tenant_table('plans.occurrence');

-- What a unit said, once said never changed; the occurrence carries the last one.
create table plans.progress_update (
  organisation_id uuid not null,
  id              uuid not null,
  occurrence_id   uuid not null,
  person_id       uuid,
  at              timestamptz not null,
  state           text not null check (state in ('not_started', 'in_progress', 'blocked', 'done')),
  percent         integer check (percent between 0 and 100),
  numerator       numeric,
  denominator     numeric,
  note            text,
  document_number text,                            -- "12/BC-UBND ngày 05/02/2026"
  file_id         uuid,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, occurrence_id) references plans.occurrence (organisation_id, id),
  foreign key (organisation_id, file_id) references shared.stored_file (organisation_id, id)
);
create index progress_update_occurrence on plans.progress_update (organisation_id, occurrence_id, at);
call shared.protect_tenant_table('plans.progress_update');
revoke update, delete, truncate on plans.progress_update from diemsang_app;
