-- Why: a person who is away hands the duties to another for a time (ủy quyền), by a decision, without sharing a password.

create table access.mandate (
  organisation_id uuid not null,
  id              uuid not null,
  from_person_id  uuid not null,
  to_person_id    uuid not null,
  from_date       date not null,
  to_date         date not null,                   -- last day, inclusive
  decision        text,                            -- number and date of the document that orders it
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, from_person_id) references access.person (organisation_id, id),
  foreign key (organisation_id, to_person_id) references access.person (organisation_id, id),
  check (from_person_id <> to_person_id),
  check (to_date >= from_date)
);
create index mandate_to_person on access.mandate (organisation_id, to_person_id);
call shared.protect_tenant_table('access.mandate');
