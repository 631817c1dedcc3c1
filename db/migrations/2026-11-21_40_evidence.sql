-- Why: proof is kept once — a file by its content, or a document by its number — and used for many tasks, criteria and years.

create schema evidence;
grant usage on schema evidence to diemsang_app;
alter default privileges in schema evidence grant select, insert, update, delete on tables to diemsang_app;

create table evidence.evidence_item (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  title           text not null,
  file_id         uuid,
  document_kind   text,                            -- Báo cáo, Biên bản …
  number          text,
  symbol          text,
  issued_on       date,
  issuer          text,
  page            text,                            -- where in the document: "trang 3", "mục II.2"
  stands_for      date not null,                   -- the date it proves something for, apart from the day it was put in
  search_text     text not null,                   -- folded: title, document number, issuer and the text found in the file
  added_at        timestamptz not null,
  added_by        uuid,
  withdrawn_at    timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references shared.stored_file (organisation_id, id),
  check (file_id is not null or number is not null)
);
create index evidence_item_document on evidence.evidence_item (organisation_id, number, symbol);
create index evidence_item_file on evidence.evidence_item (organisation_id, file_id);
create index evidence_item_stands_for on evidence.evidence_item (organisation_id, stands_for);
create index evidence_item_search on evidence.evidence_item using gin (to_tsvector('simple', search_text));
call shared.protect_tenant_table('evidence.evidence_item');

-- What an item proves: an occurrence of a task, a criterion of a score sheet, a conclusion … The year is that of the thing proved.
create table evidence.evidence_use (
  organisation_id uuid not null,
  id              uuid not null,
  item_id         uuid not null,
  subject_kind    text not null check (subject_kind in ('occurrence', 'criterion', 'conclusion', 'entry')),
  subject_id      uuid not null,
  year            integer not null,
  used_at         timestamptz not null,
  used_by         uuid,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, item_id) references evidence.evidence_item (organisation_id, id),
  unique (organisation_id, item_id, subject_kind, subject_id)
);
create index evidence_use_subject on evidence.evidence_use (organisation_id, subject_kind, subject_id);
call shared.protect_tenant_table('evidence.evidence_use');
