-- Why: not everything a person has to know is about a period of a task: a round opens, a sheet is due, comes back, is published.

create table reminders.notice (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  key             text not null,                   -- what makes it one notice to this person: "round <id> self_scoring"
  title           text not null,
  path            text not null check (path like '/%'), -- the page it leads to
  at              timestamptz not null,
  read_at         timestamptz,
  mailed_at       timestamptz,                     -- the day's letter that carried it
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, person_id, key)         -- two nodes, one notice
);
create index notice_unread on reminders.notice (organisation_id, person_id) where read_at is null;
create index notice_unmailed on reminders.notice (at) where mailed_at is null;
call shared.protect_tenant_table('reminders.notice');
revoke delete, truncate on reminders.notice from diemsang_app;

-- Scheduled work knows no tenant yet: it learns which organisations have something to put into a letter, and nothing but their ids.
create function reminders.organisations_with_notices() returns setof uuid
language sql stable security definer set search_path = reminders, pg_temp
as $$ select distinct organisation_id from reminders.notice where mailed_at is null $$;
