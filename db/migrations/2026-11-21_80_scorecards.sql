-- Why: a province issues a criteria set and runs a round on it; communes score themselves, appraisers appraise, a council decides, the result is
-- published. Self, appraisal 1, appraisal 2 and council are separate rows, so that none can overwrite another.

create schema scorecards;
grant usage on schema scorecards to diemsang_app;
alter default privileges in schema scorecards grant select, insert, update, delete on tables to diemsang_app;

-- One edition of a criteria set. The whole tree is one YAML text (docs/scoring.md), because it is read, checked and cloned as a whole.
create table scorecards.criteria_edition (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  code            text not null,                   -- identity over the years
  edition         text not null,                   -- "2026"
  title           text not null,
  total           numeric not null,
  leaves          integer not null,
  yaml            text not null,
  state           text not null check (state in ('draft', 'published', 'withdrawn')),
  published_at    timestamptz,
  cloned_from_id  uuid,
  version         integer not null default 1,
  primary key (organisation_id, id)
);
create unique index criteria_edition_once on scorecards.criteria_edition (organisation_id, code, edition) where state <> 'withdrawn';
call shared.protect_tenant_table('scorecards.criteria_edition');
create policy published_below on scorecards.criteria_edition for select
  using (state = 'published' and organisation_id = any ((select access.superior_organisations())::uuid[]));

-- Kỳ chấm. Days are last good days; what is closed on a day follows from them, reached_stage is what the clock has announced.
create table scorecards.round (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  edition_id      uuid not null,
  title           text not null,
  year            integer not null,
  state           text not null check (state in ('preparing', 'open', 'published', 'withdrawn')),
  self_score_to   date not null,
  appraisal1_to   date not null,
  explanation_to  date not null,
  appraisal2_to   date not null,
  council_to      date not null,
  publish_on      date not null,
  ties            text not null check (ties in ('competition', 'dense', 'ordinal')),
  grades          text not null,                   -- "Tốt>=90; Khá>=80; Trung bình<80"
  reached_stage   text not null check (reached_stage in ('preparing', 'self_scoring', 'appraisal1', 'explanation', 'appraisal2', 'council', 'publication', 'published')),
  decision        text,                            -- number and date of the publishing decision
  published_at    timestamptz,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, edition_id) references scorecards.criteria_edition (organisation_id, id),
  check (self_score_to <= appraisal1_to and appraisal1_to <= explanation_to and explanation_to <= appraisal2_to and appraisal2_to <= council_to and council_to <= publish_on)
);
create index round_year on scorecards.round (organisation_id, year);
call shared.protect_tenant_table('scorecards.round');
create policy opened_below on scorecards.round for select
  using (state in ('open', 'published') and organisation_id = any ((select access.superior_organisations())::uuid[]));

-- A unit that is scored, with the keeper's running totals of it, so that a ranking reads one row for each unit.
create table scorecards.participant (
  organisation_id uuid not null,
  id              uuid not null,
  round_id        uuid not null,
  subject_id      uuid not null references access.organisation (id),
  subject_name    text not null,                   -- as it was called in that round
  peer_group      text,
  is_ranked       boolean not null default true,
  self_score_to   date,                            -- extension for this unit
  explanation_to  date,
  reopened_at     timestamptz,
  reason          text,                            -- of the last extension or re-opening
  locked_on       date,                            -- the day on which the clock closed its self-scoring
  appraisal1_points numeric, appraisal1_max numeric, appraisal1_count integer not null default 0,
  appraisal2_points numeric, appraisal2_max numeric, appraisal2_count integer not null default 0,
  final_points    numeric, final_max numeric, final_count integer not null default 0,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, round_id, subject_id),
  foreign key (organisation_id, round_id) references scorecards.round (organisation_id, id)
);
create index participant_subject on scorecards.participant (subject_id);
call shared.protect_tenant_table('scorecards.participant');
create policy own_participation on scorecards.participant for select
  using (subject_id = (select shared.current_organisation()) and organisation_id = any ((select access.superior_organisations())::uuid[]));

-- Phiếu chấm: the unit's own side of it.
create table scorecards.score_sheet (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  round_id        uuid not null,
  keeper_id       uuid not null references access.organisation (id), -- whose round it is
  ready_at        timestamptz,                     -- put before the head
  ready_by        text,
  submitted_at    timestamptz,                     -- approved by the head and sent
  submitted_by    text,
  explained_at    timestamptz,                     -- explanations closed and sent
  self_points     numeric, self_max numeric, self_count integer not null default 0,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, round_id)
);
create index score_sheet_round on scorecards.score_sheet (keeper_id, round_id);
call shared.protect_tenant_table('scorecards.score_sheet');

