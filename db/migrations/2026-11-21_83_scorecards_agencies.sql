-- Why: a criterion is often appraised by a body that is no unit of the keeper and has none of the scored units below it (a department, the
-- inspectorate). Such a body reads the whole round like the keeper and writes verdicts, on its own criteria only.

create table scorecards.appraising_agency (
  organisation_id uuid not null,                   -- the keeper
  id              uuid not null,
  round_id        uuid not null,
  agency_id       uuid not null references access.organisation (id),
  agency_name     text not null,
  codes           text[] not null,                 -- the criteria it appraises
  version         integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, round_id, agency_id),
  foreign key (organisation_id, round_id) references scorecards.round (organisation_id, id)
);
create index appraising_agency_agency on scorecards.appraising_agency (agency_id);
call shared.protect_tenant_table('scorecards.appraising_agency');
create policy own_appointment on scorecards.appraising_agency for select using (agency_id = (select shared.current_organisation()));

-- What the current organisation appraises as an agency; empty for everybody else. They see through row-level security, and give ids only.
create function scorecards.appraised_rounds() returns setof uuid
language sql stable security definer set search_path = scorecards, pg_temp
as $$
  select a.round_id
  from scorecards.appraising_agency a
  join scorecards.round r on (r.organisation_id, r.id) = (a.organisation_id, a.round_id)
  where a.agency_id = shared.current_organisation() and r.state in ('open', 'published')
$$;
create function scorecards.appraised_scores() returns setof uuid
language sql stable security definer set search_path = scorecards, pg_temp
as $$
  select s.id
  from scorecards.score_sheet h
  join scorecards.self_score s on (s.organisation_id, s.sheet_id) = (h.organisation_id, h.id)
  where h.round_id in (select scorecards.appraised_rounds())
$$;
create function scorecards.appraised_proofs() returns setof uuid
language sql stable security definer set search_path = scorecards, pg_temp
as $$ select item_id from evidence.evidence_use where subject_kind = 'criterion' and subject_id in (select scorecards.appraised_scores()) $$;
create function scorecards.appraised_files() returns setof uuid
language sql stable security definer set search_path = scorecards, pg_temp
as $$ select file_id from evidence.evidence_item where id in (select scorecards.appraised_proofs()) and file_id is not null $$;

create policy for_agencies on scorecards.round for select using (id = any ((select array(select scorecards.appraised_rounds()))::uuid[]));
create policy for_agencies on scorecards.criteria_edition for select
  using (exists (select from scorecards.round r where (r.organisation_id, r.edition_id) = (criteria_edition.organisation_id, criteria_edition.id)
    and r.id = any ((select array(select scorecards.appraised_rounds()))::uuid[])));
create policy for_agencies on scorecards.participant for select using (round_id = any ((select array(select scorecards.appraised_rounds()))::uuid[]));
create policy totals_by_agencies on scorecards.participant for update using (round_id = any ((select array(select scorecards.appraised_rounds()))::uuid[]));
create policy for_agencies on scorecards.score_sheet for select using (round_id = any ((select array(select scorecards.appraised_rounds()))::uuid[]));
create policy for_agencies on scorecards.self_score for select using (id = any ((select array(select scorecards.appraised_scores()))::uuid[]));
create policy for_agencies on scorecards.verdict for select using (round_id = any ((select array(select scorecards.appraised_rounds()))::uuid[]));
create policy decided_by_agencies on scorecards.verdict for insert
  with check (exists (select from scorecards.appraising_agency a where (a.organisation_id, a.round_id) = (verdict.organisation_id, verdict.round_id)
    and a.agency_id = (select shared.current_organisation()) and verdict.code = any (a.codes)));
create policy changed_by_agencies on scorecards.verdict for update
  using (exists (select from scorecards.appraising_agency a where (a.organisation_id, a.round_id) = (verdict.organisation_id, verdict.round_id)
    and a.agency_id = (select shared.current_organisation()) and verdict.code = any (a.codes)));
create policy for_agencies on evidence.evidence_use for select
  using (subject_kind = 'criterion' and subject_id = any ((select array(select scorecards.appraised_scores()))::uuid[]));
create policy for_agencies on evidence.evidence_item for select using (id = any ((select array(select scorecards.appraised_proofs()))::uuid[]));
create policy for_agencies on shared.stored_file for select using (id = any ((select array(select scorecards.appraised_files()))::uuid[]));

-- The round clock also visits the units of open and just published rounds, and the agencies: each tells its own people.
create or replace function scorecards.organisations_with_open_rounds() returns setof uuid
language sql stable security definer set search_path = scorecards, pg_temp
as $$
  select organisation_id from scorecards.round where state = 'open'
  union
  select p.subject_id
  from scorecards.round r
  join scorecards.participant p on (p.organisation_id, p.round_id) = (r.organisation_id, r.id)
  where r.state = 'open' or (r.state = 'published' and r.published_at > now() - interval '7 days')
  union
  select a.agency_id
  from scorecards.round r
  join scorecards.appraising_agency a on (a.organisation_id, a.round_id) = (r.organisation_id, r.id)
  where r.state = 'open'
$$;
