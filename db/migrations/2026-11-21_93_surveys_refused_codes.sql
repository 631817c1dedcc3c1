-- Why: a code that is tried again is refused before anything is stored, so only the refusals can tell a reviewer of codes that were copied or
-- guessed. Counted, not listed: no answer, no device and no address is kept, and a flood of guesses stays one row.

create table surveys.refused_code (
  organisation_id uuid not null,
  id              uuid not null,
  wave_id         uuid not null,
  point_id        uuid not null,
  channel         text not null check (channel in ('web', 'kiosk', 'interviewer', 'paper')),
  reason          text not null check (reason in ('used', 'unknown', 'expired')),
  code_id         uuid,                            -- null for what nobody was given
  tries           integer not null check (tries > 0),
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, wave_id, point_id, channel, reason, code_id),
  foreign key (organisation_id, wave_id) references surveys.wave (organisation_id, id),
  foreign key (organisation_id, point_id) references surveys.collection_point (organisation_id, id),
  foreign key (organisation_id, code_id) references surveys.access_code (organisation_id, id),
  check (reason = 'unknown' or code_id is not null)
);
call shared.protect_tenant_table('surveys.refused_code');
