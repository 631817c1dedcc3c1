-- Why: how answers are weighed is a choice somebody makes and readers must see, so it is kept beside the wave and not in the program.

create table surveys.result_setting (
  organisation_id       uuid not null,
  id                    uuid not null,             -- the wave's
  counts_outsiders      boolean not null,          -- answers without a code of the sample count too
  adjusts_non_response  boolean not null,
  population            text,                      -- known counts as CSV: variable, level, total; null when none
  population_source     text,
  lonely                text not null check (lonely in ('fail', 'remove', 'certainty', 'adjust', 'average')),
  interval              text not null check (interval in ('wald', 'logit', 'wilson')),
  aggregation           text check (aggregation in ('pooled', 'mean_of_criteria', 'mean_of_children', 'fixed_weights')), -- null: as the questionnaire says
  version               integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references surveys.wave (organisation_id, id),
  check ((population is null) = (population_source is null))
);
call shared.protect_tenant_table('surveys.result_setting');
