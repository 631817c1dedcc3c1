-- Why: a plan that waits to be looked at dies. The right person is asked at the right time, and what was asked, when, and by whom is kept.

create schema reminders;
grant usage on schema reminders to diemsang_app;
alter default privileges in schema reminders grant select, insert, update, delete on tables to diemsang_app;

-- How an organisation reminds, where it differs from catalog/reminders/default.yaml.
create table reminders.reminder_setting (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  rule            jsonb not null,                  -- ReminderRule
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id)
);
call shared.protect_tenant_table('reminders.reminder_setting');

-- Signs the links in e-mails. A new key ends every link sent before.
create table reminders.link_key (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  secret          bytea not null check (octet_length(secret) = 32),
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id)
);
call shared.protect_tenant_table('reminders.link_key');

create table reminders.preference (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  by_mail         boolean not null default true,   -- in the product everybody is reminded
  digest_at       time,                            -- later than the organisation's hour; null keeps that one
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, person_id)
);
call shared.protect_tenant_table('reminders.preference');

-- Days on which a person is not asked and the deputy is; whoever hands over duties by decision is in access.mandate.
create table reminders.absence (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  from_date       date not null,
  to_date         date not null check (to_date >= from_date),
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id)
);
create index absence_person on reminders.absence (organisation_id, person_id);
call shared.protect_tenant_table('reminders.absence');

-- The outbox: written in the transaction that decides to remind, sent afterwards by whichever node takes the row.
create table reminders.mail (
  organisation_id uuid not null,
  id              uuid not null,
  key             text not null,                   -- what makes it one mail: "digest 2026-11-23", "urge <notification>"
  person_id       uuid not null,
  address         text not null,
  subject         text not null,
  text_body       text not null,
  html_body       text not null,
  state           text not null check (state in ('waiting', 'sent', 'failed')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  failure         text,                            -- what the server said last
  created_at      timestamptz not null,
  sent_at         timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, person_id, key)
);
create index mail_waiting on reminders.mail (next_attempt_at) where state = 'waiting';
create index mail_failed on reminders.mail (organisation_id, created_at) where state = 'failed';
call shared.protect_tenant_table('reminders.mail');

-- What a person was asked, and when: the list under the bell, and the log of urging (đôn đốc).
create table reminders.notification (
  organisation_id uuid not null,
  id              uuid not null,
  person_id       uuid not null,
  occurrence_id   uuid not null,
  kind            text not null check (kind in ('reminder', 'request', 'escalation', 'urging')),
  step            text not null,                   -- the ladder's step, or "urge"
  step_day        date not null,
  due_on          date,
  note            text,                            -- in the words of whoever urged
  by_person_id    uuid,                            -- who urged; null for the ladder
  at              timestamptz not null,
  read_at         timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  foreign key (organisation_id, by_person_id) references access.person (organisation_id, id),
  foreign key (organisation_id, occurrence_id) references plans.occurrence (organisation_id, id),
  unique (organisation_id, person_id, occurrence_id, step, step_day) -- two nodes, one reminder
);
create index notification_unread on reminders.notification (organisation_id, person_id) where read_at is null;
create index notification_person on reminders.notification (organisation_id, person_id, at desc);
create index notification_occurrence on reminders.notification (organisation_id, occurrence_id, at);
call shared.protect_tenant_table('reminders.notification');
revoke delete, truncate on reminders.notification from diemsang_app;

-- Scheduled work knows no tenant yet: it learns which organisations have a letter to send, and nothing but their ids.
create function reminders.organisations_with_mail(now timestamptz) returns setof uuid
language sql stable security definer set search_path = reminders, pg_temp
as $$ select distinct organisation_id from reminders.mail where state = 'waiting' and next_attempt_at <= now $$;
