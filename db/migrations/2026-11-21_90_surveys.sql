-- Why: people are asked in waves with a questionnaire that cannot change under them, and what they answered is stored once and never altered.

create schema surveys;
grant usage on schema surveys to diemsang_app;
alter default privileges in schema surveys grant select, insert, update, delete on tables to diemsang_app;

-- A questionnaire as YAML, found by its hash: a wave points here, so its questions stay what they were.
create table surveys.questionnaire_version (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  content_hash    text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  code            text not null,
  label           text not null,                   -- its own version: "2026.1"
  definition      text not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, content_hash)
);
call shared.protect_tenant_table('surveys.questionnaire_version');
revoke update, delete, truncate on surveys.questionnaire_version from diemsang_app;

create table surveys.survey (
  organisation_id  uuid not null references access.organisation (id),
  id               uuid not null,
  title            text not null,
  questionnaire_id uuid not null,                  -- the version the next wave will take
  version          integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, questionnaire_id) references surveys.questionnaire_version (organisation_id, id)
);
call shared.protect_tenant_table('surveys.survey');

create table surveys.wave (
  organisation_id  uuid not null,
  id               uuid not null,
  survey_id        uuid not null,
  name             text not null,
  from_date        date not null,
  to_date          date not null,                  -- last day answers are taken
  state            text not null check (state in ('draft', 'open', 'closed')),
  channels         text[] not null,
  needs_code       boolean not null,
  questionnaire_id uuid,                           -- frozen when the wave opens
  opened_at        timestamptz,
  closed_at        timestamptz,
  version          integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, survey_id) references surveys.survey (organisation_id, id),
  foreign key (organisation_id, questionnaire_id) references surveys.questionnaire_version (organisation_id, id),
  check (to_date >= from_date),
  check (state = 'draft' or questionnaire_id is not null)
);
create unique index wave_open on surveys.wave (organisation_id, survey_id) where state = 'open';
call shared.protect_tenant_table('surveys.wave');

-- Where people find the form: a counter, a procedure, a hamlet, or a link in a message. The poster outlives the wave.
create table surveys.collection_point (
  organisation_id uuid not null,
  id              uuid not null,
  survey_id       uuid not null,
  kind            text not null check (kind in ('counter', 'procedure', 'hamlet', 'link')),
  name            text not null,
  code            text not null unique check (code ~ '^[2-9a-hjkmnp-tv-z]{6,12}$'),
  ended_on        date,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, survey_id) references surveys.survey (organisation_id, id)
);
create index collection_point_survey on surveys.collection_point (organisation_id, survey_id);
call shared.protect_tenant_table('surveys.collection_point');

-- Keys the marks below, so that neither a dossier's number nor a device can be guessed back from them.
create table surveys.wave_key (
  organisation_id uuid not null,
  id              uuid not null,                   -- the wave's
  secret          bytea not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references surveys.wave (organisation_id, id)
);
call shared.protect_tenant_table('surveys.wave_key');

-- One answer for one dossier or household. Code and reference are kept as marks only; the list that joins them is handed out once, on paper.
create table surveys.access_code (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  code_mark       bytea not null,
  reference_mark  bytea not null,
  stratum         text not null,
  cluster         text not null,
  weight          double precision not null check (weight > 0),
  was_on_time     boolean,                         -- of a dossier; null when not a dossier or not known
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, wave_id, code_mark),
  unique (organisation_id, wave_id, reference_mark),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id)
);
call shared.protect_tenant_table('surveys.access_code');

-- Append-only. The submission key makes a form that was sent twice one answer.
create table surveys.response (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  submission_key  uuid not null,
  point_id        uuid not null,
  code_id         uuid,
  channel         text not null check (channel in ('web', 'kiosk', 'interviewer', 'paper')),
  helper_id       uuid,                            -- interviewer or keying clerk
  device          text,
  language        text not null,
  started_at      timestamptz,                     -- null when not measured (paper)
  finished_at     timestamptz not null,
  received_at     timestamptz not null default now(),
  answers         jsonb not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, wave_id, submission_key),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id),
  foreign key (organisation_id, point_id) references surveys.collection_point (organisation_id, id),
  foreign key (organisation_id, code_id) references surveys.access_code (organisation_id, id),
  foreign key (organisation_id, helper_id) references access.person (organisation_id, id)
);
create unique index response_code on surveys.response (organisation_id, code_id) where code_id is not null;
call shared.protect_tenant_table('surveys.response');
revoke update, delete, truncate on surveys.response from diemsang_app;
create trigger response_append_only before update or delete or truncate on surveys.response
  for each statement execute function shared.refuse_change();

