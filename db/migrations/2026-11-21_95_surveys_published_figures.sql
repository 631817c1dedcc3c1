-- Why: scorecards, the board and briefs use figures that somebody answered for, not a calculation that changes under them.

create table surveys.publication (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  index_code      text,                            -- "SIPAS": beside which rows of plans and criteria the figures belong; null for none
  counted         integer not null check (counted >= 0),
  response_rate   double precision,                -- 0–1; null when nobody was drawn
  method          text not null,                   -- one sentence: sample or not, weights, interval
  published_by    uuid not null,
  published_at    timestamptz not null,
  withdrawn_at    timestamptz,
  reason          text,                            -- why it was withdrawn
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id),
  foreign key (organisation_id, published_by) references access.person (organisation_id, id),
  check ((withdrawn_at is null) = (reason is null))
);
create index publication_wave on surveys.publication (organisation_id, wave_id, published_at desc);
call shared.protect_tenant_table('surveys.publication');
revoke delete, truncate on surveys.publication from diemsang_app;

-- Small groups are left out before they get here.
create table surveys.publication_figure (
  organisation_id uuid not null,
  id              uuid not null,
  publication_id  uuid not null,
  position        integer not null,
  level           text not null check (level in ('whole', 'part', 'element', 'criterion', 'choice', 'place')),
  code            text not null,
  label           text not null,
  value           double precision not null check (value between 0 and 1),
  n               integer not null check (n >= 5),
  low             double precision not null,
  high            double precision not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, publication_id, position),
  foreign key (organisation_id, publication_id) references surveys.publication (organisation_id, id)
);
call shared.protect_tenant_table('surveys.publication_figure');
revoke update, delete, truncate on surveys.publication_figure from diemsang_app;

-- The last word of each wave. A withdrawn publication does not bring an earlier one back.
create view surveys.published_figures with (security_invoker = true) as
  select f.organisation_id, p.id as publication_id, s.id as survey_id, s.title as survey, w.id as wave_id, w.name as wave, w.from_date, w.to_date,
    q.code as questionnaire, q.label as questionnaire_version, p.index_code, f.position, f.level, f.code, f.label, f.value, f.n, f.low, f.high,
    p.response_rate, p.method, p.published_at
  from surveys.publication p
  join surveys.publication_figure f on (f.organisation_id, f.publication_id) = (p.organisation_id, p.id)
  join surveys.wave w on (w.organisation_id, w.id) = (p.organisation_id, p.wave_id)
  join surveys.survey s on (s.organisation_id, s.id) = (w.organisation_id, w.survey_id)
  join surveys.questionnaire_version q on (q.organisation_id, q.id) = (w.organisation_id, w.questionnaire_id)
  where p.withdrawn_at is null
    and not exists (
      select from surveys.publication later
      where (later.organisation_id, later.wave_id) = (p.organisation_id, p.wave_id) and later.published_at > p.published_at);
grant select on surveys.published_figures to diemsang_app;
