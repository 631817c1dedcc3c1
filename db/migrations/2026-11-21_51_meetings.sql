-- Why: review meetings, forums and dialogues are planned, minuted and answered for; a conclusion becomes work with a person and a date.

create schema meetings;
grant usage on schema meetings to diemsang_app;
alter default privileges in schema meetings grant select, insert, update, delete on tables to diemsang_app;

create table meetings.meeting (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  kind            text not null,                   -- code of catalog/meetings
  state           text not null check (state in ('planned', 'held', 'cancelled')),
  title           text not null,
  starts_at       timestamptz not null,
  ended_at        timestamptz,
  place           text not null,
  hamlet          text,                            -- thôn, tổ dân phố
  chair_id        uuid not null,
  secretary_id    uuid not null,
  minutes_number  text,
  notes           text,                            -- what was said besides the agenda items
  chair_signed_at timestamptz,
  secretary_signed_at timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, chair_id) references access.person (organisation_id, id),
  foreign key (organisation_id, secretary_id) references access.person (organisation_id, id)
);
create index meeting_kind on meetings.meeting (organisation_id, kind, starts_at);
call shared.protect_tenant_table('meetings.meeting');

create table meetings.agenda_item (
  organisation_id uuid not null,
  id              uuid not null,
  meeting_id      uuid not null,
  position        integer not null,
  text            text not null,
  task_id         uuid,                            -- the red task it is about
  conclusion_id   uuid,                            -- the earlier conclusion it is about
  discussion      text,                            -- what was said, for the minutes
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting (organisation_id, id),
  unique (organisation_id, meeting_id, task_id),
  unique (organisation_id, meeting_id, conclusion_id)
);
create index agenda_item_meeting on meetings.agenda_item (organisation_id, meeting_id, position);
call shared.protect_tenant_table('meetings.agenda_item');

-- Who is invited: an official, a unit's representative, or a household's.
create table meetings.guest (
  organisation_id uuid not null,
  id              uuid not null,
  meeting_id      uuid not null,
  name            text not null,
  standing_for    text,                            -- post and unit, or the household's address
  person_id       uuid,
  invited_on      date,                            -- the day the invitation went out
  attendance      text not null check (attendance in ('unknown', 'present', 'absent')),
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id)
);
create index guest_meeting on meetings.guest (organisation_id, meeting_id);
call shared.protect_tenant_table('meetings.guest');

-- A conclusion is work: a unit, a person when named, a last good day, and what was said about it last.
create table meetings.conclusion (
  organisation_id uuid not null,
  id              uuid not null,
  meeting_id      uuid not null,
  position        integer not null,
  text            text not null,
  unit_id         uuid not null,
  person_id       uuid,
  due_on          date not null,
  state           text not null check (state in ('open', 'done')),
  progress        text,
  answered_at     timestamptz,
  done_on         date,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id)
);
create index conclusion_open on meetings.conclusion (organisation_id, due_on) where state = 'open';
call shared.protect_tenant_table('meetings.conclusion');

-- A kiến nghị of the people, its answer and what came of it. The proposer's name stays inside.
create table meetings.proposal (
  organisation_id uuid not null,
  id              uuid not null,
  meeting_id      uuid not null,
  position        integer not null,
  proposer        text not null,
  text            text not null,
  unit_id         uuid not null,                   -- who answers
  due_on          date not null,
  answer          text,
  answered_on     date,
  outcome         text,                            -- what was carried out
  outcome_on      date,
  state           text not null check (state in ('open', 'answered', 'carried_out', 'declined')),
  is_public       boolean not null default false,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references meetings.meeting (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id)
);
create index proposal_meeting on meetings.proposal (organisation_id, meeting_id);
call shared.protect_tenant_table('meetings.proposal');

-- The one door for readers who are not signed in: published proposals of one organisation, without the proposer.
create function meetings.public_outcomes(wanted text) returns table (
  organisation text, meeting text, held_on date, text text, answerer text, state text, due_on date, answer text, answered_on date, outcome text, outcome_on date)
language sql stable security definer set search_path = meetings, access, pg_temp
as $$
  select o.name, m.title, (m.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, p.text, u.name, p.state, p.due_on, p.answer, p.answered_on, p.outcome, p.outcome_on
  from access.organisation o
  left join (meetings.proposal p
    join meetings.meeting m on (m.organisation_id, m.id) = (p.organisation_id, p.meeting_id) and m.state = 'held'
    join access.unit u on (u.organisation_id, u.id) = (p.organisation_id, p.unit_id)) on p.organisation_id = o.id and p.is_public
  where lower(o.code) = lower(wanted)
  order by m.starts_at desc, p.position
  limit 200
$$;