-- A paper form keyed twice by two clerks before it counts.
create table surveys.paper_form (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  point_id        uuid not null,
  number          integer not null check (number > 0),
  filled_on       date not null,
  first_clerk_id  uuid not null,
  first_answers   jsonb not null,
  second_clerk_id uuid,
  second_answers  jsonb,
  response_id     uuid,                            -- both agree, or the differences were settled
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, wave_id, number),
  check (second_clerk_id <> first_clerk_id),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id),
  foreign key (organisation_id, point_id) references surveys.collection_point (organisation_id, id),
  foreign key (organisation_id, first_clerk_id) references access.person (organisation_id, id),
  foreign key (organisation_id, second_clerk_id) references access.person (organisation_id, id),
  foreign key (organisation_id, response_id) references surveys.response (organisation_id, id)
);
call shared.protect_tenant_table('surveys.paper_form');

-- A draw with everything needed to draw it again, and what became of each unit.
create table surveys.sample (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  frame_name      text not null,
  frame_hash      text not null,
  frame_size      integer not null,
  seed            text not null,
  plan            jsonb not null,
  drawn_at        timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id)
);
call shared.protect_tenant_table('surveys.sample');

create table surveys.sample_unit (
  organisation_id uuid not null,
  id              uuid not null,
  sample_id       uuid not null,
  position        integer not null,
  reference       text not null,                   -- household or dossier, as the frame names it
  stratum         text not null,
  cluster         text not null,
  is_reserve      boolean not null,
  probability     double precision not null check (probability > 0 and probability <= 1),
  outcome         text not null check (outcome in ('waiting', 'completed', 'refused', 'ineligible', 'not_reached')),
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, sample_id, position),
  foreign key (organisation_id, sample_id) references surveys.sample (organisation_id, id)
);
call shared.protect_tenant_table('surveys.sample_unit');

-- What a reviewer decided about a response, and whom the back-check asked again. The response itself never changes.
create table surveys.review (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  response_id     uuid not null,
  decision        text not null check (decision in ('counted', 'left_out')),
  reason          text not null,
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id),
  foreign key (organisation_id, response_id) references surveys.response (organisation_id, id),
  foreign key (organisation_id, decided_by) references access.person (organisation_id, id)
);
create index review_response on surveys.review (organisation_id, wave_id, response_id, decided_at);
call shared.protect_tenant_table('surveys.review');

create table surveys.back_check (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  seed            text not null,
  size            integer not null check (size > 0),
  drawn_at        timestamptz not null,
  responses       uuid[] not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id)
);
call shared.protect_tenant_table('surveys.back_check');

-- The one door for people who are not signed in: what stands behind the code of a poster. The open wave first, else the last closed one.
create function surveys.form_of_point(wanted text) returns table (
  organisation_id uuid, organisation text, survey_id uuid, survey text, point_id uuid, point text, point_kind text, has_ended boolean,
  wave_id uuid, wave text, state text, from_date date, to_date date, channels text[], needs_code boolean, secret bytea, content_hash text, definition text)
language sql stable security definer set search_path = surveys, access, pg_temp
as $$
  select p.organisation_id, o.name, s.id, s.title, p.id, p.name, p.kind, p.ended_on is not null,
    w.id, w.name, w.state, w.from_date, w.to_date, w.channels, w.needs_code, k.secret, q.content_hash, q.definition
  from surveys.collection_point p
  join access.organisation o on o.id = p.organisation_id
  join surveys.survey s on (s.organisation_id, s.id) = (p.organisation_id, p.survey_id)
  left join lateral (
    select * from surveys.wave w where (w.organisation_id, w.survey_id) = (s.organisation_id, s.id) and w.state <> 'draft'
    order by (w.state = 'open') desc, w.to_date desc limit 1) w on true
  left join surveys.wave_key k on (k.organisation_id, k.id) = (w.organisation_id, w.id)
  left join surveys.questionnaire_version q on (q.organisation_id, q.id) = (w.organisation_id, w.questionnaire_id)
  where p.code = wanted
$$;
