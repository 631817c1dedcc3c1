-- Why: an empty or careless update can be sent back; it stays in the history, the period waits again, and the year's record counts it.

alter table plans.occurrence
  add column returned_at timestamptz;              -- when the last word was sent back; null again once the unit has answered anew

-- The version the period had with each update: whoever opened the form before it has not seen it.
alter table plans.progress_update add column occurrence_version integer not null default 0;
update plans.progress_update said set occurrence_version = numbered.version
from (select organisation_id, id, 1 + row_number() over (partition by organisation_id, occurrence_id order by at) as version from plans.progress_update) numbered
where (said.organisation_id, said.id) = (numbered.organisation_id, numbered.id);

create table plans.update_return (
  organisation_id uuid not null,
  id              uuid not null,
  update_id       uuid not null,
  person_id       uuid not null,                   -- who sent it back
  at              timestamptz not null,
  reason          text not null,
  version         integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, update_id) references plans.progress_update (organisation_id, id),
  foreign key (organisation_id, person_id) references access.person (organisation_id, id),
  unique (organisation_id, update_id)              -- two who press at once send it back once
);
call shared.protect_tenant_table('plans.update_return');
revoke update, delete, truncate on plans.update_return from diemsang_app;

-- What a year of plan work amounts to, for each lead unit and, within it, each official the head gave work to (person_id null: given to
-- nobody by name). A unit's figures are the sums of its lines; a person's are the lines with that person.
--   led            tasks asked for between the two days
--   asked          periods of these tasks whose last good day lies between them and before today
--   on_time        of those: done by that day, or for a check-in answered by it
--   late           of those: not (a partner is asked, not ordered, and is never late)
--   done           periods done, dated or not
--   with_evidence  periods for which a file or a document number was sent and not sent back
--   returned       updates sent back between the two days
create function plans.year_record(organisation uuid, from_day date, to_day date, today date) returns table (
  organisation_id uuid, unit_id uuid, person_id uuid, led integer, asked integer, on_time integer, late integer, done integer, with_evidence integer, returned integer)
language sql stable parallel safe
as $$
  select a.organisation_id, a.unit_id, a.person_id, count(distinct a.task_id)::integer,
    count(*) filter (where judged.is_asked)::integer,
    count(*) filter (where judged.is_asked and judged.is_on_time)::integer,
    count(*) filter (where judged.is_asked and not judged.is_on_time and u.kind <> 'partner')::integer,
    count(*) filter (where o.state = 'done')::integer,
    count(*) filter (where said.has_evidence)::integer,
    sum(said.returned)::integer
  from plans.assignment a
  join plans.task t on (t.organisation_id, t.id) = (a.organisation_id, a.task_id) and t.withdrawn_at is null
  join access.unit u on (u.organisation_id, u.id) = (a.organisation_id, a.unit_id)
  join plans.occurrence o on (o.organisation_id, o.task_id, o.unit_id) = (a.organisation_id, a.task_id, a.unit_id)
    and o.from_date <= least(to_day, today) and o.to_date >= from_day
  cross join lateral (
    select
      min((p.at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where r.id is null) as first_on,
      coalesce(bool_or(r.id is null and (p.file_id is not null or p.document_number is not null)), false) as has_evidence,
      count(r.id) filter (where (r.at at time zone 'Asia/Ho_Chi_Minh')::date between from_day and to_day) as returned
    from plans.progress_update p
    left join plans.update_return r on (r.organisation_id, r.update_id) = (p.organisation_id, p.id)
    where (p.organisation_id, p.occurrence_id) = (o.organisation_id, o.id)) said
  cross join lateral (
    select o.due_on between from_day and to_day and o.due_on < today as is_asked,
      coalesce(case when o.is_check_in then said.first_on else o.done_on end <= o.due_on, false) as is_on_time) judged
  where a.duty = 'lead' and a.organisation_id = organisation
  group by a.organisation_id, a.unit_id, a.person_id
$$;
