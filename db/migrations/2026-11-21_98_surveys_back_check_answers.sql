-- Why: a back-check is worth something only when what people said the second time is kept, and counted for each enumerator.

alter table surveys.back_check add column only_helped boolean not null default false; -- drawn among answers that somebody asked or entered
alter table surveys.back_check alter column only_helped drop default;

-- The last one about a response stands; corrections are added, never overwritten.
create table surveys.back_check_answer (
  organisation_id uuid not null,
  id              uuid not null,
  back_check_id   uuid not null,
  response_id     uuid not null,
  outcome         text not null check (outcome in ('same', 'different', 'not_reached')),
  note            text,                            -- what differs
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, back_check_id) references surveys.back_check (organisation_id, id),
  foreign key (organisation_id, response_id) references surveys.response (organisation_id, id),
  foreign key (organisation_id, recorded_by) references access.person (organisation_id, id)
);
create index back_check_answer_list on surveys.back_check_answer (organisation_id, back_check_id, recorded_at);
call shared.protect_tenant_table('surveys.back_check_answer');
revoke update, delete, truncate on surveys.back_check_answer from diemsang_app;