-- What the unit declared for one criterion; points are derived from it and kept beside it.
create table scorecards.self_score (
  organisation_id uuid not null,
  id              uuid not null,
  sheet_id        uuid not null,
  code            text not null,
  declared        jsonb not null,
  is_not_applicable boolean not null default false,
  reason          text,                            -- why it does not apply
  explanation     text,                            -- why there is no proof, or how the number came about
  figure_source   text,                            -- the product's own figures that were taken over
  points          numeric,
  answer          text,                            -- giải trình after appraisal 1
  answered_at     timestamptz,
  scored_by       text not null,
  scored_at       timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, sheet_id, code),
  foreign key (organisation_id, sheet_id) references scorecards.score_sheet (organisation_id, id)
);
call shared.protect_tenant_table('scorecards.self_score');

create function scorecards.stage_number(stage text) returns integer
language sql immutable parallel safe
as $$ select array_position(array['preparing', 'self_scoring', 'appraisal1', 'explanation', 'appraisal2', 'council', 'publication', 'published'], stage) $$;

-- What an appraiser or the council decided for one criterion of one unit at one stage.
create table scorecards.verdict (
  organisation_id uuid not null,
  id              uuid not null,
  round_id        uuid not null,
  subject_id      uuid not null references access.organisation (id),
  code            text not null,
  stage           text not null check (stage in ('appraisal1', 'appraisal2', 'council')),
  basis           text not null check (basis in ('accepted', 'corrected', 'overridden', 'not_applicable', 'imported')),
  declared        jsonb not null,
  points          numeric,
  computed_points numeric,                         -- what the rule gave before an override
  reason          text,
  needs_explanation boolean not null default false,
  decided_by      text not null,
  decided_at      timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, round_id, subject_id, code, stage),
  foreign key (organisation_id, round_id) references scorecards.round (organisation_id, id)
);
create index verdict_subject on scorecards.verdict (subject_id, round_id);
call shared.protect_tenant_table('scorecards.verdict');
-- A unit reads what was decided about it once that stage is closed.
create policy closed_about_oneself on scorecards.verdict for select
  using (subject_id = (select shared.current_organisation()) and organisation_id = any ((select access.superior_organisations())::uuid[])
    and exists (select from scorecards.round r where (r.organisation_id, r.id) = (verdict.organisation_id, verdict.round_id)
      and scorecards.stage_number(r.reached_stage) > scorecards.stage_number(verdict.stage)));

-- A published result, frozen. Results of years before the product, or of other bodies, come from a file with their decision.
create table scorecards.result (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  round_id        uuid,
  index_code      text not null,                   -- code of the criteria set
  year            integer not null,
  subject_id      uuid not null references access.organisation (id),
  subject_name    text not null,
  peer_group      text,
  points          numeric,
  max             numeric,
  index_value     numeric,                         -- unrounded
  rank            integer,
  rank_of         integer,
  grade           text,
  nodes           jsonb not null,                  -- [{code, points, max}]
  source          text,                            -- the decision that published it
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, index_code, year, subject_id)
);
create index result_subject on scorecards.result (subject_id, index_code, year);
call shared.protect_tenant_table('scorecards.result');
create policy published_results_below on scorecards.result for select
  using (organisation_id = any ((select access.superior_organisations())::uuid[]));

-- Which plan row earns the points of which criterion, in one organisation; the row's task follows when the plan is issued.
create table scorecards.criterion_link (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  set_code        text not null,
  code            text not null,
  row_id          uuid not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, set_code, code, row_id),
  foreign key (organisation_id, row_id) references plans.plan_row (organisation_id, id)
);
create index criterion_link_row on scorecards.criterion_link (organisation_id, row_id);
call shared.protect_tenant_table('scorecards.criterion_link');

-- Which unit of the organisation answers for a criterion, and which support it.
create table scorecards.criterion_duty (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  set_code        text not null,
  code            text not null,
  unit_id         uuid not null,
  leads           boolean not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, set_code, code, unit_id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id)
);
create unique index criterion_duty_lead on scorecards.criterion_duty (organisation_id, set_code, code) where leads;
call shared.protect_tenant_table('scorecards.criterion_duty');

-- Which organisations the round clock has to visit. It knows no tenant yet, and learns nothing but their ids.
create function scorecards.organisations_with_open_rounds() returns setof uuid
language sql stable security definer set search_path = scorecards, pg_temp
as $$ select distinct organisation_id from scorecards.round where state = 'open' $$;
