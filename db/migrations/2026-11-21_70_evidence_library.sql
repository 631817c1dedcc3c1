-- Why: the library finds a proof by the text inside its file, knows a document number however it was typed, and says what is still without proof.

drop index evidence.evidence_item_search;
drop index evidence.evidence_item_document;
alter table evidence.evidence_item rename column search_text to search_folded;  -- words without marks: description and text of the file
alter table evidence.evidence_item add column number_folded text;               -- "5/kh-ubnd" for "05/KH-UBND" however it was typed
create index evidence_item_search on evidence.evidence_item using gin (to_tsvector('simple', search_folded));
create index evidence_item_document on evidence.evidence_item (organisation_id, number_folded);

-- What was read in a file, once for all proofs that it carries; a failure is a sentence for people, and the proof stays a proof.
create table evidence.file_text (
  organisation_id uuid not null,
  id              uuid not null,
  file_id         uuid not null,
  text            text,
  failure         text,
  read_at         timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references shared.stored_file (organisation_id, id),
  unique (organisation_id, file_id),
  check (text is not null or failure is not null)
);
call shared.protect_tenant_table('evidence.file_text');

-- Scheduled work knows no tenant yet: it learns which organisations have a file to read, and nothing but their ids.
create function evidence.organisations_with_unread_files() returns setof uuid
language sql stable security definer set search_path = evidence, pg_temp
as $$
  select distinct i.organisation_id
  from evidence.evidence_item i
  where i.file_id is not null and not exists (select from evidence.file_text t where (t.organisation_id, t.file_id) = (i.organisation_id, i.file_id))
$$;

-- Published by Plans: each period of each task, for readers in other modules that only know the period.
create view plans.occurrence_line with (security_invoker = true) as
  select o.organisation_id, o.id as occurrence_id, o.task_id, o.unit_id, u.name as unit, u.sort_order as unit_order, r.position,
    concat_ws(' ', nullif(r.index_code, ''), nullif(r.code, ''), r.title) as name,
    o.from_date, o.to_date, o.state, o.done_on, t.withdrawn_at is not null as is_withdrawn
  from plans.occurrence o
  join plans.task t on (t.organisation_id, t.id) = (o.organisation_id, o.task_id)
  join plans.plan_row r on (r.organisation_id, r.id) = (t.organisation_id, t.row_id)
  join access.unit u on (u.organisation_id, u.id) = (o.organisation_id, o.unit_id);
grant select on plans.occurrence_line to diemsang_app;

-- What is said to be done and has nothing to show for it.
create view evidence.missing_proof with (security_invoker = true) as
  select l.*
  from plans.occurrence_line l
  where l.state = 'done' and not l.is_withdrawn
    and not exists (
      select from evidence.evidence_use u
      join evidence.evidence_item i on (i.organisation_id, i.id) = (u.organisation_id, u.item_id) and i.withdrawn_at is null
      where (u.organisation_id, u.subject_kind, u.subject_id) = (l.organisation_id, 'occurrence', l.occurrence_id));
grant select on evidence.missing_proof to diemsang_app;
