-- Why: superiors' surveys (PAR INDEX, SIPAS, PAPI) are asked in the commune too. It helps with days, places and people; there is no place here
-- for an answer or for the name of anybody asked.

create table surveys.outside_survey (
  organisation_id uuid not null references access.organisation (id),
  id              uuid not null,
  title           text not null,
  index_code      text check (index_code in ('SIPAS', 'PAR', 'PAPI')),   -- null for another survey
  organiser       text not null,                   -- who runs it
  guidance_number text,                            -- the document by which superiors guide it
  guidance_on     date,
  guidance_link   text,
  from_date       date not null,
  to_date         date not null,                   -- last day of asking
  area            text,                            -- villages, residential groups; null until told
  interviews      integer check (interviews > 0),  -- asked for here; null until told
  team_name       text,                            -- whom to call in the survey team
  team_phone      text,
  team_email      text,
  contact_id      uuid not null,                   -- the commune's own contact
  announcement    text,                            -- what the public announcement says besides
  notes           text,
  official_result text,                            -- as published by its owner
  result_source   text,
  result_link     text,
  result_on       date,                            -- day of publication
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, contact_id) references access.person (organisation_id, id),
  check (to_date >= from_date),
  check ((official_result is null) = (result_source is null) and (official_result is null) = (result_on is null)),
  check (result_on > to_date)
);
call shared.protect_tenant_table('surveys.outside_survey');

-- Work for the survey team: show the way, a room, an announcement.
create table surveys.support_task (
  organisation_id   uuid not null,
  id                uuid not null,
  outside_survey_id uuid not null,
  text              text not null,
  unit_id           uuid not null,
  person_id         uuid,
  due_on            date not null,
  progress          text,
  done_on           date,
  version           integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, outside_survey_id) references surveys.outside_survey (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.unit (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id)
);
create index support_task_survey on surveys.support_task (organisation_id, outside_survey_id, due_on);
create index support_task_open on surveys.support_task (organisation_id, due_on) where done_on is null;
call shared.protect_tenant_table('surveys.support_task');
