-- Why: an obstacle waits for a named person's decision, and a unit is asked to explain or to contribute by a day; who said what, and when, is kept.

create table plans.obstacle (
  organisation_id uuid not null,
  id              uuid not null,
  task_id         uuid not null,
  unit_id         uuid not null,
  update_id       uuid not null,                   -- the update that raised it
  text            text not null,
  raised_by       uuid not null,
  raised_at       timestamptz not null,
  asked_person_id uuid,                            -- whose decision it waits for; null: nobody held a post to ask
  decision        text,
  decided_by      uuid,
  decided_at      timestamptz,
  lifted_at       timestamptz,                     -- the unit has reported again since: no decision is waited for any more
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references plans.task (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  foreign key (organisation_id, update_id) references plans.progress_update (organisation_id, id),
  foreign key (organisation_id, raised_by) references access.person (organisation_id, id),
  foreign key (organisation_id, asked_person_id) references access.person (organisation_id, id),
  foreign key (organisation_id, decided_by) references access.person (organisation_id, id),
  unique (organisation_id, update_id),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
);
create index obstacle_task on plans.obstacle (organisation_id, task_id, unit_id);
create index obstacle_open on plans.obstacle (organisation_id, asked_person_id) where decided_at is null and lifted_at is null;
call shared.protect_tenant_table('plans.obstacle');
revoke delete, truncate on plans.obstacle from diemsang_app;

-- A leader asks a lead unit to explain (giải trình); a lead unit asks a co-operating one to contribute (phối hợp).
create table plans.unit_request (
  organisation_id uuid not null,
  id              uuid not null,
  task_id         uuid not null,
  unit_id         uuid not null,                   -- who is asked
  kind            text not null check (kind in ('explanation', 'contribution')),
  text            text not null,
  due_on          date not null,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  answer          text,
  file_id         uuid,
  answered_by     uuid,
  answered_at     timestamptz,
  closed_by       uuid,
  closed_at       timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references plans.task (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  foreign key (organisation_id, asked_by) references access.person (organisation_id, id),
  foreign key (organisation_id, file_id) references shared.stored_file (organisation_id, id),
  foreign key (organisation_id, answered_by) references access.person (organisation_id, id),
  foreign key (organisation_id, closed_by) references access.person (organisation_id, id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((closed_by is null) = (closed_at is null))
);
create index unit_request_task on plans.unit_request (organisation_id, task_id);
create index unit_request_open on plans.unit_request (organisation_id, unit_id) where closed_at is null;
call shared.protect_tenant_table('plans.unit_request');
revoke delete, truncate on plans.unit_request from diemsang_app;
